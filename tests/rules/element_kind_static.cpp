// SPDX-License-Identifier: BSL-1.0
// Which elements a function takes, and where: what may be chosen from.
#include <shapeproof/rules/element_kind.hpp>
#include <shapeproof/rules/where.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M");

constexpr bool takes(ElementKind kind, ElementType type) { return element_kind_rule("f", kind, type).holds; }

constexpr ElementType all_types[] = {ElementType::boolean, ElementType::int8,      ElementType::int64,
                                     ElementType::uint8,   ElementType::float16,   ElementType::float32,
                                     ElementType::float64, ElementType::complex64, ElementType::complex128};
// One letter for each of these: whether the kind takes it.
constexpr bool takes_these(ElementKind kind, const char* letters) {
  for (int i = 0; i < 9; ++i) {
    if (takes(kind, all_types[i]) != (letters[i] == 'y')) return false;
  }
  return true;
}
static_assert(takes_these(ElementKind::any, "yyyyyyyyy"));
static_assert(takes_these(ElementKind::ordered, "yyyyyyynn"));
static_assert(takes_these(ElementKind::number, "nyyyyyyyy"));
static_assert(takes_these(ElementKind::real_number, "nyyyyyynn"));
static_assert(takes_these(ElementKind::floating, "nnnnyyyyy"));
static_assert(takes_these(ElementKind::real_floating, "nnnnyyynn"));

static_assert(condition_rule("where", ElementType::boolean).holds &&
              !condition_rule("where", ElementType::uint8).holds);

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(yes(where_rule({2, 3}, {2, 3}, {2, 3}), {2, 3}) && yes(where_x_rule(4, 4), 4) &&
              yes(where_y_rule(4, 4), 4));
static_assert(no(where_rule({2, 3}, {2, 3}, {2, 4})) && no(where_rule({2, 3}, {2, 4}, {2, 4})) &&
              no(where_rule({2, 3}, {2, 4}, {2, 3})) && no(where_rule(2, {2, 1}, 2)));
static_assert(no(where_x_rule(1, 4)) && no(where_y_rule(4, 1)) && no(where_rule({}, 4, 4)));
// The best-known extent of the three is kept.
static_assert(check(where_rule({dyn, dyn}, {N, dyn}, {dyn, 3}), {N, 3}) && check(where_rule(dyn, 5, 5), 5) &&
              check(where_rule(5, 5, N), 5));
static_assert(no(where_rule(N, M, M)) && no(where_rule(N, N, M)) && no(where_rule(N, dyn, M)) &&
              no(where_rule(2 * N, dyn, N + M)));
static_assert(no(where_rule({ExtentValue(5, N), 6}, {5, 6}, {5, ExtentValue(6, N)})));

}  // namespace
