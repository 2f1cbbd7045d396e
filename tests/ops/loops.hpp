// SPDX-License-Identifier: BSL-1.0
// What operations are compared with: loops over indices, and random shapes.
#pragma once

#include <random>

#include "ops/outcome.hpp"

namespace samples {

using Position = std::vector<std::int64_t>;
using Dynamic = DynamicTensor<Int>;

inline std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}
inline std::int64_t random_below(std::int64_t end) {
  return static_cast<std::int64_t>(random_numbers()() % static_cast<std::uint32_t>(end));
}
// From `first` to `last`, both included.
inline std::int64_t random_from(std::int64_t first, std::int64_t last) {
  return first + random_below(last - first + 1);
}

// Small extents, so that operands often fit and results stay small.
inline ShapeValue random_shape(int rank, std::int64_t smallest = 0, std::int64_t largest = 4) {
  ShapeValue shape;
  for (int axis = 0; axis < rank; ++axis) shape.push_back(random_from(smallest, largest));
  return shape;
}

inline std::int64_t position_of(const Position& index, const ShapeValue& shape) {
  std::int64_t position = 0;
  for (std::size_t axis = 0; axis < index.size(); ++axis) {
    position = position * shape[static_cast<int>(axis)].number + index[axis];
  }
  return position;
}
inline Int element_at(const Dynamic& x, const Position& index) { return x.data()[position_of(index, x.shape())]; }

// function(index) for each index of a shape, the last axis fastest.
template <class Function>
void for_each_index(const ShapeValue& shape, const Function& function, Position index = {}) {
  if (static_cast<int>(index.size()) == shape.rank) return function(index);
  for (std::int64_t i = 0; i < shape[static_cast<int>(index.size())].number; ++i) {
    Position longer = index;
    longer.push_back(i);
    for_each_index(shape, function, longer);
  }
}

// Whether x has these extents, and at each index what wanted(index) says.
template <class Function>
bool is_as(const Dynamic& x, const ShapeValue& shape, const Function& wanted) {
  bool all = x.shape() == shape;
  std::int64_t position = 0;
  if (all) for_each_index(shape, [&](const Position& index) { all = all && x.data()[position++] == wanted(index); });
  return all && position == x.element_count();
}

// The same elements with a type.
template <class S>
Tensor<Int, S> typed(const Dynamic& x) {
  return detail::regroup<Tensor<Int, S>>(x, x.extents());
}

// How many of so many checks, which draw random numbers, fail: each use of Catch2's macros takes longer than they do.
template <class Check>
int failures(int times, const Check& check) {
  int count = 0;
  for (int i = 0; i < times; ++i) count += check() ? 0 : 1;
  return count;
}

// index with one number of it replaced.
inline Position with(Position index, int axis, std::int64_t number) {
  index[static_cast<std::size_t>(axis)] = number;
  return index;
}

}  // namespace samples
