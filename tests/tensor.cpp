// SPDX-License-Identifier: BSL-1.0
// What is a tensor made from, and how are its elements reached?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/tensor.hpp>

#include <algorithm>
#include <numeric>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::elements_of;

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T");

namespace {

// Every tensor of these counts from 1, whatever its rank.
template <class X>
void check_counts_from_one(const X& x) {
  for (std::int64_t i = 0; i < x.element_count(); ++i) {
    CHECK(x.data()[i] == samples::nth<typename X::element>(i + 1));
  }
}

}  // namespace

TEST_CASE("values in braces, ranks 0 to 4") {
  check_counts_from_one(Tensor<float, Shape<>>(1.0F));
  check_counts_from_one(Tensor<float, Shape<3>>{1, 2, 3});
  check_counts_from_one(Tensor<float, Shape<2, 3>>{{1, 2, 3}, {4, 5, 6}});
  check_counts_from_one(Tensor<int, Shape<2, 1, 2>>{{{1, 2}}, {{3, 4}}});
  check_counts_from_one(Tensor<int, Shape<1, 2, 2, 2>>{{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}});
  check_counts_from_one(Tensor<int, Shape<2, 2, 1, 1>>{{{{1}}, {{2}}}, {{{3}}, {{4}}}});
  check_counts_from_one(Tensor<std::int64_t, Shape<1, 1, 1, 1>>{{{{1}}}});
}

TEST_CASE("values of every kind of element") {
  const Tensor<half, Shape<3>> halves{1, 2.5F, half(3)};
  CHECK(halves(1) == 2.5F);
  const Tensor<half, Shape<2, 2>> half_rows{{1.0F, 2.0F}, {3.0F, 4.5F}};
  CHECK(half_rows(1, 1) == 4.5F);
  using Complex = std::complex<float>;
  const Tensor<Complex, Shape<3>> complex{Complex(1, 2), 3.0F, Complex(0, -1)};
  CHECK(complex(0) == Complex(1, 2));
  CHECK(complex(1) == Complex(3, 0));
  const Tensor<Complex, Shape<1, 2>> complex_row{{{1, 2}, {3, 4}}};
  CHECK(complex_row(0, 1) == Complex(3, 4));
  const Tensor<bool, Shape<3>> flags{true, false, true};
  CHECK((flags(0) && !flags(1) && flags(2)));
  const Tensor<bool, Shape<2, 2>> flag_rows{{true, false}, {false, true}};
  CHECK((flag_rows(1, 1) && !flag_rows(1, 0)));
  const Tensor<std::uint8_t, Shape<2>> bytes{255, 0};
  CHECK(bytes(0) == 255);
  const Tensor<std::int64_t, Shape<1>> wide{std::int64_t{1} << 40};
  CHECK(wide(0) == std::int64_t{1} << 40);
  const Tensor<double, Shape<2>> numbers{1, 0.1};
  CHECK(numbers(1) == 0.1);
}

TEST_CASE("values say how long an axis is whose extent is not in the type") {
  const Tensor<float, Shape<N>> one{1, 2, 3, 4};
  CHECK(one.extent<0>() == 4);
  const Tensor<float, Shape<N, 3>> rows{{1, 2, 3}, {4, 5, 6}};
  CHECK(rows.shape() == ShapeValue{ExtentValue(2, N), 3});
  check_counts_from_one(rows);
  const Tensor<float, Shape<dyn, M>> open{{1, 2}, {3, 4}, {5, 6}};
  CHECK(open.extents() == Extents(ShapeValue{3, 2}));
  check_counts_from_one(open);
  const Tensor<int, Shape<N, 2 * N, N>> cube{{{1}, {2}}};
  CHECK(cube.extents() == Extents(ShapeValue{1, 2, 1}));
  const Tensor<int, Shape<N, 1, dyn, 2>> four{{{{1, 2}, {3, 4}}}, {{{5, 6}, {7, 8}}}};
  CHECK(four.extents() == Extents(ShapeValue{2, 1, 2, 2}));
  check_counts_from_one(four);
}

TEST_CASE("a new tensor holds zeros, wherever it lies") {
  const Tensor<float, Shape<10>> small;
  const Tensor<double, Shape<100>> large;
  const Tensor<std::complex<float>, Shape<100>> complex;
  CHECK(std::all_of(small.begin(), small.end(), [](float element) { return element == 0; }));
  CHECK(std::all_of(large.begin(), large.end(), [](double element) { return element == 0; }));
  CHECK(std::all_of(complex.begin(), complex.end(), [](auto element) { return element == std::complex<float>(); }));
}

TEST_CASE("elements by index, row-major, of ranks 0 to 8") {
  CHECK(Tensor<int, Shape<>>(7)() == 7);
  const auto x = counted<int, Shape<3, 4, 5>>();
  CHECK(x(0, 0, 0) == 0);
  CHECK(x(0, 0, 4) == 4);
  CHECK(x(0, 1, 0) == 5);
  CHECK(x(2, 3, 4) == 59);
  const auto y = counted<int, Shape<1, 2, 1, 2, 3, 1, 2, 2>>();
  static_assert(decltype(y)::rank == 8);
  CHECK(y(0, 1, 0, 1, 2, 0, 1, 1) == 47);
  CHECK(y(0, 1, 0, 0, 1, 0, 1, 0) == 24 + 4 + 2);
  const auto named = counted<int, Shape<N, 3, dyn>>(2, 4);
  CHECK(named(1, 2, 3) == 23);
  CHECK(named(std::size_t{1}, std::int8_t{0}, 0LL) == 12);

  auto z = x;
  z(1, 1, 1) = -5;
  CHECK(std::as_const(z)(1, 1, 1) == -5);
  CHECK(x(1, 1, 1) == 26);
}

TEST_CASE("at checks the bounds of every axis and says which one was left") {
  auto x = counted<int, Shape<N, 3>>(2);
  CHECK(x.at(1, 2) == 5);
  x.at(1, 2) = 9;
  CHECK(std::as_const(x).at(1, 2) == 9);

  const auto axis_of = [&](auto... index) {
    try {
      (void)std::as_const(x).at(index...);
    } catch (const ShapeError& error) {
      return error.axis();
    }
    return -2;
  };
  CHECK(axis_of(2, 0) == 0);
  CHECK(axis_of(-1, 0) == 0);
  CHECK(axis_of(0, 3) == 1);
  CHECK(axis_of(0, -1) == 1);
  CHECK(axis_of(5, 5) == 0);
  CHECK(axis_of(1, 1) == -2);
  CHECK(samples::shape_error([&] { (void)x.at(0, 3); }) == "at: index 3 on axis 1 of Shape<N(2), 3>");
  const Tensor<int, Shape<0>> none;
  CHECK(samples::shape_error([&] { (void)none.at(0); }) == "at: index 0 on axis 0 of Shape<0>");
}

TEST_CASE("extents, names and numbers") {
  const auto x = zeros<float, Shape<N, 3, 2 * T, dyn>>(16, 7, 5);
  CHECK(x.extent<0>() == 16);
  CHECK(x.extent<1>() == 3);
  CHECK(x.extent<2>() == 14);
  CHECK(x.extent<-1>() == 5);
  CHECK(x.extent<-4>() == 16);
  CHECK(x.extents() == Extents(ShapeValue{16, 3, 14, 5}));
  CHECK(x.element_count() == 16 * 3 * 14 * 5);
  CHECK(std::string(sentence_of(x.shape()).c_str()) == "Shape<N(16), 3, 2*T = 14, 5>");
  CHECK(x.span().size() == 16 * 3 * 14 * 5);
  static_assert(Tensor<float, Shape<2, 3>>{}.extent<-1>() == 3);
  static_assert(Tensor<float, Shape<>>{}.element_count() == 1);
}

TEST_CASE("a tensor is a range of its elements") {
  const auto x = counted<int, Shape<N, 50>>(2);
  int expected = 0;
  for (const int element : x) CHECK(element == expected++);
  CHECK(expected == 100);
  CHECK(std::accumulate(x.begin(), x.end(), 0) == 4950);
  CHECK(*std::max_element(x.begin(), x.end()) == 99);
  CHECK(std::is_sorted(x.begin(), x.end()));

  auto y = x;
  std::ranges::reverse(y.writable_span());
  CHECK(y.span().front() == 99);
  CHECK(y.span().back() == 0);
  CHECK(x.span().front() == 0);
  static_assert(std::is_same_v<decltype(y.span()), std::span<const int>>);
}

TEST_CASE("another shape type is taken silently where nothing has to be checked") {
  const auto sum = [](const Tensor<float, Shape<N, 3>>& x) {
    return std::accumulate(x.begin(), x.end(), static_cast<float>(1000 * x.extent<0>()));
  };
  CHECK(sum(Tensor<float, Shape<2, 3>>{{1, 2, 3}, {4, 5, 6}}) == 2021);
  CHECK(sum(counted<float, Shape<100, 3>>()) == 100000 + 299 * 150);
  const Tensor<float, Shape<dyn, dyn>> open = counted<float, Shape<N, 3>>(2);
  CHECK(open.shape() == ShapeValue{2, 3});
  const Tensor<float, Shape<N(2), M(3)>> named = counted<float, Shape<2, 3>>();
  CHECK(named(1, 2) == 5);

  using std::is_convertible_v;
  static_assert(is_convertible_v<Tensor<float, Shape<2, 3>>, Tensor<float, Shape<N, 3>>>);
  static_assert(is_convertible_v<Tensor<float, Shape<N, 3>>, Tensor<float, Shape<dyn, 3>>>);
  static_assert(is_convertible_v<Tensor<float, Shape<N(2), 3>>, Tensor<float, Shape<2, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<N, 3>>, Tensor<float, Shape<2, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<N, 3>>, Tensor<float, Shape<M, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<dyn, 3>>, Tensor<float, Shape<N, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<2, 3>>, Tensor<float, Shape<3, 2>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<2, 3>>, Tensor<double, Shape<2, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<6>>, Tensor<float, Shape<2, 3>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<2, 3>>, Tensor<float, Shape<N, N>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<dyn, dyn>>, Tensor<float, Shape<N, N>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<0>>, Tensor<float, Shape<N>>>);
  static_assert(!is_convertible_v<Tensor<float, Shape<5>>, Tensor<float, Shape<2 * N>>>);
}

TEST_CASE("values: half is a floating-point number, which no integer is made of silently") {
  CHECK_FALSE(std::is_constructible_v<Tensor<int, Shape<1>>, half>);
}
