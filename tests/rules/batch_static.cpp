// SPDX-License-Identifier: BSL-1.0
// What is a batch of samples?
#include <shapeproof/rules/batch.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), B = axis("B");

constexpr Ruling ask_dataset(const ShapeValue& first, const ShapeValue& second) {
  const ShapeValue* parts[] = {&first, &second};
  return dataset_rule({parts, 2});
}

// What is known better is kept; what is open is compared at run time.
static_assert(ask_dataset({N, 3}, N).result == ShapeValue(N));
static_assert(ask_dataset({N, 3}, N).checks_at_run_time);
static_assert(ask_dataset({dyn, 3}, 16).result == ShapeValue(16));
static_assert(ask_dataset({dyn, 3}, 16).checks_at_run_time);
static_assert(ask_dataset({16, 3}, 16).holds && !ask_dataset({16, 3}, 16).checks_at_run_time);
static_assert(!ask_dataset({16, 3}, 15).holds);
static_assert(!ask_dataset({N, 3}, M).holds);
static_assert(!ask_dataset({N, 3}, ShapeValue()).holds);
static_assert(!ask_dataset({N(16), 3}, {16, N(3)}).holds);

// Batches are of a number, of an axis of their own, or of nobody knows what; and what is left over is spoken of.
static_assert(batch_extent_rule(64, BatchEnding::keep_last).holds);
static_assert(batch_extent_rule(B(64), BatchEnding::pad_last).holds);
static_assert(batch_extent_rule(B, BatchEnding::count).holds);
static_assert(batch_extent_rule(dyn, BatchEnding::count_and_drop_last).holds);
static_assert(!batch_extent_rule(64, BatchEnding::unsaid).holds);
static_assert(!batch_extent_rule(64, BatchEnding::count).holds);
static_assert(!batch_extent_rule(B, BatchEnding::drop_last).holds);
static_assert(!batch_extent_rule(B, BatchEnding::unsaid).holds);
static_assert(!batch_extent_rule(0, BatchEnding::drop_last).holds);
static_assert(!batch_extent_rule(2 * B, BatchEnding::count).holds);
static_assert(!batch_extent_rule(_, BatchEnding::count).holds);

static_assert(batch_count_rule(B, 1).holds && !batch_count_rule(B, 0).holds);
static_assert(!batch_count_rule(axis("E").multiple_of(2), 3).holds);
static_assert(batch_count_rule(dyn, 3).holds && !batch_count_rule(dyn, -1).holds);

static_assert(batch_rule(64, 0, {3, 32, 32}).result == ShapeValue(64, 3, 32, 32));
static_assert(batch_rule(B, 0, {T, 2 * T}).result == ShapeValue(B, T, 2 * T));
static_assert(batch_rule(64, 1, {}).result == ShapeValue(64));
static_assert(!batch_rule(T, 0, {3, 2 * T}).holds);
static_assert(!batch_rule(64, 0, {1, 2, 3, 4, 5, 6, 7, 8}).holds);

static_assert(one_shape_rule(64, true).holds && !one_shape_rule(64, false).holds);

static_assert(dataset_part_rule(0, true).holds && !dataset_part_rule(0, false).holds);

}  // namespace
