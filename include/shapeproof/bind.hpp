// SPDX-License-Identifier: BSL-1.0
// How do several tensors become typed with one meaning for each name? bind<Shape<N, 3>, Shape<N>>(images, labels) checks
// that N is the same in both, and says where each number came from if it is not.
//
//   auto [x, y] = bind<Shape<N, 3>, Shape<N>>(named("images", images), named("labels", labels));
#pragma once

#include <tuple>

#include "message.hpp"

#include "convert.hpp"
#include "rules/bind.hpp"

namespace shapeproof {

// A tensor with the label that an error calls it by.
template <class X>
struct Named {
  const char* label;  // what errors call it
  const X& tensor;    // whose lifetime is the caller's
};
// named("labels", x): x with that label, for bind.
template <class X>
Named<X> named(const char* label, const X& tensor) {
  return {label, tensor};
}

namespace detail {

template <class X>
const X& tensor_of(const X& x) {
  return x;  // NOLINT(bugprone-return-const-ref-from-parameter): bind's own arguments, which outlive the call
}
template <class X>
const X& tensor_of(const Named<X>& x) {
  return x.tensor;
}
template <class X>
const char* label_of(const X&) {
  return "";
}
template <class X>
const char* label_of(const Named<X>& x) {
  return x.label;
}
template <class X>
using TensorOf = std::remove_cvref_t<decltype(tensor_of(std::declval<const X&>()))>;

template <class... To>
struct Shapes {};

// Asks what can be asked of types. The extents of a DynamicTensor are all open.
template <class Wanted, class... X>
struct Bind;
template <class... To, class... X>
struct Bind<Shapes<To...>, X...> {
  template <class Tensor>
  static constexpr ShapeValue found(const ShapeValue& wanted) {
    if constexpr (!Dynamic<Tensor>) return Tensor::shape_type::value;
    ShapeValue open;
    for (int axis = 0; axis < wanted.rank; ++axis) open.push_back(dyn);
    return open;
  }
  constexpr Ruling operator()(Refusal* why) const {
    const Bound operands[] = {{To::value, found<X>(To::value), ""}...};
    for (const Bound& bound : operands) {
      if (const Ruling ruling = convert_rule("bind", bound.found, bound.wanted, why, Solved::together); !ruling.holds) {
        return ruling;
      }
    }
    return bind_rule(operands, sizeof...(To), why);
  }
};

template <class Wanted, class... X>
struct BindOutcome {};
template <class... To, class... X>
  requires(sizeof...(To) == sizeof...(X) && (is_tensor<X> && ...) && Holds<Bind<Shapes<To...>, X...>>)
struct BindOutcome<Shapes<To...>, X...> {
  using type = std::tuple<Tensor<typename X::element, To>...>;
};
template <class... To, class... X>
  requires(sizeof...(To) == sizeof...(X) && (is_tensor<X> && ...) && !Holds<Bind<Shapes<To...>, X...>>)
struct BindOutcome<Shapes<To...>, X...> {
  using type = RefusedFor<WhyNot<Bind<Shapes<To...>, X...>>>;
};

template <class To, class X>
Tensor<typename X::element, To> bound(const X& x, const char* label) {
  using T = typename X::element;
  if (!convert_rule("as", x.shape(), To::value, nullptr, Solved::together).holds) {
    refuse_at_door(*label != '\0' ? label : origin_of(x), door_evidence<To, T>(x.shape()), {});
  }
  return regroup<Tensor<typename X::element, To>>(x, x.extents());
}

}  // namespace detail

// bind<Shape<N, 3>, Shape<N>>(x, y): as<> of each, and one number for each name across all of them. Takes Tensors and
// DynamicTensors, or named("label", x). Returns a std::tuple; throws ShapeError.
template <AnyShape... To, class... X>
auto bind(const X&... x) -> typename detail::BindOutcome<detail::Shapes<To...>, detail::TensorOf<X>...>::type
  requires detail::Fits<typename detail::BindOutcome<detail::Shapes<To...>, detail::TensorOf<X>...>::type>
{
  using Result = typename detail::BindOutcome<detail::Shapes<To...>, detail::TensorOf<X>...>::type;
  Result result{detail::bound<To>(detail::tensor_of(x), detail::label_of(x))...};
  const Bound operands[] = {{To::value, detail::tensor_of(x).shape(), detail::label_of(x)}...};
  Refusal why;
  if (!bind_rule(operands, sizeof...(To), &why).holds) throw ShapeError(why);
  return result;
}
template <AnyShape... To, class... X>
auto bind(const X&... x) -> typename detail::BindOutcome<detail::Shapes<To...>, detail::TensorOf<X>...>::type
  requires detail::Refuses<typename detail::BindOutcome<detail::Shapes<To...>, detail::TensorOf<X>...>::type>;

}  // namespace shapeproof
