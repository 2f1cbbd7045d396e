// SPDX-License-Identifier: BSL-1.0
// Losses and metrics: valid and invalid twins.
#include <shapeproof/rules/loss.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), M = axis("M");
constexpr auto mean_of = LossReduction::mean, none_of = LossReduction::none, batch = LossReduction::batch_mean;
constexpr auto i64 = ElementType::int64, f32 = ElementType::float32;

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(yes(loss_rule("", {2, 3}, {2, 3}, mean_of), {}) && yes(loss_rule("", {2, 3}, {2, 3}, none_of), {2, 3}));
static_assert(check(loss_rule("", {N, 3}, {N, 3}, none_of), {N, 3}) &&
              check(loss_rule("", {N, 3}, {2, dyn}, none_of), {2, 3}));
static_assert(no(loss_rule("", {2, 1}, {2, 3}, mean_of)) && no(loss_rule("", {2, 1}, 2, mean_of)) &&
              no(loss_rule("", {}, 2, mean_of)) && no(loss_rule("", {N, 3}, {M, 3}, mean_of)));
static_assert(no(loss_rule("", {0, 3}, {0, 3}, mean_of)) && yes(loss_rule("", {0, 3}, {0, 3}, LossReduction::sum), {}));
static_assert(no(loss_rule("", {}, {}, batch)) && yes(loss_rule("", 3, 3, batch), {}));
static_assert(loss_element_rule("", f32, f32).holds && no(loss_element_rule("", f32, ElementType::float64)) &&
              no(loss_element_rule("", i64, i64)) && no(loss_element_rule("", ElementType::complex64, f32)));

// Which axes were not flattened, or are steps of which one is wanted.
static_assert(detail::inner_axes_too_many({N, 7, 7, 10}, {N, 10}) == 1 &&
              detail::inner_axes_too_many({8, T, 10}, {8, 10}) == 1 &&
              detail::inner_axes_too_many({N, T, 7, 7, 10}, {N, T, 10}) == 2);
static_assert(detail::inner_axes_too_many({N, 10}, {N, 10}) == -1 &&
              detail::inner_axes_too_many({N, 7, 10}, {N, 9}) == -1 &&
              detail::inner_axes_too_many({N, 7, 10}, {M, 10}) == -1 &&
              detail::inner_axes_too_many({7, 10}, 10) == -1 && detail::inner_axes_too_many({N, 10}, {N, 7, 10}) == -1);

static_assert(yes(class_ids_rule("", {8, 10}, 8, i64), 8) && yes(class_ids_rule("", {8, 10, 5}, {8, 5}, i64), {8, 5}));
static_assert(check(class_ids_rule("", {N, 10}, N, i64), N) &&
              check(class_ids_rule("", {N, 10, T}, {N, T}, i64), {N, T}));
static_assert(no(class_ids_rule("", 10, {}, i64)) && no(class_ids_rule("", {8, 10}, {8, 10}, i64)) &&
              no(class_ids_rule("", {8, 10}, 8, f32)) && no(class_ids_rule("", {8, 10}, 8, ElementType::boolean)) &&
              no(class_ids_rule("", {8, 10}, 9, i64)) && no(class_ids_rule("", {N, T, 10}, {N, T}, i64)) &&
              no(class_ids_rule("", {8, 10}, {8, 1}, i64)));

static_assert(yes(class_probabilities_rule("", {8, 10, 5}, {8, 10, 5}, f32), {8, 5}) &&
              no(class_probabilities_rule("", {8, 10}, 8, f32)) &&
              no(class_probabilities_rule("", {8, 10}, {8, 9}, f32)) && no(class_probabilities_rule("", 10, 10, f32)));
static_assert(class_weight_rule("", {8, 10}, 10).holds && no(class_weight_rule("", {8, 10}, 9)) &&
              no(class_weight_rule("", {8, 10}, {10, 1})));

static_assert(top_k_rule("", {8, 10}, 10).holds && no(top_k_rule("", {8, 10}, 11)) && no(top_k_rule("", {8, 10}, 0)));
static_assert(yes(confusion_rule(8, 8, 10, nullptr, 0), {10, 10}) && no(confusion_rule(8, 9, 10, nullptr, 0)) &&
              no(confusion_rule(8, 8, 10, nullptr, 1)));
static_assert(class_id_element_rule("", "", i64).holds && no(class_id_element_rule("", "", f32)) &&
              no(class_id_element_rule("", "", ElementType::boolean)));

}  // namespace
