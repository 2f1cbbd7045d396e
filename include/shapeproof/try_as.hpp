// SPDX-License-Identifier: BSL-1.0
// What if data that does not fit is no exception? try_as<Shape<...>>(x) returns an Attempt: the typed tensor, or the
// original and the reason.
//
//   if (auto images = try_as<Shape<N, 3, 32, 32>>(x)) use(*images); else log(images.error().what());
#pragma once

#include <optional>

#include "message.hpp"

#include "convert.hpp"

namespace shapeproof {

// A typed tensor, or the error and what it was asked of.
template <class Value, class Original>
class Attempt {
 public:
  // What did fit.
  explicit Attempt(Value value) : value_(std::move(value)) {}
  // What did not fit, and why.
  Attempt(Original original, const ShapeError& error) : original_(std::move(original)), shape_error_(error) {}
  Attempt(Original original, const ElementTypeError& error) : original_(std::move(original)), element_error_(error) {}

  // Whether there is a typed tensor.
  [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); }
  // The same.
  explicit operator bool() const noexcept { return has_value(); }

  // The typed tensor. value() throws the error where there is none; * and -> need has_value().
  [[nodiscard]] const Value& value() const& {
    if (shape_error_) throw ShapeError(*shape_error_);
    if (element_error_) throw ElementTypeError(*element_error_);
    return *value_;
  }
  [[nodiscard]] Value value() && {
    (void)static_cast<const Attempt&>(*this).value();
    return std::move(*value_);
  }
  // The typed tensor, unchecked.
  [[nodiscard]] const Value& operator*() const& noexcept { return *value_; }
  [[nodiscard]] Value operator*() && noexcept { return std::move(*value_); }
  // Its members, unchecked.
  [[nodiscard]] const Value* operator->() const noexcept { return &*value_; }

  // Why there is no value, and what did not fit. Only where has_value() is false.
  [[nodiscard]] const Error& error() const noexcept {
    if (shape_error_) return *shape_error_;
    return *element_error_;
  }
  // The error, if it is one of shapes.
  [[nodiscard]] const ShapeError* shape_error() const noexcept { return shape_error_ ? &*shape_error_ : nullptr; }
  // What did not fit. Only where has_value() is false.
  [[nodiscard]] const Original& original() const& noexcept { return *original_; }
  [[nodiscard]] Original original() && noexcept { return std::move(*original_); }

 private:
  std::optional<Value> value_;
  std::optional<Original> original_;
  std::optional<ShapeError> shape_error_;
  std::optional<ElementTypeError> element_error_;
};

namespace detail {

template <class Value, class Original, class Open>
Attempt<Value, Original> attempt(Original original, const Open& open) {
  try {
    return Attempt<Value, Original>(open(std::move(original)));
  } catch (const ShapeError& error) {
    return {std::move(original), error};
  } catch (const ElementTypeError& error) {
    return {std::move(original), error};
  }
}

}  // namespace detail

// try_as<Shape<N, 3>>(x) for everything that as<Shape<N, 3>> takes; what was moved in is handed back on failure.
template <AnyShape To, class X>
  requires(!detail::is_refused<std::remove_cvref_t<X>>)
auto try_as(X&& x) {
  using Original = std::remove_cvref_t<X>;
  const auto open = [](Original&& original) { return as<To>(std::move(original)); };
  return detail::attempt<decltype(as<To>(std::declval<Original>())), Original>(std::forward<X>(x), open);
}
template <AnyShape To, Text... Sentences>
constexpr Refused<Sentences...> try_as(const Refused<Sentences...>&) {
  return {};
}
// try_as<float, Shape<N, 3>>(any): the same of a tensor whose element type run time says.
template <Element T, AnyShape To>
auto try_as(const AnyTensor& x) {
  const auto open = [](AnyTensor&& original) { return as<T, To>(original); };
  return detail::attempt<Tensor<T, To>, AnyTensor>(AnyTensor(x), open);
}

}  // namespace shapeproof
