// SPDX-License-Identifier: BSL-1.0
// Can these elements fill that shape? Both hold the same count; at most one extent of the new shape is worked out.
//
//   [a, b, c] -> [d, e] where a*b*c = d*e
#pragma once

#include "axes.hpp"
#include "claims.hpp"
#include "order.hpp"
#include "same.hpp"
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
  if (divisor.number == 0 || dividend.is_impossible() || divisor.is_impossible()) return {};
  if (dividend.is_known() && divisor.is_known()) {
    return {dividend.number % divisor.number == 0, dividend.number / divisor.number};
  }
  if (dividend.is_dyn() || divisor.is_dyn()) return {true, dyn};
  Workspace work;
  Polynomial quotient(work);
  if (!polynomial_of(dividend, work).divide(polynomial_of(divisor, work), quotient)) return {};
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
    if (const Binding* known = names.find(Name::of(extent.symbol.text)); known != nullptr) {
      extent.number = known->number;
      continue;
    }
    Workspace work;
    const Polynomial sum = substitute_all(symbol_of(extent.symbol, work), names, Name::of(extent.symbol.text));
    if (sum.is_number()) extent.number = ExtentValue(sum.number()).number;
  }
  return shape;
}

constexpr bool mentions(const ShapeValue& shape, const Name& name) {
  for (const ExtentValue& extent : shape) {
    if (extent.has_symbol() && mentions(Name::of(extent.symbol.text), name)) return true;
  }
  return false;
}

// Whether the extent's number is known as soon as those of `source` are.
constexpr bool stands_in(const ExtentValue& extent, const ShapeValue& source) {
  if (!extent.has_symbol() || extent.is_hole()) return false;
  Bindings open;
  collect_open_names(extent.symbol, determined_names(source), open);
  return open.size() == 0;
}

// Whether an extent is still to be worked out: a hole, dyn where no number follows for it, or an expression with a name
// that is not `given`.
constexpr bool is_open(const ExtentValue& extent, const Bindings& given, Values values) {
  if (extent.is_known()) return false;
  if (extent.is_hole()) return true;
  if (extent.is_dyn()) return values == Values::none;
  Bindings open;
  collect_open_names(extent.symbol, given, open);
  return open.size() > 0;
}

// How many extents of a shape are to be worked out, and the first of them.
struct OpenExtents {
  int count = 0;
  int first = -1;
};
constexpr OpenExtents find_open_extents(const ShapeValue& shape, const ShapeValue& source, Values values) {
  const Bindings given = determined_names(source);
  OpenExtents open;
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (!is_open(shape[axis], given, values)) continue;
    if (open.count++ == 0) open.first = axis;
  }
  return open;
}

// Reads the numbers that the names of `to` have in `to` itself; those of `source` are read already.
constexpr Ruling target_names_rule(const char* operation, Bindings& names, const ShapeValue& source,
                                   const ShapeValue& to, Refusal* why) {
  if (const int axis = first_declared_otherwise(source, to); axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " of " << to
                             << " has a name that the operand declares otherwise; declare it once";
  }
  const int known = names.size();
  int axis = first_contradiction(names, to, to, 1);
  // What they make known may be more than an expression of the source allows.
  if (axis < 0 && names.size() > known && first_contradiction(names, source, source, 0) >= 0) axis = to.rank - 1;
  if (axis >= 0) {
    return refuse(why, axis) << operation << ": axis " << axis << " of " << to << " is " << to[axis]
                             << ", but the operand says otherwise; a name holds one number";
  }
  return allow({});
}

constexpr Ruling refuse_held(Refusal* why, const char* operation, const ExtentValue& count, const ShapeValue& to,
                             const ExtentValue& held, bool never) {
  const Objection objection = refuse(why);
  objection << operation << ": " << count << (never ? " elements cannot fill " : " elements cannot be shown to fill ")
            << to << ", which holds " << held;
  const ShapeValue fitting = fitting_shape(count, to);
  if (fitting.rank >= 0) objection << "; " << fitting << " would fit";
  return objection;
}

// The extent that was worked out, where an axis with a name or an expression is wanted.
constexpr Ruling worked_out_rule(const char* operation, const ShapeValue& source, const ExtentValue& count,
                                 const ShapeValue& to, int open, const ExtentValue& quotient, Bindings names,
                                 Refusal* why) {
  const ExtentValue& wanted = to[open];
  if (quotient.is_dyn()) return allow(to, true);
  if (quotient.is_known()) {
    const int known = names.size();
    const Solution solution = solve(names, wanted.symbol, quotient.number, {});
    if (solution == Solution::impossible) {
      return refuse(why, open) << operation << ": " << count << " elements cannot fill " << to << ": axis " << open
                               << " would be " << quotient;
    }
    // What M*N is may contradict the N that was worked out.
    const bool is_new = names.size() > known && mentions(source, names[known].name);
    return allow(to, solution == Solution::open || is_new);
  }
  const Comparison comparison = compare(wanted, quotient);
  if (comparison.holds()) return allow(to);
  return refuse_held(why, operation, count, to, to.count(), comparison.relation == Relation::never);
}

// A batch that is worked out beside a width of its samples, which is not theirs: the shape that leaves the batch as it is.
constexpr void say_flattened(const Objection& objection, const ShapeValue& source, const ExtentValue& count,
                             const ShapeValue& to, int open) {
  const bool is_flattened = open == 0 && to.rank == 2 && source.rank > 2 && source.count() == count;
  if (!is_flattened || !source[0].is_known() || source[0].number == 0) return;
  objection << "; " << ShapeValue{to[0], count.number / source[0].number} << " would fit";
}

// One extent is worked out: `to[open]` = count / the rest.
constexpr Ruling fill_rest_rule(const char* operation, const ShapeValue& source, const ExtentValue& count,
                                ShapeValue to, int open, const Bindings& names, Refusal* why) {
  const ExtentValue rest = count_without(to, open);
  if (rest.number == 0) {
    return refuse(why, open) << operation << ": axis " << open << " of " << to
                             << " cannot be worked out: the other extents hold 0 elements";
  }
  const Quotient quotient = divide(count, rest);
  if (!quotient.exact && count.is_known() && rest.is_known()) {
    const Objection objection = refuse(why, open);
    objection << operation << ": " << count << " elements cannot fill " << to << ": " << count << " / " << rest
              << " leaves " << count.number % rest.number;
    say_flattened(objection, source, count, to, open);
    return objection;
  }
  if (!quotient.exact && to[open].is_dyn()) return allow(to, true);
  if (!quotient.exact) {
    return refuse(why, open) << operation << ": " << count << " elements cannot be shown to divide by the " << rest
                             << " of " << to << "; an axis that is dyn is checked at run time";
  }
  // What is worked out by dividing has to be checked where the divisor may turn out to be 0.
  Workspace work;
  const bool may_be_zero = !rest.is_known() && (rest.is_dyn() || can_be_zero(polynomial_of(rest, work)));
  Ruling ruling = allow(to, quotient.extent.is_dyn());
  if (to[open].has_symbol() && !to[open].is_hole()) {
    ruling = worked_out_rule(operation, source, count, to, open, quotient.extent, names, why);
  }
  ruling.checks_at_run_time = ruling.checks_at_run_time || may_be_zero;
  if (to[open].is_hole()) ruling.result[open] = quotient.extent;
  else if (ruling.holds && quotient.extent.is_known()) ruling.result[open].number = quotient.extent.number;
  return ruling;
}

// What most reshapes are: every name of `to` stands on an axis of its own in `from` too, and the numbers multiply to the
// same. Answers yes, or nothing; `result` gets the numbers that are known for the names.
constexpr bool fills_at_a_glance(const ShapeValue& from, int first, int last, ShapeValue& result) {
  bool used[ShapeValue::max_rank] = {};
  std::int64_t wanted = 1;
  int next = first;
  for (int axis = 0; axis < result.rank; ++axis) {
    ExtentValue& extent = result[axis];
    // N(2) says what N is, which takes a closer look.
    if (extent.is_known() && extent.has_symbol()) return false;
    if (extent.is_known()) {
      if (__builtin_mul_overflow(wanted, extent.number, &wanted)) return false;
      continue;
    }
    // In the same order: what moves takes a closer look too.
    int other = next;
    while (other < last && (!extent.has_symbol() || !(from[other].symbol == extent.symbol))) ++other;
    if (other == last || extent.is_hole()) return false;
    used[other] = true;
    next = other + 1;
    extent.number = from[other].number;
  }
  std::int64_t found = 1;
  for (int axis = first; axis < last; ++axis) {
    if (used[axis]) continue;
    if (!from[axis].is_known() || __builtin_mul_overflow(found, from[axis].number, &found)) return false;
  }
  return found == wanted;
}

// fill_rule where a glance is not enough.
constexpr Ruling fill_by_names_rule(const char* operation, const ShapeValue& source, int first, int last,
                                    const ShapeValue& to, Refusal* why, Values values) {
  const ExtentValue count = source.count(first, last);
  Bindings names;
  first_contradiction(names, source, source, 0);
  if (const Ruling agrees = target_names_rule(operation, names, source, to, why); !agrees.holds) return agrees;
  ShapeValue result = with_numbers(to, names);
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  const OpenExtents open = find_open_extents(result, source, values);
  if (open.count > 1) {
    return refuse(why) << operation << ": " << to << " leaves " << open.count
                       << " extents open; one can be worked out from " << count << " elements";
  }
  if (open.count == 1) return fill_rest_rule(operation, source, count, result, open.first, names, why);
  const ExtentValue held = result.count();
  if (count.is_dyn() || held.is_dyn()) return allow(result, true);
  Workspace work;
  const Polynomial difference = polynomial_of(held, work) - polynomial_of(count, work);
  if (difference.is_number() && difference.number() == 0) return allow(result);
  const bool never = !can_be_zero(difference);
  // Where both are expressions and neither is proven, the answer is no; a number and an expression meet at run time.
  if (never || count.is_known() == held.is_known()) {
    return refuse_held(why, operation, count, to, held, never);
  }
  return allow(result, true);
}

// The shape as a type says it: what has a symbol has no number.
constexpr ShapeValue without_numbers(ShapeValue shape) {
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (shape[axis].has_symbol()) shape[axis].number = -1;
  }
  return shape;
}

}  // namespace detail

// The elements of axes [first, last) of `source` become `to`. `operation` begins the sentence.
constexpr Ruling fill_rule(const char* operation, const ShapeValue& source, int first, int last, const ShapeValue& to,
                           Refusal* why = nullptr, Values values = Values::none) {
  if (const Ruling formed = well_formed_rule(to, why); !formed.holds) return formed;
  if (ShapeValue result = to; detail::fills_at_a_glance(source, first, last, result)) return allow(result);
  Ruling ruling = detail::fill_by_names_rule(operation, source, first, last, to, why, values);
  // N(2) says something about an N that is known at run time only.
  if (detail::has_bound_names(to, to) && !source.is_known()) ruling.checks_at_run_time = true;
  if (!ruling.holds) return ruling;
  if (const Ruling ordered = detail::order_rule(operation, source, first, last, ruling.result, why); !ordered.holds) {
    return ordered;
  }
  const bool claims = detail::has_claims(to) || detail::has_claims(source);
  if (!source.is_known() || !ruling.result.is_known() || !claims) return ruling;
  const Ruling said =
      detail::fill_by_names_rule(operation, detail::without_numbers(source), first, last, to, nullptr, values);
  const bool is_proven = said.holds && !said.checks_at_run_time && !detail::has_bound_names(to, to);
  return detail::claims_rule(operation, source, to, ruling, is_proven, why);
}

// [a, b, c] -> [d, e] where a*b*c = d*e; one extent may be worked out.
constexpr Ruling reshape_rule(const ShapeValue& from, const ShapeValue& to, Refusal* why = nullptr,
                              Values values = Values::none) {
  return fill_rule("reshape", from, 0, from.rank, to, why, values);
}

}  // namespace shapeproof
