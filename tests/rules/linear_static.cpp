// SPDX-License-Identifier: BSL-1.0
// linear, and what a layer's width is inferred from: which shapes fit, what comes out, what is left to check.
#include <shapeproof/ops/linear.hpp>
#include <shapeproof/rules/infer.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), D = axis("D"), E = axis("E");

constexpr bool gives(const Ruling& ruling, const ShapeValue& result, bool checks = false) {
  return ruling.holds && ruling.result == result && ruling.checks_at_run_time == checks;
}

static_assert(gives(linear_rule({2, 4}, {3, 4}), {2, 3}));
static_assert(gives(linear_rule({4}, {3, 4}), {3}));
static_assert(gives(linear_rule({N, T, 4}, {3, 4}, {3}), {N, T, 3}));
static_assert(gives(linear_rule({0, 4}, {3, 4}), {0, 3}));
static_assert(gives(linear_rule({N, D}, {E, D}, {E}), {N, E}, true));
static_assert(gives(linear_rule({N, dyn}, {3, 4}), {N, 3}, true));
static_assert(gives(linear_rule({N, 2 * D}, {3, D * 2}), {N, 3}, true));
// Where the bias knows better how many features there are.
static_assert(gives(linear_rule({N, 4}, {dyn, 4}, {3}), {N, 3}, true));

static_assert(!linear_rule({}, {3, 4}).holds);
static_assert(!linear_rule({2, 4}, {4}).holds);
static_assert(!linear_rule({2, 5}, {3, 4}).holds);
static_assert(!linear_rule({2, D}, {3, E}).holds);
static_assert(!linear_rule({2, 4}, {3, 4}, {3, 1}).holds);
static_assert(!linear_rule({2, 4}, {3, 4}, {4}).holds);
static_assert(!linear_rule({N(2), 4}, {N(3), 4}).holds);

static_assert(LinearlyMappable<Shape<N, 4>, Shape<3, 4>, Shape<3>>);
static_assert(!LinearlyMappable<Tensor<float, Shape<N, 5>>, Shape<3, 4>>);

constexpr InferredAxis features{"linear", -1, "features"};
constexpr InferredAxis channels{"BatchNorm2d", 1, "channels"};
static_assert(gives(infer_rule(features, {N, 7}), {7}));
static_assert(gives(infer_rule(features, {N, D(7)}), {7}));
static_assert(gives(infer_rule(channels, {N, 3, dyn, dyn}), {3}));
static_assert(!infer_rule(features, {N, D}).holds);
static_assert(!infer_rule(features, {}).holds);
static_assert(!infer_rule(channels, {5}).holds);

}  // namespace
