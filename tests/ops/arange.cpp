// SPDX-License-Identifier: BSL-1.0
// Do arange and linspace count as PyTorch does, round once, and refuse what leads nowhere?
#include <cmath>
#include <fstream>
#include <sstream>

#include <shapeproof/engine/parallel.hpp>
#include <shapeproof/ops/arange.hpp>
#include <shapeproof/ops/equal.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N");

static_assert(arange<int, 5>() == Tensor<int, Shape<5>>{0, 1, 2, 3, 4});
static_assert(arange<int, 2, 5>() == Tensor<int, Shape<3>>{2, 3, 4});
static_assert(arange<int, 2, 20, 3>() == Tensor<int, Shape<6>>{2, 5, 8, 11, 14, 17});
static_assert(arange<float, 3, -3, -2>() == Tensor<float, Shape<3>>{3, 1, -1});
static_assert(arange<half, Shape<N(3)>>()(2) == 2.0F);
static_assert(arange<double, Shape<4>>(1.0, 2.0, 0.25) == Tensor<double, Shape<4>>{1, 1.25, 1.5, 1.75});
static_assert(arange<int, 0>().element_count() == 0);
static_assert(linspace<float, 5>(0, 1) == Tensor<float, Shape<5>>{0, 0.25F, 0.5F, 0.75F, 1});
static_assert(linspace<double, Shape<N(1)>>(3, 9)(0) == 3);

// One line of vectors.txt: a function, a type, three arguments, the elements.
template <class T>
void check_vector(const std::string& function, std::istream& words) {
  double a = 0;
  double b = 0;
  double c = 0;
  words >> a >> b >> c;
  std::vector<T> expected;
  for (std::string word; words >> word;) expected.push_back(engine::cast_element<T>(std::stod(word)));
  if (function == "arange") {
    CHECK(elements_of(arange<T>(a, b, c)) == expected);
    CHECK(elements_of(arange<T, Shape<N>>(a, b, c + 0)).size() == expected.size());
  } else {
    CHECK(elements_of(linspace<T>(a, b, static_cast<int>(c))) == expected);
  }
}

TEST_CASE("arange and linspace: what NumPy rounds") {
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/create/vectors.txt");
  int lines = 0;
  for (std::string line; std::getline(file, line); ++lines) {
    CAPTURE(line);
    std::istringstream words(line);
    std::string function;
    std::string type;
    words >> function >> type;
    // Shape<N> holds no count of 0.
    if (line.find(" 5.0 5.0 ") != std::string::npos && function == "arange") continue;
    if (type == "float16") check_vector<half>(function, words);
    else if (type == "float32") check_vector<float>(function, words);
    else check_vector<double>(function, words);
  }
  CHECK(lines > 60);
}

TEST_CASE("arange: bounds of any type, and the shape that is asked for") {
  CHECK(elements_of(arange<int>(4)) == std::vector<int>{0, 1, 2, 3});
  CHECK(elements_of(arange<int>(std::int64_t{2}, 5)) == std::vector<int>{2, 3, 4});
  CHECK(elements_of(arange<std::uint8_t>(250, 256)) == std::vector<std::uint8_t>{250, 251, 252, 253, 254, 255});
  CHECK(elements_of(arange<float>(3, 0.5F, -1)) == std::vector<float>{3, 2, 1});
}

TEST_CASE("arange: a shape is checked against the count") {
  const auto x = arange<float, Shape<N>>(4);
  CHECK(x.shape()[0] == ExtentValue(N(4)));
  CHECK(elements_of(arange<float, Shape<4>>(10, 2, -2)) == std::vector<float>{10, 8, 6, 4});
  CHECK(elements_of(arange<int, Shape<2 * N>>(6)).size() == 6);
  CHECK(shape_error([] { arange<float, Shape<5>>(10, 2, -2); }) == "arange: axis 0 is 4, wanted is 5");
  CHECK_THAT(shape_error([] { arange<float, Shape<2 * N>>(7); }), ContainsSubstring("arange: axis 0 is 7"));
  CHECK_THAT(shape_error([] { arange<float, Shape<N>>(0); }), ContainsSubstring("a named axis is at least 1"));
  CHECK(arange<float>(0).element_count() == 0);
}

TEST_CASE("arange: what leads nowhere") {
  CHECK(shape_error([] { arange<int>(2, 10, 0); }) == "arange: steps of 0 lead from 2 nowhere, wanted is 10");
  CHECK(shape_error([] { arange<int>(-3); }) ==
        "arange: steps of 1 lead from 0 away from -3; steps of the other sign would fit");
  CHECK(shape_error([] { arange<float>(1, 0, 0.25); }) ==
        "arange: steps of 0.25 lead from 1 away from 0; steps of the other sign would fit");
  CHECK(shape_error([] { arange<float>(0.5, 1e30, 1.0); }) ==
        "arange: from 0.5 to 1e30 in steps of 1 are more numbers than 64 bits count");
  CHECK(shape_error([] { arange<float>(0.0, std::nan(""), 1.0); }) ==
        "arange: from 0 to nan in steps of 1 are more numbers than 64 bits count");
  CHECK_THROWS_AS(arange<float>(0.0, 1.0, std::nan("")), ShapeError);
  CHECK(shape_error([] { arange<std::int8_t>(-129, 0); }) == "arange: numbers from -129 to -1 do not fit int8");
  CHECK(shape_error([] { arange<std::uint8_t>(300); }) == "arange: numbers from 0 to 299 do not fit uint8");
}

TEST_CASE("arange and linspace: several threads make the same elements") {
  const std::int64_t count = 200003;
  for (const int threads : {1, 2, 5}) {
    engine::set_thread_count(threads);
    const auto x = arange<double>(0.0, 20000.3, 0.1);
    REQUIRE(x.element_count() == count);
    const auto y = linspace<float>(-1, 2, count);
    const auto z = arange<std::int64_t>(-5, 3 * count - 5, 3);
    bool same = true;
    for (std::int64_t i = 0; i < count; ++i) {
      const double step = 3.0 / static_cast<double>(count - 1);
      const double from_stop = 2 - static_cast<double>(count - 1 - i) * step;
      same = same && x(i) == static_cast<double>(i) * 0.1 && z(i) == 3 * i - 5;
      same = same && y(i) == static_cast<float>(i < count / 2 ? -1 + static_cast<double>(i) * step : from_stop);
    }
    CHECK(same);
  }
  engine::set_thread_count(1);
}

TEST_CASE("linspace: counts") {
  CHECK(linspace<float, Shape<N>>(0, 1, 3).shape()[0] == ExtentValue(N(3)));
  CHECK(linspace<float>(0, 1, 0).element_count() == 0);
  CHECK(elements_of(linspace<std::complex<float>>(0, 1, 2)) == std::vector<std::complex<float>>{{0, 0}, {1, 0}});
  CHECK_THAT(shape_error([] { linspace<float>(0, 1, -1); }), ContainsSubstring("axis 0 is negative"));
  CHECK_THAT(shape_error([] { linspace<float, Shape<N>>(0, 1, 0); }),
             ContainsSubstring("linspace: N of Shape<N> is given as 0"));
}

}  // namespace
