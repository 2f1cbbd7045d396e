// SPDX-License-Identifier: BSL-1.0
// Can these elements fill that shape? Both hold the same count; at most one extent of the new shape is worked out.
//
//   [a, b, c] -> [d, e] where a*b*c = d*e
#pragma once

#include "axes.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// Whether numbers for the dyn extents of a shape come along at run time, as in reshape(x, n, 3_c).
enum class Values { none, follow };

namespace detail {

// `dividend` / `divisor` where that leaves no remainder; otherwise not known and not dyn.
struct Quotient {
  bool exact = false;
  ExtentValue extent{};
};

constexpr Quotient divide(const ExtentValue& dividend, const ExtentValue& divisor) {
  if (divisor.number == 0) return {};
  if (dividend.is_known() && divisor.is_known()) {
    return {dividend.number % divisor.number == 0, dividend.number / divisor.number};
  }
  if (dividend.is_dyn() || divisor.is_dyn()) return {true, dyn};
  Polynomial quotient;
  if (!polynomial_of(dividend).divide(polynomial_of(divisor), quotient)) return {};
  return {true, extent_of(quotient)};
}

constexpr ExtentValue count_without(const ShapeValue& shape, int axis) {
  return shape.count(0, axis) * shape.count(axis + 1, shape.rank);
}

// `wanted` with one number changed so that it holds `count` elements, the leading axis first; rank -1 if there is none.
constexpr ShapeValue fitting_shape(const ExtentValue& count, const ShapeValue& wanted) {
  for (int axis = 0; axis < wanted.rank; ++axis) {
    const Quotient quotient = divide(count, count_without(wanted, axis));
    if (!wanted[axis].is_known() || !quotient.exact || quotient.extent.is_dyn()) continue;
    ShapeValue fitting = wanted;
    fitting[axis] = quotient.extent;
    return fitting;
  }
  ShapeValue none;
  none.rank = -1;
  return none;
}

// The extents with a number for every name that has one in `names`.
constexpr ShapeValue with_numbers(ShapeValue shape, const Bindings& names) {
  if (names.size() == 0) return shape;
  for (int axis = 0; axis < shape.rank; ++axis) {
    ExtentValue& extent = shape[axis];
    if (extent.is_known() || !extent.has_symbol() || extent.is_hole()) continue;
    const Polynomial sum = names.substitute(Polynomial::parse(extent.symbol.text));
    if (sum.is_number()) extent.number = ExtentValue(sum.number()).number;
  }
  return shape;
}

constexpr bool mentions(const ShapeValue& shape, const Name& name) {
  for (const ExtentValue& extent : shape) {
    if (!extent.has_symbol()) continue;
    if (extent.is_named() ? Name::of(extent.symbol.text) == name
                          : Polynomial::parse(extent.symbol.text).mentions(name)) {
      return true;
    }
  }
  return false;
}

// Collects into `open` the names of `extent` that neither have a number in `names` nor stand in `source`.
constexpr void collect_open_names(const ExtentValue& extent, const ShapeValue& source, const Bindings& names,
                                  Bindings& open) {
  const Polynomial sum = Polynomial::parse(extent.symbol.text);
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      const Name& name = sum[i].factors[k];
      if (names.find(name) == nullptr && open.find(name) == nullptr && !mentions(source, name))
        open.add({name, 0, 0, 0});
    }
  }
}

// Whether the extent's number is known as soon as those of `source` are.
constexpr bool stands_in(const ExtentValue& extent, const ShapeValue& source) {
  if (!extent.has_symbol() || extent.is_hole()) return false;
  Bindings open;
  collect_open_names(extent, source, {}, open);
  return open.size() == 0;
}

// How many names, holes and unnamed extents of `shape` are still to be worked out.
constexpr int count_open(const ShapeValue& shape, const ShapeValue& source, const Bindings& names, Values values) {
  Bindings open;
  int unnamed = 0;
  for (const ExtentValue& extent : shape) {
    if (extent.is_hole() || (extent.is_dyn() && values == Values::none)) ++unnamed;
    else if (!extent.is_known() && !extent.is_dyn()) collect_open_names(extent, source, names, open);
  }
  return unnamed + open.size();
}

// The extent that is to be worked out. Where numbers follow at run time, dyn stands for one of them.
constexpr int find_open_extent(const ShapeValue& shape, Values values) {
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (shape[axis].is_hole() || (shape[axis].is_dyn() && values == Values::none)) return axis;
  }
  return -1;
}

constexpr Objection refuse_count(Refusal* why, const char* operation, const ExtentValue& count, const ShapeValue& to) {
  const Objection objection = refuse(why);
  objection << operation << ": " << count << " elements cannot fill " << to;
  return objection;
}

// Reads the numbers that the names of `to` have in `to` itself.
constexpr Ruling target_names_rule(const char* operation, Bindings& names, const ShapeValue& to, Refusal* why) {
  if (const int axis = first_contradiction(names, to, to, 1); axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " of " << to << " is " << to[axis]
                             << ", but the operand says otherwise; a name holds one number";
  }
  return allow({});
}

// One extent is worked out: `to[open]` = count / the rest.
constexpr Ruling fill_rest_rule(const char* operation, const ExtentValue& count, ShapeValue to, int open,
                                Refusal* why) {
  const ExtentValue rest = count_without(to, open);
  if (rest.number == 0) {
    return refuse(why, open) << operation << ": axis " << open << " of " << to
                             << " cannot be worked out: the other extents hold 0 elements";
  }
  const Quotient quotient = divide(count, rest);
  if (!quotient.exact && count.is_known() && rest.is_known()) {
    return refuse_count(why, operation, count, to)
           << ": " << count << " / " << rest << " leaves " << count.number % rest.number;
  }
  if (!quotient.exact) {
    return refuse(why, open) << operation << ": " << count << " elements cannot be shown to divide by the " << rest
                             << " of " << to << "; an axis that is dyn is checked at run time";
  }
  const bool written_dyn = to[open].is_dyn();
  if (!written_dyn || (count.is_known() && rest.is_known())) to[open] = quotient.extent;
  return allow(to, quotient.extent.is_dyn());
}

}  // namespace detail

namespace detail {

// What most reshapes are: every name of `to` stands on an axis of its own in `from` too, and the numbers multiply to the
// same. Answers yes, or nothing; `result` gets the numbers that are known for the names.
constexpr bool fills_at_a_glance(const ShapeValue& from, int first, int last, ShapeValue& result) {
  bool used[ShapeValue::max_rank] = {};
  std::int64_t wanted = 1;
  for (int axis = 0; axis < result.rank; ++axis) {
    ExtentValue& extent = result[axis];
    // N(2) says what N is, which takes a closer look.
    if (extent.is_known() && extent.has_symbol()) return false;
    if (extent.is_known()) {
      if (__builtin_mul_overflow(wanted, extent.number, &wanted)) return false;
      continue;
    }
    int other = first;
    while (other < last && (used[other] || !extent.has_symbol() || !(from[other].symbol == extent.symbol))) ++other;
    if (other == last || extent.is_hole()) return false;
    used[other] = true;
    extent.number = from[other].number;
  }
  std::int64_t found = 1;
  for (int axis = first; axis < last; ++axis) {
    if (used[axis]) continue;
    if (!from[axis].is_known() || __builtin_mul_overflow(found, from[axis].number, &found)) return false;
  }
  return found == wanted;
}

}  // namespace detail

// The elements of axes [first, last) of `source` become `to`. `operation` begins the sentence.
constexpr Ruling fill_rule(const char* operation, const ShapeValue& source, int first, int last, const ShapeValue& to,
                           Refusal* why = nullptr, Values values = Values::none) {
  if (const Ruling formed = well_formed_rule(to, why); !formed.holds) return formed;
  if (ShapeValue result = to; detail::fills_at_a_glance(source, first, last, result)) {
    return allow(result);
  }
  const ExtentValue count = source.count(first, last);
  Bindings names;
  detail::first_contradiction(names, source, source, 0);
  if (const Ruling agrees = detail::target_names_rule(operation, names, to, why); !agrees.holds) return agrees;
  ShapeValue result = detail::with_numbers(to, names);
  if (const int open = detail::count_open(result, source, names, values); open > 1) {
    return refuse(why) << operation << ": " << to << " leaves " << open << " extents open; one can be worked out from "
                       << count << " elements";
  }
  if (const int open = detail::find_open_extent(result, values); open >= 0) {
    return detail::fill_rest_rule(operation, count, result, open, why);
  }
  const ExtentValue held = result.count();
  if (count.is_dyn() || held.is_dyn()) return allow(result, true);
  const detail::Polynomial difference = detail::polynomial_of(held) - detail::polynomial_of(count);
  if (difference.is_number() && difference.number() == 0) return allow(result);
  if (count.is_known() && names.solve(detail::polynomial_of(held), count.number, {}) == Solution::solved) {
    return allow(detail::with_numbers(result, names));
  }
  if (!Bindings::can_be_zero(difference) || count.is_known() == held.is_known()) {
    const bool never = !Bindings::can_be_zero(difference);
    const Objection objection = refuse(why);
    objection << operation << ": " << count << (never ? " elements cannot fill " : " elements cannot be shown to fill ")
              << to << ", which holds " << held;
    const ShapeValue fitting = detail::fitting_shape(count, to);
    if (fitting.rank >= 0) objection << "; " << fitting << " would fit";
    return objection;
  }
  return allow(result, true);
}

constexpr Ruling reshape_rule(const ShapeValue& from, const ShapeValue& to, Refusal* why = nullptr,
                              Values values = Values::none) {
  return fill_rule("reshape", from, 0, from.rank, to, why, values);
}

}  // namespace shapeproof
