// SPDX-License-Identifier: BSL-1.0
// How does run-time data become typed? Through a door, which checks and explains: as<Shape<...>>(x) throws, try_as hands
// the original back, bind opens several tensors at once. adopt and borrow take memory that belongs to others.
#pragma once

#include "message.hpp"

#include "any.hpp"
#include "explain.hpp"
#include "ops/reshape.hpp"

namespace shapeproof {
namespace detail {

// What as<To> asks of a type: the rule, and the likeliest cause behind its sentence.
template <class T, class To>
struct As : Convert<To> {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    const Ruling ruling = convert_rule("as", from, To::value, why);
    if (!ruling.holds && why != nullptr) {
      const Hints hints = explain({from, To::value, false, element_type<T>, element_type<T>, false}, {}, 1);
      for (const Hint& hint : hints) why->sentence << "; " << hint.text;
    }
    return ruling;
  }
};

// Throws what a door says: where the elements are from, what was found, what was wanted, why not, and likely causes.
[[noreturn]] inline void refuse_at_door(const char* origin, const Evidence& evidence, const Door& door) {
  Sentence subject;
  subject << (*origin != '\0' ? origin : door.function);
  Refusal why;
  if (evidence.is_flat) {
    fill_rule(subject.c_str(), evidence.found, 0, 1, evidence.wanted, &why);
  } else {
    // run time only: tests/io/npy.cpp
    subject << ": " << evidence.found.count() << " elements, as " << AsList{evidence.found} << ", are wanted as "
            << AsList{evidence.wanted};
    convert_rule(subject.c_str(), evidence.found, evidence.wanted, &why);
  }
  why.expected = evidence.wanted;
  why.found = evidence.found;
  why.sentence << explain(evidence, door);
  throw ShapeError(why);
}

template <class To, class T>
constexpr Evidence door_evidence(const ShapeValue& found, bool is_fortran_order = false) {
  return {found, To::value, false, element_type<T>, element_type<T>, is_fortran_order};
}

// Whether run-time extents are To. Throws ShapeError.
template <class To, class T>
void pass_door(const char* origin, const ShapeValue& found, const Door& door = {}, bool is_fortran_order = false) {
  if (convert_rule("as", found, To::value).holds) return;
  refuse_at_door(origin, door_evidence<To, T>(found, is_fortran_order), door);
}

struct WellFormed {
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const { return well_formed_rule(shape, why); }
};

// The extents of To for `count` elements that have no axes. Throws ShapeError.
template <class To, class T>
Extents pass_door_flat(const char* origin, std::int64_t count) {
  ask(WellFormed{}, ShapeValue(count));
  const Ruling ruling = fill_rule("as", ShapeValue(count), 0, 1, To::value);
  if (ruling.holds) return Extents(ruling.result);
  refuse_at_door(origin, {ShapeValue(count), To::value, true, element_type<T>, element_type<T>, false}, {});
}

// std::vector, std::span, std::array and what is like them: elements one behind the other, without axes.
template <class Type>
concept Contiguous = !is_tensor<Type> && !is_refused<Type> && requires(const Type& container) {
  { *container.data() } -> std::convertible_to<typename Type::value_type>;
  { container.size() } -> std::convertible_to<std::size_t>;
} && Element<typename Type::value_type>;

// A container that owns its elements, so that they can be taken over with it.
template <class Type>
concept Owning = Contiguous<std::remove_cvref_t<Type>> && !std::is_reference_v<Type> && !std::is_const_v<Type> &&
                 !std::is_trivially_copyable_v<Type>;

template <class To, class T>
using Filled = Tensor<T, ShapeOf<HoleIsDyn<To>>>;

template <class Result>
Result adopted(Buffer buffer, const typename Result::element* data, const Extents& extents) {
  using T = typename Result::element;
  if constexpr (is_inline_tensor<Result>) {
    auto result = uninitialized<Result>(extents);
    copy_elements(data, Access::storage(result).fresh_data(), extents.count());
    return result;
  } else {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the buffer copies before it writes what is not its own
    return Access::make<Result>(SharedElements<T>(std::move(buffer), const_cast<T*>(data)), extents);
  }
}

}  // namespace detail

// as<Shape<N, 3>>(x): the same elements under another shape type. What the types cannot decide is checked at run time
// and throws ShapeError; what they refuse does not compile. No element moves.
template <AnyShape To, Element T, AnyShape From>
constexpr auto as(const Tensor<T, From>& x) -> detail::OutcomeWith<T, detail::As<T, To>, Tensor<T, From>>
  requires detail::Fits<detail::OutcomeWith<T, detail::As<T, To>, Tensor<T, From>>>
{
  using Result = detail::OutcomeWith<T, detail::As<T, To>, Tensor<T, From>>;
  if constexpr (detail::Ruled<detail::As<T, To>, From>::ruling.checks_at_run_time) {
    detail::pass_door<To, T>(detail::origin_of(x), x.shape());
  }
  return detail::regroup<Result>(x, x.extents());
}
template <AnyShape To, Element T, AnyShape From>
auto as(const Tensor<T, From>& x) -> detail::OutcomeWith<T, detail::As<T, To>, Tensor<T, From>>
  requires detail::Refuses<detail::OutcomeWith<T, detail::As<T, To>, Tensor<T, From>>>;
template <AnyShape To, Element T>
Tensor<T, To> as(const DynamicTensor<T>& x) {
  detail::pass_door<To, T>(detail::origin_of(x), x.shape());
  return detail::regroup<Tensor<T, To>>(x, x.extents());
}

namespace detail {

// The door for elements whose type is known at run time only. `door` is the call that the user wrote.
template <class T, class To>
Tensor<T, To> open_door(const AnyTensor& x, const Door& door, bool is_fortran_order = false) {
  const DynamicTensor<T> typed = x.get<T>();
  pass_door<To, T>(x.origin(), x.shape(), door, is_fortran_order);
  return regroup<Tensor<T, To>>(typed, typed.extents());
}

}  // namespace detail

// as<float, Shape<N, 3>>(any): the same of a tensor whose element type run time says. Throws ElementTypeError or ShapeError.
template <Element T, AnyShape To>
Tensor<T, To> as(const AnyTensor& x) {
  return detail::open_door<T, To>(x, {"as", true});
}
// as<Shape<N, 3>>(values): a vector or span without axes, read row-major; one extent may be _. A vector that is moved in
// is taken over, anything else is copied.
template <AnyShape To, class Container>
  requires detail::Contiguous<std::remove_cvref_t<Container>>
auto as(Container&& values) -> detail::Filled<To, typename std::remove_cvref_t<Container>::value_type> {
  using T = typename std::remove_cvref_t<Container>::value_type;
  using Result = detail::Filled<To, T>;
  const Extents extents = detail::pass_door_flat<To, T>("", static_cast<std::int64_t>(values.size()));
  if constexpr (detail::Owning<Container>) {
    Buffer buffer = Buffer::adopt(std::remove_cvref_t<Container>(std::forward<Container>(values)));
    const auto* data = static_cast<const T*>(buffer.data());
    return detail::adopted<Result>(std::move(buffer), data, extents);
  } else {
    auto result = detail::uninitialized<Result>(extents);
    detail::copy_elements(values.data(), detail::Access::storage(result).fresh_data(), extents.count());
    return result;
  }
}

// What was refused already goes on quietly.
template <AnyShape To, Text... Sentences>
constexpr Refused<Sentences...> as(const Refused<Sentences...>&) {
  return {};
}

// adopt<Shape<N, 3>>(data, count, owner): memory that `owner` keeps alive, and that the tensor keeps `owner` for.
// Elements that are const are copied before the first write.
template <AnyShape To, class T, class Owner>
auto adopt(T* data, std::int64_t count, Owner owner) -> detail::Filled<To, std::remove_const_t<T>> {
  const Extents extents = detail::pass_door_flat<To, std::remove_const_t<T>>("", count);
  Buffer buffer = Buffer::adopt(data, std::move(owner), !std::is_const_v<T>);
  return detail::adopted<detail::Filled<To, std::remove_const_t<T>>>(std::move(buffer), data, extents);
}

#if defined(__clang__)
#define SHAPEPROOF_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define SHAPEPROOF_LIFETIMEBOUND
#endif

// borrow<Shape<N, 3>>(span): memory that nobody keeps alive. It must outlive the tensor and all its copies.
template <AnyShape To, class T>
auto borrow(std::span<T> values SHAPEPROOF_LIFETIMEBOUND) -> detail::Filled<To, std::remove_const_t<T>> {
  struct Nobody {};
  return adopt<To>(values.data(), static_cast<std::int64_t>(values.size()), Nobody{});
}

#undef SHAPEPROOF_LIFETIMEBOUND

}  // namespace shapeproof
