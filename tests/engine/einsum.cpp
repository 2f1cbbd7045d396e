// SPDX-License-Identifier: BSL-1.0
// Is an einsum what its definition says, for thousands of patterns that are made at random? And is the order of its products
// the cheapest there is?
#include <shapeproof/engine/einsum.hpp>

#include <complex>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}
int random_from(int first, int last) { return std::uniform_int_distribution<int>(first, last)(random_numbers()); }

// A pattern and how long each of its indices is.
struct Case {
  std::vector<std::string> operands;
  std::string result;
  std::int64_t extents[128] = {};

  [[nodiscard]] std::string text() const {
    std::string text;
    for (const std::string& operand : operands)
      text += (text.empty() && &operand == operands.data() ? "" : ",") + operand;
    return text + "->" + result;
  }
  [[nodiscard]] ShapeValue shape(const std::string& letters) const {
    ShapeValue shape;
    for (const char letter : letters) shape.push_back(extents[static_cast<int>(letter)]);
    return shape;
  }
};

Case random_case(int operand_count, int most_indices, int longest) {
  Case made;
  std::set<char> letters;
  for (int i = 0; i < operand_count; ++i) {
    std::string operand;
    for (int k = random_from(0, most_indices); k > 0; --k) operand += static_cast<char>('a' + random_from(0, 6));
    letters.insert(operand.begin(), operand.end());
    made.operands.push_back(operand);
  }
  for (const char letter : letters) {
    made.extents[static_cast<int>(letter)] = random_from(0, 60) == 0 ? 0 : random_from(1, longest);
    if (random_from(0, 1) == 0 && made.result.size() < 5) made.result += letter;
  }
  std::shuffle(made.result.begin(), made.result.end(), random_numbers());
  return made;
}

Contraction contraction_of(const Case& made, std::string& text) {
  text = made.text();
  std::vector<ShapeValue> shapes;
  for (const std::string& operand : made.operands) shapes.push_back(made.shape(operand));
  std::vector<const ShapeValue*> operands;
  for (const ShapeValue& shape : shapes) operands.push_back(&shape);
  Contraction contraction;
  const Ruling ruling = einsum_rule(read_einsum(text.data(), static_cast<int>(text.size())), operands.data(),
                                    static_cast<int>(operands.size()), nullptr, &contraction);
  REQUIRE(ruling.holds);
  return contraction;
}

// By definition: one loop for each letter.
template <class T>
void add_products(const Case& made, const std::vector<std::vector<T>>& in, const std::string& letters,
                  std::int64_t (&index)[128], std::vector<T>& out) {
  if (!letters.empty()) {
    std::int64_t& i = index[static_cast<int>(letters[0])];
    for (i = 0; i < made.extents[static_cast<int>(letters[0])]; ++i)
      add_products(made, in, letters.substr(1), index, out);
    return;
  }
  const auto position = [&](const std::string& operand) {
    std::int64_t offset = 0;
    for (const char letter : operand) {
      offset = offset * made.extents[static_cast<int>(letter)] + index[static_cast<int>(letter)];
    }
    return static_cast<std::size_t>(offset);
  };
  T product = T(1);
  for (std::size_t i = 0; i < in.size(); ++i) product = product * in[i][position(made.operands[i])];
  out[position(made.result)] = out[position(made.result)] + product;
}

template <class T>
std::vector<T> by_definition(const Case& made, const std::vector<std::vector<T>>& in) {
  std::set<char> letters;
  for (const std::string& operand : made.operands) letters.insert(operand.begin(), operand.end());
  std::vector<T> out(static_cast<std::size_t>(made.shape(made.result).count().number), T(0));
  std::int64_t index[128] = {};
  add_products(made, in, std::string(letters.begin(), letters.end()), index, out);
  return out;
}

// Small whole numbers: every order of the sums gives the same.
template <class T>
std::vector<std::vector<T>> random_operands(const Case& made) {
  std::vector<std::vector<T>> all;
  for (const std::string& operand : made.operands) {
    std::vector<T> values(static_cast<std::size_t>(made.shape(operand).count().number));
    for (T& value : values) value = static_cast<T>(random_from(0, 3));
    all.push_back(values);
  }
  return all;
}

template <class T>
std::vector<const T*> places_of(const std::vector<std::vector<T>>& values) {
  std::vector<const T*> places;
  for (const auto& value : values) places.push_back(value.data());
  return places;
}

template <class T, bool ByKernel>
bool check_one(const Case& made) {
  std::string text;
  const Contraction contraction = contraction_of(made, text);
  const auto in = random_operands<T>(made);
  std::vector<T> out(static_cast<std::size_t>(made.shape(made.result).count().number), T(99));
  if constexpr (ByKernel) engine::einsum_kernel(contraction, places_of(in).data(), out.data());
  else engine::einsum(contraction, places_of(in).data(), out.data());
  if (out == by_definition(made, in)) return true;
  UNSCOPED_INFO("failed for " << text);
  return false;
}

// The fewest multiplications, by trying all orders.
double fewest(const Case& made, std::vector<std::set<char>> operands) {
  if (operands.size() == 1) return 0;
  double best = -1;
  for (std::size_t i = 0; i < operands.size(); ++i) {
    for (std::size_t k = i + 1; k < operands.size(); ++k) {
      std::vector<std::set<char>> rest;
      std::set<char> needed(made.result.begin(), made.result.end());
      for (std::size_t other = 0; other < operands.size(); ++other) {
        if (other == i || other == k) continue;
        rest.push_back(operands[other]);
        needed.insert(operands[other].begin(), operands[other].end());
      }
      // What stands in one operand only and is needed nowhere else is summed over before.
      double cost = 1;
      std::set<char> both;
      for (const auto* operand : {&operands[i], &operands[k]}) {
        const auto* other = operand == &operands[i] ? &operands[k] : &operands[i];
        for (const char letter : *operand) {
          if (needed.count(letter) == 0 && other->count(letter) == 0) continue;
          if (both.insert(letter).second) cost *= static_cast<double>(made.extents[static_cast<int>(letter)]);
        }
      }
      std::set<char> kept;
      for (const char letter : both) {
        if (needed.count(letter) > 0) kept.insert(letter);
      }
      rest.push_back(kept);
      cost += fewest(made, rest);
      if (best < 0 || cost < best) best = cost;
    }
  }
  return best;
}

}  // namespace

TEST_CASE("einsum: 4000 patterns of one to four operands, as products of matrices") {
  int failures = 0;
  for (int i = 0; i < 1000; ++i) {
    failures += check_one<float, true>(random_case(1, 4, 4)) ? 0 : 1;
    failures += check_one<double, true>(random_case(2, 4, 4)) ? 0 : 1;
    failures += check_one<std::uint32_t, true>(random_case(random_from(2, 3), 3, 4)) ? 0 : 1;
    failures += check_one<std::complex<double>, true>(random_case(random_from(3, 4), 3, 3)) ? 0 : 1;
  }
  CHECK(failures == 0);
}

TEST_CASE("einsum: small ones by definition, and integers that wrap around") {
  int failures = 0;
  for (int i = 0; i < 1000; ++i) {
    failures += check_one<float, false>(random_case(random_from(1, 3), 3, 3)) ? 0 : 1;
    failures += check_one<std::int8_t, false>(random_case(random_from(1, 2), 2, 30)) ? 0 : 1;
    failures += check_one<std::int64_t, false>(random_case(random_from(1, 3), 3, 5)) ? 0 : 1;
  }
  CHECK(failures == 0);
}

TEST_CASE("einsum: sums of half are kept as float") {
  Case made;
  made.operands = {"i", "i"};
  made.extents[static_cast<int>('i')] = 4000;
  std::string text;
  const Contraction contraction = contraction_of(made, text);
  const std::vector<std::vector<half>> in(2, std::vector<half>(4000, half(1.0F)));
  half out = 0;
  engine::einsum(contraction, places_of(in).data(), &out);
  CHECK(out == half(4000.0F));
}

TEST_CASE("einsum: the order of products is the cheapest of all") {
  int failures = 0;
  for (int i = 0; i < 400; ++i) {
    const Case made = random_case(random_from(2, 5), 4, 9);
    std::string text;
    const Contraction contraction = contraction_of(made, text);
    if (made.operands.size() == 2) continue;
    std::vector<std::set<char>> operands;
    for (const std::string& operand : made.operands) operands.emplace_back(operand.begin(), operand.end());
    const double cost = engine::contraction_order(contraction).cost;
    if (cost == fewest(made, operands)) continue;
    ++failures;
    UNSCOPED_INFO("failed for " << text << ": " << cost << ", not " << fewest(made, operands));
  }
  CHECK(failures == 0);
}

TEST_CASE("einsum: eight operands, and results of many more indices on the way") {
  Case made;
  made.operands = {"ab", "bc", "cd", "de", "ef", "fg", "ga", "a"};
  for (char letter = 'a'; letter <= 'g'; ++letter) made.extents[static_cast<int>(letter)] = 2 + letter % 3;
  CHECK(check_one<double, true>(made));
  made.operands = {"abcd", "efgh", "ijkl", "aei", "bfj", "cgk", "dhl"};
  made.result = "";
  for (char letter = 'a'; letter <= 'l'; ++letter) made.extents[static_cast<int>(letter)] = 2;
  CHECK(check_one<double, true>(made));
}
