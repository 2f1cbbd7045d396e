// SPDX-License-Identifier: BSL-1.0
// What number does each name hold? Names are read off axes whose number is known (N on an axis of 16), and solved where
// an expression is linear in one name (2*N+1 on an axis of 9 gives N = 4).
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

  // The expression with every name replaced whose number is known.
  [[nodiscard]] constexpr detail::Polynomial substitute(const detail::Polynomial& sum) const {
    if (size_ == 0) return sum;
    detail::Polynomial result;
    result.overflows = sum.overflows;
    for (int i = 0; i < sum.size(); ++i) {
      detail::Polynomial product(sum[i].coefficient);
      for (int k = 0; k < sum[i].degree; ++k) {
        const Binding* binding = find(sum[i].factors[k]);
        product = product * (binding != nullptr ? detail::Polynomial(binding->number) : one(sum[i].factors[k]));
      }
      result = result + product;
    }
    return result;
  }

  // Makes `sum` equal to `number`, where that determines a name. `where` says which axis the number is from.
  constexpr Solution solve(const detail::Polynomial& sum, std::int64_t number, Binding where) {
    const detail::Polynomial rest = substitute(sum) - detail::Polynomial(number);
    if (rest.overflows) return Solution::open;
    if (rest.is_number()) return rest.number() == 0 ? Solution::solved : Solution::impossible;
    if (!can_be_zero(rest)) return Solution::impossible;
    if (!rises_in_one_name(rest)) return Solution::open;
    where.number = root_of(rest);
    if (where.number < 1) return Solution::impossible;
    where.name = rest[0].factors[0];
    add(where);
    return Solution::solved;
  }

  // Whether the expression can be zero at all for names that are at least 1: a cheap test that never says no wrongly.
  static constexpr bool can_be_zero(const detail::Polynomial& sum) {
    if (sum.overflows) return true;
    std::int64_t divisor = 0;
    std::int64_t at_ones = 0;
    bool rises = true;
    bool falls = true;
    for (int i = 0; i < sum.size(); ++i) {
      const std::int64_t coefficient = sum[i].coefficient;
      if (__builtin_add_overflow(at_ones, coefficient, &at_ones)) return true;
      if (sum[i].degree == 0) continue;
      (coefficient > 0 ? falls : rises) = false;
      divisor = greatest_common_divisor(divisor, coefficient);
    }
    if (divisor == 0) return sum.number() == 0;
    if ((rises && at_ones > 0) || (falls && at_ones < 0)) return false;
    return sum.number() % divisor == 0;
  }

 private:
  static constexpr detail::Polynomial one(const detail::Name& name) {
    detail::Polynomial sum;
    detail::Product term{1, 1, {}};
    term.factors[0] = name;
    sum.add(term);
    return sum;
  }

  // Whether there is one name, and the sum always rises, or always falls, with it: 2*N-8, N*N+N-6.
  static constexpr bool rises_in_one_name(const detail::Polynomial& sum) {
    for (int i = 0; i < sum.size(); ++i) {
      if (sum[i].degree > 0 && (sum[i].coefficient > 0) != (sum[0].coefficient > 0)) return false;
      for (int k = 0; k < sum[i].degree; ++k) {
        if (!(sum[i].factors[k] == sum[0].factors[0])) return false;
      }
    }
    return true;
  }

  // The number, at least 1, for which such a sum is zero; 0 where there is none.
  static constexpr std::int64_t root_of(const detail::Polynomial& sum) {
    const std::int64_t sign = sum[0].coefficient > 0 ? 1 : -1;
    std::int64_t below = 0;
    std::int64_t above = std::int64_t{1} << 62;
    while (above - below > 1) {
      const std::int64_t middle = below + (above - below) / 2;
      const int side = side_of(sum, sign, middle);
      if (side == 0) return middle;
      (side < 0 ? below : above) = middle;
    }
    return 0;
  }

  // Whether `sign` times the sum is below, at or above zero for a number. What overflows is above: the names outgrow the
  // constant.
  static constexpr int side_of(const detail::Polynomial& sum, std::int64_t sign, std::int64_t number) {
    std::int64_t total = 0;
    for (int i = 0; i < sum.size(); ++i) {
      std::int64_t product = 0;
      if (__builtin_mul_overflow(sum[i].coefficient, sign, &product)) return 1;
      for (int k = 0; k < sum[i].degree; ++k) {
        if (__builtin_mul_overflow(product, number, &product)) return 1;
      }
      if (__builtin_add_overflow(total, product, &total)) return 1;
    }
    return total < 0 ? -1 : total > 0 ? 1 : 0;
  }

  static constexpr std::int64_t greatest_common_divisor(std::int64_t a, std::int64_t b) {
    while (b != 0) {
      const std::int64_t rest = a % b;
      a = b;
      b = rest;
    }
    return a < 0 ? -a : a;
  }

  int size_ = 0;
  bool overflows_ = false;
  Binding items_[max_size] = {};
};

namespace detail {

constexpr bool is_expression(const ExtentValue& extent) {
  return extent.has_symbol() && !extent.is_named() && !extent.is_hole() && !extent.is_impossible();
}

// Whether some name's number can be read off the shape, so that there is something to contradict.
constexpr bool has_bound_names(const ShapeValue& symbols, const ShapeValue& numbers) {
  for (int axis = 0; axis < symbols.rank; ++axis) {
    if (symbols[axis].has_symbol() && numbers[axis].is_known()) return true;
  }
  return false;
}

// One pass over all axes for first_contradiction.
constexpr int contradiction_in_pass(Bindings& names, const ShapeValue& symbols, const ShapeValue& numbers,
                                    int operand) {
  for (int turn = 0; turn < 2; ++turn) {
    const bool expressions = turn == 1;
    for (int axis = 0; axis < symbols.rank; ++axis) {
      const ExtentValue& symbol = symbols[axis];
      if (!numbers[axis].is_known() || (expressions ? !is_expression(symbol) : !symbol.is_named())) continue;
      const Binding where{{}, numbers[axis].number, operand, axis};
      if (!expressions) {
        const Binding* known = names.find(Name::of(symbol.symbol.text));
        if (where.number < 1 || (known != nullptr && known->number != where.number)) return axis;
        if (known == nullptr) names.add({Name::of(symbol.symbol.text), where.number, operand, axis});
      } else if (names.solve(Polynomial::parse(symbol.symbol.text), where.number, where) == Solution::impossible) {
        return axis;
      }
    }
  }
  return -1;
}

// The first axis of `shape` whose number is none for a name, or contradicts what the names already mean, or -1. Names seen for the first time
// are added: plain names before expressions, so that 2*N+1 finds N known wherever N stands, and again as long as that
// makes more names known. `symbols` says the names, `numbers` how long each axis is.
constexpr int first_contradiction(Bindings& names, const ShapeValue& symbols, const ShapeValue& numbers, int operand) {
  for (int known = -1; known != names.size();) {
    known = names.size();
    if (const int axis = contradiction_in_pass(names, symbols, numbers, operand); axis >= 0) return axis;
  }
  return -1;
}

// Collects into `open` the names of an expression that are not in `known`.
constexpr void collect_open_names(const Polynomial& sum, const Bindings& known, Bindings& open) {
  for (int i = 0; i < sum.size(); ++i) {
    for (int k = 0; k < sum[i].degree; ++k) {
      const Name& name = sum[i].factors[k];
      if (known.find(name) == nullptr && open.find(name) == nullptr) open.add({name, 0, 0, 0});
    }
  }
}

// Whether no term with a name is subtracted, so that the sum can be solved for the last name that is not known.
constexpr bool has_positive_terms(const Polynomial& sum) {
  for (int i = 0; i < sum.size(); ++i) {
    if (sum[i].degree > 0 && sum[i].coefficient < 0) return false;
  }
  return true;
}

// The names whose numbers follow from the lengths of the axes: those that name an axis, and those for which an expression
// can be solved then. N*M alone determines neither.
constexpr Bindings determined_names(const ShapeValue& shape) {
  Bindings names;
  for (const ExtentValue& extent : shape) {
    const Name name = Name::of(extent.symbol.text);
    if (extent.is_named() && names.find(name) == nullptr) names.add({name, 1, 0, 0});
  }
  for (int known = -1; known != names.size();) {
    known = names.size();
    for (const ExtentValue& extent : shape) {
      if (!is_expression(extent)) continue;
      const Polynomial sum = Polynomial::parse(extent.symbol.text);
      Bindings open;
      collect_open_names(sum, names, open);
      if (open.size() == 1 && has_positive_terms(sum)) names.add(open[0]);
    }
  }
  return names;
}

}  // namespace detail
}  // namespace shapeproof
