// SPDX-License-Identifier: BSL-1.0
// What number must a name hold, so that an expression is what was found? 2*N+1 on an axis of 9 gives N = 4; N+N/2 on one
// of 7 gives N = 5. N/2 on an axis of 4 leaves N open: 8 or 9.
#pragma once

#include "ruling.hpp"

namespace shapeproof {

// A name with its number, and the axis that said so.
struct Binding {
  detail::Name name;
  std::int64_t number;
  int operand;
  int axis;
};

// What comparing an expression with a number can yield.
enum class Solution {
  solved,     // a name now has a number, or everything was known and agrees
  open,       // too many names are unknown to say
  impossible  // no number does it
};

class Bindings {
 public:
  static constexpr int max_size = 64;

  [[nodiscard]] constexpr int size() const { return size_; }
  [[nodiscard]] constexpr const Binding& operator[](int i) const { return items_[i]; }

  [[nodiscard]] constexpr const Binding* find(const detail::Name& name) const {
    for (int i = 0; i < size_; ++i) {
      if (items_[i].name == name) return &items_[i];
    }
    return nullptr;
  }

  constexpr void add(const Binding& binding) {
    if (size_ < max_size) items_[size_++] = binding;
    else overflows_ = true;
  }
  // Whether there were more names than are kept, so that not every contradiction was seen.
  [[nodiscard]] constexpr bool overflows() const { return overflows_; }

 private:
  int size_ = 0;
  bool overflows_ = false;
  Binding items_[max_size] = {};
};

namespace detail {

// Calls visit(Name) for each axis that an expression's text names, as often as it does.
template <class Visit>
constexpr void visit_axes(const Name& text, const Visit& visit) {
  for (int begin = 0; begin < text.size;) {
    int end = begin;
    while (end < text.size && (is_letter(text.begin[end]) || (end > begin && is_digit(text.begin[end])))) ++end;
    const bool is_function = end < text.size && text.begin[end] == '(';
    if (end > begin && !is_function) visit(text.part(begin, end));
    begin = end > begin ? end : begin + 1;
  }
}

constexpr bool mentions(const Name& text, const Name& axis) {
  bool found = false;
  visit_axes(text, [&](const Name& name) { found = found || name == axis; });
  return found;
}

// Adds to `open` the names of an expression that are not in `known`.
constexpr void collect_open_names(const Name& text, const Bindings& known, Bindings& open) {
  visit_axes(text, [&](const Name& name) {
    if (known.find(name) == nullptr && open.find(name) == nullptr) open.add({name, 0, 0, 0});
  });
}
constexpr void collect_open_names(const Polynomial& sum, const Bindings& known, Bindings& open) {
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) collect_open_names(sum[i].factors[k], known, open);
  }
}

constexpr Polynomial substitute(const Polynomial& sum, const Bindings& names, Workspace& work);

constexpr Polynomial substitute_factor(const Name& factor, const Bindings& names, Workspace& work) {
  const Kind kind = kind_of(factor);
  if (kind == Kind::axis) {
    const Binding* binding = names.find(factor);
    return binding != nullptr ? Polynomial(binding->number) : Polynomial::of(factor);
  }
  if (kind == Kind::quotient) {
    return floor_quotient(substitute(read(dividend_of(factor), work), names, work),
                          substitute(read(divisor_of(factor), work), names, work), work);
  }
  Arguments arguments = arguments_of(factor, work);
  for (int i = 0; i < arguments.size; ++i) arguments.sums[i] = substitute(arguments.sums[i], names, work);
  return maximum(arguments, work);
}

// The expression with every name replaced whose number is known.
constexpr Polynomial substitute(const Polynomial& sum, const Bindings& names, Workspace& work) {
  if (names.size() == 0) return sum;
  Polynomial result;
  result.inherit(sum);
  for (int i = 0; i < sum.size(); ++i) {
    Polynomial product(sum[i].coefficient);
    for (int k = 0; k < sum[i].degree; ++k) {
      product = product * substitute_factor(sum[i].factors[k], names, work);
    }
    result = result + product;
  }
  return result;
}

// Whether the expression can be zero at all: a test that never says no wrongly.
constexpr bool can_be_zero(const Polynomial& sum, Workspace& work) {
  if (!sum.is_sound()) return true;
  if (sum.is_number()) return sum.number() == 0;
  std::int64_t divisor = 0;
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree > 0) divisor = greatest_common_divisor(divisor, sum[i].coefficient);
  }
  if (sum.number() % divisor != 0) return false;
  return !is_certainly_at_least(sum, 1, work) && !is_certainly_at_least(-sum, 1, work);
}

// How an expression changes when one name grows by 1, whatever the others are.
enum class Growth { unknown, never_falls, always_rises };

constexpr Growth growth_of(const Polynomial& sum, const Name& name, Workspace& work);

// A factor grows in this sense only where it is never negative.
constexpr Growth growth_of_factor(const Name& factor, const Name& name, Workspace& work) {
  const Kind kind = kind_of(factor);
  if (bounds::least(factor, work) < 0) return Growth::unknown;
  if (kind == Kind::axis) return factor == name ? Growth::always_rises : Growth::never_falls;
  if (!mentions(factor, name)) return Growth::never_falls;
  if (kind == Kind::quotient) {
    const Growth growth = growth_of(read(dividend_of(factor), work), name, work);
    return growth == Growth::unknown || mentions(divisor_of(factor), name) ? Growth::unknown : Growth::never_falls;
  }
  const Arguments arguments = arguments_of(factor, work);
  Growth least = Growth::always_rises;
  for (int i = 0; i < arguments.size; ++i) {
    const Growth growth = growth_of(arguments.sums[i], name, work);
    if (growth < least) least = growth;
  }
  return least;
}

constexpr Growth growth_of_term(const Product& term, const Name& name, Workspace& work) {
  bool rises = false;
  bool all_positive = true;
  for (int k = 0; k < term.degree; ++k) {
    const Growth growth = growth_of_factor(term.factors[k], name, work);
    if (growth == Growth::unknown) return Growth::unknown;
    rises = rises || growth == Growth::always_rises;
    all_positive = all_positive && bounds::least(term.factors[k], work) > 0;
  }
  return rises && all_positive ? Growth::always_rises : Growth::never_falls;
}

constexpr Growth growth_of(const Polynomial& sum, const Name& name, Workspace& work) {
  Growth result = Growth::never_falls;
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree == 0) continue;
    bool matters = false;
    for (int k = 0; k < sum[i].degree; ++k) matters = matters || mentions(sum[i].factors[k], name);
    if (!matters) continue;
    const Growth growth = sum[i].coefficient < 0 ? Growth::unknown : growth_of_term(sum[i], name, work);
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

constexpr Value value_of(const Polynomial& sum, const Name& name, std::int64_t number, Workspace& work);

constexpr Value value_of_factor(const Name& factor, const Name& name, std::int64_t number, Workspace& work) {
  const Kind kind = kind_of(factor);
  if (kind == Kind::axis) return {number, false};
  if (kind == Kind::quotient) {
    Value value = value_of(read(dividend_of(factor), work), name, number, work);
    value.number = floor_of(value.number, read(divisor_of(factor), work).number());
    return value;
  }
  const Arguments arguments = arguments_of(factor, work);
  Value most{std::numeric_limits<std::int64_t>::min(), false};
  for (int i = 0; i < arguments.size; ++i) {
    const Value value = value_of(arguments.sums[i], name, number, work);
    most.overflows = most.overflows || value.overflows;
    if (value.number > most.number) most.number = value.number;
  }
  return most;
}

// What a sum of one name is where that name holds a number.
constexpr Value value_of(const Polynomial& sum, const Name& name, std::int64_t number, Workspace& work) {
  Value total;
  for (int i = 0; i < sum.size(); ++i) {
    std::int64_t product = sum[i].coefficient;
    for (int k = 0; k < sum[i].degree; ++k) {
      const Value factor = value_of_factor(sum[i].factors[k], name, number, work);
      total.overflows |= factor.overflows || __builtin_mul_overflow(product, factor.number, &product);
    }
    total.overflows |= __builtin_add_overflow(total.number, product, &total.number);
  }
  return total;
}

// Whether the sum is below (-1), at (0) or above (1) zero where the one name that it has holds a number. What overflows is
// above: the names outgrow the constant.
constexpr int side_of(const Polynomial& sum, const Name& name, std::int64_t number) {
  Workspace work;
  const Value value = value_of(sum, name, number, work);
  return value.overflows ? 1 : value.number < 0 ? -1 : value.number > 0 ? 1 : 0;
}

// The number for which a sum of one name that never falls is zero; `where.number` stays what it is if there is none.
constexpr Solution solve_rising(const Polynomial& sum, const Name& name, std::int64_t least, Binding& where) {
  std::int64_t below = least - 1;
  std::int64_t above = std::int64_t{1} << 62;
  while (above - below > 1) {
    const std::int64_t middle = below + (above - below) / 2;
    (side_of(sum, name, middle) < 0 ? below : above) = middle;
  }
  if (side_of(sum, name, above) != 0) return Solution::impossible;
  if (side_of(sum, name, above + 1) == 0) return Solution::open;
  where.name = name;
  where.number = above;
  return Solution::solved;
}

// The same name where it stands in `text`, which lives longer than a workspace.
constexpr Name name_within(const Name& text, const Name& name) {
  Name result = name;
  visit_axes(text, [&](const Name& axis) {
    if (axis == name) result = axis;
  });
  return result;
}

// Makes an expression equal to `number`, where that determines a name. `where` says which axis the number is from; the
// expression's text must outlive `names`.
constexpr Solution solve(Bindings& names, const Extent& expression, std::int64_t number, Binding where) {
  Workspace work;
  const Name text = Name::of(expression.text);
  Polynomial rest = substitute(read(text, work), names, work) - Polynomial(number);
  if (rest.is_undefined) return Solution::impossible;
  if (rest.overflows) return Solution::open;
  if (rest.is_number()) return rest.number() == 0 ? Solution::solved : Solution::impossible;
  if (!can_be_zero(rest, work)) return Solution::impossible;
  Bindings open;
  collect_open_names(rest, {}, open);
  if (open.size() != 1) return Solution::open;
  if (rest[0].coefficient < 0) rest = -rest;
  const Name name = name_within(text, open[0].name);
  if (growth_of(rest, name, work) == Growth::unknown) return Solution::open;
  const Solution solution = solve_rising(rest, name, bounds::least(name, work), where);
  if (solution == Solution::solved) names.add(where);
  return solution;
}

}  // namespace detail
}  // namespace shapeproof
