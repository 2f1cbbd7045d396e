// SPDX-License-Identifier: BSL-1.0
// x_into(out, ...): which results go into which tensors.
#include <shapeproof/rules/into.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling) { return ruling.holds && ruling.checks_at_run_time; }
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }
constexpr Ruling into(const ShapeValue& result, const ShapeValue& out) { return into_rule("add", result, out); }

static_assert(yes(into({2, 3}, {2, 3}), {2, 3}) && yes(into({}, {}), {}) && yes(into({0, 3}, {0, 3}), {0, 3}));
static_assert(no(into({2, 3}, {3, 2})) && no(into({2, 3}, 2)) && no(into({}, 1)) && no(into(1, {})));
static_assert(yes(into(64, N(64)), 64) && yes(into(N(64), 64), N(64)) && no(into(N(64), M(64))));
static_assert(check(into(N, N)) && check(into(N, 5)) && check(into(5, N)) && check(into(dyn, dyn)) &&
              check(into({N, 3}, {dyn, 3})));
static_assert(no(into(N, M)) && no(into(N, 0)) && no(into(2 * N, 7)) && no(into(N + 1, N)) && no(into(2 * N, N + M)));
// As numbers at run time: one name, one number.
static_assert(yes(into(ExtentValue(5, N), 5), ExtentValue(5, N)) && no(into(ExtentValue(5, N), ExtentValue(6, N))));
static_assert(no(into({ExtentValue(5, N), 6}, {5, ExtentValue(6, N)})));

static_assert(into_element_rule("exp", ElementType::float32, ElementType::float32).holds);
static_assert(no(into_element_rule("exp", ElementType::float32, ElementType::float64)));
static_assert(no(into_element_rule("eq", ElementType::boolean, ElementType::uint8)));

}  // namespace
