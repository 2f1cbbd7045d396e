// SPDX-License-Identifier: BSL-1.0
// How does an id become a vector with a one at its place?
//
//   one_hot<10>(ids)      [a] -> [a, 10]
//   one_hot<C>(ids, c)    [a] -> [a, C], C = c
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/created.hpp"
#include "../engine/create.hpp"
#include "../rules/one_hot.hpp"
#include "function.hpp"

namespace shapeproof {
namespace detail {

template <class Id>
struct IdElements {
  constexpr Ruling operator()(Refusal* why) const { return one_hot_elements_rule(element_type<Id>, why); }
};

template <auto Classes, int Count>
struct OneHotShape {
  const std::int64_t* numbers = nullptr;
  constexpr Ruling operator()(const ShapeValue& ids, Refusal* why) const {
    return one_hot_rule(ids, Classes, numbers, Count, why);
  }
};

template <class Id>
struct IsClass {
  std::int64_t position = 0;
  std::int64_t classes = 0;
  Id id = 0;
  constexpr Ruling operator()(const ShapeValue& ids, Refusal* why) const {
    return id_rule("one_hot", ids, position, classes, static_cast<std::int64_t>(id), id < Id{0}, why);
  }
};

// Ids, and the numbers that the classes take; no other operands.
template <auto Classes, class T, class... X>
struct OneHotOutcome {};
template <auto Classes, class T, Operand X, Index... I>
struct OneHotOutcome<Classes, T, X, I...>
    : OutcomeIfWith<T, IdElements<ElementIn<X>>, OneHotShape<Classes, sizeof...(I)>, X> {};

template <auto Classes, class T>
struct OneHot {
  template <class... X>
  using Outcome = typename OneHotOutcome<Classes, T, X...>::type;

  template <class Result, class X, class... I>
  static constexpr Result run(const X& ids, I... numbers) {
    const std::int64_t all[] = {static_cast<std::int64_t>(numbers)..., 0};
    const Extents extents(ask(OneHotShape<Classes, sizeof...(I)>{all}, ids.shape()).result);
    const std::int64_t count = ids.element_count();
    const std::int64_t classes = extents[extents.rank - 1];
    if (const std::int64_t bad = engine::first_bad_id(ids.data(), count, classes); bad != count) {
      ask(IsClass<ElementIn<X>>{bad, classes, ids.data()[bad]}, ids.shape());
    }
    auto result = uninitialized<Result>(extents);
    engine::one_hot(ids.data(), fresh(result), count, classes);
    return result;
  }
};

}  // namespace detail

// one_hot<10>(ids), one_hot<10, float>(ids): ones where the id stands, zeros elsewhere, of type std::int64_t as in PyTorch or
// of the type that is asked for. `Classes` is a number, a named axis, or dyn; what is not known is taken as a number behind
// the ids. Throws ShapeError for an id that is none of the classes.
template <auto Classes, Element T = std::int64_t>
inline constexpr detail::Function<detail::OneHot<Classes, T>> one_hot;

}  // namespace shapeproof
