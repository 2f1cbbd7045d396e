// SPDX-License-Identifier: BSL-1.0
// How are the indices of an einsum walked along? In row-major order, the result's first; and what the sum is, by definition.
#pragma once

#include <limits>

#include "contraction_order.hpp"
#include "matmul.hpp"
#include "strided.hpp"

namespace shapeproof::engine {
namespace detail {

// How many multiplications are too few to plan anything.
inline constexpr std::int64_t few_products = 256;

// Indices, each once.
struct IndexOrder {
  int count = 0;
  int items[EinsumIndices::kinds] = {};

  [[nodiscard]] constexpr int operator[](int i) const { return items[i]; }
  [[nodiscard]] constexpr int find(int index) const {
    for (int i = 0; i < count; ++i) {
      if (items[i] == index) return i;
    }
    return -1;
  }
  [[nodiscard]] constexpr bool has(int index) const { return find(index) >= 0; }
  constexpr void add(int index) {
    if (!has(index)) items[count++] = index;
  }
  template <class Others>
  constexpr void add_all(const Others& others) {
    for (int i = 0; i < others.count; ++i) add(others[i]);
  }
};

// All indices of an einsum, the result's first.
constexpr IndexOrder all_indices(const Contraction& contraction) {
  IndexOrder order;
  order.add_all(contraction.result);
  for (int operand = 0; operand < contraction.operand_count; ++operand) order.add_all(contraction.operands[operand]);
  return order;
}

// The product of the extents of indices [first, last); 0 where one is, and the largest number where it has more bits.
constexpr std::int64_t count_of(const Contraction& contraction, const IndexOrder& order, int first, int last) {
  std::int64_t count = 1;
  bool overflows = false;
  for (int i = first; i < last; ++i) {
    if (contraction.extents[order[i]] == 0) return 0;
    overflows = overflows || __builtin_mul_overflow(count, contraction.extents[order[i]], &count);
  }
  return overflows ? std::numeric_limits<std::int64_t>::max() : count;
}

constexpr std::int64_t count_of(const Contraction& contraction, const IndexOrder& order) {
  return count_of(contraction, order, 0, order.count);
}

// Where in an operand's elements an index points.
constexpr std::int64_t offset_of(const Contraction& contraction, int operand, const std::int64_t* index) {
  const EinsumIndices& indices = contraction.operands[operand];
  std::int64_t offset = 0;
  for (int i = 0; i < indices.count; ++i) offset = offset * contraction.extents[indices[i]] + index[indices[i]];
  return offset;
}

// Sets `index` to the position of indices [first, last) in row-major order.
constexpr void put_position(const Contraction& contraction, const IndexOrder& order, int first, int last,
                            std::int64_t position, std::int64_t* index) {
  for (int i = last - 1; i >= first; --i) {
    index[order[i]] = position % contraction.extents[order[i]];
    position /= contraction.extents[order[i]];
  }
}

// By definition: for each element of the result, the sum over all other indices of the operands' products.
template <class T>
constexpr void einsum_plainly(const Contraction& contraction, const T* const* operands, T* out) {
  using Summed = typename SumOf<T>::type;
  const IndexOrder order = all_indices(contraction);
  const int kept = contraction.result.count;
  const std::int64_t out_count = count_of(contraction, order, 0, kept);
  const std::int64_t summed = count_of(contraction, order, kept, order.count);
  std::int64_t index[EinsumIndices::kinds] = {};
  for (std::int64_t position = 0; position < out_count; ++position) {
    put_position(contraction, order, 0, kept, position, index);
    Summed sum{};
    for (std::int64_t inner = 0; inner < summed; ++inner) {
      put_position(contraction, order, kept, order.count, inner, index);
      Summed product = static_cast<Summed>(operands[0][offset_of(contraction, 0, index)]);
      for (int i = 1; i < contraction.operand_count; ++i) {
        product *= static_cast<Summed>(operands[i][offset_of(contraction, i, index)]);
      }
      sum += product;
    }
    out[position] = static_cast<T>(sum);
  }
}

}  // namespace detail
}  // namespace shapeproof::engine
