// SPDX-License-Identifier: BSL-1.0
// What is an einsum of these operands? Every index has one extent in all operands that it stands in; what the result
// leaves out is summed over.
//
//   "bhid,bhjd->bhij"   [b, h, i, d], [b, h, j, d] -> [b, h, i, j]
//
// Nothing is broadcast: an extent of 1 is no other, and an ellipsis takes the same axes in all operands that have it. One
// that the result leaves out is summed over, as in PyTorch.
#pragma once

#include "einsum_pattern.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// Indices as numbers, in the order of axes: letters, then the axes of the ellipsis.
struct EinsumIndices {
  // How many indices can be told apart: letters, and axes under an ellipsis.
  static constexpr int kinds = detail::letter_count + ShapeValue::max_rank;
  int count = 0;                         // how many axes
  int items[ShapeValue::max_rank] = {};  // a number for each axis: equal ones are the same index

  // Counts past what is kept, as a shape does.
  constexpr void push_back(int index) {
    if (count < ShapeValue::max_rank) items[count] = index;
    ++count;
  }
  // The index of an axis.
  [[nodiscard]] constexpr int operator[](int i) const { return items[i]; }
  // The axis that has this index, or -1.
  [[nodiscard]] constexpr int find(int index) const {
    for (int i = 0; i < count; ++i) {
      if (items[i] == index) return i;
    }
    return -1;
  }
};

// An einsum as numbers, for whoever computes it.
struct Contraction {
  int operand_count = 0;                                     // how many are multiplied
  EinsumIndices operands[EinsumPattern::max_operands] = {};  // the indices of each operand
  EinsumIndices result{};                                    // the indices that stay
  std::int64_t extents[EinsumIndices::kinds] = {};           // of each index
};

namespace detail {

struct IndexName {
  int index;
};
constexpr Sentence& operator<<(Sentence& out, const IndexName& name) {
  if (name.index >= letter_count) return out << "axis " << name.index - letter_count << " of ...";
  return out << letter_of(name.index);
}

struct OperandName {
  int operand;
  int count;
};
constexpr Sentence& operator<<(Sentence& out, const OperandName& name) {
  if (name.count == 1) return out << "the operand";
  if (name.count > 2) return out << "operand " << name.operand;
  return out << (name.operand == 0 ? "the left operand" : "the right operand");
}

// Works an einsum out for some operands.
class EinsumReader {
 public:
  constexpr EinsumReader(const EinsumPattern& pattern, const ShapeValue* const* shapes, Refusal* why)
      : pattern_(pattern), shapes_(shapes), count_(pattern.operand_count), why_(why) {}

  constexpr Ruling read(Contraction& contraction) {
    contraction.operand_count = count_;
    for (int operand = 0; operand < count_; ++operand) {
      if (const Ruling ruling = read_rank(operand); !ruling.holds) return ruling;
      contraction.operands[operand] = indices_of(pattern_.operands[operand]);
    }
    for (int operand = 0; operand < count_; ++operand) {
      for (int axis = 0; axis < shapes_[operand]->rank; ++axis) {
        if (const Ruling ruling = read_axis(contraction, operand, axis); !ruling.holds) return ruling;
      }
    }
    if (const Ruling names = read_names(); !names.holds) return names;
    contraction.result = indices_of(pattern_.result);
    ShapeValue result;
    for (int i = 0; i < contraction.result.count; ++i) result.push_back(kept(contraction, i));
    if (const Ruling formed = well_formed_rule(result, why_); !formed.holds) return formed;
    return allow(result, checks_);
  }

 private:
  [[nodiscard]] constexpr OperandName name_of(int operand) const { return {operand, count_}; }

  constexpr Ruling read_rank(int operand) {
    const EinsumTerm& term = pattern_.operands[operand];
    const int rank = shapes_[operand]->rank;
    if (term.has_ellipsis() ? rank < term.size : rank != term.size) {
      return refuse(why_) << pattern_.head << ": " << name_of(operand) << " has rank " << rank << ", "
                          << Quoted{term.text} << " is for " << (term.has_ellipsis() ? "at least " : "") << term.size
                          << " axes";
    }
    if (!term.has_ellipsis()) return allow({});
    if (taken_ >= 0 && taken_ != rank - term.size) {
      return refuse(why_) << pattern_.head << ": ... takes " << taken_ << " axes of " << name_of(first_taker_)
                          << " and " << rank - term.size << " of " << name_of(operand)
                          << "; nothing is broadcast silently";
    }
    if (taken_ < 0) first_taker_ = operand;
    taken_ = rank - term.size;
    return allow({});
  }

  [[nodiscard]] constexpr EinsumIndices indices_of(const EinsumTerm& term) const {
    EinsumIndices indices;
    for (int i = 0; i <= term.size; ++i) {
      for (int k = 0; i == term.ellipsis && k < taken_; ++k) indices.push_back(letter_count + k);
      if (i < term.size) indices.push_back(index_of(term.letters[i]));
    }
    return indices;
  }

  // Calls with_axis(operand, axis) for each place of an index in front of axis `last_axis` of operand `last`.
  template <class WithAxis>
  static constexpr void for_each_place(const Contraction& contraction, int index, int last, int last_axis,
                                       const WithAxis& with_axis) {
    for (int operand = 0; operand <= last; ++operand) {
      const EinsumIndices& indices = contraction.operands[operand];
      for (int axis = 0; axis < indices.count && (operand < last || axis < last_axis); ++axis) {
        if (indices[axis] == index) with_axis(operand, axis);
      }
    }
  }

  // An extent beside all others of its index that stand in front of it.
  constexpr Ruling read_axis(Contraction& contraction, int operand, int axis) {
    const int index = contraction.operands[operand][axis];
    const ExtentValue& extent = (*shapes_[operand])[axis];
    contraction.extents[index] = extent.number;
    Ruling ruling = allow({});
    for_each_place(contraction, index, operand, axis, [&](int other, int other_axis) {
      if (!ruling.holds) return;
      const ExtentValue& before = (*shapes_[other])[other_axis];
      const Comparison comparison = compare(before, extent);
      checks_ = checks_ || comparison.relation == Relation::check;
      if (!comparison.holds()) ruling = refuse_extents(index, other, other_axis, operand, axis, comparison.relation);
    });
    return ruling;
  }

  [[nodiscard]] constexpr Ruling refuse_extents(int index, int left, int left_axis, int right, int right_axis,
                                                Relation relation) const {
    const ExtentValue& before = (*shapes_[left])[left_axis];
    const ExtentValue& extent = (*shapes_[right])[right_axis];
    const Objection objection = refuse(why_, right_axis);
    objection << pattern_.head << ": " << IndexName{index} << " is " << said(before, relation) << " in "
              << name_of(left) << " (axis " << left_axis << ") and " << said(extent, relation) << " in "
              << name_of(right) << " (axis " << right_axis << ')';
    if (relation != Relation::differ) say_why(objection, relation, before, extent);
    return objection;
  }

  [[nodiscard]] constexpr Ruling read_names() const {
    Bindings names;
    for (int operand = 0; operand < count_ && count_ > 1; ++operand) {
      const ShapeValue& shape = *shapes_[operand];
      if (!has_bound_names(shape, shape)) continue;
      const int axis = first_contradiction(names, shape, shape, operand);
      if (axis < 0) continue;
      return refuse(why_, axis) << pattern_.head << ": axis " << axis << " of " << name_of(operand) << " is "
                                << shape[axis] << ", but another operand says otherwise; a name holds one number";
    }
    return allow({});
  }

  // The best-known extent of an axis of the result.
  [[nodiscard]] constexpr ExtentValue kept(const Contraction& contraction, int axis) const {
    if (axis >= ShapeValue::max_rank) return dyn;
    ExtentValue best = dyn;
    for_each_place(contraction, contraction.result[axis], count_ - 1, ShapeValue::max_rank,
                   [&](int operand, int place) { best = compare(best, (*shapes_[operand])[place]).kept; });
    return best;
  }

  const EinsumPattern& pattern_;
  const ShapeValue* const* shapes_;
  int count_;
  Refusal* why_;
  bool checks_ = false;
  int taken_ = -1;  // how many axes the ellipsis takes
  int first_taker_ = 0;
};

}  // namespace detail

// What a pattern and the number of operands say without their shapes.
constexpr Ruling einsum_operands_rule(const EinsumPattern& pattern, int count, Refusal* why = nullptr) {
  if (!pattern.holds) {
    EinsumPattern again;
    again.head = pattern.head;
    return einsum_pattern_rule(again, why);
  }
  if (count != pattern.operand_count) {
    return refuse(why) << pattern.head << ": " << count << (count == 1 ? " operand is" : " operands are")
                       << " given, the pattern has " << pattern.operand_count;
  }
  return allow({});
}

// What the pattern makes of shapes: an index has one extent wherever it stands. Writes down, where asked, what to
// compute.
constexpr Ruling einsum_rule(const EinsumPattern& pattern, const ShapeValue* const* shapes, int count,
                             Refusal* why = nullptr, Contraction* contraction = nullptr) {
  if (const Ruling ruling = einsum_operands_rule(pattern, count, why); !ruling.holds) return ruling;
  Contraction own;
  return detail::EinsumReader(pattern, shapes, why).read(contraction != nullptr ? *contraction : own);
}

}  // namespace shapeproof
