// SPDX-License-Identifier: BSL-1.0
// What is an einsum of these operands? Every index has one extent in all operands that it stands in; what stands on the
// left of the arrow only is summed over.
//
//   "bhid,bhjd->bhij"   [b, h, i, d], [b, h, j, d] -> [b, h, i, j]
//   "ij,jk"             without an arrow: the indices that stand once, in alphabetical order, as NumPy
//   "ii->i", "ii"       an index twice in one operand is its diagonal
//   "...ij,...jk"       ... is the same axes in all operands that have it: nothing is broadcast
//
// EinsumIndices are single letters; spaces mean nothing. An ellipsis that the right side leaves out is summed over, as in PyTorch.
#pragma once

#include "pattern.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// The indices of one operand, or of the result.
struct EinsumTerm {
  static constexpr int max_size = ShapeValue::max_rank;
  detail::Name text{"", 0};
  int size = 0;
  char letters[max_size] = {};
  int ellipsis = -1;  // how many letters stand in front of it

  [[nodiscard]] constexpr bool has_ellipsis() const { return ellipsis >= 0; }
  [[nodiscard]] constexpr int find(char letter) const {
    for (int i = 0; i < size; ++i) {
      if (letters[i] == letter) return i;
    }
    return -1;
  }
};

struct EinsumPattern {
  static constexpr int max_operands = 8;
  PatternHead head{};
  bool holds = false;  // whether it could be read
  int operand_count = 0;
  EinsumTerm operands[max_operands] = {};
  EinsumTerm result{};
};

// EinsumIndices as numbers, in the order of axes: letters, then the axes of the ellipsis.
struct EinsumIndices {
  static constexpr int kinds = 2 * 26 + ShapeValue::max_rank;
  int count = 0;
  int items[ShapeValue::max_rank] = {};

  // Counts past what is kept, as a shape does.
  constexpr void push_back(int index) {
    if (count < ShapeValue::max_rank) items[count] = index;
    ++count;
  }
  [[nodiscard]] constexpr int operator[](int i) const { return items[i]; }
  [[nodiscard]] constexpr int find(int index) const {
    for (int i = 0; i < count; ++i) {
      if (items[i] == index) return i;
    }
    return -1;
  }
};

// An einsum as numbers, for whoever computes it.
struct Contraction {
  int operand_count = 0;
  EinsumIndices operands[EinsumPattern::max_operands] = {};
  EinsumIndices result{};
  std::int64_t extents[EinsumIndices::kinds] = {};  // of each index
};

namespace detail {

inline constexpr int first_ellipsis_index = 2 * 26;

// Capital letters come first, as in ASCII.
constexpr int index_of(char letter) { return letter >= 'a' ? 26 + letter - 'a' : letter - 'A'; }

struct IndexName {
  int index;
};
constexpr Sentence& operator<<(Sentence& out, const IndexName& name) {
  if (name.index >= first_ellipsis_index) return out << "axis " << name.index - first_ellipsis_index << " of ...";
  return out << static_cast<char>(name.index < 26 ? 'A' + name.index : 'a' + name.index - 26);
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

// Reads the indices of a token that is none of , -> and the end.
constexpr Ruling add_indices(const PatternHead& head, const Token& token, EinsumTerm& term, Refusal* why) {
  if (token.kind == TokenKind::ellipsis) {
    if (term.has_ellipsis()) {
      return refuse(why) << head << ": " << TokenAt{head.text, token.text} << " is the second of one operand";
    }
    term.ellipsis = term.size;
    return allow({});
  }
  for (int i = 0; i < token.text.size; ++i) {
    const Name letter{token.text.begin + i, 1};
    if (!is_latin(*letter.begin)) {
      return refuse(why) << head << ": " << TokenAt{head.text, letter} << " is no index; indices are single letters";
    }
    if (term.size == EinsumTerm::max_size) {
      return refuse(why) << head << ": " << TokenAt{head.text, letter}
                         << " is one index too many; an operand has at most " << EinsumTerm::max_size;
    }
    term.letters[term.size++] = *letter.begin;
  }
  return allow({});
}

// Reads one operand's indices, up to a comma, an arrow or the end, which becomes `token`.
constexpr Ruling term_rule(const PatternHead& head, Token& token, EinsumTerm& term, Refusal* why) {
  term.text = {token.text.begin, 0};
  while (token.kind != TokenKind::comma && token.kind != TokenKind::arrow && token.kind != TokenKind::end) {
    if (const Ruling added = add_indices(head, token, term, why); !added.holds) return added;
    term.text.size = static_cast<int>(token.text.begin - term.text.begin) + token.text.size;
    token = next_token(head.text, end_of(head.text, token));
  }
  return allow({});
}

constexpr int count_letter(const EinsumPattern& pattern, char letter) {
  int count = 0;
  for (int operand = 0; operand < pattern.operand_count; ++operand) {
    const EinsumTerm& term = pattern.operands[operand];
    for (int i = 0; i < term.size; ++i) count += term.letters[i] == letter ? 1 : 0;
  }
  return count;
}

constexpr bool any_has_ellipsis(const EinsumPattern& pattern) {
  for (int operand = 0; operand < pattern.operand_count; ++operand) {
    if (pattern.operands[operand].has_ellipsis()) return true;
  }
  return false;
}

// What is meant where no arrow says it.
constexpr Ruling implied_result_rule(EinsumPattern& pattern, Refusal* why) {
  if (any_has_ellipsis(pattern)) pattern.result.ellipsis = 0;
  for (int index = 0; index < first_ellipsis_index; ++index) {
    const char letter = static_cast<char>(index < 26 ? 'A' + index : 'a' + index - 26);
    if (count_letter(pattern, letter) != 1) continue;
    if (pattern.result.size == EinsumTerm::max_size) {
      return refuse(why) << pattern.head << ": more than " << EinsumTerm::max_size
                         << " indices stand once; the result has at most as many";
    }
    pattern.result.letters[pattern.result.size++] = letter;
  }
  return allow({});
}

constexpr Ruling result_term_rule(EinsumPattern& pattern, Token& token, Refusal* why) {
  const PatternHead& head = pattern.head;
  token = next_token(head.text, end_of(head.text, token));
  if (const Ruling ruling = term_rule(head, token, pattern.result, why); !ruling.holds) return ruling;
  if (token.kind != TokenKind::end) {
    return refuse(why) << head << ": " << TokenAt{head.text, token.text}
                       << " stands behind the arrow; there is one result";
  }
  for (int i = 0; i < pattern.result.size; ++i) {
    const char letter = pattern.result.letters[i];
    const bool is_twice = pattern.result.find(letter) < i;
    if (is_twice || count_letter(pattern, letter) == 0) {
      return refuse(why) << head << ": " << letter
                         << (is_twice ? " stands on the right twice" : " stands on the right only");
    }
  }
  if (pattern.result.has_ellipsis() && !any_has_ellipsis(pattern)) {
    return refuse(why) << head << ": ... stands on the right only; an operand says which axes it takes";
  }
  return allow({});
}

}  // namespace detail

// Reads an einsum's pattern. What is read of a text that is none is of no use.
constexpr Ruling einsum_pattern_rule(EinsumPattern& pattern, Refusal* why = nullptr) {
  const PatternHead& head = pattern.head;
  Token token = detail::next_token(head.text, 0);
  for (bool more = true; more;) {
    if (pattern.operand_count == EinsumPattern::max_operands) {
      return refuse(why) << head << ": more than " << EinsumPattern::max_operands << " operands";
    }
    EinsumTerm& term = pattern.operands[pattern.operand_count++];
    if (const Ruling ruling = detail::term_rule(head, token, term, why); !ruling.holds) return ruling;
    more = token.kind == TokenKind::comma;
    if (more) token = detail::next_token(head.text, detail::end_of(head.text, token));
  }
  if (token.kind == TokenKind::arrow) return detail::result_term_rule(pattern, token, why);
  return detail::implied_result_rule(pattern, why);
}

// Reads `size` characters; never beyond them.
constexpr EinsumPattern read_einsum(const char* text, int size) {
  EinsumPattern pattern;
  pattern.head = {"einsum", {text, size}};
  pattern.holds = einsum_pattern_rule(pattern).holds;
  return pattern;
}

namespace detail {

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
      for (int k = 0; i == term.ellipsis && k < taken_; ++k) indices.push_back(first_ellipsis_index + k);
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

constexpr Ruling einsum_rule(const EinsumPattern& pattern, const ShapeValue* const* shapes, int count,
                             Refusal* why = nullptr, Contraction* contraction = nullptr) {
  if (!pattern.holds) {
    EinsumPattern again;
    again.head = pattern.head;
    return einsum_pattern_rule(again, why);
  }
  if (count != pattern.operand_count) {
    return refuse(why) << pattern.head << ": " << count << (count == 1 ? " operand is" : " operands are")
                       << " given, the pattern has " << pattern.operand_count;
  }
  Contraction own;
  return detail::EinsumReader(pattern, shapes, why).read(contraction != nullptr ? *contraction : own);
}

}  // namespace shapeproof
