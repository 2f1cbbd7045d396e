// SPDX-License-Identifier: BSL-1.0
// Do the concepts of slicing, joining and indexing say what the rules say, of shapes and of tensors alike?
#include <shapeproof/ops/concat.hpp>
#include <shapeproof/ops/index.hpp>
#include <shapeproof/ops/pad.hpp>
#include <shapeproof/ops/parts.hpp>
#include <shapeproof/ops/slice.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M");
using Matrix = Tensor<float, Shape<2, 3>>;

static_assert(Sliceable<Shape<2, 3>, 1, 0, 2> && Sliceable<Matrix, All, Range(0, -1)> &&
              Sliceable<Shape<N, 3>, 0, 2, 9>);
static_assert(!Sliceable<Shape<2, 3>, 1, 0, 4> && !Sliceable<Matrix, 2, 0, 1> && !Sliceable<Shape<N, 3>, 0, 2, 1>);
static_assert(Paddable<Shape<2, 3>, 1, 5, 5> && Paddable<Matrix, Sides(1)> && !Paddable<Matrix, 1, -1, 0>);
static_assert(Reflectable<Shape<2, 3>, 1, 2, 2> && !Reflectable<Matrix, 1, 3, 0> && Reflectable<Shape<N, 3>, 0, 3, 3>);
static_assert(Concatenable<0, Shape<2, 3>, Shape<N, 3>> && Concatenable<1, Matrix, const Matrix&, Matrix>);
static_assert(!Concatenable<1, Shape<2, 3>, Shape<3, 3>> && !Concatenable<1, Shape<N, 3>, Shape<M, 3>>);
static_assert(Stackable<0, Matrix, Matrix> && !Stackable<0, Matrix, Shape<3, 3>> && !Stackable<3, Matrix>);
static_assert(Chunkable<Shape<2, 6>, 1, 3> && !Chunkable<Matrix, 1, 2> && Chunkable<Shape<N, 3>, 0, 2>);
static_assert(Gatherable<Shape<2, 3>, 1, Shape<1, 9>> && !Gatherable<Matrix, 1, Shape<3, 3>>);

// What a function object refuses it refuses when it is called, not when it is looked at.
static_assert(std::is_invocable_v<decltype(slice<1, 0, 2>), Matrix> &&
              !std::is_invocable_v<decltype(slice<1, 0, 2>), int>);
static_assert(!std::is_invocable_v<decltype(concat<0>), Matrix, int> && !std::is_invocable_v<decltype(concat<0>)>);

}  // namespace
