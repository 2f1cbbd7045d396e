// SPDX-License-Identifier: BSL-1.0
// Do zeros and full take their numbers in the order of names and unnamed extents, and refuse those that do not do?
#include <shapeproof/create.hpp>
#include <shapeproof/engine/parallel.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::shape_error;

inline constexpr auto N = axis("N"), T = axis("T"), C = axis("C");

TEST_CASE("zeros and full: static shapes take no number") {
  CHECK(samples::elements_of(zeros<int, Shape<3>>()) == std::vector<int>(3, 0));
  const auto x = full<double, Shape<20, 20>>(2);
  CHECK(samples::elements_of(x) == std::vector<double>(400, 2.0));
  CHECK(full<float, Shape<>>(3)() == 3);
  static_assert(full<half, Shape<2>>(0.5F)(1) == 0.5F);
  CHECK(full<bool, Shape<2>>(true)(1));
  CHECK(full<std::complex<double>, Shape<1>>({1, 2})(0) == std::complex<double>(1, 2));
}

TEST_CASE("zeros and full: one number for each name, and for each dyn, in their order") {
  CHECK(zeros<float, Shape<N, 3>>(16).extents() == Extents(ShapeValue{16, 3}));
  CHECK(zeros<float, Shape<N, 3, 2 * T>>(16, 7).extents() == Extents(ShapeValue{16, 3, 14}));
  CHECK(zeros<float, Shape<N, N, 2 * N + 1>>(4).extents() == Extents(ShapeValue{4, 4, 9}));
  CHECK(zeros<float, Shape<dyn, N, dyn, N>>(2, 3, 4).extents() == Extents(ShapeValue{2, 3, 4, 3}));
  CHECK(zeros<float, Shape<2 * T - N, N>>(3, 2).shape()[0].number == 2 * 2 - 3);  // N stands first in the normal form
  CHECK(zeros<float, Shape<C(3), N>>(2).extents() == Extents(ShapeValue{3, 2}));
  CHECK(zeros<float, Shape<N * T>>(3, 4).extents() == Extents(ShapeValue{12}));
  CHECK(zeros<float, Shape<N - 3>>(3).extents() == Extents(ShapeValue{0}));
  CHECK(zeros<float, Shape<dyn>>(0).element_count() == 0);
  const auto x = full<float, Shape<N, 3>>(0.5F, 2);
  CHECK(samples::elements_of(x) == std::vector<float>(6, 0.5F));
  CHECK(zeros<float, Shape<N>>(std::size_t{5}).extent<0>() == 5);
}

TEST_CASE("zeros and full: numbers that do not do") {
  CHECK(shape_error([] { zeros<float, Shape<N, 3>>(0); }) ==
        "zeros: N of Shape<N, 3> is given as 0; a named axis is at least 1");
  CHECK(shape_error([] { zeros<float, Shape<N, 3>>(-16); }) ==
        "zeros: N of Shape<N, 3> is given as -16; a named axis is at least 1");
  CHECK_THAT(shape_error([] { zeros<float, Shape<dyn>>(-1); }), ContainsSubstring("axis 0 is negative"));
  CHECK_THAT(shape_error([] { zeros<float, Shape<5, N - 10>>(3); }), ContainsSubstring("axis 1 is negative"));
  CHECK_THAT(shape_error([] { zeros<float, Shape<dyn, dyn>>(std::int64_t{1} << 40, std::int64_t{1} << 40); }),
             ContainsSubstring("exceeds 64 bits"));
  CHECK_THROWS_AS((zeros<float, Shape<dyn>>(std::int64_t{1} << 61)), std::bad_alloc);
}

TEST_CASE("ones, zeros and full as a DynamicTensor") {
  CHECK(samples::elements_of(zeros<int>({2, 3})) == std::vector<int>(6, 0));
  CHECK(ones<float>({2, 3}).shape() == ShapeValue{2, 3});
  CHECK(samples::elements_of(full<double>(0.5, {2, 2})) == std::vector<double>(4, 0.5));
  CHECK(samples::elements_of(ones<half>(3)) == std::vector<half>(3, half(1.0F)));
  CHECK(shape_error([] { ones<float>({N, 3}); }) == "ones: Shape<N, 3> takes 1 numbers, 0 are given");
  CHECK_THAT(shape_error([] { zeros<float>({2, -3}); }), ContainsSubstring("axis 1 is negative"));
}

TEST_CASE("ones: every type of element") {
  static_assert(ones<bool, Shape<2>>()(1) && ones<half, Shape<2>>()(1) == 1.0F);
  CHECK(ones<std::complex<float>, Shape<N>>(2)(1) == std::complex<float>(1, 0));
  CHECK(samples::elements_of(ones<std::uint8_t, Shape<N, 20>>(20)) == std::vector<std::uint8_t>(400, 1));
}

TEST_CASE("zeros_like, ones_like and full_like: the shape of another tensor") {
  const auto x = samples::counted<float, Shape<N, 3>>(2);
  const auto zero = zeros_like(x);
  static_assert(std::is_same_v<decltype(zero), const Tensor<float, Shape<N, 3>>>);
  CHECK(samples::elements_of(zero) == std::vector<float>(6, 0));
  CHECK(zero.shape() == x.shape());
  CHECK(samples::elements_of(ones_like<std::int64_t>(x)) == std::vector<std::int64_t>(6, 1));
  CHECK(samples::elements_of(full_like(x, 2)) == std::vector<float>(6, 2));
  CHECK(samples::elements_of(full_like<bool>(DynamicTensor<float>(x), true)) == std::vector<bool>(6, true));
  static_assert(full_like(Tensor<double, Shape<2>>{1, 2}, 0.5)(1) == 0.5);
}

TEST_CASE("full: large tensors, by several threads") {
  for (const int threads : {1, 2, 5}) {
    engine::set_thread_count(threads);
    const auto x = full<std::int32_t, Shape<dyn, 1001>>(7, 331);
    bool same = true;
    for (const std::int32_t element : x) same = same && element == 7;
    CHECK(same);
  }
  engine::set_thread_count(1);
}
