// SPDX-License-Identifier: BSL-1.0
// Is what a seed gives the same everywhere, spread as it should be, and moved on by as much as is documented?
#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <shapeproof/engine/definitions/inverse_normal.hpp>
#include <shapeproof/engine/parallel.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/random.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N");

// The known answers of the paper's own library, Random123 (kat_vectors, philox4x32 10).
constexpr bool gives(const engine::RandomStart& start, std::uint32_t a, std::uint32_t b, std::uint32_t c,
                     std::uint32_t d) {
  const engine::RandomBlock block = engine::philox(start);
  return block.words[0] == a && block.words[1] == b && block.words[2] == c && block.words[3] == d;
}
constexpr std::uint64_t ones = ~std::uint64_t{0};
static_assert(gives({0, 0, 0}, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8));
static_assert(gives({ones, ones, ones}, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd));
static_assert(gives({0x299f31d0a4093822, 0x0370734413198a2e, 0x85a308d3243f6a88}, 0xd16cfe09, 0x94fdcceb, 0x5001e420,
                    0x24126ea1));

// One line of vectors.txt: a function, a type, two arguments, the elements. The lines are one stream.
template <class T>
void check_vector(Random& random, const std::string& function, std::istream& words) {
  std::string first;
  std::string second;
  words >> first >> second;
  std::vector<T> expected;
  for (std::string word; words >> word;) {
    if constexpr (std::is_integral_v<T>) expected.push_back(static_cast<T>(std::stoll(word)));
    else expected.push_back(engine::cast_element<T>(std::stod(word)));
  }
  const auto count = static_cast<std::int64_t>(expected.size());
  const double a = std::stod(first);
  const double b = std::stod(second);
  if constexpr (std::is_same_v<T, bool>) {
    CHECK(elements_of(bernoulli<T, Shape<N>>(random, a, count)) == expected);
  } else if constexpr (std::is_integral_v<T>) {
    if (function == "randperm") CHECK(elements_of(randperm<T>(random, count)) == expected);
    else CHECK(elements_of(randint<T, Shape<N>>(random, std::stoll(first), std::stoll(second), count)) == expected);
  } else if (function == "inverse") {
    CHECK(engine::inverse_normal(a - 0.5, a < 0.5 ? a : 1 - a) == static_cast<double>(expected[0]));
  } else if (function == "uniform") {
    CHECK(elements_of(uniform<T, Shape<N>>(random, {a, b}, count)) == expected);
  } else {
    CHECK(elements_of(normal<T, Shape<N>>(random, {a, b}, count)) == expected);
  }
}

TEST_CASE("random: the first numbers, to the last bit") {
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/random/vectors.txt");
  Random random(0x0123456789ABCDEF, 7);
  int lines = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string function;
    std::string type;
    words >> function >> type;
    if (type == "float16") check_vector<half>(random, function, words);
    else if (type == "float32") check_vector<float>(random, function, words);
    else if (type == "float64") check_vector<double>(random, function, words);
    else if (type == "bool") check_vector<bool>(random, function, words);
    else check_vector<std::int64_t>(random, function, words);
  }
  CHECK(lines == 32);
}

TEST_CASE("random: every call moves on by the blocks it used") {
  Random random(3);
  const auto used = [&](const auto& call) {
    const std::uint64_t before = random.position();
    call();
    return random.position() - before;
  };
  CHECK(used([&] { uniform<float, Shape<8>>(random); }) == 2);
  CHECK(used([&] { normal<half, Shape<9>>(random); }) == 3);
  CHECK(used([&] { uniform<double, Shape<9>>(random); }) == 5);
  CHECK(used([&] { bernoulli<double, Shape<5>>(random, 0.5); }) == 2);
  CHECK(used([&] { randint<std::int8_t, Shape<5>>(random, 0, 3); }) == 3);
  CHECK(used([&] { randperm<int>(random, 5); }) == 3);
  CHECK(used([&] { uniform<float, Shape<0>>(random); }) == 0);
  CHECK(used([&] { CHECK_THROWS(uniform<float, Shape<N>>(random, 0)); }) == 0);
  Random other(3);
  other.skip(random.position());
  CHECK(normal<float, Shape<3>>(random) == normal<float, Shape<3>>(other));
}

TEST_CASE("random: seeds and streams differ, equal ones do not") {
  const auto draw = [](std::uint64_t seed, std::uint64_t stream) {
    Random random(seed, stream);
    return elements_of(uniform<double, Shape<4>>(random));
  };
  CHECK(draw(1, 2) == draw(1, 2));
  CHECK(draw(1, 2) != draw(2, 1));
  CHECK(draw(1, 2) != draw(1, 3));
  CHECK(draw(1, 0) != draw(std::uint64_t{1} << 32, 0));
}

template <class Draw>
void check_threads(const Draw& draw) {
  engine::set_thread_count(1);
  const auto alone = draw(Random(11));
  for (const int threads : {2, 5}) {
    engine::set_thread_count(threads);
    CHECK(draw(Random(11)) == alone);
  }
  engine::set_thread_count(1);
}

TEST_CASE("random: any number of threads makes the same elements") {
  using Many = Shape<100003>;
  check_threads([](Random random) { return uniform<float, Many>(random, {-1, 3}); });
  check_threads([](Random random) { return uniform<double, Many>(random); });
  check_threads([](Random random) { return normal<float, Many>(random); });
  check_threads([](Random random) { return normal<double, Many>(random, {.mean = 3}); });
  check_threads([](Random random) { return bernoulli<bool, Many>(random, 0.1); });
  check_threads([](Random random) { return randint<int, Many>(random, -7, 1000000); });
  check_threads([](Random random) { return randperm<int, Many>(random); });
}

// The largest distance between the part of the elements below a number and the part that should be there.
template <class Distribution>
double kolmogorov_smirnov(std::vector<double> elements, const Distribution& distribution) {
  std::sort(elements.begin(), elements.end());
  const auto count = static_cast<double>(elements.size());
  double largest = 0;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const double expected = distribution(elements[i]);
    const auto below = static_cast<double>(i);
    largest = std::max({largest, expected - below / count, (below + 1) / count - expected});
  }
  return largest;
}

double moment(const std::vector<double>& elements, int power) {
  double sum = 0;
  for (const double element : elements) sum += std::pow(element, power);
  return sum / static_cast<double>(elements.size());
}

template <class Result>
std::vector<double> as_doubles(const Result& x) {
  std::vector<double> elements;
  for (const auto element : x) elements.push_back(static_cast<double>(element));
  return elements;
}

// Of 100000 elements the distance is above 1.95 / sqrt(100000) = 0.00617 once in a thousand seeds; this is one seed.
constexpr double allowed = 0.0062;

TEST_CASE("uniform: spread evenly over [low, high)") {
  Random random(2026);
  const auto even = [](double x) { return std::min(std::max(x, 0.0), 1.0); };
  const auto floats = as_doubles(uniform<float, Shape<100000>>(random));
  const auto doubles = as_doubles(uniform<double, Shape<100000>>(random));
  const auto halves = as_doubles(uniform<half, Shape<100000>>(random));
  CHECK(kolmogorov_smirnov(floats, even) < allowed);
  CHECK(kolmogorov_smirnov(doubles, even) < allowed);
  CHECK(kolmogorov_smirnov(halves, even) < allowed + 0x1p-11);
  CHECK(moment(floats, 1) == Approx(0.5).margin(0.004));
  CHECK(moment(doubles, 2) == Approx(1.0 / 3).margin(0.004));
  for (const auto* all : {&floats, &doubles, &halves}) {
    CHECK(*std::min_element(all->begin(), all->end()) >= 0);
    CHECK(*std::max_element(all->begin(), all->end()) < 1);
  }
  const auto scaled = uniform<float, Shape<N>>(random, {.low = -3, .high = 5}, 100000);
  CHECK(kolmogorov_smirnov(as_doubles(scaled), [&](double x) { return even((x + 3) / 8); }) < allowed);
}

TEST_CASE("uniform: high is never reached, however close low is") {
  Random random(1);
  // 16 floats, or halves, lie between the two: rounding would reach high.
  const float high = 1.0F + 16 * 0x1p-23F;
  for (const float element : uniform<float, Shape<4000>>(random, {.low = 1, .high = high})) {
    REQUIRE((element >= 1 && element < high));
  }
  for (const half element : uniform<half, Shape<4000>>(random, {.low = -1 - 0x1p-6, .high = -1})) {
    REQUIRE((element >= -1 - 0x1p-6F && element < -1));
  }
  for (const half element : uniform<half, Shape<4000>>(random, {.low = -0x1p-22, .high = 0})) REQUIRE(element < 0);
  CHECK(elements_of(uniform<float, Shape<3>>(random, {2, 2})) == std::vector<float>(3, 2));
}

TEST_CASE("normal: mean, spread and form") {
  Random random(2026);
  const auto bell = [](double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); };
  const auto floats = as_doubles(normal<float, Shape<100000>>(random));
  const auto doubles = as_doubles(normal<double, Shape<100000>>(random));
  for (const auto* all : {&floats, &doubles}) {
    CHECK(kolmogorov_smirnov(*all, bell) < allowed);
    CHECK(moment(*all, 1) == Approx(0).margin(0.012));
    CHECK(moment(*all, 2) == Approx(1).margin(0.018));
    CHECK(moment(*all, 3) == Approx(0).margin(0.05));
    CHECK(moment(*all, 4) == Approx(3).margin(0.12));
  }
  const auto moved = as_doubles(normal<double, Shape<N>>(random, {.mean = -2, .stddev = 0.5}, 100000));
  CHECK(kolmogorov_smirnov(moved, [&](double x) { return bell((x + 2) / 0.5); }) < allowed);
  CHECK(elements_of(normal<float, Shape<2>>(random, {.mean = 4, .stddev = 0})) == std::vector<float>{4, 4});
}

TEST_CASE("normal: the inverse of the distribution, from tail to tail") {
  for (int i = 1; i < 4000; ++i) {
    const double p = std::ldexp(1.0, -1 - i / 100) * (1 + i % 100 / 100.0);
    if (p >= 1) continue;
    const double x = engine::inverse_normal(p - 0.5, p < 0.5 ? p : 1 - p);
    CAPTURE(p, x);
    CHECK(0.5 * std::erfc(-x / std::sqrt(2.0)) == Approx(p).epsilon(1e-13));
  }
  for (const double x : {1e-300, 1e-5, 0.3, 0.70710678118654746, 0.70710678118654768, 1.0, 1.5, 7e100}) {
    CHECK(engine::log_of(x) == Approx(std::log(x)).epsilon(4e-16).margin(1e-16));
  }
}

TEST_CASE("bernoulli and randint: how often") {
  Random random(5);
  for (const double probability : {0.0, 0.1, 0.5, 1.0}) {
    double hits = 0;
    for (const bool hit : bernoulli<bool, Shape<N>>(random, probability, 100000)) hits += hit ? 1 : 0;
    CHECK(hits / 100000 == Approx(probability).margin(probability * (1 - probability) * 0.012 + 1e-300));
  }
  std::map<int, int> counts;
  for (const int number : randint<int, Shape<N>>(random, -3, 4, 70000)) ++counts[number];
  CHECK(counts.size() == 7);
  for (const auto& [number, count] : counts) {
    CHECK(number >= -3);
    CHECK(number < 4);
    CHECK(count == Approx(10000).margin(350));
  }
}

TEST_CASE("randperm: every position once, and every order as often") {
  Random random(5);
  auto order = elements_of(randperm<int>(random, 1000));
  CHECK(!std::is_sorted(order.begin(), order.end()));
  std::sort(order.begin(), order.end());
  for (int i = 0; i < 1000; ++i) REQUIRE(order[static_cast<std::size_t>(i)] == i);
  std::map<std::vector<int>, int> counts;
  for (int i = 0; i < 24000; ++i) ++counts[elements_of(randperm<int, Shape<4>>(random))];
  CHECK(counts.size() == 24);
  for (const auto& [each, count] : counts) CHECK(count == Approx(1000).margin(130));
  CHECK(randperm<int>(random, 0).element_count() == 0);
}

TEST_CASE("random: the shape of another tensor") {
  Random random(1);
  const auto x = zeros<float, Shape<N, 3>>(2);
  const auto noise = uniform_like(random, x, {.low = 2, .high = 3});
  static_assert(std::is_same_v<decltype(noise), const Tensor<float, Shape<N, 3>>>);
  CHECK(noise.shape() == x.shape());
  CHECK(noise(1, 2) >= 2);
  static_assert(std::is_same_v<decltype(normal_like<double>(random, DynamicTensor<int>(2))), DynamicTensor<double>>);
  CHECK(normal_like(random, DynamicTensor<float>({2, 3})).shape() == ShapeValue{2, 3});
  CHECK(elements_of(bernoulli_like<bool>(random, x, 1)) == std::vector<bool>(6, true));
}

TEST_CASE("random: ranges that are none") {
  Random random(1);
  CHECK(shape_error([&] { uniform<float, Shape<2>>(random, {.low = 1, .high = 0.5}); }) ==
        "uniform: from 1 to 0.5; low must be at most high, and both finite");
  CHECK(shape_error([&] { uniform<double, Shape<2>>(random, {.low = -1.7e308, .high = 1.7e308}); }) ==
        "uniform: from -1.7e308 to 1.7e308; low must be at most high, and both finite");
  CHECK(shape_error([&] { normal<float, Shape<2>>(random, {.mean = 0, .stddev = -1}); }) ==
        "normal: a mean of 0 and a standard deviation of -1, which must be at least 0, and both finite");
  CHECK(shape_error([&] { bernoulli<bool, Shape<2>>(random, 1.5); }) ==
        "bernoulli: a probability of 1.5, wanted is one from 0 to 1");
  CHECK(shape_error([&] { bernoulli_like(random, zeros<float, Shape<2>>(), -0.5); }) ==
        "bernoulli: a probability of -0.5, wanted is one from 0 to 1");
  CHECK(shape_error([&] { randint<int, Shape<2>>(random, 5, 5); }) ==
        "randint: no integers are at least 5 and below 5");
  CHECK(shape_error([&] { randint<std::uint8_t, Shape<2>>(random, 0, 257); }) ==
        "randint: numbers from 0 to 256 do not fit uint8");
  CHECK(shape_error([&] { randperm<std::int8_t>(random, 129); }) == "randperm: numbers from 0 to 128 do not fit int8");
  CHECK(shape_error([&] { normal<float, Shape<N>>(random, -1); }) ==
        "normal: N of Shape<N> is given as -1; a named axis is at least 1");
  CHECK(random.position() == 0);
}

}  // namespace
