// SPDX-License-Identifier: BSL-1.0
// In which order are three and more operands contracted? Two at a time, in the order with the fewest multiplications of
// all: dynamic programming over the sets of operands, of which eight have 256. What pairs cost is the product of the
// extents of all their indices.
//
// The method is that of opt_einsum's "optimal" and "dp" paths (Smith and Gray, 2018).
#pragma once

#include "../rules/einsum.hpp"

namespace shapeproof::engine {

// Operands `left` and `right` become one, which is numbered behind all others: the first is operand_count.
struct ContractionStep {
  int left = 0;
  int right = 0;
};

struct ContractionOrder {
  int step_count = 0;
  ContractionStep steps[EinsumPattern::max_operands] = {};
  double cost = 0;  // multiplications
};

namespace detail {

using IndexSet = std::uint64_t;
static_assert(EinsumIndices::kinds <= 64);

constexpr IndexSet set_of(const EinsumIndices& indices) {
  IndexSet set = 0;
  for (int i = 0; i < indices.count; ++i) set |= IndexSet{1} << indices[i];
  return set;
}

class ContractionPlanner {
 public:
  constexpr explicit ContractionPlanner(const Contraction& contraction) : contraction_(contraction) {}

  constexpr ContractionOrder plan() {
    const unsigned all = (1U << contraction_.operand_count) - 1;
    for (unsigned set = 1; set <= all; ++set) {
      outside_[set] = indices_of(set) & (set_of(contraction_.result) | indices_of(all & ~set));
      if ((set & (set - 1)) != 0) split(set);
    }
    ContractionOrder order;
    order.cost = costs_[all];
    build(all, order);
    return order;
  }

 private:
  // The indices of some operands.
  [[nodiscard]] constexpr IndexSet indices_of(unsigned operands) const {
    IndexSet set = 0;
    for (int i = 0; i < contraction_.operand_count; ++i) {
      if ((operands >> i & 1U) != 0) set |= set_of(contraction_.operands[i]);
    }
    return set;
  }

  [[nodiscard]] constexpr double product_of(IndexSet set) const {
    double product = 1;
    for (int i = 0; set != 0; ++i, set >>= 1) {
      if ((set & 1U) != 0) product *= static_cast<double>(contraction_.extents[i]);
    }
    return product;
  }

  // The cheapest way to cut a set of operands in two; each way is looked at once.
  constexpr void split(unsigned set) {
    costs_[set] = -1;
    for (unsigned left = (set - 1) & set; left > 0; left = (left - 1) & set) {
      const unsigned right = set & ~left;
      if (left > right) continue;
      const double cost = costs_[left] + costs_[right] + product_of(outside_[left] | outside_[right]);
      if (costs_[set] >= 0 && cost >= costs_[set]) continue;
      costs_[set] = cost;
      splits_[set] = left;
    }
  }

  // The number of the operand that a set becomes.
  constexpr int build(unsigned set, ContractionOrder& order) const {
    if ((set & (set - 1)) == 0) {
      int operand = 0;
      while ((set >> operand & 1U) == 0) ++operand;
      return operand;
    }
    const int left = build(splits_[set], order);
    const int right = build(set & ~splits_[set], order);
    order.steps[order.step_count++] = {left, right};
    return contraction_.operand_count + order.step_count - 1;
  }

  static constexpr unsigned sets = 1U << EinsumPattern::max_operands;
  const Contraction& contraction_;
  IndexSet outside_[sets] = {};  // the indices of a set that are needed outside of it
  double costs_[sets] = {};
  unsigned splits_[sets] = {};
};

}  // namespace detail

constexpr ContractionOrder contraction_order(const Contraction& contraction) {
  if (contraction.operand_count < 2) return {};
  if (contraction.operand_count == 2) return {1, {{0, 1}}, 0};
  return detail::ContractionPlanner(contraction).plan();
}

}  // namespace shapeproof::engine
