// SPDX-License-Identifier: BSL-1.0
// Are tensors and places repeated as loops over indices say?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/tile.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), C = axis("C");

namespace {

// All of it along the last axes, which are as many as there are numbers or as x has.
template <int... Repeats>
bool tiles(const Dynamic& x) {
  constexpr int count = sizeof...(Repeats);
  const std::int64_t repeats[] = {Repeats...};
  const ShapeValue shape = x.shape();
  const int rank = count > shape.rank ? count : shape.rank;
  ShapeValue extents;
  for (int axis = 0; axis < rank; ++axis) {
    const int of_x = axis - (rank - shape.rank);
    const int of_repeats = axis - (rank - count);
    extents.push_back((of_x < 0 ? 1 : shape[of_x].number) * (of_repeats < 0 ? 1 : repeats[of_repeats]));
  }
  const Dynamic found = tile<Repeats...>(x);
  return tile<Repeats...>(typed<Shape<dyn, dyn>>(x)) == found && is_as(found, extents, [&](const Position& index) {
           Position source;
           for (int axis = 0; axis < shape.rank; ++axis) {
             source.push_back(index[static_cast<std::size_t>(axis + rank - shape.rank)] % shape[axis].number);
           }
           return element_at(x, source);
         });
}

template <int Axis, int Count>
bool repeats(const Dynamic& x) {
  ShapeValue extents = x.shape();
  extents[Axis] = extents[Axis].number * Count;
  const Dynamic found = repeat_interleave<Axis, Count>(x);
  return repeat_interleave<Axis - 3, Count>(typed<Shape<dyn, dyn, dyn>>(x)) == found &&
         is_as(found, extents,
               [&](const Position& index) { return element_at(x, with(index, Axis, index[Axis] / Count)); });
}

}  // namespace

TEST_CASE("tile: any shape, fewer and more numbers than axes") {
  CHECK(failures(500, [] {
          const Dynamic x = counted<Int>(random_shape(2));
          return tiles<2>(x) && tiles<2, 3>(x) && tiles<1, 2>(x) && tiles<3, 1>(x) && tiles<2, 1, 3>(x) &&
                 tiles<0, 2>(x) && tiles<2, 2, 2, 2>(x) && tiles<1, 1>(x);
        }) == 0);
}

TEST_CASE("repeat_interleave: any shape") {
  CHECK(failures(500, [] {
          const Dynamic x = counted<Int>(random_shape(3));
          return repeats<0, 3>(x) && repeats<1, 2>(x) && repeats<2, 4>(x) && repeats<1, 1>(x);
        }) == 0);
  CHECK((repeat_interleave<1, 0>(counted<Int>({2, 3})).shape() == ShapeValue{2, 0}));
}

TEST_CASE("tile and repeat_interleave: the types of results") {
  const auto x = counted<float, Shape<N, C(3)>>(4);
  static_assert(std::is_same_v<decltype(tile<2, 1>(x)), Tensor<float, Shape<2 * N, C(3)>>>);
  static_assert(std::is_same_v<decltype(tile<2>(x)), Tensor<float, Shape<N, 6>>>);
  static_assert(std::is_same_v<decltype(tile<2, 1, 1>(x)), Tensor<float, Shape<2, N, C(3)>>>);
  static_assert(std::is_same_v<decltype(repeat_interleave<0, 3>(x)), Tensor<float, Shape<3 * N, C(3)>>>);
  CHECK(tile<2, 1>(x).extent<0>() == 8);
}

TEST_CASE("tile and repeat_interleave: into a tensor that is there, and while compiling") {
  const Dynamic x = counted<Int>({2, 3});
  Dynamic out({4, 3});
  tile_into<2, 1>(out, x);
  CHECK(out == tile<2, 1>(x));
  repeat_interleave_into<0, 2>(out, x);
  CHECK(out == repeat_interleave<0, 2>(x));
  constexpr Tensor<int, Shape<2>> y{1, 2};
  static_assert(tile<2>(y) == Tensor<int, Shape<4>>{1, 2, 1, 2});
  static_assert(tile<2, 1>(y) == Tensor<int, Shape<2, 2>>{{1, 2}, {1, 2}});
  static_assert(repeat_interleave<0, 2>(y) == Tensor<int, Shape<4>>{1, 1, 2, 2});
}
