// SPDX-License-Identifier: BSL-1.0
// Is no answer about expressions ever wrong? Hundreds of identities, and as many pairs that are none, are made at random
// and asked about; each is then worked out for thousands of numbers, without the algebra:
// - the normal form has the value of what was written;
// - "the same" is the same for all numbers, "never" for none; an identity is never said to be none;
// - bounds hold.
#include "../catch.hpp"
#include "evaluation.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include <shapeproof/rules/bounds.hpp>
#include <shapeproof/rules/same.hpp>

using namespace shapeproof;

namespace {

// At least 1; possibly empty; at least 3; a multiple of 4; declared to be N*M.
constexpr Extent axes[] = {axis("N"),
                           axis("M"),
                           axis("T"),
                           axis("E").or_empty(),
                           axis("L").at_least(3),
                           axis("W").multiple_of(4),
                           axis("D").equals(axis("N") * axis("M"))};
constexpr std::size_t axis_count = std::size(axes);
using Numbers = std::array<std::int64_t, axis_count>;

struct Node;
using Tree = std::shared_ptr<const Node>;

// An expression as it is written.
struct Node {
  char sign;  // n: a number, a: an axis, c: ceil_div, M: max, m: min
  std::int64_t number;
  Tree left, right;

  [[nodiscard]] ExtentValue extent() const {
    if (sign == 'n') return number;
    if (sign == 'a') return axes[static_cast<std::size_t>(number)];
    const ExtentValue a = left->extent();
    const ExtentValue b = right->extent();
    switch (sign) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return a / b;
      case '%':
        return a % b;
      case 'c':
        return ceil_div(a, b);
      case 'M':
        return max(a, b);
      default:
        return min(a, b);
    }
  }

  [[nodiscard]] std::int64_t value(const Numbers& numbers) const {
    if (sign == 'n') return number;
    if (sign == 'a') return numbers[static_cast<std::size_t>(number)];
    const std::int64_t a = left->value(numbers);
    const std::int64_t b = right->value(numbers);
    switch (sign) {
      case '+':
        return a + b;
      case '-':
        return a - b;
      case '*':
        return a * b;
      case '/':
        return floor_divide(a, b);
      case '%':
        return a - b * floor_divide(a, b);
      case 'c':
        return -floor_divide(-a, b);
      case 'M':
        return a > b ? a : b;
      default:
        return a < b ? a : b;
    }
  }

  [[nodiscard]] std::string text() const {
    if (sign == 'n') return std::to_string(number);
    if (sign == 'a') return detail::is_name(axes[number].text) ? std::string(1, axes[number].text[0]) : "?";
    return '(' + left->text() + sign + right->text() + ')';
  }
};

Tree number(std::int64_t value) { return std::make_shared<Node>(Node{'n', value, nullptr, nullptr}); }
Tree join(const Tree& left, char sign, const Tree& right) { return std::make_shared<Node>(Node{sign, 0, left, right}); }

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::int64_t operator()(int first, int last) { return std::uniform_int_distribution<int>(first, last)(engine_); }

  // Which three axes the next trees are over: half of the time those of which nothing is declared.
  void choose_axes() {
    const bool plain = (*this)(0, 1) == 0;
    for (std::int64_t& axis : chosen_) axis = plain ? (*this)(0, 2) : (*this)(0, axis_count - 1);
  }
  Tree axis() {
    return std::make_shared<Node>(Node{'a', chosen_[static_cast<std::size_t>((*this)(0, 2))], nullptr, nullptr});
  }
  Tree leaf() { return (*this)(0, 2) == 0 ? number((*this)(0, 6)) : axis(); }
  Tree tree(int depth) {
    if (depth == 0 || (*this)(0, 4) == 0) return leaf();
    const Tree left = tree(depth - 1);
    const char sign = "++--**//%cMm"[(*this)(0, 11)];
    const bool divides = sign == '/' || sign == '%' || sign == 'c';
    if (divides && (*this)(0, 2) > 0) return join(left, sign, number((*this)(1, 6)));
    // ceil_div is (a+b-1)/b, which rounds up for a divisor above 0.
    if (sign == 'c') return join(left, sign, number((*this)(1, 6)));
    return join(left, sign, tree(depth - 1));
  }

  Numbers numbers() {
    const int most = (*this)(0, 3) == 0 ? 40 : 7;
    Numbers all{(*this)(1, most), (*this)(1, most), (*this)(1, most), (*this)(0, most), (*this)(3, most), 0, 0};
    all[5] = 4 * (*this)(1, most);
    all[6] = all[0] * all[1];
    return all;
  }

 private:
  std::mt19937 engine_;
  std::array<std::int64_t, 3> chosen_{0, 1, 2};
};

struct Pair {
  Tree left, right;
};

// The two sides are equal for all numbers for which both have a value.
Pair identity(Random& random) {
  const Tree a = random.tree(2), b = random.tree(1), c = random.tree(1);
  const std::int64_t k_number = random(1, 6), l_number = random(1, 4);
  const Tree k = number(k_number), l = number(l_number);
  const auto add = [](const Tree& x, const Tree& y) { return join(x, '+', y); };
  const auto sub = [](const Tree& x, const Tree& y) { return join(x, '-', y); };
  const auto mul = [](const Tree& x, const Tree& y) { return join(x, '*', y); };
  const auto div = [](const Tree& x, const Tree& y) { return join(x, '/', y); };
  const auto mod = [](const Tree& x, const Tree& y) { return join(x, '%', y); };
  const auto max = [](const Tree& x, const Tree& y) { return join(x, 'M', y); };
  const auto min = [](const Tree& x, const Tree& y) { return join(x, 'm', y); };
  switch (random(0, 22)) {
    case 0:
      return {add(a, b), add(b, a)};
    case 1:
      return {mul(add(a, b), c), add(mul(c, a), mul(c, b))};
    case 2:
      return {div(mul(a, k), k), a};
    case 3:
      return {div(add(mul(k, a), b), k), add(a, div(b, k))};
    case 4:
      return {div(div(a, k), l), div(a, mul(k, l))};
    case 5:
      return {add(mul(k, div(a, k)), mod(a, k)), a};
    case 6:
      return {max(a, b), max(b, a)};
    case 7:
      return {add(max(a, b), min(a, b)), add(a, b)};
    case 8:
      return {max(add(a, c), add(b, c)), add(c, max(a, b))};
    case 9:
      return {join(a, 'c', k), div(add(a, number(k_number - 1)), k)};
    case 10:
      return {div(mul(a, b), b), a};
    case 11:
      return {div(sub(mul(a, a), mul(b, b)), sub(a, b)), add(a, b)};
    case 12:
      return {mod(mod(a, k), k), mod(a, k)};
    case 13:
      return {mod(add(a, mul(k, b)), k), mod(a, k)};
    case 14:
      return {mod(mul(k, a), mul(k, l)), mul(k, mod(a, l))};
    case 15:
      return {max(a, max(b, c)), max(max(c, a), b)};
    case 16:
      return {min(a, min(b, c)), min(min(c, a), b)};
    case 17:
      return {div(mul(a, l), mul(k, l)), div(a, k)};
    case 18:
      return {mul(add(a, b), sub(a, b)), sub(mul(a, a), mul(b, b))};
    case 19:
      return {max(mul(k, a), mul(k, b)), mul(k, max(a, b))};
    case 20:
      return {add(mul(b, div(a, b)), mod(a, b)), a};
    case 21:
      return {sub(number(0), max(a, b)), min(sub(number(0), a), sub(number(0), b))};
    default:
      return {div(add(a, mul(b, c)), b), add(c, div(a, b))};
  }
}

// The same around both sides.
Pair within(Random& random, const Pair& pair) {
  const Tree other = random.tree(1);
  switch (random(0, 5)) {
    case 0:
      return {join(pair.left, '+', other), join(other, '+', pair.right)};
    case 1:
      return {join(pair.left, '*', other), join(other, '*', pair.right)};
    case 2:
      return {join(pair.left, '/', number(3)), join(pair.right, '/', number(3))};
    case 3:
      return {join(pair.left, 'M', other), join(other, 'M', pair.right)};
    default:
      return pair;
  }
}

enum class Said { same, never, open, nothing };

Said ask(const ExtentValue& left, const ExtentValue& right) {
  if (left.is_impossible() || right.is_impossible()) return Said::nothing;
  detail::Workspace work;
  const detail::Polynomial difference = detail::polynomial_of(left, work) - detail::polynomial_of(right, work);
  if (!difference.is_sound()) return Said::nothing;
  if (difference.is_zero()) return Said::same;
  return detail::can_be_zero(difference) ? Said::open : Said::never;
}

// A value, or that there is none.
template <class Work>
bool has_value(const Work& work, std::int64_t& value) {
  try {
    value = work();
    return true;
  } catch (const std::domain_error&) {
    return false;
  }
}

std::int64_t value_of(const ExtentValue& extent, const Numbers& numbers) {
  if (extent.is_known()) return extent.number;
  const std::string text(detail::Name::of(extent.symbol.text).begin,
                         static_cast<std::size_t>(detail::Name::of(extent.symbol.text).size));
  return value_of_text(text.c_str(), [&](const std::string& word) {
    std::size_t axis = 0;
    while (word[0] != axes[axis].text[0]) ++axis;
    return numbers[axis];
  });
}

// The normal form is worth what was written, wherever that has a value.
void same_value(const Tree& tree, const ExtentValue& extent, const Numbers& numbers, std::int64_t& value,
                bool& is_any) {
  is_any = has_value([&] { return tree->value(numbers); }, value);
  if (!is_any || extent.is_impossible()) return;
  std::int64_t normal = 0;
  const bool has_normal = has_value([&] { return value_of(extent, numbers); }, normal);
  INFO(tree->text() << " is written " << sentence_of(extent).c_str());
  REQUIRE(has_normal);
  REQUIRE(normal == value);
}

constexpr int count = 700;
constexpr int turns = 1500;

// Returns what was said.
Said check(Random& random, const Pair& pair, bool is_identity) {
  const ExtentValue left = pair.left->extent();
  const ExtentValue right = pair.right->extent();
  const Said said = ask(left, right);
  INFO(pair.left->text() << " and " << pair.right->text() << ": " << static_cast<int>(said));
  if (is_identity) REQUIRE(said != Said::never);
  for (int turn = 0; turn < turns; ++turn) {
    const Numbers numbers = random.numbers();
    std::int64_t a = 0, b = 0;
    bool has_a = false, has_b = false;
    same_value(pair.left, left, numbers, a, has_a);
    same_value(pair.right, right, numbers, b, has_b);
    if (!has_a || !has_b) continue;
    if (is_identity && a != b) FAIL("the test is wrong");
    if (said == Said::same && a != b) FAIL("said to be the same: " << a << " and " << b);
    if (said == Said::never && a == b) FAIL("said to be never the same: " << a);
  }
  return said;
}

}  // namespace

TEST_CASE("identities are never refused, and what is said to be the same is the same") {
  Random random(11);
  int shown = 0, asked = 0;
  for (int i = 0; i < count; ++i) {
    random.choose_axes();
    const Said said = check(random, within(random, identity(random)), true);
    asked += said != Said::nothing ? 1 : 0;
    shown += said == Said::same ? 1 : 0;
  }
  INFO(shown << " of " << asked << " identities are shown");
  CHECK(asked >= 500);
  CHECK(shown * 100 >= asked * 90);
}

TEST_CASE("what is no identity is never shown to be one") {
  Random random(12);
  int asked = 0, never = 0;
  for (int i = 0; i < count; ++i) {
    random.choose_axes();
    Pair pair = random(0, 2) == 0 ? Pair{random.tree(3), random.tree(2)} : within(random, identity(random));
    if (random(0, 1) == 0) pair.left = join(pair.left, '+', number(random(1, 3)));
    const Said said = check(random, pair, false);
    asked += said != Said::nothing ? 1 : 0;
    never += said == Said::never ? 1 : 0;
  }
  INFO(never << " of " << asked << " are said to be never equal");
  CHECK(asked >= 500);
  CHECK(never * 100 >= asked * 25);
}

TEST_CASE("bounds hold") {
  Random random(13);
  int decided = 0;
  for (int i = 0; i < count; ++i) {
    random.choose_axes();
    const Tree tree = random.tree(3);
    const ExtentValue extent = tree->extent();
    const std::int64_t bound = random(-2, 4);
    const Answer answer = is_at_least(extent, bound);
    if (extent.is_impossible()) continue;
    decided += answer != Answer::open ? 1 : 0;
    INFO(tree->text() << " at least " << bound << ": " << static_cast<int>(answer));
    for (int turn = 0; turn < turns; ++turn) {
      const Numbers numbers = random.numbers();
      std::int64_t value = 0;
      bool has_any = false;
      same_value(tree, extent, numbers, value, has_any);
      if (!has_any) continue;
      if (answer == Answer::yes && value < bound) FAIL("it is " << value);
      if (answer == Answer::never && value >= bound) FAIL("it is " << value);
    }
  }
  CHECK(decided > count / 3);
}

TEST_CASE("a rule that computes with a negative number hears of it") {
  const ExtentValue sum = ExtentValue(-3) + ExtentValue(axis("N"));
  REQUIRE(sum.is_impossible());
  CHECK(std::string(sum.symbol.text + 1) == "arithmetic with a negative number");
}

TEST_CASE("fifteen parts make one sum, in any order and grouping") {
  std::mt19937 engine(14);
  std::vector<ExtentValue> parts;
  for (int i = 0; i < 15; ++i) {
    const char name[] = {'p', 'a', 'r', 't', static_cast<char>('a' + i), '\0'};
    parts.emplace_back(axis(name));
  }
  const auto join_all = [&](std::vector<ExtentValue> all) {
    while (all.size() > 1) {
      const auto at =
          static_cast<std::size_t>(std::uniform_int_distribution<int>(0, static_cast<int>(all.size()) - 2)(engine));
      all[at] = all[at] + all[at + 1];
      all.erase(all.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
    return all[0];
  };
  const ExtentValue first = join_all(parts);
  REQUIRE_FALSE(first.is_impossible());
  for (int turn = 0; turn < 200; ++turn) {
    std::shuffle(parts.begin(), parts.end(), engine);
    REQUIRE(join_all(parts) == first);
  }
}
