// SPDX-License-Identifier: BSL-1.0
// What does a tensor look like, to the last space?
#include <shapeproof/print.hpp>
#include <shapeproof/visit.hpp>

#include <limits>
#include <sstream>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N"), T = axis("T");

namespace {

template <class X>
std::string printed(const X& x) {
  std::ostringstream out;
  out << x;
  return out.str();
}

// The elements of a tensor of rank 1, as they are printed.
template <class T, class... Values>
std::string printed_elements(Values... values) {
  const std::string text = printed(Tensor<T, Shape<int{sizeof...(Values)}>>{static_cast<T>(values)...});
  return text.substr(text.find('\n') + 1);
}

}  // namespace

TEST_CASE("print: ranks 0 to 4") {
  CHECK(printed(Tensor<float, Shape<>>(3)) == "Shape<> float32\n3.");
  CHECK(printed(Tensor<float, Shape<3>>{1, 2, 3}) == "Shape<3> float32\n[1. 2. 3.]");
  CHECK(printed(counted<int, Shape<2, 3>>()) == "Shape<2, 3> int32\n[[0 1 2]\n [3 4 5]]");
  CHECK(printed(counted<int, Shape<2, 2, 2>>()) ==
        "Shape<2, 2, 2> int32\n"
        "[[[0 1]\n"
        "  [2 3]]\n"
        "\n"
        " [[4 5]\n"
        "  [6 7]]]");
  CHECK(printed(counted<int, Shape<2, 1, 2, 1>>()) ==
        "Shape<2, 1, 2, 1> int32\n"
        "[[[[0]\n"
        "   [1]]]\n"
        "\n"
        "\n"
        " [[[2]\n"
        "   [3]]]]");
}

TEST_CASE("print: names with their numbers, and none for a DynamicTensor") {
  CHECK(printed(counted<int, Shape<N, 2>>(1)) == "Shape<N(1), 2> int32\n[[0 1]]");
  CHECK(printed(counted<int, Shape<2 * T, dyn>>(1, 1)) == "Shape<2*T = 2, 1> int32\n[[0]\n [1]]");
  CHECK(printed(counted<int>({1, 2})) == "Shape<1, 2> int32\n[[0 1]]");
  CHECK(printed(AnyTensor(counted<int>({2}))) == "Shape<2> int32\n[0 1]");
  CHECK(printed(Shape<N, 2 * T, dyn>::value) == "Shape<N, 2*T, dyn>");
}

TEST_CASE("print: every element is as wide as the widest") {
  CHECK(printed(Tensor<int, Shape<2, 2>>{{1, -20}, {300, 4}}) == "Shape<2, 2> int32\n[[  1 -20]\n [300   4]]");
  CHECK(printed_elements<float>(0.5F, -1.25F, 100) == "[  0.5 -1.25  100.]");
}

TEST_CASE("print: every element type") {
  CHECK(printed_elements<bool>(true, false) == "[ true false]");
  CHECK(printed_elements<std::int8_t>(-128, 65) == "[-128   65]");
  CHECK(printed_elements<std::uint8_t>(255, 65) == "[255  65]");
  CHECK(printed_elements<std::int16_t>(-32768) == "[-32768]");
  CHECK(printed_elements<std::uint16_t>(65535) == "[65535]");
  CHECK(printed_elements<std::int32_t>(std::numeric_limits<std::int32_t>::min()) == "[-2147483648]");
  CHECK(printed_elements<std::uint32_t>(4294967295U) == "[4294967295]");
  CHECK(printed_elements<std::int64_t>(std::numeric_limits<std::int64_t>::min()) == "[-9223372036854775808]");
  CHECK(printed_elements<std::uint64_t>(std::numeric_limits<std::uint64_t>::max()) == "[18446744073709551615]");
  CHECK(printed_elements<half>(0.5F, 65504.0F) == "[   0.5 65504.]");
  CHECK(printed_elements<float>(0.1F, 1e-30F) == "[  0.1 1e-30]");
  CHECK(printed_elements<double>(0.1, 2.0 / 3) == "[               0.1 0.6666666666666666]");
  using Complex = std::complex<float>;
  CHECK(printed_elements<Complex>(Complex(1, -2), Complex(0.5F, 0)) == "[ 1.-2.j 0.5+0.j]");
  CHECK(printed_elements<std::complex<double>>(std::complex<double>(-1, 0.25)) == "[-1.+0.25j]");
}

TEST_CASE("print: what is no ordinary number") {
  constexpr float infinity = std::numeric_limits<float>::infinity();
  constexpr float nan = std::numeric_limits<float>::quiet_NaN();
  CHECK(printed_elements<float>(infinity, -infinity, nan, -nan, -0.0F) == "[ inf -inf  nan  nan  -0.]");
  CHECK(printed_elements<half>(infinity, nan) == "[inf nan]");
  using Complex = std::complex<float>;
  CHECK(printed_elements<Complex>(Complex(nan, -0.0F), Complex(-infinity, infinity), Complex(1, -nan)) ==
        "[  nan-0.j -inf+infj   1.+nanj]");
  CHECK(printed_elements<float>(std::numeric_limits<float>::max(), 1e20F) == "[3.4028235e+38         1e+20]");
}

TEST_CASE("print: no elements") {
  CHECK(printed(Tensor<float, Shape<0>>()) == "Shape<0> float32\n[]");
  CHECK(printed(Tensor<float, Shape<0, 3>>()) == "Shape<0, 3> float32\n[]");
  CHECK(printed(Tensor<float, Shape<2, 0>>()) == "Shape<2, 0> float32\n[[]\n []]");
}

TEST_CASE("print: of more than 1000 elements, three at each end of an axis") {
  CHECK(printed(counted<int, Shape<1001>>()) == "Shape<1001> int32\n[   0    1    2 ...  998  999 1000]");
  CHECK(printed(counted<int, Shape<200, 7>>()) ==
        "Shape<200, 7> int32\n"
        "[[   0    1    2 ...    4    5    6]\n"
        " [   7    8    9 ...   11   12   13]\n"
        " [  14   15   16 ...   18   19   20]\n"
        " ...\n"
        " [1379 1380 1381 ... 1383 1384 1385]\n"
        " [1386 1387 1388 ... 1390 1391 1392]\n"
        " [1393 1394 1395 ... 1397 1398 1399]]");
  CHECK(printed(counted<int, Shape<400, 3, 1>>()) ==
        "Shape<400, 3, 1> int32\n"
        "[[[   0]\n  [   1]\n  [   2]]\n\n"
        " [[   3]\n  [   4]\n  [   5]]\n\n"
        " [[   6]\n  [   7]\n  [   8]]\n\n"
        " ...\n\n"
        " [[1191]\n  [1192]\n  [1193]]\n\n"
        " [[1194]\n  [1195]\n  [1196]]\n\n"
        " [[1197]\n  [1198]\n  [1199]]]");
  // 1000 are still shown.
  CHECK_THAT(printed(counted<int, Shape<1000>>()), ContainsSubstring(" 499 500 501 "));
  // An axis of six has no middle.
  CHECK_THAT(printed(counted<int, Shape<200, 6>>()), ContainsSubstring("[   0    1    2    3    4    5]"));
}
