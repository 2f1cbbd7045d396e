// SPDX-License-Identifier: BSL-1.0
// Does one name mean one number across several tensors, and who is told apart where it does not?
#include <shapeproof/bind.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), T = axis("T"), D = axis("D");

TEST_CASE("bind: opens several tensors at once") {
  const auto images = counted<float>({16, 3, 8, 8});
  const auto labels = counted<std::int64_t>({16});
  const auto [x, y] = bind<Shape<N, 3, 8, 8>, Shape<N>>(images, labels);
  static_assert(std::is_same_v<decltype(x), const Tensor<float, Shape<N, 3, 8, 8>>>);
  static_assert(std::is_same_v<decltype(y), const Tensor<std::int64_t, Shape<N>>>);
  CHECK(x.extent<0>() == 16);
  CHECK(y(15) == 15);
  CHECK(x.data() == images.data());
}

TEST_CASE("bind: a name with two numbers is refused, and the sentence says where each is from") {
  const auto images = counted<float>({16, 3});
  const auto labels = counted<std::int64_t>({15});
  CHECK(shape_error([&] { (void)bind<Shape<N, 3>, Shape<N>>(named("images", images), named("labels", labels)); }) ==
        "bind: axis 0 of labels is 15, wanted is N; N = 16 from axis 0 of images");
  CHECK(shape_error([&] { (void)bind<Shape<N, 3>, Shape<N>>(images, labels); }) ==
        "bind: axis 0 of argument 1 is 15, wanted is N; N = 16 from axis 0 of argument 0");
  try {
    (void)bind<Shape<N, 3>, Shape<N>>(images, labels);
  } catch (const ShapeError& error) {
    CHECK(error.axis() == 0);
    CHECK(error.expected() == Shape<N>::value);
    CHECK(error.found() == ShapeValue{15});
  }
}

TEST_CASE("bind: a tensor that does not fit by itself is named") {
  const auto images = counted<float>({16, 4});
  const auto labels = counted<std::int64_t>({16});
  const auto message =
      shape_error([&] { (void)bind<Shape<N, 3>, Shape<N>>(named("images", images), named("labels", labels)); });
  CHECK_THAT(message, ContainsSubstring("images"));
  CHECK_THAT(message, ContainsSubstring("axis 1 is 4, wanted is 3"));
}

TEST_CASE("bind: expressions are worked out from names that stand elsewhere") {
  const auto twice = counted<int>({8});
  const auto once = counted<int>({4});
  CHECK(std::get<0>(bind<Shape<2 * N>, Shape<N>>(twice, once)).extent<0>() == 8);
  CHECK(shape_error([&] { (void)bind<Shape<2 * N>, Shape<N>>(named("x", once), named("y", once)); }) ==
        "bind: axis 0 of y is 4, wanted is N; N = 2 from axis 0 of x");
  CHECK(!shape_error([&] { (void)bind<Shape<2 * N>>(counted<int>({7})); }).empty());
}

TEST_CASE("bind: three tensors, two names") {
  const auto q = counted<float>({2, 5, 8});
  const auto k = counted<float>({2, 5, 8});
  const auto mask = counted<bool>({5, 5});
  const auto [a, b, c] = bind<Shape<N, T, D>, Shape<N, T, D>, Shape<T, T>>(q, k, mask);
  CHECK(a.extent<1>() == c.extent<0>());
  CHECK(b.extent<2>() == 8);
  CHECK(shape_error([&] {
          (void)bind<Shape<N, T, D>, Shape<N, T, D>, Shape<T, T>>(named("q", q), named("k", k),
                                                                  named("mask", counted<bool>({4, 4})));
        }) == "bind: axis 0 of mask is 4, wanted is T; T = 5 from axis 1 of q");
}

TEST_CASE("bind: Tensors too, typed already or not") {
  const auto x = counted<float, Shape<dyn, 3>>(4);
  const auto y = counted<int, Shape<4>>();
  const auto [a, b] = bind<Shape<N, 3>, Shape<N>>(x, y);
  CHECK(a.extent<0>() == b.extent<0>());
  CHECK(!shape_error([&] { (void)bind<Shape<N, 3>, Shape<N>>(counted<float, Shape<dyn, 3>>(5), y); }).empty());
}

TEST_CASE("bind: more names than a few are kept apart too") {
  // 24 names in three tensors; N is the 25th, and stands for 2 and 3.
  using First = Shape<axis("a"), axis("b"), axis("c"), axis("d"), axis("e"), axis("f"), axis("g"), axis("h")>;
  using Second = Shape<axis("i"), axis("j"), axis("k"), axis("l"), axis("m"), axis("n"), axis("o"), axis("p")>;
  using Third = Shape<axis("q"), axis("r"), axis("s"), axis("t"), axis("u"), axis("v"), axis("w"), axis("x")>;
  const DynamicTensor<float> x(ShapeValue{1, 1, 1, 1, 1, 1, 1, 1});
  CHECK(!shape_error([&] {
           (void)bind<First, Second, Third, Shape<N>, Shape<N>>(x, x, x, counted<float>({2}), counted<float>({3}));
         }).empty());
}
