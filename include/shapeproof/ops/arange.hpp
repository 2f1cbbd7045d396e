// SPDX-License-Identifier: BSL-1.0
// How are numbers put in a row? arange takes its step and works out its count, linspace takes its count and works out its
// step.
//
//   arange<int, 2, 20, 3>()        2, 5, 8, 11, 14, 17: Shape<6>
//   arange<float>(start, stop)     Shape<dyn>; arange<float, Shape<N>>(n): 0 to n - 1
//   linspace<float, 5>(0, 1)       Shape<5>; 0, 0.25, 0.5, 0.75, 1
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/created.hpp"
#include "../engine/create.hpp"
#include "../rules/arange.hpp"
#include "../rules/convert.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

template <class Type>
concept Bound = std::is_arithmetic_v<Type> && !std::is_same_v<Type, bool>;

template <class... Bounds>
using NumberOf = std::conditional_t<(std::is_floating_point_v<Bounds> || ...), double, std::int64_t>;

template <class T, bool BoundsHaveFractions>
struct ArangeElements {
  constexpr Ruling operator()(Refusal* why) const {
    return arange_elements_rule(element_type<T>, BoundsHaveFractions, why);
  }
};

// From stop alone, from start and stop, or from all three, as PyTorch takes them. One number more ends the array, as none is
// empty.
template <class Number, std::size_t Size>
constexpr Progression<Number> progression(const Number (&bounds)[Size]) {
  if constexpr (Size <= 2) return {0, bounds[0], 1};
  else if constexpr (Size == 3) return {bounds[0], bounds[1], 1};
  else return {bounds[0], bounds[1], bounds[2]};
}

template <class T, int... Bounds>
struct StaticArange {
  static constexpr Progression<std::int64_t> all = progression<std::int64_t>({Bounds..., 0});
  constexpr Ruling operator()(Refusal* why) const { return arange_rule(element_type<T>, all, why); }
};

// The count that the bounds give, as a shape that is asked for. No bounds: at compile time.
template <class T, class Number>
struct Arange {
  const Progression<Number>* all = nullptr;
  constexpr Ruling operator()(const ShapeValue& to, Refusal* why) const {
    if (all == nullptr) return convert_rule("arange", dyn, to, why);
    const Ruling counted = arange_rule(element_type<T>, *all, why);
    return counted.holds ? convert_rule("arange", counted.result, to, why) : counted;
  }
};

// Without bounds the shape says the count.
template <class T>
struct ArangeOfShape {
  constexpr Ruling operator()(const ShapeValue& to, Refusal* why) const {
    if (const Ruling made = vector_rule("arange", to, nullptr, 0, why); !made.holds) return made;
    const Ruling counted = arange_rule(element_type<T>, Progression<std::int64_t>{0, to[0].number, 1}, why);
    return counted.holds ? allow(to) : counted;
  }
};

template <class T, class Elements, class Question, class... S>
constexpr auto arange_outcome() {
  if constexpr (!Holds<Elements>) return static_cast<RefusedFor<WhyNot<Elements>>*>(nullptr);
  else if constexpr (!Holds<Question, S...>) return static_cast<RefusedFor<WhyNot<Question, S...>>*>(nullptr);
  else if constexpr (sizeof...(S) == 0) return static_cast<Tensor<T, ResultShape<Question>>*>(nullptr);
  else return static_cast<Tensor<T, S...>*>(nullptr);
}
template <class T, class S, class... Bounds>
struct ArangeAsks {
  using Question = Arange<T, NumberOf<Bounds...>>;
};
template <class T, class S>
struct ArangeAsks<T, S> {
  using Question = ArangeOfShape<T>;
};

template <class T, int... Bounds>
using StaticArangeOutcome =
    std::remove_pointer_t<decltype(arange_outcome<T, ArangeElements<T, false>, StaticArange<T, Bounds...>>())>;
template <class T, class S, class... Bounds>
using ArangeOutcome =
    std::remove_pointer_t<decltype(arange_outcome<T, ArangeElements<T, (std::is_floating_point_v<Bounds> || ...)>,
                                                  typename ArangeAsks<T, S, Bounds...>::Question, S>())>;

template <class Result, class Number>
constexpr Result counted(const Progression<Number>& all, const Extents& extents) {
  using Wide = engine::Wide<typename Result::element>;
  auto result = uninitialized<Result>(extents);
  engine::arange(fresh(result), extents.count(), static_cast<Wide>(all.start), static_cast<Wide>(all.step));
  return result;
}

struct Linspace {
  static constexpr Ruling elements(ElementType type, Refusal* why) { return linspace_elements_rule(type, why); }
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return vector_rule("linspace", shape, numbers, count, why);
  }
};

}  // namespace detail

// arange<int, 10>(), arange<int, 2, 20, 3>(): from start (or 0) in steps (or 1) up to stop, which is left out.
template <Element T, int... Bounds>
  requires(sizeof...(Bounds) >= 1 && sizeof...(Bounds) <= 3)
constexpr auto arange() -> detail::StaticArangeOutcome<T, Bounds...>
  requires detail::Fits<detail::StaticArangeOutcome<T, Bounds...>>
{
  using Question = detail::StaticArange<T, Bounds...>;
  return detail::counted<detail::StaticArangeOutcome<T, Bounds...>>(Question::all, detail::settle(Question{}));
}
template <Element T, int... Bounds>
  requires(sizeof...(Bounds) >= 1 && sizeof...(Bounds) <= 3)
auto arange() -> detail::StaticArangeOutcome<T, Bounds...>
  requires detail::Refuses<detail::StaticArangeOutcome<T, Bounds...>>;

// arange<float>(stop), (start, stop), (start, stop, step): Shape<dyn>, or the shape of one axis that is asked for and checked
// against the count, as by as<S>. arange<float, Shape<10>>() needs no bounds. Element i is start + i * step, computed in
// double and rounded once. Throws ShapeError where the step is 0 or leads away from stop.
template <Element T, AnyShape S = Shape<dyn>, detail::Bound... Bounds>
  requires(sizeof...(Bounds) <= 3)
constexpr auto arange(Bounds... bounds) -> detail::ArangeOutcome<T, S, Bounds...>
  requires detail::Fits<detail::ArangeOutcome<T, S, Bounds...>>
{
  if constexpr (sizeof...(Bounds) == 0) {
    return detail::counted<Tensor<T, S>>(Progression<std::int64_t>{0, S::value[0].number, 1}, Extents(S::value));
  } else {
    using Number = detail::NumberOf<Bounds...>;
    const auto all = detail::progression<Number>({static_cast<Number>(bounds)..., 0});
    return detail::counted<Tensor<T, S>>(all, Extents(detail::ask(detail::Arange<T, Number>{&all}, S::value).result));
  }
}
template <Element T, AnyShape S = Shape<dyn>, detail::Bound... Bounds>
  requires(sizeof...(Bounds) <= 3)
auto arange(Bounds... bounds) -> detail::ArangeOutcome<T, S, Bounds...>
  requires detail::Refuses<detail::ArangeOutcome<T, S, Bounds...>>;

// linspace<float>(start, stop, 5), linspace<float, Shape<N>>(start, stop, n): both ends and what lies between them in equal
// steps, computed in double from both ends, as torch.linspace; one element is start.
template <Element T, AnyShape S = Shape<dyn>, detail::Index... I>
constexpr auto linspace(double start, double stop, I... count) -> detail::Created<detail::Linspace, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Linspace, T, S, sizeof...(I)>>
{
  const Extents extents = detail::create(detail::Linspace{}, S::value, count...);
  auto result = detail::uninitialized<Tensor<T, S>>(extents);
  engine::linspace(detail::fresh(result), extents.count(), start, stop);
  return result;
}
template <Element T, AnyShape S = Shape<dyn>, detail::Index... I>
auto linspace(double start, double stop, I... count) -> detail::Created<detail::Linspace, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Linspace, T, S, sizeof...(I)>>;
// linspace<float, 5>(0, 1): numbers with equal steps from the first to the last, both included.
template <Element T, int Count>
constexpr auto linspace(double start, double stop) -> detail::Created<detail::Linspace, T, Shape<Count>, 0>
  requires detail::Fits<detail::Created<detail::Linspace, T, Shape<Count>, 0>>
{
  return linspace<T, Shape<Count>>(start, stop);
}
template <Element T, int Count>
auto linspace(double start, double stop) -> detail::Created<detail::Linspace, T, Shape<Count>, 0>
  requires detail::Refuses<detail::Created<detail::Linspace, T, Shape<Count>, 0>>;

}  // namespace shapeproof
