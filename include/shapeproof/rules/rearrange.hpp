// SPDX-License-Identifier: BSL-1.0
// What comes of a pattern and a tensor? Each axis of the operand is taken apart as the left side says, and axes are put
// together as the right side says. One unknown factor of an axis is worked out.
//
//   rearrange "n c (h p) -> n h (c p)", p = 16   [n, c, 16*h] -> [n, h, c*16]
//   reduce    "n c h w -> n c"                   [n, c, h, w] -> [n, c]
//   repeat    "h w -> h w c", c = 3              [h, w] -> [h, w, 3]
//
// Names of a pattern are its own: extents keep the names that the operand's axes have.
#pragma once

#include "pattern.hpp"
#include "reshape.hpp"

namespace shapeproof {

// An extent that comes along with a pattern: sizes<"p", 16>.
struct GivenExtent {
  detail::Name axis{"", 0};  // its name in the pattern
  ExtentValue extent{};      // dyn where its number comes along at run time
};

// How elements move: the operand as the axes that the left side takes it apart into, the result as those of the right
// side, and for each of these the axis of the operand that it is, or -1 where it is new. A reduction's axes that stand on
// the right nowhere are the reduced ones.
struct Arrangement {
  ShapeValue left{};                       // the operand, with one axis for each name
  ShapeValue right{};                      // the result, with one axis for each name
  int sources[ShapeValue::max_rank] = {};  // axis i on the right is axis sources[i] on the left; -1 is a new one

  // Whether an axis of the operand is none of the result's.
  [[nodiscard]] constexpr bool drops(int axis) const {
    for (int i = 0; i < right.rank; ++i) {
      if (sources[i] == axis) return false;
    }
    return true;
  }
};

// What comes along with a pattern.
struct GivenExtents {
  const GivenExtent* items = nullptr;  // in order
  int count = 0;                       // how many

  // The place of an axis, or -1. (g++ 12 compares no pointer into a temporary with null in a constant expression.)
  [[nodiscard]] constexpr int find(const detail::Name& axis) const {
    for (int i = 0; i < count; ++i) {
      if (items[i].axis == axis) return i;
    }
    return -1;
  }
};

namespace detail {

constexpr Ruling given_rule(const Pattern& pattern, const GivenExtents& given, Refusal* why) {
  for (int i = 0; i < given.count; ++i) {
    const auto& [axis, extent] = given.items[i];
    if (pattern.left.find(axis) < 0 && pattern.right.find(axis) < 0) {
      return refuse(why) << pattern.head << ": sizes names " << Quoted{axis} << ", which is no axis of the pattern";
    }
    if (given.find(axis) != i) {
      return refuse(why) << pattern.head << ": sizes names " << Quoted{axis} << " twice";
    }
    if (extent.number < -1 || extent.is_hole() || extent.is_impossible() || (extent.is_named() && extent.number == 0)) {
      return refuse(why) << pattern.head << ": sizes gives " << axis
                         << " no extent: a number is at least 0, a name at least 1; an unknown factor is left out";
    }
  }
  return allow({});
}

// Works a pattern out for one operand.
class PatternReader {
 public:
  constexpr PatternReader(const Pattern& pattern, const GivenExtents& given, const ShapeValue& from, Refusal* why)
      : pattern_(pattern), given_(given), from_(from), why_(why) {
    if (has_bound_names(from, from)) first_contradiction(names_, from, from, 0);
  }

  constexpr Ruling read(Arrangement& arrangement) {
    if (const Ruling left = read_left(arrangement.left); !left.holds) return left;
    return read_right(arrangement);
  }

 private:
  // The operand's axis at which a place of the left side stands.
  [[nodiscard]] constexpr int axis_at(int place) const {
    const bool is_behind = pattern_.left.has_ellipsis() && pattern_.left.axes[pattern_.left.ellipsis].place < place;
    return is_behind ? place - 1 + taken_ : place;
  }

  constexpr Ruling read_left(ShapeValue& left) {
    const PatternSide& side = pattern_.left;
    taken_ = from_.rank - side.rank();
    if (side.has_ellipsis() ? taken_ < 0 : taken_ != 0) {
      return refuse(why_) << pattern_.head << ": the operand has rank " << from_.rank << ", the left side "
                          << (side.has_ellipsis() ? "at least " : "") << side.rank() << " axes";
    }
    for (int place = 0, first = 0; place < side.place_count; ++place) {
      int last = first;
      while (last < side.axis_count && side.axes[last].place == place) ++last;
      if (side.has_ellipsis() && side.axes[side.ellipsis].place == place) {
        firsts_[first] = left.rank;
        for (int i = 0; i < taken_; ++i) left.push_back(from_[place + i]);
      } else if (const Ruling ruling = read_place(axis_at(place), first, last, left); !ruling.holds) {
        return ruling;
      }
      first = last;
    }
    if (left.rank > ShapeValue::max_rank) return refuse_too_many(pattern_.head, "left", why_);
    return allow({});
  }

  // Axes first to last of the left side are one axis of the operand.
  constexpr Ruling read_place(int axis, int first, int last, ShapeValue& left) {
    const ExtentValue& whole = from_[axis];
    ExtentValue product = 1;
    int unknown = -1;
    for (int i = first; i < last; ++i) {
      const ExtentValue extent = extent_of(pattern_.left.axes[i]);
      firsts_[i] = left.rank;
      left.push_back(extent);
      if (!is_open_axis(extent)) {
        product = last - first == 1 ? extent : product * extent;
      } else if (unknown >= 0) {
        return refuse(why_, axis) << pattern_.head << ": axis " << axis << " leaves "
                                  << pattern_.left.axes[unknown].text << " and " << pattern_.left.axes[i].text
                                  << " open; one can be worked out, sizes<" << Quoted{pattern_.left.axes[i].text}
                                  << ", ...> gives the other";
      } else {
        unknown = i;
      }
    }
    if (unknown >= 0) return read_unknown(axis, first, last, unknown, product, left);
    const Comparison comparison = compare(whole, product);
    if (!comparison.holds()) return refuse_place(axis, product, comparison.relation);
    checks_ = checks_ || comparison.relation == Relation::check;
    if (last - first == 1 && left.rank <= ShapeValue::max_rank) left[left.rank - 1] = comparison.kept;
    return allow({});
  }

  // The factor that is worked out, and what was written for it: nothing, or a name that the operand does not say.
  constexpr Ruling read_unknown(int axis, int first, int last, int unknown, const ExtentValue& product,
                                ShapeValue& left) {
    const ExtentValue& whole = from_[axis];
    // A name's number can make nothing, or less than that, of N/2-1.
    if (product.number == 0 || product.is_impossible()) {
      return refuse(why_, axis) << pattern_.head << ": axis " << axis << " holds " << whole << ": "
                                << pattern_.left.axes[unknown].text << " cannot be worked out beside "
                                << (product.number == 0 ? "0" : "a negative number");
    }
    const Quotient quotient = product.number == 1 ? Quotient{true, whole} : divide(whole, product);
    const ExtentValue rest = quotient.exact ? ExtentValue(0) : whole % product;
    if (rest.is_known() && rest.number > 0) return refuse_rest(axis, first, last, unknown, product, rest);
    // Whether it divides, and by what, is seen at run time.
    checks_ = checks_ || !product.is_known() || !rest.is_known() || (quotient.extent.is_dyn() && product.number != 1);
    ExtentValue found = quotient.exact ? quotient.extent : whole / product;
    if (found.is_impossible()) found = dyn;
    if (const int i = given_.find(pattern_.left.axes[unknown].text); i >= 0) {
      const ExtentValue& written = given_.items[i].extent;
      const Comparison comparison = compare(written, found);
      if (!comparison.holds()) return refuse_place(axis, written * product, comparison.relation);
      checks_ = checks_ || comparison.relation == Relation::check;
      // What the operand says of T may exclude that T/N is so much.
      if (written.has_symbol() && !written.is_known() && found.is_known() &&
          (solve(names_, written.symbol, found.number, {{}, found.number, 0, axis}) == Solution::impossible ||
           first_contradiction(names_, from_, from_, 0) >= 0)) {
        return refuse_place(axis, written * product, Relation::differ);
      }
      found = {found.number, written.symbol};
    }
    if (firsts_[unknown] < ShapeValue::max_rank) left[firsts_[unknown]] = found;
    return allow({});
  }

  [[nodiscard]] constexpr Ruling refuse_rest(int axis, int first, int last, int unknown, const ExtentValue& product,
                                             const ExtentValue& rest) const {
    const ExtentValue& whole = from_[axis];
    const Objection objection = refuse(why_, axis);
    objection << pattern_.head << ": axis " << axis << " holds " << whole;
    for (int i = first; i < last; ++i) {
      if (i != unknown) objection << ", " << pattern_.left.axes[i].text << " is " << extent_of(pattern_.left.axes[i]);
    }
    return objection << ": " << without_name(whole) << " / " << without_name(product) << " leaves " << rest;
  }
  static constexpr ExtentValue without_name(const ExtentValue& extent) {
    return extent.is_known() ? ExtentValue(extent.number) : extent;
  }

  [[nodiscard]] constexpr Ruling refuse_place(int axis, const ExtentValue& product, Relation relation) const {
    const ExtentValue& whole = from_[axis];
    const int place = pattern_.left.has_ellipsis() && axis >= pattern_.left.axes[pattern_.left.ellipsis].place
                          ? axis - taken_ + 1
                          : axis;
    const Objection objection = refuse(why_, axis);
    objection << pattern_.head << ": axis " << axis << " holds " << said(whole, relation) << ", "
              << Quoted{pattern_.left.places[place]} << " is " << said(product, relation);
    say_why(objection, relation, whole, product);
    return objection;
  }

  constexpr Ruling read_right(Arrangement& arrangement) {
    const PatternSide& side = pattern_.right;
    ShapeValue result;
    for (int place = 0, i = 0; place < side.place_count; ++place) {
      const int first = arrangement.right.rank;
      for (; i < side.axis_count && side.axes[i].place == place; ++i) {
        if (const Ruling added = add_right(side.axes[i], arrangement); !added.holds) return added;
      }
      if (arrangement.right.rank > ShapeValue::max_rank) return refuse_too_many(pattern_.head, "right", why_);
      const int last = arrangement.right.rank;
      if (side.ellipsis >= 0 && side.axes[side.ellipsis].place == place && !side.ellipsis_is_inside()) {
        for (int axis = first; axis < last; ++axis) result.push_back(arrangement.right[axis]);
      } else {
        result.push_back(last - first == 1 ? arrangement.right[first] : arrangement.right.count(first, last));
      }
    }
    if (const Ruling formed = well_formed_rule(result, why_); !formed.holds) return formed;
    return allow(result, checks_);
  }

  // Puts the axes of the operand that an axis of the right side is, or a new one, behind the others.
  constexpr Ruling add_right(const PatternAxis& axis, Arrangement& arrangement) const {
    const int source = axis.kind == TokenKind::ellipsis ? pattern_.left.ellipsis : pattern_.left.find(axis.text);
    if (axis.kind == TokenKind::number || source < 0) {
      const ExtentValue extent = extent_of(axis);
      if (given_.find(axis.text) < 0 && axis.kind == TokenKind::name) {
        return refuse(why_) << pattern_.head << ": " << TokenAt{pattern_.head.text, axis.text}
                            << " is new and has no extent; sizes<" << Quoted{axis.text} << ", 3> would give it one";
      }
      if (is_open_axis(extent)) {
        return refuse(why_) << pattern_.head << ": " << axis.text << " is " << extent
                            << ", which the operand does not say; sizes<" << Quoted{axis.text}
                            << ">(n) gives a number at run time";
      }
      add_source(arrangement, -1, extent);
      return allow({});
    }
    const int count = axis.kind == TokenKind::ellipsis ? taken_ : 1;
    for (int i = firsts_[source]; i < firsts_[source] + count; ++i) add_source(arrangement, i, arrangement.left[i]);
    return allow({});
  }

  static constexpr void add_source(Arrangement& arrangement, int source, const ExtentValue& extent) {
    if (arrangement.right.rank < ShapeValue::max_rank) arrangement.sources[arrangement.right.rank] = source;
    arrangement.right.push_back(extent);
  }

  // What is known of an axis without looking at the operand's: a hole where it is nothing.
  [[nodiscard]] constexpr ExtentValue extent_of(const PatternAxis& axis) const {
    if (axis.kind == TokenKind::number) return number_of(axis.text);
    const int given = given_.find(axis.text);
    return given >= 0 ? with_numbers(given_.items[given].extent, names_)[0] : ExtentValue(_);
  }

  // Whether an axis is to be worked out: nothing is given for it, or a name that the operand does not say.
  [[nodiscard]] constexpr bool is_open_axis(const ExtentValue& extent) const {
    return extent.is_hole() || (!extent.is_known() && extent.has_symbol() && !stands_in(extent, from_));
  }

  const Pattern& pattern_;
  const GivenExtents& given_;
  const ShapeValue& from_;
  Refusal* why_;
  Bindings names_{};
  bool checks_ = false;
  int taken_ = 0;                           // how many axes the ellipsis takes
  int firsts_[PatternSide::capacity] = {};  // where the axes of the left side stand in Arrangement::left
};

}  // namespace detail

// What a pattern and its sizes say without an operand.
constexpr Ruling pattern_and_sizes_rule(const Pattern& pattern, const GivenExtents& given, Refusal* why = nullptr) {
  if (pattern.holds) return detail::given_rule(pattern, given, why);
  Pattern again;
  again.head = pattern.head;
  again.rewriting = pattern.rewriting;
  return pattern_rule(again, why);
}

// rearrange, reduce and repeat; `pattern` says which.
constexpr Ruling rearrange_rule(const Pattern& pattern, const GivenExtents& given, const ShapeValue& from,
                                Refusal* why = nullptr, Arrangement* arrangement = nullptr) {
  if (const Ruling ruling = pattern_and_sizes_rule(pattern, given, why); !ruling.holds) return ruling;
  Arrangement own;
  return detail::PatternReader(pattern, given, from, why).read(arrangement != nullptr ? *arrangement : own);
}

}  // namespace shapeproof
