// SPDX-License-Identifier: BSL-1.0
// Is what a rule says about names true of every number that the names can hold? Random shapes over N, M and T are ruled
// as types are, and then with numbers:
// - yes without a check: yes for all numbers, and the result is the one that was said;
// - yes with a check: what passes at run time has a result of known extents that agrees with the one that was said;
// - no, and not for want of knowledge: no for all numbers, also without names.
// What is right for numbers is worked out here a second time, as simply as can be.
#include "../catch.hpp"

#include <shapeproof/rules/bind.hpp>
#include <shapeproof/rules/contract.hpp>
#include <shapeproof/rules/create.hpp>
#include <shapeproof/rules/elementwise.hpp>
#include <shapeproof/rules/merge.hpp>
#include <shapeproof/rules/squeeze.hpp>

#include <array>
#include <cctype>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace shapeproof;

namespace {

constexpr Extent N = axis("N"), M = axis("M"), T = axis("T");
constexpr Extent names[] = {N, M, T};
using Numbers = std::array<std::int64_t, 3>;

// The value of an expression where N, M and T are `numbers`, read as C++ reads it, but for / and %, which round down.
class Evaluation {
 public:
  Evaluation(const char* text, const Numbers& numbers) : at_(text), numbers_(numbers) {}

  std::int64_t sum() {
    std::int64_t total = *at_ == '-' ? (++at_, -product()) : product();
    while (*at_ == '+' || *at_ == '-') {
      const bool is_minus = *at_++ == '-';
      const std::int64_t next = product();
      total += is_minus ? -next : next;
    }
    return total;
  }

 private:
  std::int64_t product() {
    std::int64_t total = factor();
    while (*at_ == '*' || *at_ == '/' || *at_ == '%') {
      const char sign = *at_++;
      const std::int64_t next = factor();
      if (sign == '*') total *= next;
      else if (next == 0) throw std::domain_error("division by 0");
      else total = sign == '/' ? floor_divide(total, next) : total - next * floor_divide(total, next);
    }
    return total;
  }
  static std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - ((a % b != 0) && ((a % b < 0) != (b < 0)) ? 1 : 0);
  }
  std::int64_t factor() {
    if (*at_ == '(') return bracket();
    if (*at_ >= '0' && *at_ <= '9') return number();
    std::string word;
    while (std::isalpha(static_cast<unsigned char>(*at_)) != 0) word += *at_++;
    if (word == "max" || word == "min") return extreme(word == "max");
    for (std::size_t name = 0; name < 3; ++name) {
      if (word == names[name].text) return numbers_[name];
    }
    throw std::logic_error("an unknown name");
  }
  std::int64_t bracket() {
    ++at_;
    const std::int64_t inside = sum();
    ++at_;
    return inside;
  }
  std::int64_t number() {
    std::int64_t digits = 0;
    while (*at_ >= '0' && *at_ <= '9') digits = digits * 10 + (*at_++ - '0');
    return digits;
  }
  std::int64_t extreme(bool is_maximum) {
    ++at_;
    std::int64_t result = sum();
    while (*at_++ == ',') {
      const std::int64_t next = sum();
      if ((next > result) == is_maximum) result = next;
    }
    return result;
  }

  const char* at_;
  const Numbers& numbers_;
};

std::int64_t evaluate(const Extent& expression, const Numbers& numbers) {
  return Evaluation(expression.text, numbers).sum();
}

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  int operator()(int first, int last) { return std::uniform_int_distribution<int>(first, last)(engine_); }

  Numbers numbers() { return {(*this)(1, 4), (*this)(1, 4), (*this)(1, 4)}; }

  ExtentValue extent() {
    switch ((*this)(0, 14)) {
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
      case 8:
      case 9:
      case 10:
      case 11:
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
bool instantiate(Random& random, const ShapeValue& type, const Numbers& numbers, ShapeValue& shape) {
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

ShapeValue without_names(ShapeValue shape) {
  for (ExtentValue* extent = shape.extents; extent != shape.extents + shape.rank; ++extent) extent->symbol = {};
  return shape;
}

bool mentions(const ShapeValue& shape, int name) { return detail::mentions(shape, detail::Name::of(names[name].text)); }

// Which of the names N, M and T hold the numbers that are tried.
using Fixed = std::array<bool, 3>;

// Those that the lengths of `shape` determine; what N*M alone says of N nobody can see.
Fixed determined_by(const ShapeValue& shape) {
  Fixed fixed{};
  for (std::size_t name = 0; name < 3; ++name) {
    fixed[name] = detail::determined_names(shape).find(detail::Name::of(names[name].text)) != nullptr;
  }
  return fixed;
}

Fixed mentioned_by(const ShapeValue& shape) { return {mentions(shape, 0), mentions(shape, 1), mentions(shape, 2)}; }

bool is_length(const ExtentValue& extent, std::int64_t number, const Numbers& numbers) {
  if (extent.is_known() && extent.number != number) return false;
  if (!extent.has_symbol() || extent.is_hole()) return true;
  try {
    return evaluate(extent.symbol, numbers) == number;
  } catch (const std::domain_error&) {
    return false;
  }
}

// Whether numbers for the names exist with which `type` is `shape`. Names that are `fixed` hold `numbers`.
bool can_be(const ShapeValue& type, const ShapeValue& shape, const Numbers& numbers, const Fixed& fixed) {
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

std::string text_of(const ShapeValue& shape) { return sentence_of(shape).c_str(); }

bool says(const Refusal& why, const char* words) {
  return std::string(why.sentence.c_str()).find(words) != std::string::npos;
}

// A no that is true whatever the names hold.
bool is_certain(const Refusal& why) {
  return !says(why, "cannot be shown") && !says(why, "names must be equal") && !says(why, "changes only through dyn") &&
         !says(why, "extents open") && !says(why, "not known here") && !says(why, "says otherwise") &&
         !says(why, "only an extent of 1");
}

std::int64_t count_of(const ShapeValue& shape) {
  std::int64_t count = 1;
  for (const ExtentValue& extent : shape) count *= extent.number;
  return count;
}

// `result` agrees with what was said of it: the symbolic ruling's result, where the names hold `numbers`.
void agree(const ShapeValue& said, const ShapeValue& result, const Numbers& numbers, const ShapeValue& fixed) {
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
    INFO("at run time: " << ruling.holds << ' ' << why_not.sentence.c_str());
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

constexpr int trials = 1500;

}  // namespace

TEST_CASE("reshape is ruled for names as it is for numbers") {
  Random random(1);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    ShapeValue to = random.shape(3);
    if (to.rank > 0 && random(0, 2) == 0) to[random(0, to.rank - 1)] = _;
    INFO("reshape to " << text_of(to));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return reshape_rule(shape, to, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && can_be(to, result, {}, {});
        });
  }
}

TEST_CASE("a regrouping that is possible by construction is possible by its names") {
  Random random(2);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int first = random(0, from.rank - 1);
    const int last = random(first, from.rank - 1);
    INFO("merge " << first << " to " << last << " and back");
    try_one(
        random, from,
        [&](const ShapeValue& shape, Refusal* why) { return merge_rule("merge", shape, first, last, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && result.rank == shape.rank - (last - first);
        });
    const Ruling merged = merge_rule("merge", from, first, last);
    if (!merged.holds) continue;
    ShapeValue parts;
    for (int axis = first; axis <= last; ++axis) parts.push_back(from[axis]);
    INFO("split " << text_of(merged.result) << " into " << text_of(parts));
    try_one(
        random, merged.result,
        [&](const ShapeValue& shape, Refusal* why) { return split_rule(shape, first, parts, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && can_be(from, result, {}, {});
        });
  }
}

TEST_CASE("split is ruled for names as it is for numbers") {
  Random random(3);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    ShapeValue parts = random.shape(2);
    if (parts.rank == 0) continue;
    if (random(0, 2) == 0) parts[random(0, parts.rank - 1)] = _;
    const int axis = random(-from.rank, from.rank - 1);
    INFO("split axis " << axis << " into " << text_of(parts));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return split_rule(shape, axis, parts, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result);
        });
  }
}

TEST_CASE("squeeze is ruled for names as it is for numbers") {
  Random random(4);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int axis = random(0, from.rank - 1);
    INFO("squeeze " << axis);
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return squeeze_rule(shape, axis, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return shape[axis].number == 1 && result.rank == shape.rank - 1;
        });
  }
}

TEST_CASE("conversions are ruled for names as they are for numbers") {
  Random random(5);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    ShapeValue to = random.shape(3);
    for (int turn = 0; turn < 20 && to.rank != from.rank; ++turn) to = random.shape(3);
    for (int axis = 0; axis < from.rank && axis < to.rank; ++axis) {
      if (random(0, 2) == 0) to[axis] = from[axis];
    }
    if (!well_formed_rule(to).holds) continue;
    INFO("convert to " << text_of(to));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return convert_rule("as", shape, to, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return without_names(shape) == without_names(result) && can_be(to, result, {}, {});
        });
  }
}

TEST_CASE("broadcast_to is ruled for names as it is for numbers") {
  Random random(6);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    const ShapeValue to = random.shape(3);
    INFO("broadcast to " << text_of(to));
    // A type keeps what is written, as Broadcast::keep_written does it.
    const auto rule = [&](const ShapeValue& shape, Refusal* why) {
      Ruling ruling = broadcast_rule(shape, to, why);
      if (ruling.holds && !shape.is_known()) ruling.result = to;
      return ruling;
    };
    try_one(random, from, rule, [&](const ShapeValue& shape, const ShapeValue& result) {
      for (int axis = 0; axis < shape.rank; ++axis) {
        const std::int64_t wide = result[result.rank - shape.rank + axis].number;
        if (shape[axis].number != wide && shape[axis].number != 1) return false;
      }
      return result.is_known() && can_be(to, result, {}, {});
    });
  }
}

TEST_CASE("element-wise operations are ruled for names as they are for numbers") {
  Random random(7);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& left, const ShapeValue& right, Refusal* why) {
          return elementwise_rule("add", left, right, why);
        },
        [](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          return without_names(left) == without_names(right) && without_names(left) == without_names(result);
        },
        2);
  }
}

TEST_CASE("broadcast_like is ruled for names as it is for numbers") {
  Random random(8);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& from, const ShapeValue& like, Refusal* why) {
          return broadcast_rule(from, like, why, Values::follow);
        },
        [](const ShapeValue&, const ShapeValue& like, const ShapeValue& result) {
          return without_names(like) == without_names(result);
        },
        2);
  }
}

TEST_CASE("matmul is ruled for names as it is for numbers") {
  Random random(9);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& left, const ShapeValue& right, Refusal* why) { return matmul_rule(left, right, why); },
        [](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          return left[left.rank - 1].number == right[right.rank - 2].number && result.rank == left.rank;
        },
        3);
  }
}

TEST_CASE("what zeros makes is what it was asked for") {
  Random random(10);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue shape = random.shape(3);
    const std::int64_t numbers[] = {random(-1, 5), random(-1, 5), random(-1, 5),
                                    random(-1, 5), random(-1, 5), random(-1, 5)};
    for (int count = 0; count < 7; ++count) {
      INFO(text_of(shape) << " of " << count << " numbers: " << numbers[0] << ' ' << numbers[1] << ' ' << numbers[2]);
      const Ruling said = create_rule(shape, nullptr, count);
      const Ruling made = create_rule(shape, numbers, count);
      if (made.holds) {
        REQUIRE(said.holds);
        REQUIRE(made.result.is_known());
        REQUIRE(can_be(shape, made.result, {}, {}));
      }
    }
  }
}
