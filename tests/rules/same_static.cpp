// SPDX-License-Identifier: BSL-1.0
// The table of when two extents must be the same, cell by cell and from both sides, and what is kept.
#include <shapeproof/rules/same.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), C = axis("C");

// How `left` and `right` compare, if both sides agree on it.
constexpr bool compares(const ExtentValue& left, const ExtentValue& right, Relation relation) {
  return compare(left, right).relation == relation && compare(right, left).relation == relation;
}
constexpr bool equal(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::equal);
}
constexpr bool check(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::check);
}
constexpr bool differ(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::differ);
}
constexpr bool contradict(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::names);
}
constexpr bool never(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::never);
}
constexpr bool unproven(const ExtentValue& left, const ExtentValue& right) {
  return compares(left, right, Relation::unproven);
}

// Both ways round keep the same, and it is `kept`.
constexpr bool keeps(const ExtentValue& left, const ExtentValue& right, const ExtentValue& kept) {
  return compare(left, right).kept == kept && compare(right, left).kept == kept;
}

// 64
static_assert(equal(64, 64) && keeps(64, 64, 64));
static_assert(differ(64, 65));
static_assert(equal(64, N(64)) && keeps(64, N(64), N(64)));
static_assert(equal(64, C(64)) && keeps(64, C(64), C(64)));
static_assert(differ(64, N(65)));
static_assert(check(64, N) && keeps(64, N, 64));
static_assert(check(64, M) && keeps(64, M, 64));
static_assert(check(64, 2 * N) && keeps(64, 2 * N, 64));
static_assert(check(64, dyn) && keeps(64, dyn, 64));

// N(64)
static_assert(equal(N(64), N(64)) && keeps(N(64), N(64), N(64)));
static_assert(differ(N(64), N(65)));
static_assert(contradict(N(64), C(64)));
static_assert(contradict(N(64), C(65)));
static_assert(check(N(64), N) && keeps(N(64), N, N(64)));
static_assert(contradict(N(64), M));
static_assert(check(N(64), 2 * M) && keeps(N(64), 2 * M, N(64)));
static_assert(check(N(64), dyn) && keeps(N(64), dyn, N(64)));

// N. The same name must also hold the same number at run time.
static_assert(check(N, N) && keeps(N, N, N));
static_assert(contradict(N, M));
static_assert(contradict(N, C(64)));
static_assert(never(N, 2 * N));
static_assert(unproven(N, 2 * M));
static_assert(check(N, dyn) && keeps(N, dyn, N));

// 2*N
static_assert(check(2 * N, 2 * N) && keeps(2 * N, N + N, 2 * N));
static_assert(check(2 * N, dyn) && keeps(2 * N, dyn, 2 * N));
static_assert(unproven(2 * N, N + M));
static_assert(unproven(2 * N, 2 * M));
static_assert(unproven(N * M, N + M));
static_assert(unproven(N * N, N));

// dyn
static_assert(check(dyn, dyn) && keeps(dyn, dyn, dyn));
static_assert(check(dyn, 0));

// What no name can make, since a name is at least 1.
static_assert(differ(0, N));
static_assert(differ(0, 2 * N));
static_assert(differ(0, N* M + 1));
static_assert(check(0, N - 1));
static_assert(differ(1, 2 * N));
static_assert(differ(7, 2 * N));
static_assert(differ(7, 2 * N + 4 * M));
static_assert(check(8, 2 * N + 4 * M));
static_assert(differ(4, 2 * N + 4 * M));
static_assert(differ(1, N + M));
static_assert(check(2, N + M));
static_assert(check(5, 10 - N));
static_assert(differ(10, 10 - N));
static_assert(check(1, N - M + 1));
static_assert(never(N, N + 1));
static_assert(never(N + M, N));
static_assert(never(2 * N, 2 * M + 1));
static_assert(never(3 * N + 1, 3 * M + 2));
static_assert(never(N * M, N* M + 1));

// Names that only begin alike.
constexpr auto H = axis("H"), Height = axis("Height");
static_assert(contradict(H, Height));
static_assert(contradict(H(3), Height(3)));

// Axis for axis.
static_assert(same_extent_rule("add", 0, 64, N(64)).holds);
static_assert(!same_extent_rule("add", 0, 64, N(64)).checks_at_run_time);
static_assert(same_extent_rule("add", 0, N, N).checks_at_run_time);
static_assert(same_extent_rule("add", 0, N, dyn).result == ShapeValue(N));
static_assert(!same_extent_rule("add", 0, N, M).holds);

// One name holds one number, on whatever axis it stands.
static_assert(same_names_rule("add", {N(3), 4}, {3, N(3)}).holds);
static_assert(!same_names_rule("add", {N(3), 4}, {3, N(4)}).holds);
static_assert(!same_names_rule("add", {ExtentValue(6, 2 * N), 4}, {3, N(4)}).holds);
static_assert(!same_names_rule("add", {N(4), 4}, {3, ExtentValue(6, 2 * N)}).holds);
static_assert(same_names_rule("add", {ExtentValue(6, 2 * N), 4}, {3, N(3)}).holds);
static_assert(same_names_rule("add", {N, 4}, {3, N}).holds);

}  // namespace
