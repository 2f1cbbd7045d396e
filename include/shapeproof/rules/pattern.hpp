// SPDX-License-Identifier: BSL-1.0
// What does a pattern say? Axes by name on both sides of an arrow:
//
//   "b c (h p) -> b h (c p)"   parentheses around axes that are one axis together
//   "1", "()"                  an axis of extent 1
//   "3"                        an axis of extent 3 without a name, on one side only
//   "..."                      any number of axes, once a side
//
// The syntax is einops'. A name is a letter, then letters, digits and _, and does not end in _.
#pragma once

#include "pattern_text.hpp"

namespace shapeproof {

// An axis of a pattern that is not made of others; `place` is the axis of the tensor that it is part of, counted on its
// side of the pattern.
struct PatternAxis {
  TokenKind kind = TokenKind::name;  // name, number or ellipsis
  detail::Name text{"", 0};          // the name, or the number
  int place = 0;                     // the tensor's axis that it is part of
};

// One side of a pattern: its places, which are tensor axes or the ellipsis, and the axes that they are made of.
struct PatternSide {
  // How many axes a side may name.
  static constexpr int max_axes = ShapeValue::max_rank;
  static constexpr int capacity = max_axes + 1;  // and the ellipsis
  const char* name = "";                         // "left" or "right"
  int axis_count = 0;                            // how many axes are named
  PatternAxis axes[capacity] = {};               // in order
  int place_count = 0;                           // how many there are, an ellipsis included
  detail::Name places[capacity] = {};            // as they were written, for errors
  int ellipsis = -1;                             // the axis that is the ellipsis

  // Whether "..." stands in it.
  [[nodiscard]] constexpr bool has_ellipsis() const { return ellipsis >= 0; }
  // How many places are axes of their own.
  [[nodiscard]] constexpr int rank() const { return place_count - (has_ellipsis() && !ellipsis_is_inside() ? 1 : 0); }
  // Whether it stands in brackets, which merges what is under it.
  [[nodiscard]] constexpr bool ellipsis_is_inside() const {
    return has_ellipsis() && places[axes[ellipsis].place].begin[0] == '(';
  }
  // The axis of that name, or -1.
  [[nodiscard]] constexpr int find(const detail::Name& axis) const {
    for (int i = 0; i < axis_count; ++i) {
      if (axes[i].kind == TokenKind::name && axes[i].text == axis) return i;
    }
    return -1;
  }
};

// What may differ between the two sides of a pattern: reduce may drop axes, repeat add some, rearrange neither.
enum class Rewriting { rearrange, reduce, repeat };

// A pattern, taken apart: "b (h w) -> b h w".
struct Pattern {
  PatternHead head{};                          // whose it is, for errors
  Rewriting rewriting = Rewriting::rearrange;  // what may be new or be gone on the right
  bool holds = false;                          // whether it could be read
  PatternSide left{"left"};                    // what there is
  PatternSide right{"right"};                  // what comes out
};

namespace detail {

constexpr Ruling refuse_too_many(const PatternHead& head, const char* side, Refusal* why) {
  return refuse(why) << head << ": more than " << PatternSide::max_axes << " axes stand on the " << side;
}

constexpr Ruling add_axis(const PatternHead& head, const Token& token, PatternSide& side, Refusal* why) {
  const TokenAt at{head.text, token.text};
  if (token.kind == TokenKind::name && side.find(token.text) >= 0) {
    return refuse(why) << head << ": " << at << " stands on the " << side.name << " twice";
  }
  if (token.kind == TokenKind::ellipsis && side.has_ellipsis()) {
    return refuse(why) << head << ": " << at << " is the second on the " << side.name << "; one takes all other axes";
  }
  if (token.kind == TokenKind::number) {
    if (number_of(token.text) == 0) {
      return refuse(why) << head << ": " << at << " is no extent from 1 to " << std::numeric_limits<int>::max();
    }
    // An axis of extent 1 moves nothing: its place stays empty.
    if (number_of(token.text) == 1) return allow({});
  }
  if (side.axis_count - (side.has_ellipsis() ? 1 : 0) == PatternSide::max_axes && token.kind != TokenKind::ellipsis) {
    return refuse_too_many(head, side.name, why);
  }
  if (token.kind == TokenKind::ellipsis) side.ellipsis = side.axis_count;
  side.axes[side.axis_count++] = {token.kind, token.text, side.place_count - 1};
  return allow({});
}

constexpr Ruling add_place(const PatternHead& head, const Token& token, PatternSide& side, Refusal* why) {
  if (side.place_count == PatternSide::capacity) return refuse_too_many(head, side.name, why);
  side.places[side.place_count++] = token.text;
  return allow({});
}

constexpr bool is_axis(TokenKind kind) {
  return kind == TokenKind::name || kind == TokenKind::number || kind == TokenKind::ellipsis;
}

// Reads axes up to an arrow or the end, which becomes `token`.
constexpr Ruling side_rule(const PatternHead& head, Token& token, PatternSide& side, Refusal* why) {
  Token open{};
  bool inside = false;
  for (;; token = next_token(head.text, end_of(head.text, token))) {
    const TokenAt at{head.text, token.text};
    if (token.kind == TokenKind::unknown || token.kind == TokenKind::comma) {
      return refuse(why) << head << ": " << at << " is no part of a pattern; axes have names of letters, digits and _";
    }
    if (token.kind == TokenKind::close && !inside) return refuse(why) << head << ": " << at << " closes nothing";
    if (token.kind == TokenKind::open && inside) {
      return refuse(why) << head << ": " << at << " stands inside of parentheses; they do not nest";
    }
    if (token.kind == TokenKind::arrow || token.kind == TokenKind::end) break;
    if (token.kind == TokenKind::open) open = token;
    if (token.kind == TokenKind::open || (is_axis(token.kind) && !inside)) {
      if (const Ruling added = add_place(head, token, side, why); !added.holds) return added;
    }
    if (is_axis(token.kind)) {
      if (const Ruling added = add_axis(head, token, side, why); !added.holds) return added;
    }
    if (token.kind != TokenKind::close) inside = inside || token.kind == TokenKind::open;
    else inside = false;
    // The text of a place in parentheses goes on as long as they do.
    Name& place = side.places[side.place_count - 1];
    place.size = static_cast<int>(token.text.begin - place.begin) + token.text.size;
  }
  if (inside) return refuse(why) << head << ": " << TokenAt{head.text, open.text} << " is never closed";
  return allow({});
}

// Whether axes that stand on one side only may.
constexpr Ruling sides_rule(const Pattern& pattern, Refusal* why) {
  const Name& text = pattern.head.text;
  for (const PatternAxis& axis : pattern.left.axes) {
    if (axis.text.size == 0 || pattern.rewriting == Rewriting::reduce) break;
    const bool is_there =
        axis.kind == TokenKind::ellipsis ? pattern.right.has_ellipsis() : pattern.right.find(axis.text) >= 0;
    if (is_there) continue;
    return refuse(why) << pattern.head << ": " << TokenAt{text, axis.text}
                       << " stands on the left only; reduce drops axes";
  }
  for (const PatternAxis& axis : pattern.right.axes) {
    if (axis.text.size == 0) break;
    if (axis.kind == TokenKind::ellipsis && !pattern.left.has_ellipsis()) {
      return refuse(why) << pattern.head << ": " << TokenAt{text, axis.text}
                         << " stands on the right only; the left side says which axes it takes";
    }
    if (axis.kind == TokenKind::ellipsis || pattern.rewriting == Rewriting::repeat) continue;
    if (pattern.left.find(axis.text) >= 0) continue;
    return refuse(why) << pattern.head << ": " << TokenAt{text, axis.text}
                       << " stands on the right only; repeat adds axes";
  }
  return allow({});
}

}  // namespace detail

// Reads a pattern of axes. What is read of a text that is none is of no use.
constexpr Ruling pattern_rule(Pattern& pattern, Refusal* why = nullptr) {
  const PatternHead& head = pattern.head;
  // First of all: without an arrow, all else that is found is found on the wrong side.
  if (!detail::has_arrow(head.text)) {
    return refuse(why) << head << ": there is no \"->\" between two sides; a pattern is \"a b -> b a\"";
  }
  Token token = detail::next_token(head.text, 0);
  if (const Ruling left = detail::side_rule(head, token, pattern.left, why); !left.holds) return left;
  if (pattern.left.ellipsis_is_inside()) {
    return refuse(why) << head << ": "
                       << detail::TokenAt{head.text,
                                          pattern.left.places[pattern.left.axes[pattern.left.ellipsis].place]}
                       << " has an ellipsis in parentheses, which only the right side may";
  }
  token = detail::next_token(head.text, detail::end_of(head.text, token));
  if (const Ruling right = detail::side_rule(head, token, pattern.right, why); !right.holds) return right;
  if (token.kind == TokenKind::arrow) {
    return refuse(why) << head << ": " << detail::TokenAt{head.text, token.text} << " is the second arrow";
  }
  return detail::sides_rule(pattern, why);
}

// Reads `size` characters; never beyond them.
constexpr Pattern read_pattern(Rewriting rewriting, const char* text, int size) {
  constexpr const char* operations[] = {"rearrange", "reduce", "repeat"};
  Pattern pattern;
  pattern.head = {operations[static_cast<int>(rewriting)], {text, size}};
  pattern.rewriting = rewriting;
  pattern.holds = pattern_rule(pattern).holds;
  return pattern;
}

}  // namespace shapeproof
