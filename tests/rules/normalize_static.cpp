// SPDX-License-Identifier: BSL-1.0
// Normalisations and their parameters: valid and invalid twins.
#include <shapeproof/rules/normalize.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), C = axis("C"), D = axis("D");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

constexpr Ruling layer(const ShapeValue& input, int first) { return layer_norm_rule("f", input, first, nullptr, 0); }
constexpr Ruling layer(const ShapeValue& input, int first, const ShapeValue& weight) {
  const Parameter parameters[] = {{"weight", weight}};
  return layer_norm_rule("f", input, first, parameters, 1);
}
constexpr Ruling layer(const ShapeValue& input, int first, const ShapeValue& weight, const ShapeValue& bias) {
  const Parameter parameters[] = {{"weight", weight}, {"bias", bias}};
  return layer_norm_rule("f", input, first, parameters, 2);
}
static_assert(yes(layer({N, 3, 4}, -1), {N, 3, 4}) && yes(layer({N, 3, 4}, 0), {N, 3, 4}));
static_assert(no(layer({N, 3, 4}, 3)) && no(layer({N, 3, 4}, -4)) && no(layer({}, -1)));
static_assert(yes(layer({N, 3, 4}, -1, 4), {N, 3, 4}) && yes(layer({N, 3, 4}, 1, {3, 4}), {N, 3, 4}));
static_assert(no(layer({N, 3, 4}, -1, 3)) && no(layer({N, 3, 4}, 1, 4)) && no(layer({N, 3, 4}, -1, {3, 4})));
static_assert(no(layer({N, 3, 4}, -1, 4, 5)) && no(layer({N, 3, 4}, -1, 4, {1, 4})) && no(layer({N, 4}, 1, {})));
static_assert(check(layer({N, D}, -1, D), {N, D}) && no(layer({N, D}, -1, C)) && no(layer({N, D}, -1, 2 * D)));
// The better-known side is kept, and the bias must fit what the weight said.
static_assert(check(layer({N, dyn}, -1, 64), {N, 64}) && check(layer({N, 64}, -1, dyn), {N, 64}));
static_assert(check(layer({N, dyn}, -1, 64, 64), {N, 64}) && no(layer({N, dyn}, -1, 64, 65)));
// A name holds one number, wherever it stands.
static_assert(no(layer({N(16), 4}, -1, N(4))) && yes(layer({N(4), 4}, -1, N(4)), {N(4), N(4)}));

constexpr Ruling batch(const ShapeValue& input, const ShapeValue& mean, const ShapeValue& variance) {
  const Parameter parameters[] = {{"mean", mean}, {"variance", variance}};
  return batch_norm_rule("f", input, parameters, 2);
}
static_assert(yes(batch({N, 3, 4, 4}, 3, 3), {N, 3, 4, 4}) && yes(batch({N, C(3)}, C(3), C(3)), {N, C(3)}));
static_assert(no(batch({N, 3, 4, 4}, 4, 3)) && no(batch({N, 3, 4, 4}, 3, 4)) && no(batch({N, 3}, {1, 3}, 3)));
static_assert(no(batch(3, 3, 3)) && no(batch({}, {}, {})) && check(batch({N, C}, C, C), {N, C}));
static_assert(no(batch({N, C}, D, D)) && no(batch({N, C}, C, N)));

constexpr Ruling training(const ShapeValue& input) { return batch_statistics_rule("f", input, nullptr, 0); }
static_assert(yes(training({2, 3}), {2, 3}) && yes(training({1, 3, 1, 2}), {1, 3, 1, 2}));
static_assert(no(training({1, 3})) && no(training({1, 3, 1, 1})) && no(training({0, 3})) && no(training({4, 3, 0})));
static_assert(check(training({N, 3}), {N, 3}) && yes(training({N, 3, 2}), {N, 3, 2}));
static_assert(check(training({dyn, 3, 2}), {dyn, 3, 2}) && yes(training({2 * N, 3}), {2 * N, 3}) && no(training(2)));

constexpr Ruling group(const ShapeValue& input, std::int64_t groups) {
  return group_norm_rule("f", input, groups, nullptr, 0);
}
static_assert(yes(group({N, 8, 2}, 4), {N, 8, 2}) && yes(group({N, 8}, 8), {N, 8}) && yes(group({N, 0}, 4), {N, 0}));
static_assert(no(group({N, 8}, 3)) && no(group({N, 8}, 16)) && no(group({N, 8}, 0)) && no(group({N, 8}, -1)));
static_assert(check(group({N, C}, 4), {N, C}) && no(group(8, 4)));

static_assert(parameter_element_rule("f", "weight", ElementType::float32, ElementType::float32).holds);
static_assert(!parameter_element_rule("f", "weight", ElementType::float32, ElementType::float64).holds);

}  // namespace
