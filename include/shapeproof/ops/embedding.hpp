// SPDX-License-Identifier: BSL-1.0
// How do ids become vectors? By the rows of a table that they name.
//
//   embedding(ids, table)   [a, b], [count, width] -> [a, b, width]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/embedding.hpp"
#include "index.hpp"

namespace shapeproof {
namespace detail {

template <class I>
struct EmbeddingElements {
  constexpr Ruling operator()(Refusal* why) const { return embedding_element_rule(element_type<I>, why); }
};

struct Embed {
  static constexpr const char* name = "embedding";
  constexpr Ruling operator()(const ShapeValue& ids, const ShapeValue& table, Refusal* why) const {
    return embedding_rule(ids, table, why);
  }

  template <class... X>
  struct OutcomeOfEmbed {};
  template <Operand I, Operand X>
  struct OutcomeOfEmbed<I, X> : OutcomeIfWith<ElementIn<X>, EmbeddingElements<ElementIn<I>>, Embed, I, X> {};
  template <class... X>
  using Outcome = typename OutcomeOfEmbed<X...>::type;

  template <class Result, class I, class X>
  static Result run(const I& ids, const X& table) {
    const Extents extents = settle(Embed{}, ids, table);
    const engine::Along rows = engine::along(table.extents(), 0);
    check_indices(name, ids, 0, rows.count);
    auto result = uninitialized<Result>(extents);
    if (extents.count() > 0) engine::select_rows(table.data(), rows, ids.data(), ids.element_count(), fresh(result));
    return result;
  }
};

}  // namespace detail

// embedding(ids, table): PyTorch's functional embedding. Ids are int32 or int64; one that names no row throws ShapeError.
inline constexpr detail::Function<detail::Embed> embedding;

}  // namespace shapeproof
