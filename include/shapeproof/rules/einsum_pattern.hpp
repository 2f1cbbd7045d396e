// SPDX-License-Identifier: BSL-1.0
// What does a pattern of einsum say? Indices for each axis of each operand, and of the result:
//
//   "bhid,bhjd->bhij"   what stands on the left of the arrow only is summed over
//   "ij,jk"             without an arrow: the indices that stand once, in alphabetical order, as NumPy
//   "ii->i", "ii"       an index twice in one operand is its diagonal
//   "...ij,...jk"       any axes, the same in all operands that have it
//
// Indices are single letters; spaces mean nothing.
#pragma once

#include "pattern.hpp"

namespace shapeproof {

// The indices of one operand, or of the result.
struct EinsumTerm {
  // How many letters a term may have.
  static constexpr int max_size = ShapeValue::max_rank;
  detail::Name text{"", 0};     // as it was written
  int size = 0;                 // how many letters
  char letters[max_size] = {};  // one for each axis, but for those under the ellipsis
  int ellipsis = -1;            // how many letters stand in front of it

  // Whether "..." stands in it.
  [[nodiscard]] constexpr bool has_ellipsis() const { return ellipsis >= 0; }
  // Where a letter stands, or -1.
  [[nodiscard]] constexpr int find(char letter) const {
    for (int i = 0; i < size; ++i) {
      if (letters[i] == letter) return i;
    }
    return -1;
  }
};

// A pattern, taken apart: "ij,jk->ik".
struct EinsumPattern {
  // How many terms may stand on the left.
  static constexpr int max_operands = 8;
  PatternHead head{};                      // whose it is, for errors
  bool holds = false;                      // whether it could be read
  int operand_count = 0;                   // how many terms stand on the left
  EinsumTerm operands[max_operands] = {};  // the terms on the left
  EinsumTerm result{};                     // the term on the right
};

namespace detail {

inline constexpr int letter_count = 2 * 26;

// Capital letters come first, as in ASCII.
constexpr int index_of(char letter) { return letter >= 'a' ? 26 + letter - 'a' : letter - 'A'; }
constexpr char letter_of(int index) { return static_cast<char>(index < 26 ? 'A' + index : 'a' + index - 26); }

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
  for (int index = 0; index < letter_count; ++index) {
    const char letter = letter_of(index);
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

}  // namespace shapeproof
