// SPDX-License-Identifier: BSL-1.0
// Do eye, tril, triu and their masks keep what lies on their side of the diagonal, in all three kinds of shape?
#include <random>

#include <shapeproof/engine/parallel.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/triangle.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::elements_of;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T");

constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
static_assert(tril(x) == Tensor<int, Shape<2, 3>>{{1, 0, 0}, {4, 5, 0}});
static_assert(triu(x) == Tensor<int, Shape<2, 3>>{{1, 2, 3}, {0, 5, 6}});
static_assert(tril(x, 1) == Tensor<int, Shape<2, 3>>{{1, 2, 0}, {4, 5, 6}});
static_assert(triu(x, -1) == x && tril(x, 9) == x && triu(x, 3) == Tensor<int, Shape<2, 3>>{});
static_assert(tril_mask<Shape<2, 2>>() == Tensor<bool, Shape<2, 2>>{{true, false}, {true, true}});
static_assert(triu_mask<Shape<2, 2>, 1>() == Tensor<bool, Shape<2, 2>>{{false, true}, {false, false}});
static_assert(eye<float, 2>() == Tensor<float, Shape<2, 2>>{{1, 0}, {0, 1}});
static_assert(eye<int, 2, 3>() == Tensor<int, Shape<2, 3>>{{1, 0, 0}, {0, 1, 0}});
static_assert(eye<bool, Shape<N(1), 2>>()(0, 0));

TEST_CASE("eye: ones where row and column are the same") {
  const auto a = eye<double, Shape<N, M>>(3, 2);
  CHECK(elements_of(a) == std::vector<double>{1, 0, 0, 1, 0, 0});
  CHECK(a.shape() == ShapeValue{N(3), M(2)});
  CHECK(elements_of(eye<half>({2, 2})) == std::vector<half>{1, 0, 0, 1});
  CHECK(eye<int, Shape<dyn, dyn>>(0, 5).element_count() == 0);
  CHECK(shape_error([] { eye<int>({2, 3, 4}); }) == "eye: Shape<2, 3, 4> has rank 3, wanted is rank 2");
}

TEST_CASE("tril and triu: names stay, and a batch is one matrix behind the other") {
  const auto named = tril(counted<float, Shape<N, T, T>>(2, 3), -1);
  static_assert(std::is_same_v<decltype(named), const Tensor<float, Shape<N, T, T>>>);
  CHECK(elements_of(named) == std::vector<float>{0, 0, 0, 3, 0, 0, 6, 7, 0, 0, 0, 0, 12, 0, 0, 15, 16, 0});
  CHECK(triu(counted<float>({0, 3})).element_count() == 0);
  CHECK(triu(counted<float>({3, 0})).element_count() == 0);
  CHECK(shape_error([] { tril(counted<float>(ShapeValue(3))); }) ==
        "tril: Shape<3> has rank 1, wanted is rank 2 or more; the diagonal is that of the last two axes");
  CHECK_THAT(shape_error([] { triu_mask(ShapeValue(3)); }), ContainsSubstring("triu_mask: Shape<3> has rank 1"));
  CHECK(tril_mask<Shape<T, T>>(4).shape() == ShapeValue{T(4), T(4)});
  CHECK(shape_error([] { tril_mask<Shape<T, T>>(0); }) ==
        "tril_mask: T of Shape<T, T> is given as 0; a named axis is at least 1");
}

TEST_CASE("tril and triu: every element, for random shapes and diagonals") {
  std::mt19937 random(5);  // NOLINT(*-msc51-cpp): the same shapes each time
  for (int round = 0; round < 2000; ++round) {
    const auto pick = [&](std::int64_t most) {
      return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most + 1));
    };
    const std::int64_t batch = pick(3);
    const std::int64_t rows = pick(6);
    const std::int64_t columns = pick(6);
    const std::int64_t diagonal =
        round % 50 == 0 ? (std::int64_t{1} << 62) * (round % 100 == 0 ? 1 : -2) : pick(20) - 10;
    const auto all = counted<int>({batch, rows, columns});
    const auto lower = tril(all, diagonal);
    const auto upper = triu(all, diagonal);
    const auto mask = tril_mask({batch, rows, columns}, diagonal);
    bool right = true;
    for (std::int64_t i = 0; i < all.element_count(); ++i) {
      const std::int64_t offset = i % columns - i / columns % rows;
      const int element = static_cast<int>(i);
      right = right && lower.data()[i] == (offset <= diagonal ? element : 0) &&
              mask.data()[i] == (offset <= diagonal) && upper.data()[i] == (offset >= diagonal ? element : 0);
    }
    CAPTURE(batch, rows, columns, diagonal);
    CHECK(right);
  }
}

TEST_CASE("tril: several threads keep the same elements") {
  const auto all = counted<int>({3, 211, 307});
  engine::set_thread_count(1);
  const auto alone = tril(all, 20);
  const auto mask = triu_mask({300, 307}, 2);
  engine::set_thread_count(5);
  CHECK(tril(all, 20) == alone);
  CHECK(triu_mask({300, 307}, 2) == mask);
  engine::set_thread_count(1);
}

}  // namespace
