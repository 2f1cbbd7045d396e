// SPDX-License-Identifier: BSL-1.0
// Do element-wise functions say what NumPy says? vectors/elementwise/vectors.txt holds what it said; make_vectors.py beside
// it asked.
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <shapeproof/ops/activation.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/compare.hpp>
#include <shapeproof/ops/math.hpp>
#include <shapeproof/ops/numbers.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

// The operands of an operation and, last, its result, as words.
using Words = std::vector<std::string>;
using Case = std::vector<Words>;

Words words_of(const std::string& text) {
  std::istringstream stream(text);
  Words words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

// The cases of "abs int8".
const Case& find_case(const std::string& name) {
  static const std::map<std::string, Case> cases = [] {
    std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/elementwise/vectors.txt");
    std::map<std::string, Case> read;
    for (std::string line; std::getline(file, line);) {
      std::istringstream blocks(line);
      std::string key;
      std::getline(blocks, key, '|');
      key.pop_back();
      for (std::string block; std::getline(blocks, block, '|');) read[key].push_back(words_of(block));
    }
    return read;
  }();
  INFO(name);
  REQUIRE(cases.count(name) == 1);
  return cases.at(name);
}

template <class T>
DynamicTensor<T> parse(const Words& words) {
  DynamicTensor<T> x(ShapeValue(static_cast<std::int64_t>(words.size())));
  T* to = x.writable_data();
  for (const std::string& word : words) {
    if constexpr (std::is_same_v<T, bool>) *to++ = word == "1";
    else if constexpr (std::is_unsigned_v<T>) *to++ = static_cast<T>(std::stoull(word));
    else if constexpr (std::is_integral_v<T>) *to++ = static_cast<T>(std::stoll(word));
    else *to++ = engine::cast_element<T>(std::stod(word));
  }
  return x;
}

// The same number with the same sign, or NaN; of double also within a few units in the last place.
template <class T>
bool is_close(const T& found, const T& wanted) {
  if constexpr (std::is_integral_v<T>) {
    return found == wanted;
  } else {
    const auto a = static_cast<double>(found);
    const auto b = static_cast<double>(wanted);
    if (std::isnan(b)) return std::isnan(a);
    if (a == b) return std::signbit(a) == std::signbit(b);
    return std::is_same_v<T, double> && std::abs(a - b) <= 1e-15 * std::abs(b);
  }
}

template <class T>
void check_result(const std::string& name, const DynamicTensor<T>& found, const Words& words) {
  const DynamicTensor<T> wanted = parse<T>(words);
  REQUIRE(found.element_count() == wanted.element_count());
  for (std::int64_t i = 0; i < wanted.element_count(); ++i) {
    if (is_close(found(i), wanted(i))) continue;
    FAIL_CHECK(name << ": element " << i << " is " << +found(i) << ", wanted is "
                    << words[static_cast<std::size_t>(i)]);
  }
}

template <class T, class Function>
void check_unary(const std::string& name, const Function& function) {
  const std::string key = name + " " + name_of(element_type<T>);
  const Case& each = find_case(key);
  check_result(key, function(parse<T>(each[0])), each[1]);
}
template <class T, class Function>
void check_binary(const std::string& name, const Function& function) {
  const std::string key = name + " " + name_of(element_type<T>);
  const Case& each = find_case(key);
  check_result(key, function(parse<T>(each[0]), parse<T>(each[1])), each[2]);
}

template <class T>
void check_type() {
  check_unary<T>("abs", [](const auto& x) { return abs(x); });
  check_unary<T>("neg", neg);
  check_unary<T>("sign", sign);
  check_unary<T>("square", square);
  check_unary<T>("floor", [](const auto& x) { return floor(x); });
  check_unary<T>("ceil", [](const auto& x) { return ceil(x); });
  check_unary<T>("round", [](const auto& x) { return round(x); });
  check_unary<T>("logical_not", logical_not);
  check_unary<T>("isnan", [](const auto& x) { return isnan(x); });
  check_unary<T>("isfinite", [](const auto& x) { return isfinite(x); });
  check_unary<T>("isinf", [](const auto& x) { return isinf(x); });
  check_unary<T>("clamp", [](const auto& x) { return clamp(x, 1, 2); });
  check_unary<T>("relu", [](const auto& x) { return relu(x) + T(0); });
  check_binary<T>("minimum", [](const auto& a, const auto& b) { return minimum(a, b) + T(0); });
  check_binary<T>("maximum", [](const auto& a, const auto& b) { return maximum(a, b) + T(0); });
  check_binary<T>("eq", eq);
  check_binary<T>("ne", ne);
  check_binary<T>("lt", lt);
  check_binary<T>("le", [](const auto& a, const auto& b) { return a <= b; });
  check_binary<T>("gt", gt);
  check_binary<T>("ge", [](const auto& a, const auto& b) { return a >= b; });
  check_binary<T>("logical_and", logical_and);
  check_binary<T>("logical_or", logical_or);
  check_binary<T>("logical_xor", logical_xor);
}

}  // namespace

TEST_CASE("simple functions of each element type are NumPy's") {
  check_type<std::int8_t>();
  check_type<std::uint8_t>();
  check_type<std::int32_t>();
  check_type<std::int64_t>();
  check_type<std::uint64_t>();
  check_type<half>();
  check_type<float>();
  check_type<double>();
}

TEST_CASE("functions of double are NumPy's, also of zeros, infinity and NaN") {
  check_unary<double>("exp", [](const auto& x) { return exp(x); });
  check_unary<double>("expm1", [](const auto& x) { return expm1(x); });
  check_unary<double>("log", [](const auto& x) { return log(x); });
  check_unary<double>("log1p", [](const auto& x) { return log1p(x); });
  check_unary<double>("sqrt", [](const auto& x) { return sqrt(x); });
  check_unary<double>("rsqrt", [](const auto& x) { return rsqrt(x); });
  check_unary<double>("sin", [](const auto& x) { return sin(x); });
  check_unary<double>("cos", [](const auto& x) { return cos(x); });
  check_unary<double>("tanh", [](const auto& x) { return tanh(x); });
  check_unary<double>("reciprocal", reciprocal);
  check_unary<double>("sigmoid", sigmoid);
  check_unary<double>("softplus", softplus);
  check_unary<double>("leaky_relu", [](const auto& x) { return leaky_relu(x, 0.25); });
  check_unary<double>("elu", [](const auto& x) { return elu(x, 0.5); });
  check_binary<double>("pow", [](const auto& x, const auto& y) { return pow(x, y); });
}
