// SPDX-License-Identifier: BSL-1.0
// How is an operation built? It asks its rule, calls a kernel, and returns the type that the rule says:
//
//   template <int... Order, detail::Operand X>
//   constexpr auto permute(const X& x) -> detail::Outcome<detail::Permute<Order...>, X>
//     requires detail::Fits<detail::Outcome<detail::Permute<Order...>, X>>
//   { ... }
//
// and a declaration with the same outcome and `requires detail::Refuses<...>`, which is what a mistake calls.
// For a Tensor the rule is asked at compile time, and again at run time if it left something to check; for a
// DynamicTensor at run time. An operand that was refused already is handed on, so that one mistake stays one error.
#pragma once

#include "../detail/reuse.hpp"
#include "../dynamic.hpp"
#include "../rules/into.hpp"

namespace shapeproof {
namespace detail {

template <class Type>
concept Operand = is_tensor<Type> || is_refused<Type>;

template <class Type>
concept Dynamic = is_tensor<Type> && !requires { typename Type::shape_type; };

// The tensor of a shape; what is no shape is the error type itself.
template <class T, class S>
struct TensorOr {
  using type = S;
};
template <class T, auto... Extents>
struct TensorOr<T, Shape<Extents...>> {
  using type = Tensor<T, Shape<Extents...>>;
};

template <bool HasDynamic, class T, class Question, class... X>
struct TensorOutcome {
  using type = DynamicTensor<T>;
};
template <class T, class Question, class... X>
struct TensorOutcome<false, T, Question, X...> : TensorOr<T, ResultShape<Question, typename X::shape_type...>> {};

// Has no type for what is no operand: clang forms the return type of a candidate before it looks at its constraints.
template <class T, class Question, class... X>
struct OutcomeOf {};
template <class T, class Question, class... X>
  requires(is_tensor<X> && ...)
struct OutcomeOf<T, Question, X...> : TensorOutcome<(Dynamic<X> || ...), T, Question, X...> {};
template <class... X>
struct FirstRefused;
template <class First, class... X>
struct FirstRefused<First, X...> : FirstRefused<X...> {};
template <class First, class... X>
  requires is_refused<First>
struct FirstRefused<First, X...> {
  using type = First;
};
// What remaining_checks.hpp hands to a model instead of a tensor.
template <class Type>
inline constexpr bool is_traced = false;

template <class T, class Question, class... X>
  requires((is_refused<X> || ...) && !(is_traced<X> || ...))
struct OutcomeOf<T, Question, X...> : FirstRefused<X...> {};

template <class X>
struct ElementOf {
  using type = void;
};
template <class X>
  requires is_tensor<X>
struct ElementOf<X> {
  using type = typename X::element;
};

template <class X>
  requires is_traced<X>
struct ElementOf<X> {
  using type = typename X::element;
};

template <class X>
using ElementIn = typename ElementOf<X>::type;

// Asks nothing: for operations that take any shape and keep it.
struct SameShape {
  constexpr Ruling operator()(const ShapeValue& shape, Refusal*) const { return allow(shape); }
};

// What an operation returns: a tensor with elements of type T, or the error type.
template <class T, class Question, class... X>
using OutcomeWith = typename OutcomeOf<T, Question, X...>::type;
template <class Question, class First, class... X>
using Outcome = OutcomeWith<typename ElementOf<First>::type, Question, First, X...>;

// The same for an operation that asks about element types first, which are known at compile time for every operand.
template <class T, class ElementQuestion, class Question, class... X>
struct OutcomeIfWith : OutcomeOf<T, Question, X...> {};
template <class T, class ElementQuestion, class Question, class... X>
  requires((is_tensor<X> && ...) && !Holds<ElementQuestion>)
struct OutcomeIfWith<T, ElementQuestion, Question, X...> {
  using type = RefusedFor<WhyNot<ElementQuestion>>;
};
template <class ElementQuestion, class Question, class First, class... X>
using OutcomeIf = OutcomeIfWith<typename ElementOf<First>::type, ElementQuestion, Question, First, X...>;

// A question's call operator takes shapes and, last, where the reason goes.
constexpr Refusal* last_of(Refusal* why) { return why; }
constexpr Refusal* last_of(std::nullptr_t) { return nullptr; }
template <class... Others>
constexpr Refusal* last_of(const ShapeValue& /*shape*/, const Others&... others) {
  return last_of(others...);
}

// x_into(out, x...): whether out takes what Question makes of x... . T is the element type of that.
template <class Question>
struct Into {
  Question question{};

  // `operands` are their shapes and, last, where the reasons go: as Question takes them.
  template <class... Operands>
  constexpr Ruling operator()(const ShapeValue& out, const Operands&... operands) const {
    const Ruling ruling = question(operands...);
    if (!ruling.holds) return ruling;
    Ruling fit = into_rule(Question::name, ruling.result, out, last_of(operands...));
    fit.checks_at_run_time = fit.checks_at_run_time || ruling.checks_at_run_time;
    return fit;
  }
};

template <class T, class ElementQuestion, class Question, class Out>
struct IntoElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = ElementQuestion{}(why);
    return ruling.holds ? into_element_rule(Question::name, element_type<T>, element_type<Out>, why) : ruling;
  }
};

// What x_into(out, x...) returns: nothing, or the error type.
template <class T, class ElementQuestion, class Question, class Out, class... X>
struct IntoOutcomeOf {};
template <class T, class ElementQuestion, class Question, class Out, class... X>
  requires(Operand<Out> && (Operand<X> && ...))
struct IntoOutcomeOf<T, ElementQuestion, Question, Out, X...> {
  using Elements = IntoElements<T, ElementQuestion, Question, ElementIn<Out>>;
  using Checked = typename OutcomeIfWith<ElementIn<Out>, Elements, Into<Question>, Out, X...>::type;
  using type = std::conditional_t<is_refused<Checked>, Checked, void>;
};
template <class T, class ElementQuestion, class Question, class Out, class... X>
using IntoOutcome = typename IntoOutcomeOf<T, ElementQuestion, Question, Out, X...>::type;

// The result's extents. Throws ShapeError where a check that was left for run time fails.
template <class Question, class... X>
constexpr Extents settle(const Question& question, const X&... x) {
  if constexpr (!(Dynamic<X> || ...)) {
    using Answer = Ruled<Question, typename X::shape_type...>;
    if constexpr (Answer::is_settled) return Extents(Answer::value);
    else return Extents(ask(question, x.shape()...).result);
  } else {
    return Extents(ask(question, x.shape()...).result);
  }
}

// What x_into(out, x...) does: checks what was left for run time, then calls write(to) with the place for the result.
template <Kernel Kind, class Question, class Out, class Write, class... X>
constexpr void into(const Question& question, Out& out, const Write& write, const X&... x) {
  settle(Into<Question>{question}, out, x...);
  write_into<Kind>(out, write, x...);
}

// The same elements in the same order, under the shape that the rule says.
template <class Result, class Question, class X>
constexpr Result regrouped(const Question& question, const X& x) {
  return regroup<Result>(x, settle(question, x));
}

// Where the elements of a tensor that was made just now are written.
template <class T, class Storage>
constexpr T* fresh(TensorElements<T, Storage>& result) {
  return Access::storage(result).fresh_data();
}
template <class T>
constexpr T* fresh(DynamicTensor<T>& result) {
  return Access::storage(result).fresh_data();
}

// A shape, given as such or as the shape of a tensor type.
template <class Type>
struct ShapeIn {
  using type = Type;
};
template <class T, class S>
struct ShapeIn<Tensor<T, S>> {
  using type = S;
};

// Whether a rule holds for shapes, or for tensors of these shapes: what the named concepts ask.
template <class Question, class... Types>
concept HoldsFor = Holds<Question, typename ShapeIn<std::remove_cvref_t<Types>>::type...>;

// An extent as a value: an integral constant is known at compile time, any other integer is dyn.
template <class Type>
concept ExtentConstant = requires {
  { Type::value } -> std::convertible_to<std::int64_t>;
};
template <class Type>
concept ExtentArgument = Index<Type> || ExtentConstant<Type> || std::is_same_v<Type, Extent>;

template <class Type>
constexpr auto extent_from() {
  if constexpr (ExtentConstant<Type>) {
    return extent_argument<is_plain(ExtentValue(std::int64_t{Type::value}))>(ExtentValue(std::int64_t{Type::value}));
  } else {
    return dyn;
  }
}

// Puts the extents of `written`, but for a hole, from `first` on in their places.
constexpr void keep_extents(ShapeValue& result, const ShapeValue& written, int first = 0) {
  for (int i = 0; i < written.rank && first + i < result.rank; ++i) {
    if (!written[i].is_hole()) result[first + i] = written[i];
  }
}

// The type of a shape whose hole is worked out at run time.
template <class To>
struct HoleIsDyn {
  static constexpr ShapeValue value = [] {
    ShapeValue shape = To::value;
    for (int axis = 0; axis < shape.rank; ++axis) {
      if (shape[axis].is_hole()) shape[axis] = dyn;
    }
    return shape;
  }();
};

// A DynamicTensor becomes typed. Nothing is said of others, which clang asks about all the same.
template <class To, class X>
struct TypedAs {};
template <class To, Dynamic X>
struct TypedAs<To, X> {
  using type = Tensor<ElementIn<X>, ShapeOf<HoleIsDyn<To>>>;
};
template <class To, class X>
using TypedOutcome = typename WellFormedOr<To, TypedAs<To, X>>::type;

template <class... Types>
using ShapeFrom = Shape<extent_from<Types>()...>;

template <class Type>
constexpr ExtentValue extent_value_of(const Type& extent) {
  if constexpr (ExtentConstant<Type>) return static_cast<std::int64_t>(Type::value);
  else if constexpr (std::is_same_v<Type, Extent>) return extent;
  else return static_cast<std::int64_t>(extent);
}

template <class... Types>
constexpr ShapeValue shape_from(const Types&... extents) {
  ShapeValue shape;
  (shape.push_back(extent_value_of(extents)), ...);
  return shape;
}

}  // namespace detail
}  // namespace shapeproof
