// SPDX-License-Identifier: BSL-1.0
// What is a shape, and what is none. Axes, from the front and from the end.
#include <shapeproof/rules/axes.hpp>
#include <shapeproof/shape.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M");
constexpr bool is_a_shape(const ShapeValue& shape) { return well_formed_rule(shape).holds; }

// Rank 0 to 8.
static_assert(is_a_shape({}));
static_assert(is_a_shape({1, 2, 3, 4, 5, 6, 7, 8}));
static_assert(!is_a_shape({1, 2, 3, 4, 5, 6, 7, 8, 9}));
static_assert(Shape<>::rank == 0 && Shape<>::is_static);
static_assert(Shape<1, 2, 3, 4, 5, 6, 7, 8>::rank == 8);

// Numbers, 0 included.
static_assert(is_a_shape(0) && is_a_shape({0, 0}));
static_assert(!is_a_shape(-1) && !is_a_shape({3, -2}));
static_assert(is_a_shape({dyn, _, N, M(3), 2 * N - 7}));

// A name holds one number, an expression what its names say.
static_assert(is_a_shape({N, N}));
static_assert(is_a_shape({N(3), N(3)}));
static_assert(!is_a_shape({N(3), N(4)}));
static_assert(is_a_shape({N(3), M(4)}));
static_assert(is_a_shape({N(3), ExtentValue(6, 2 * N)}));
static_assert(!is_a_shape({N(3), ExtentValue(7, 2 * N)}));
static_assert(!is_a_shape({ExtentValue(7, 2 * N), N(3)}));
static_assert(!is_a_shape(ExtentValue(7, 2 * N)));
static_assert(!is_a_shape({ExtentValue(6, 2 * N), ExtentValue(12, 3 * N)}));
static_assert(is_a_shape({ExtentValue(6, 2 * N), ExtentValue(9, 3 * N)}));

// Element counts that 64 bits hold.
static_assert(is_a_shape({2000000000, 2000000000, 2}));
static_assert(!is_a_shape({2000000000, 2000000000, 3}));
static_assert(!is_a_shape({2000000000, N, 2000000000, 3}));
static_assert(!is_a_shape({2000000000, dyn, 2000000000, 3}));
static_assert(is_a_shape({9223372036854775807, 1}));
static_assert(!is_a_shape({9223372036854775807, 2}));

// What a shape knows of itself.
static_assert(Shape<2, N(3)>::is_static && !Shape<2, N>::is_static && !Shape<dyn>::is_static);
static_assert(Shape<2, 3>{} == Shape<2, 3>{});
static_assert(Shape<2, N(3)>::value.count() == ExtentValue(6));
static_assert(Shape<2, N, M>::value.count() == ExtentValue(2 * N * M));
static_assert(Shape<2, dyn, M>::value.count() == ExtentValue(dyn));
static_assert(Shape<0, dyn, M>::value.count() == ExtentValue(0));
static_assert(Shape<>::value.count() == ExtentValue(1));

constexpr bool has_axis(int axis, int rank) { return axis_rule("extent", axis, rank).holds; }
static_assert(has_axis(0, 1) && has_axis(-1, 1) && !has_axis(1, 1) && !has_axis(-2, 1));
static_assert(has_axis(7, 8) && has_axis(-8, 8) && !has_axis(8, 8) && !has_axis(-9, 8));
static_assert(!has_axis(0, 0) && !has_axis(-1, 0));
static_assert(!has_axis(2147483647, 8) && !has_axis(-2147483647 - 1, 8));
static_assert(detail::from_front(-1, 3) == 2 && detail::from_front(-3, 3) == 0 && detail::from_front(1, 3) == 1);

}  // namespace
