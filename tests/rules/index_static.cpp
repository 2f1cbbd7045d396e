// SPDX-License-Identifier: BSL-1.0
// index_select, gather, take_along_axis and scatter_add: valid and invalid twins.
#include <shapeproof/rules/index.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), K = axis("K");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(index_element_rule("", ElementType::int32).holds && index_element_rule("", ElementType::int64).holds);
static_assert(no(index_element_rule("", ElementType::int16)) && no(index_element_rule("", ElementType::uint64)) &&
              no(index_element_rule("", ElementType::float32)) && no(index_element_rule("", ElementType::boolean)));
static_assert(index_rule("", 0, 5, 0, 0).holds && index_rule("", 0, 5, 4, 0).holds);
static_assert(no(index_rule("", 0, 5, 5, 0)) && no(index_rule("", 0, 5, -1, 0)) && no(index_rule("", 0, 0, 0, 0)));

static_assert(yes(index_select_rule({2, 3}, 0, 7), {7, 3}) && yes(index_select_rule({2, 3}, -1, 0), {2, 0}));
static_assert(check(index_select_rule({N, 3}, 0, K), {K, 3}) && check(index_select_rule({N, 3}, 1, N), {N, N}));
static_assert(no(index_select_rule({2, 3}, 2, 7)) && no(index_select_rule({2, 3}, 0, {7, 1})) &&
              no(index_select_rule({N(2), 3}, 1, N(3))));

static_assert(yes(gather_rule({2, 3}, 1, {2, 7}), {2, 7}) && yes(gather_rule({2, 3}, 0, {7, 1}), {7, 1}));
static_assert(no(gather_rule({2, 3}, 1, {3, 7})) && no(gather_rule({2, 3}, 1, 2)) &&
              no(gather_rule({2, 3}, 2, {2, 3})));
static_assert(check(gather_rule({N, 3}, 1, {N, K}), {N, K}) && check(gather_rule({N, 3}, 1, {2, 3}), {2, 3}));
static_assert(check(gather_rule({2, 3}, 1, {dyn, 3}), {dyn, 3}) && check(gather_rule({N + 1, 3}, 1, {N, 3}), {N, 3}));
static_assert(no(gather_rule({N, 3}, 1, {M, 3})) && no(gather_rule({N, 3}, 1, {N + 1, 3})) &&
              no(gather_rule({N(2), 3}, 1, {2, N(4)})));

static_assert(yes(take_along_axis_rule({2, 3}, 1, {2, 7}), {2, 7}) && no(take_along_axis_rule({2, 3}, 1, {1, 7})));
static_assert(check(take_along_axis_rule({2, 3}, 1, {dyn, 7}), {2, 7}) &&
              check(take_along_axis_rule({N, 3}, 1, {N, K}), {N, K}));
static_assert(no(take_along_axis_rule({N, 3}, 1, {M, 3})) && no(take_along_axis_rule({2, 3}, 1, 2)) &&
              no(take_along_axis_rule({2, 3}, 2, {2, 3})));

static_assert(yes(scatter_add_rule({2, 3}, 1, {2, 7}, {2, 7}), {2, 3}) &&
              yes(scatter_add_rule({2, 3}, 1, {1, 2}, {5, 7}), {2, 3}));
static_assert(no(scatter_add_rule({2, 3}, 1, {2, 7}, {2, 6})) && no(scatter_add_rule({2, 3}, 1, {3, 7}, {3, 7})));
static_assert(no(scatter_add_rule({2, 3}, 2, {2, 3}, {2, 3})) && no(scatter_add_rule({2, 3}, 1, 2, {2, 3})) &&
              no(scatter_add_rule({2, 3}, 1, {2, 3}, 2)));
static_assert(check(scatter_add_rule({N, 3}, 0, {K, 3}, {K, 3}), {N, 3}) &&
              check(scatter_add_rule({2, 3}, 1, {2, dyn}, {2, 7}), {2, 3}));
static_assert(no(scatter_add_rule({2, 3}, 1, {2, K}, {2, M})) && no(scatter_add_rule({N(2), 3}, 1, {2, 3}, {2, N(3)})));
static_assert(scatter_element_rule(ElementType::float32, ElementType::float32).holds &&
              no(scatter_element_rule(ElementType::float32, ElementType::float64)) &&
              no(scatter_element_rule(ElementType::boolean, ElementType::boolean)));

}  // namespace
