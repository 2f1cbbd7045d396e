// SPDX-License-Identifier: BSL-1.0
// What do rules read and return? A ShapeValue: up to eight extents, each a number, a name, both or neither.
#pragma once

#include "expression.hpp"

namespace shapeproof {

// A shape as a value: what rules read and return.
struct ShapeValue {
  // How many axes a tensor can have.
  static constexpr int max_rank = 8;
  int rank = 0;                        // above max_rank where too many were given
  ExtentValue extents[max_rank] = {};  // the first `rank` of them

  constexpr ShapeValue() = default;
  // The extents of a run-time shape: {64, 3, N, _}. More than max_rank of them are refused where the shape is used.
  template <class... Extents>
    requires(sizeof...(Extents) > 1 && (std::convertible_to<Extents, ExtentValue> && ...))
  constexpr ShapeValue(const Extents&... all) {  // NOLINT(google-explicit-constructor)
    (push_back(all), ...);
  }
  template <class Extent>
    requires(std::convertible_to<Extent, ExtentValue>)
  constexpr ShapeValue(const Extent& only) {  // NOLINT(google-explicit-constructor)
    push_back(only);
  }

  // Counts past max_rank without keeping, so that a rule can say how many there were.
  constexpr void push_back(const ExtentValue& extent) {
    if (rank < max_rank) extents[rank] = extent;
    ++rank;
  }

  // The extent of an axis from 0 on.
  [[nodiscard]] constexpr const ExtentValue& operator[](int axis) const { return extents[axis]; }
  [[nodiscard]] constexpr ExtentValue& operator[](int axis) { return extents[axis]; }
  // The first extent.
  [[nodiscard]] constexpr const ExtentValue* begin() const { return extents; }
  // Behind the last extent.
  [[nodiscard]] constexpr const ExtentValue* end() const { return extents + (rank < max_rank ? rank : max_rank); }

  // Whether all numbers are known.
  [[nodiscard]] constexpr bool is_known() const {
    for (const ExtentValue& extent : *this) {
      if (!extent.is_known()) return false;
    }
    return true;
  }

  // The product of the extents [first, last): a number, an expression, dyn, or impossible where it exceeds 64 bits.
  // A hole counts as dyn.
  [[nodiscard]] constexpr ExtentValue count(int first, int last) const {
    ExtentValue product = 1;
    for (int axis = first; axis < last; ++axis) {
      if (extents[axis].number == 0) return 0;
      product = product * (extents[axis].is_hole() ? ExtentValue(dyn) : extents[axis]);
    }
    return product;
  }
  [[nodiscard]] constexpr ExtentValue count() const { return count(0, rank); }

  // Whether rank, numbers and names are the same.
  friend constexpr bool operator==(const ShapeValue& left, const ShapeValue& right) {
    if (left.rank != right.rank) return false;
    for (int axis = 0; axis < left.rank && axis < max_rank; ++axis) {
      if (!(left[axis] == right[axis])) return false;
    }
    return true;
  }
};

namespace detail {

constexpr Sentence& write_extents(Sentence& out, const ShapeValue& shape, const char* between) {
  for (int axis = 0; axis < shape.rank && axis < ShapeValue::max_rank; ++axis) {
    out << (axis > 0 ? between : "") << shape[axis];
  }
  return out;
}

}  // namespace detail

// As it is written in a program: Shape<64, 3, 32, 32>.
constexpr Sentence& operator<<(Sentence& out, const ShapeValue& shape) {
  return detail::write_extents(out << "Shape<", shape, ", ") << '>';
}

// As NumPy and PyTorch print it: [64, 3, 32, 32].
struct AsList {
  const ShapeValue& shape;  // that is written
};
// Writes the shape so.
constexpr Sentence& operator<<(Sentence& out, const AsList& list) {
  return detail::write_extents(out << '[', list.shape, ", ") << ']';
}

}  // namespace shapeproof
