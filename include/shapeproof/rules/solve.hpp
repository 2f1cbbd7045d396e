// SPDX-License-Identifier: BSL-1.0
// What number must a name hold, so that an expression is what was found? 2*N+1 on an axis of 9 gives N = 4; N+N/2 on one
// of 7 gives N = 5. N/2 on an axis of 4 leaves N open: 8 or 9.
#pragma once

#include "bindings.hpp"

namespace shapeproof {

// What comparing an expression with a number can yield.
enum class Solution {
  solved,     // a name now has a number, or everything was known and agrees
  open,       // too many names are unknown to say
  impossible  // no number does it
};

namespace detail {

constexpr Polynomial substitute(const Polynomial& sum, const Bindings& names);

constexpr Polynomial substitute_factor(FactorId factor, const Bindings& names, Workspace& work) {
  const Kind kind = work.kind(factor);
  if (kind <= Kind::part) {
    const Name& text = work.text(factor);
    const Binding* binding = names.find(kind == Kind::part ? dividend_of(text) : text);
    if (binding == nullptr) return Polynomial::of(work, factor);
    return Polynomial(
        work, kind == Kind::part ? floor_of(binding->number, read(divisor_of(text), work).number()) : binding->number);
  }
  if (kind == Kind::quotient) {
    return floor_quotient(substitute(dividend_of(factor, work), names), substitute(divisor_of(factor, work), names));
  }
  const Arguments texts = arguments_of(work.text(factor));
  maxima::Sums all{Polynomial(work)};
  for (int i = 0; i < texts.size; ++i) all.add(substitute(read(texts.texts[i], work), names));
  return maximum(all.items, all.size);
}

// The expression with every name replaced whose number is known.
constexpr Polynomial substitute(const Polynomial& sum, const Bindings& names) {
  if (names.size() == 0) return sum;
  Polynomial result(sum.work());
  result.inherit(sum);
  for (int i = 0; i < sum.size(); ++i) {
    Polynomial product(sum.work(), sum[i].coefficient);
    for (int k = 0; k < sum[i].degree; ++k) {
      product = product * substitute_factor(sum[i].factor(k), names, sum.work());
    }
    result.add(product);
  }
  return result;
}

// Whether the expression can be zero at all: a test that never says no wrongly.
constexpr bool can_be_zero(const Polynomial& sum) {
  if (!sum.is_sound()) return true;
  if (sum.is_number()) return sum.number() == 0;
  std::int64_t divisor = 0;
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree > 0) divisor = greatest_common_divisor(divisor, sum[i].coefficient);
  }
  if (sum.number() % divisor != 0) return false;
  return !is_always_at_least(sum, 1) && !is_always_at_least(-sum, 1);
}

// How an expression changes when one name grows by 1, whatever the others are.
enum class Growth { unknown, never_falls, always_rises };

constexpr Growth growth_of(const Polynomial& sum, const Name& name);

// What a factor is at least, with steps of its own.
constexpr std::int64_t least_of(FactorId factor, Workspace& work) {
  work.steps = 40;
  return bounds::least(factor, work);
}

// A factor grows in this sense only where it is never negative.
constexpr Growth growth_of_factor(FactorId factor, const Name& name, Workspace& work) {
  const Kind kind = work.kind(factor);
  const Name& text = work.text(factor);
  if (kind <= Kind::part) return mentions(text, name) ? Growth::always_rises : Growth::never_falls;
  if (least_of(factor, work) < 0) return Growth::unknown;
  if (!mentions(text, name)) return Growth::never_falls;
  if (kind == Kind::quotient) {
    const Growth growth = growth_of(dividend_of(factor, work), name);
    return growth == Growth::unknown || mentions(divisor_of(text), name) ? Growth::unknown : Growth::never_falls;
  }
  const Arguments arguments = arguments_of(text);
  Growth least = Growth::always_rises;
  for (int i = 0; i < arguments.size; ++i) {
    const Growth growth = growth_of(read(arguments.texts[i], work), name);
    if (growth < least) least = growth;
  }
  return least;
}

constexpr Growth growth_of_term(const Product& term, const Name& name, Workspace& work) {
  bool rises = false;
  bool all_positive = true;
  for (int k = 0; k < term.degree; ++k) {
    const Growth growth = growth_of_factor(term.factor(k), name, work);
    if (growth == Growth::unknown) return Growth::unknown;
    rises = rises || growth == Growth::always_rises;
    all_positive = all_positive && least_of(term.factor(k), work) > 0;
  }
  return rises && all_positive ? Growth::always_rises : Growth::never_falls;
}

constexpr bool mentions(const Product& term, const Name& name, const Workspace& work) {
  for (int k = 0; k < term.degree; ++k) {
    if (mentions(work.text(term.factor(k)), name)) return true;
  }
  return false;
}

constexpr Growth growth_of(const Polynomial& sum, const Name& name) {
  Growth result = Growth::never_falls;
  for (int i = 0; i < sum.size(); ++i) {
    if (!mentions(sum[i], name, sum.work())) continue;
    const Growth growth = sum[i].coefficient < 0 ? Growth::unknown : growth_of_term(sum[i], name, sum.work());
    if (growth == Growth::unknown) return growth;
    if (growth == Growth::always_rises) result = growth;
  }
  return result;
}

// A number, or what is too large for one.
struct Value {
  std::int64_t number = 0;
  bool overflows = false;
};

constexpr Value value_of(const Polynomial& sum, std::int64_t number);

constexpr Value value_of_factor(FactorId factor, std::int64_t number, Workspace& work) {
  const Kind kind = work.kind(factor);
  if (kind == Kind::axis) return {number, false};
  if (kind == Kind::part) return {number / divisor_of(factor, work).number(), false};
  if (kind == Kind::quotient) {
    Value value = value_of(dividend_of(factor, work), number);
    value.number = floor_of(value.number, divisor_of(factor, work).number());
    return value;
  }
  const Arguments arguments = arguments_of(work.text(factor));
  Value most{std::numeric_limits<std::int64_t>::min(), false};
  for (int i = 0; i < arguments.size; ++i) {
    const Value value = value_of(read(arguments.texts[i], work), number);
    most.overflows = most.overflows || value.overflows;
    if (value.number > most.number) most.number = value.number;
  }
  return most;
}

// What a sum of one name, which no divisor mentions, is where that name holds a number.
constexpr Value value_of(const Polynomial& sum, std::int64_t number) {
  Value total;
  for (int i = 0; i < sum.size(); ++i) {
    std::int64_t product = sum[i].coefficient;
    for (int k = 0; k < sum[i].degree; ++k) {
      const Value factor = value_of_factor(sum[i].factor(k), number, sum.work());
      total.overflows |= factor.overflows || __builtin_mul_overflow(product, factor.number, &product);
    }
    total.overflows |= __builtin_add_overflow(total.number, product, &total.number);
  }
  return total;
}

// Whether the sum is below (-1), at (0) or above (1) zero where the one name that it has holds a number. What overflows is
// above: the names outgrow the constant.
constexpr int side_of(const Polynomial& sum, std::int64_t number) {
  const int mark = sum.work().mark();
  const Value value = value_of(sum, number);
  sum.work().release(mark);
  return value.overflows ? 1 : value.number < 0 ? -1 : value.number > 0 ? 1 : 0;
}

// The number for which a sum of one name that never falls is zero; `where.number` stays what it is if there is none.
constexpr Solution solve_rising(const Polynomial& sum, const Declaration& declared, Binding& where) {
  const std::int64_t step = declared.multiple;
  std::int64_t below = -floor_of(-declared.least, step) - 1;
  std::int64_t above = (std::int64_t{1} << 62) / step;
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    (side_of(sum, middle * step) < 0 ? below : above) = middle;
  }
  if (side_of(sum, above * step) != 0) return Solution::impossible;
  if (side_of(sum, (above + 1) * step) == 0) return Solution::open;
  where.name = declared.axis;
  where.number = above * step;
  return Solution::solved;
}

// The same name where it stands in `text`, or in what the workspace's axes are declared to be: texts that live longer.
constexpr Name name_within(const Name& text, const Name& name, const Workspace& work) {
  Name result = name;
  const auto visit = [&](const Name& axis) {
    if (axis == name) result = axis;
  };
  visit_axes(text, visit);
  for (int i = 0; i < work.declared(); ++i) visit_axes(work.declaration(i).meaning, visit);
  return result;
}

// The expression with every name replaced whose number is known. Where D is known, H*K is D, but not for D itself.
constexpr Polynomial substitute_all(Polynomial sum, const Bindings& names, const Name& itself) {
  const Workspace& work = sum.work();
  for (int i = 0; i < work.declared(); ++i) {
    const Declaration& declaration = work.declaration(i);
    if (declaration.meaning.size == 0 || names.find(declaration.axis) == nullptr) continue;
    if (declaration.axis == itself) continue;
    while (writing::fold_meaning(sum, declaration)) {
    }
  }
  return substitute(sum, names);
}

// Makes an expression equal to `number`, where that determines a name. `where` says which axis the number is from; the
// expression's text must outlive `names`.
constexpr Solution solve(Bindings& names, const Extent& expression, std::int64_t number, Binding where) {
  Workspace work;
  Polynomial rest = substitute_all(symbol_of(expression, work), names, Name::of(expression.text)) + -number;
  if (rest.is_undefined) return Solution::impossible;
  if (rest.overflows) return Solution::open;
  if (rest.is_number()) return rest.number() == 0 ? Solution::solved : Solution::impossible;
  if (!can_be_zero(rest)) return Solution::impossible;
  Bindings open;
  collect_open_names(rest, {}, open);
  if (open.size() != 1) return Solution::open;
  if (rest[0].coefficient < 0) rest = -rest;
  const Name name = name_within(Name::of(expression.text), open[0].name, work);
  if (growth_of(rest, name) == Growth::unknown) return Solution::open;
  const Solution solution = solve_rising(rest, work.declaration_of(name), where);
  if (solution != Solution::solved) return solution;
  where.name = name;
  names.add(where);
  return solution;
}

}  // namespace detail
}  // namespace shapeproof
