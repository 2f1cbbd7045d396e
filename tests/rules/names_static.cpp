// SPDX-License-Identifier: BSL-1.0
// A name holds one number: across the axes of a target shape, across source and target, and where it is only solved for.
#include <shapeproof/rules/broadcast.hpp>
#include <shapeproof/tensor.hpp>

using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M");

// The target's own numbers are read.
static_assert(!reshape_rule(84, {N, N(2)}).holds);
static_assert(reshape_rule(4, {N, N(2)}).holds && !reshape_rule(4, {N, N(2)}).checks_at_run_time);
static_assert(reshape_rule({N, 2}, {N, N(2)}).checks_at_run_time);
static_assert(!reshape_rule({N(16), 2}, {N, N(2)}).holds);
static_assert(!reshape_rule({N(3), 2}, {N(2), 3}).holds);
static_assert(reshape_rule({N(3), 2}, {2, N(3)}).holds);
static_assert(!broadcast_rule({N(3), 1}, {3, N(2)}).holds);
static_assert(broadcast_rule({N(3), 1}, {3, N(3)}).holds);

template <class From, class To>
constexpr bool converts = std::is_convertible_v<Tensor<float, From>, Tensor<float, To>>;

// Numbers decide what can be decided without running.
static_assert(converts<Shape<3, 3>, Shape<N, N>> && !converts<Shape<3, 4>, Shape<N, N>>);
static_assert(converts<Shape<3, 6>, Shape<N, 2 * N>> && !converts<Shape<3, 7>, Shape<N, 2 * N>>);
static_assert(converts<Shape<6>, Shape<2 * N>> && !converts<Shape<7>, Shape<2 * N>>);
static_assert(converts<Shape<3, 6, M>, Shape<N, dyn, M>> && converts<Shape<3, 3, M>, Shape<N, N, M>>);
static_assert(converts<Shape<2 * N, 3>, Shape<2 * N, dyn>>);

// What is open on another axis is left to run time, also where the target no longer names it.
static_assert(!converts<Shape<N, 3>, Shape<N, N>> && !converts<Shape<N, 3>, Shape<dyn, N>>);
static_assert(convert_rule("as", Shape<N, 3>::value, Shape<dyn, N>::value).checks_at_run_time);
static_assert(!convert_rule("as", Shape<N(3), 4>::value, Shape<dyn, N>::value).holds);
static_assert(convert_rule("as", Shape<N(4), 4>::value, Shape<dyn, N>::value).holds);
