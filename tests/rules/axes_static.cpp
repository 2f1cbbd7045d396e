// SPDX-License-Identifier: BSL-1.0
// squeeze, unsqueeze, permute and transpose: valid and invalid twins.
#include <shapeproof/rules/permute.hpp>
#include <shapeproof/rules/squeeze.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), C = axis("C");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(yes(squeeze_rule({2, 1, 3}, 1), {2, 3}) && yes(squeeze_rule({2, 1, 3}, -2), {2, 3}));
static_assert(yes(squeeze_rule(1, 0), {}) && yes(squeeze_rule({N, C(1)}, 1), N));
static_assert(no(squeeze_rule({2, 1, 3}, 0)) && no(squeeze_rule({2, 1, 3}, 3)) && no(squeeze_rule({}, 0)));
static_assert(no(squeeze_rule(0, 0)) && no(squeeze_rule({2 * N, 3}, 0)) && no(squeeze_rule(N + 1, 0)));
static_assert(check(squeeze_rule({N, 3}, 0), 3) && check(squeeze_rule({2, dyn}, 1), 2) &&
              check(squeeze_rule(N - 1, 0), {}));

static_assert(yes(squeeze_all_rule({1, 2, 1, 3}, {1, 2, 1, 3}), {2, 3}) && yes(squeeze_all_rule({}, {}), {}));
static_assert(yes(squeeze_all_rule({1, 1}, {1, 1}), {}) && yes(squeeze_all_rule({1, N}, {1, N}), N));
// What the type does not know stays, also where it is 1 at run time.
static_assert(yes(squeeze_all_rule({1, ExtentValue(1, N), 1}, {1, N, dyn}), {ExtentValue(1, N), 1}));

static_assert(yes(unsqueeze_rule({4, 5}, 0), {1, 4, 5}) && yes(unsqueeze_rule({4, 5}, 1), {4, 1, 5}));
static_assert(yes(unsqueeze_rule({4, 5}, 2), {4, 5, 1}) && yes(unsqueeze_rule({4, 5}, -1), {4, 5, 1}));
static_assert(yes(unsqueeze_rule({4, 5}, -3), {1, 4, 5}) && yes(unsqueeze_rule({}, 0), 1) &&
              yes(unsqueeze_rule(N, -1), {N, 1}));
static_assert(no(unsqueeze_rule({4, 5}, 3)) && no(unsqueeze_rule({4, 5}, -4)) && no(unsqueeze_rule({}, 1)));
static_assert(yes(unsqueeze_rule({1, 2, 3, 4, 5, 6, 7}, 7), {1, 2, 3, 4, 5, 6, 7, 1}));
static_assert(no(unsqueeze_rule({1, 2, 3, 4, 5, 6, 7, 8}, 0)));

constexpr Ruling permute(const ShapeValue& from, const AxisOrder& order) { return permute_rule(from, order); }
static_assert(yes(permute({2, 3, 4}, {3, {2, 0, 1}}), {4, 2, 3}) &&
              yes(permute({2, 3, 4}, {3, {-1, 0, -2}}), {4, 2, 3}));
static_assert(yes(permute({N, C(3), dyn, 2 * N}, {4, {0, 2, 3, 1}}), {N, dyn, 2 * N, C(3)}));
static_assert(yes(permute({}, {0, {}}), {}) && yes(permute(7, {1, {0}}), 7));
static_assert(yes(permute({1, 2, 3, 4, 5, 6, 7, 8}, {8, {7, 6, 5, 4, 3, 2, 1, 0}}), {8, 7, 6, 5, 4, 3, 2, 1}));
static_assert(no(permute({2, 3, 4}, {3, {0, 0, 1}})) && no(permute({2, 3, 4}, {3, {0, 1, -3}})));
static_assert(no(permute({2, 3, 4}, {2, {0, 1}})) && no(permute({2, 3}, {3, {0, 1, 2}})) && no(permute({}, {1, {0}})));
static_assert(no(permute({2, 3, 4}, {3, {0, 1, 3}})) && no(permute({2, 3, 4}, {3, {0, 1, -4}})));

static_assert(yes(transpose_rule({2, 3}), {3, 2}) && yes(transpose_rule({N, 2, 3}), {N, 3, 2}));
static_assert(yes(transpose_rule({2, 3, 4}, 0, 2), {4, 3, 2}) && yes(transpose_rule({2, 3, 4}, -3, -1), {4, 3, 2}));
static_assert(yes(transpose_rule({2, 3}, 1, 1), {2, 3}) && yes(transpose_rule({2, 3}, 0, -2), {2, 3}));
static_assert(no(transpose_rule(3)) && no(transpose_rule({})) && no(transpose_rule({2, 3}, 0, 2)) &&
              no(transpose_rule({2, 3}, -3, 0)));

}  // namespace
