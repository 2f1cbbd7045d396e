// SPDX-License-Identifier: BSL-1.0
// What properties.cpp and rearrange_properties.cpp try rules with: random shapes over N, M and T, and the numbers that these
// names may hold.
#pragma once

#include "../catch.hpp"
#include "evaluation.hpp"

#include <shapeproof/rules/reshape.hpp>
#include <shapeproof/rules/same.hpp>
#include <shapeproof/rules/well_formed.hpp>

#include <array>
#include <random>
#include <stdexcept>
#include <string>

using namespace shapeproof;

namespace {

constexpr Extent N = axis("N"), M = axis("M"), T = axis("T");
constexpr Extent names[] = {N, M, T};
using Numbers = std::array<std::int64_t, 3>;

inline std::int64_t evaluate(const Extent& expression, const Numbers& numbers) {
  return value_of_text(expression.text, [&](const std::string& word) {
    std::size_t name = 0;
    while (word != names[name].text) ++name;
    return numbers[name];
  });
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int operator()(int first, int last) { return std::uniform_int_distribution<int>(first, last)(engine_); }

  Numbers numbers() { return {(*this)(1, 4), (*this)(1, 4), (*this)(1, 4)}; }

  ExtentValue extent() {
    switch ((*this)(0, 20)) {
      case 0:
      case 1:
        return {0, N};  // a name with a number, see shape()
      case 2:
        return dyn;
      case 3:
        return ExtentValue(2 * name());
      case 4:
        return ExtentValue(name() + 1);
      case 5:
        return ExtentValue(name() * name());
      case 6:
        return ExtentValue(name() - 1);
      case 7:
        return ExtentValue((name() + (*this)(-2, 2)) / (*this)(2, 3));
      case 8:
        return ExtentValue(name() % (*this)(2, 3));
      case 9:
        return ExtentValue((*this)(1, 3) * name() / name());
      case 10:
        return ExtentValue(name() % name());
      case 11:
        return ExtentValue(max(name(), name() + (*this)(0, 1)));
      case 12:
        return ExtentValue(min(name(), (*this)(0, 3)));
      case 13:
        return ExtentValue(ceil_div(name() * name(), 2));
      case 14:
      case 15:
      case 16:
      case 17:
      case 18:
        return ExtentValue(name());
      default:
        return (*this)(0, 6);
    }
  }
  Extent name() { return names[static_cast<std::size_t>((*this)(0, 2))]; }

  ShapeValue shape(int max_rank) {
    for (;;) {
      ShapeValue shape;
      for (int rank = (*this)(0, max_rank); rank > 0; --rank) {
        ExtentValue next = extent();
        if (next.number == 0 && next.has_symbol()) next = ExtentValue(name()(static_cast<std::int64_t>((*this)(1, 4))));
        shape.push_back(next);
      }
      if (well_formed_rule(shape).holds) return shape;
    }
  }

 private:
  std::mt19937 engine_;
};

// The shape of a tensor of this type where the names hold `numbers`; false where there can be none.
inline bool instantiate(Random& random, const ShapeValue& type, const Numbers& numbers, ShapeValue& shape) {
  shape = type;
  for (ExtentValue* extent = shape.extents; extent != shape.extents + shape.rank; ++extent) {
    if (extent->is_known()) {
      if (extent->has_symbol() && evaluate(extent->symbol, numbers) != extent->number) return false;
    } else {
      extent->number = extent->is_dyn() ? random(0, 6) : evaluate(extent->symbol, numbers);
      if (extent->number < 0) return false;
    }
  }
  return true;
}

inline ShapeValue without_names(ShapeValue shape) {
  for (ExtentValue* extent = shape.extents; extent != shape.extents + shape.rank; ++extent) extent->symbol = {};
  return shape;
}

inline bool mentions(const ShapeValue& shape, int name) {
  return detail::mentions(shape, detail::Name::of(names[name].text));
}

// Which of the names N, M and T hold the numbers that are tried.
using Fixed = std::array<bool, 3>;

// Those that the lengths of `shape` determine; what N*M alone says of N nobody can see.
inline Fixed determined_by(const ShapeValue& shape) {
  Fixed fixed{};
  for (std::size_t name = 0; name < 3; ++name) {
    fixed[name] = detail::determined_names(shape).find(detail::Name::of(names[name].text)) != nullptr;
  }
  return fixed;
}

inline Fixed mentioned_by(const ShapeValue& shape) {
  return {mentions(shape, 0), mentions(shape, 1), mentions(shape, 2)};
}

inline bool is_length(const ExtentValue& extent, std::int64_t number, const Numbers& numbers) {
  if (extent.is_known() && extent.number != number) return false;
  if (!extent.has_symbol() || extent.is_hole()) return true;
  try {
    return evaluate(extent.symbol, numbers) == number;
  } catch (const std::domain_error&) {
    return false;
  }
}

// Whether numbers for the names exist with which `type` is `shape`. Names that are `fixed` hold `numbers`.
inline bool can_be(const ShapeValue& type, const ShapeValue& shape, const Numbers& numbers, const Fixed& fixed) {
  if (type.rank != shape.rank) return false;
  int free = 0;
  for (std::size_t name = 0; name < 3; ++name) free += !fixed[name] && mentions(type, static_cast<int>(name)) ? 1 : 0;
  const std::int64_t most = free == 1 ? 20000 : free == 2 ? 800 : 150;
  std::int64_t first[3], last[3];
  for (std::size_t name = 0; name < 3; ++name) {
    first[name] = fixed[name] ? numbers[name] : 1;
    last[name] = fixed[name] ? first[name] : mentions(type, static_cast<int>(name)) ? most : 1;
  }
  Numbers guess{};
  for (guess[0] = first[0]; guess[0] <= last[0]; ++guess[0]) {
    for (guess[1] = first[1]; guess[1] <= last[1]; ++guess[1]) {
      for (guess[2] = first[2]; guess[2] <= last[2]; ++guess[2]) {
        bool fits = true;
        for (int axis = 0; axis < type.rank && fits; ++axis) fits = is_length(type[axis], shape[axis].number, guess);
        if (fits) return true;
      }
    }
  }
  return false;
}

inline std::string text_of(const ShapeValue& shape) { return sentence_of(shape).c_str(); }

inline bool says(const Refusal& why, const char* words) {
  return std::string(why.sentence.c_str()).find(words) != std::string::npos;
}

// A no that is true whatever the names hold.
inline bool is_certain(const Refusal& why) {
  return !says(why, "cannot be shown") && !says(why, "names must be equal") && !says(why, "changes only through dyn") &&
         !says(why, "extents open") && !says(why, "not known here") && !says(why, "says otherwise") &&
         !says(why, "only an extent of 1") && !says(why, "does not say") && !says(why, "cannot be worked out") &&
         !says(why, " open") && !says(why, "must be known");
}

inline std::int64_t count_of(const ShapeValue& shape) {
  std::int64_t count = 1;
  for (const ExtentValue& extent : shape) count *= extent.number;
  return count;
}

// `result` agrees with what was said of it: the symbolic ruling's result, where the names hold `numbers`.
inline void agree(const ShapeValue& said, const ShapeValue& result, const Numbers& numbers, const ShapeValue& fixed) {
  INFO("said " << text_of(said) << ", is " << text_of(result));
  REQUIRE(result.is_known());
  REQUIRE(can_be(said, result, numbers, determined_by(fixed)));
}

// One trial of a rule of one operand. `is_right` says what is right for numbers.
template <class Rule, class IsRight>
void try_one(Random& random, const ShapeValue& type, const Rule& rule, const IsRight& is_right) {
  Refusal why;
  const Ruling said = rule(type, &why);
  for (int turn = 0; turn < 6; ++turn) {
    const Numbers numbers = random.numbers();
    ShapeValue shape;
    if (!instantiate(random, type, numbers, shape)) continue;
    INFO(text_of(type) << ", as " << text_of(shape) << ", is ruled " << said.holds << said.checks_at_run_time << ' '
                       << why.sentence.c_str());
    Refusal why_not;
    const Ruling ruling = rule(shape, &why_not);
    INFO("at run time: " << ruling.holds << ' ' << text_of(ruling.result) << why_not.sentence.c_str());
    if (said.holds && !said.checks_at_run_time) REQUIRE(ruling.holds);
    if (ruling.holds) {
      REQUIRE(is_right(shape, ruling.result));
      if (said.holds) agree(said.result, ruling.result, numbers, type);
    }
    // Run time cannot see it where only a product says what a name is.
    if (!said.holds && is_certain(why) && ruling.holds) {
      REQUIRE_FALSE(can_be(ruling.result, ruling.result, numbers, mentioned_by(type)));
    }
  }
}

template <class Rule, class IsRight>
void try_two(Random& random, const Rule& rule, const IsRight& is_right, int max_rank) {
  const ShapeValue left_type = random.shape(max_rank);
  const ShapeValue right_type = random(0, 1) == 0 ? random.shape(max_rank) : left_type;
  Refusal why;
  const Ruling said = rule(left_type, right_type, &why);
  for (int turn = 0; turn < 6; ++turn) {
    const Numbers numbers = random.numbers();
    ShapeValue left, right;
    if (!instantiate(random, left_type, numbers, left) || !instantiate(random, right_type, numbers, right)) continue;
    INFO(text_of(left_type) << " and " << text_of(right_type) << ", as " << text_of(left) << " and " << text_of(right)
                            << ", are ruled " << said.holds << said.checks_at_run_time << ' ' << why.sentence.c_str());
    const Ruling ruling = rule(left, right, nullptr);
    if (said.holds && !said.checks_at_run_time) REQUIRE(ruling.holds);
    if (ruling.holds) {
      REQUIRE(is_right(left, right, ruling.result));
      ShapeValue both = left_type;
      for (const ExtentValue& extent : right_type) both.push_back(extent);
      if (said.holds) agree(said.result, ruling.result, numbers, both);
    }
    if (!said.holds && is_certain(why)) {
      REQUIRE_FALSE(ruling.holds);
      REQUIRE_FALSE(rule(without_names(left), without_names(right), nullptr).holds);
    }
    // The same types with other numbers behind the same names: a name that stands in both must be noticed.
    const Numbers others = random.numbers();
    ShapeValue other;
    if (!instantiate(random, right_type, others, other)) continue;
    if (rule(left, other, nullptr).holds) {
      for (int name = 0; name < 3; ++name) {
        const auto at = static_cast<std::size_t>(name);
        const auto stands_alone = [&](const ShapeValue& type) {
          for (const ExtentValue& extent : type) {
            if (extent.symbol == names[at]) return true;
          }
          return false;
        };
        INFO(names[at].text << " holds two numbers: " << text_of(left) << " and " << text_of(other));
        if (stands_alone(left_type) && stands_alone(right_type)) REQUIRE(numbers[at] == others[at]);
      }
    }
  }
}

inline constexpr int trials = 1500;

}  // namespace
