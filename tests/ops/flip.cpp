// SPDX-License-Identifier: BSL-1.0
// Are axes turned round and rolled as loops over indices say?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/flip.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N");

namespace {

template <int... Axes>
bool flips(const Dynamic& x) {
  const ShapeValue shape = x.shape();
  const auto wanted = [&](const Position& index) {
    Position source = index;
    for (const int axis : {Axes...}) {
      const int at = axis < 0 ? axis + shape.rank : axis;
      source[static_cast<std::size_t>(at)] = shape[at].number - 1 - index[static_cast<std::size_t>(at)];
    }
    return element_at(x, source);
  };
  Dynamic out(shape);
  flip_into<Axes...>(out, x);
  return is_as(flip<Axes...>(x), shape, wanted) && flip<Axes...>(typed<Shape<dyn, dyn, dyn>>(x)) == out &&
         flip<Axes...>(x) == out && flip<Axes...>(out) == x;
}

}  // namespace

TEST_CASE("flip: any axes of any shape") {
  CHECK(failures(500, [] {
          const Dynamic x = counted<Int>(random_shape(3));
          return flips<0>(x) && flips<1>(x) && flips<-1>(x) && flips<0, 2>(x) && flips<1, -1>(x) && flips<2, 0, 1>(x);
        }) == 0);
}

TEST_CASE("roll: element i goes to i + shift, around the end") {
  CHECK(failures(1000, [] {
          const ShapeValue shape = random_shape(3);
          const Dynamic x = counted<Int>(shape);
          const std::int64_t shift = random_from(-9, 9);
          const auto wanted = [&](const Position& index) {
            std::int64_t source = (index[1] - shift) % shape[1].number;
            if (source < 0) source += shape[1].number;
            return element_at(x, {index[0], source, index[2]});
          };
          return is_as(roll<1>(x, shift), shape, wanted) &&
                 roll<-2>(typed<Shape<dyn, dyn, dyn>>(x), shift) == roll<1>(x, shift) &&
                 roll<0>(roll<0>(x, shift), -shift) == x && roll<2>(roll<2>(x, shift), -shift) == x;
        }) == 0);
}

TEST_CASE("flip and roll: shapes stay what they are, and small tensors work while compiling") {
  const auto x = counted<float, Shape<N, 3>>(4);
  static_assert(std::is_same_v<decltype(flip<0>(x)), Tensor<float, Shape<N, 3>>>);
  static_assert(std::is_same_v<decltype(roll<0>(x, 1)), Tensor<float, Shape<N, 3>>>);
  constexpr Tensor<int, Shape<2, 3>> y{{1, 2, 3}, {4, 5, 6}};
  static_assert(flip<0, 1>(y) == Tensor<int, Shape<2, 3>>{{6, 5, 4}, {3, 2, 1}});
  static_assert(roll<1>(y, 1) == Tensor<int, Shape<2, 3>>{{3, 1, 2}, {6, 4, 5}});
  static_assert(roll<1>(y, -7) == roll<1>(y, -1));
}

TEST_CASE("flip into its own operand: what is written is not read any more") {
  Dynamic x = counted<Int>({3, 100});
  const Dynamic before = flip<0>(x);
  flip_into<0>(x, x);
  CHECK(x == before);
}
