// SPDX-License-Identifier: BSL-1.0
// What goes together: broadcasting, element-wise operations, matrix products.
#include <shapeproof/rules/contract.hpp>
#include <shapeproof/rules/elementwise.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), T = axis("T");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

// broadcast_to: nothing but an extent of 1 is repeated, axes come in front only.
static_assert(yes(broadcast_rule(3, {2, 3}), {2, 3}) && yes(broadcast_rule({2, 1}, {2, 3}), {2, 3}));
static_assert(yes(broadcast_rule({}, {2, 3}), {2, 3}) && yes(broadcast_rule({}, {}), {}));
static_assert(yes(broadcast_rule({2, 3}, {2, 3}), {2, 3}) && yes(broadcast_rule(1, 0), 0) &&
              yes(broadcast_rule(0, 0), 0));
static_assert(no(broadcast_rule(3, {3, 2})) && no(broadcast_rule({2, 3}, 3)) && no(broadcast_rule(0, 1)) &&
              no(broadcast_rule(2, 4)));
static_assert(no(broadcast_rule({1, 2}, 2)) && no(broadcast_rule(3, {-1, 3})));
static_assert(check(broadcast_rule(N, {2, N}), {2, N}) && check(broadcast_rule(N, {2, 5}), {2, 5}));
static_assert(check(broadcast_rule({N, 1}, {N, 5}), {N, 5}) && no(broadcast_rule(3, {N, 3})) &&
              no(broadcast_rule(N, M)));
static_assert(no(broadcast_rule(3, {dyn, 3})) && check(broadcast_rule({dyn, 3}, {4, 3}), {4, 3}));
static_assert(yes(broadcast_rule(1, {1, 1, 1, 1, 1, 1, 1, 8}), {1, 1, 1, 1, 1, 1, 1, 8}));
static_assert(yes(broadcast_rule({4, 1}, {_, 3}), {4, 3}) || check(broadcast_rule({4, 1}, {_, 3}), {4, 3}));

// Element-wise: equal shapes, the better-known side is kept.
constexpr Ruling add(const ShapeValue& left, const ShapeValue& right) { return elementwise_rule("add", left, right); }
static_assert(yes(add({2, 3}, {2, 3}), {2, 3}) && yes(add({}, {}), {}) && yes(add({0, 3}, {0, 3}), {0, 3}));
static_assert(no(add({2, 3}, {4, 3})) && no(add({2, 3}, {2, 1})) && no(add({8, 1}, 8)) && no(add({}, 1)) &&
              no(add({0, 3}, {1, 3})));
static_assert(yes(add({64, 3}, {N(64), 3}), {N(64), 3}) && yes(add({N(64), 3}, {64, 3}), {N(64), 3}));
static_assert(check(add({N, 3}, {N, 3}), {N, 3}) && check(add({N, dyn}, {dyn, 3}), {N, 3}));
static_assert(check(add({dyn, M}, {N, dyn}), {N, M}) && check(add({64, dyn}, {N, M}), {64, M}));
static_assert(no(add({N, 3}, {M, 3})) && no(add(N, 2 * N)) && no(add(2 * N, N + M)) && no(add(2 * N, 7)));
static_assert(check(add({N + M, 3}, {M + N, 3}), {N + M, 3}) && check(add(2 * N, 8), 8));
static_assert(no(add({N(3), dyn}, {dyn, N(4)})) && check(add({N(3), dyn}, {dyn, N(3)}), {N(3), N(3)}));
static_assert(yes(add({1, 2, 3, 4, 5, 6, 7, 8}, {1, 2, 3, 4, 5, 6, 7, 8}), {1, 2, 3, 4, 5, 6, 7, 8}));
// At run time: the same name holds the same number.
static_assert(add({ExtentValue(5, N), 3}, {ExtentValue(5, N), 3}).holds);
static_assert(no(add({ExtentValue(5, N), 3}, {ExtentValue(6, N), 3})));
static_assert(no(add({ExtentValue(5, N), 6}, {5, ExtentValue(6, N)})));

static_assert(same_element_rule("add", ElementType::float32, ElementType::float32).holds);
static_assert(no(same_element_rule("add", ElementType::float32, ElementType::float64)));
static_assert(no(same_element_rule("add", ElementType::int8, ElementType::uint8)));
static_assert(scalar_rule("add", ElementType::float16, true, false).holds &&
              scalar_rule("add", ElementType::int32, false, false).holds);
static_assert(scalar_rule("add", ElementType::complex64, true, false).holds &&
              no(scalar_rule("add", ElementType::int32, true, false)));
static_assert(no(scalar_rule("add", ElementType::boolean, true, false)));
static_assert(scalar_rule("add", ElementType::complex128, true, true).holds);
static_assert(no(scalar_rule("add", ElementType::float32, true, true)));
static_assert(scalar_rule("add", ElementType::complex128, true, true).holds);
static_assert(no(scalar_rule("add", ElementType::float32, true, true)));
static_assert(arithmetic_rule("div", true, ElementType::float16).holds &&
              arithmetic_rule("mul", false, ElementType::int8).holds);
static_assert(no(arithmetic_rule("add", false, ElementType::boolean)) &&
              no(arithmetic_rule("div", true, ElementType::uint64)));
static_assert(arithmetic_rule("div", true, ElementType::complex128).holds &&
              no(arithmetic_rule("div", true, ElementType::boolean)));

// matmul.
static_assert(yes(matmul_rule({2, 3}, {3, 5}), {2, 5}) && yes(matmul_rule({8, 2, 3}, {8, 3, 5}), {8, 2, 5}));
static_assert(yes(matmul_rule({2, 0}, {0, 5}), {2, 5}) && yes(matmul_rule({0, 3}, {3, 0}), {0, 0}));
static_assert(no(matmul_rule({2, 3}, {4, 5})) && no(matmul_rule({}, {})) && no(matmul_rule({}, {3, 5})) &&
              no(matmul_rule({2, 3}, {})));
static_assert(no(matmul_rule({8, 2, 3}, {9, 3, 5})) && no(matmul_rule({1, 2, 3}, {9, 3, 5})));
// Vectors are rows on the left and columns on the right.
static_assert(yes(matmul_rule(3, {3, 5}), 5) && yes(matmul_rule({2, 3}, 3), 2) && yes(matmul_rule(3, 3), {}) &&
              no(matmul_rule(2, {3, 5})) && no(matmul_rule({2, 3}, 2)) && no(matmul_rule(3, 2)));
static_assert(yes(matmul_rule({N, T, 3}, 3), {N, T}) && yes(matmul_rule(3, {N, 3, M}), {N, M}) &&
              check(matmul_rule(T, {N, T, M}), {N, M}));
// One matrix meets a batch; two batches are the same.
static_assert(yes(matmul_rule({8, 2, 3}, {3, 5}), {8, 2, 5}) && yes(matmul_rule({2, 3}, {7, 8, 3, 5}), {7, 8, 2, 5}) &&
              yes(matmul_rule({N, T, 3}, {3, M}), {N, T, M}));
static_assert(no(matmul_rule({8, 2, 3}, {4, 5})) && no(matmul_rule({7, 8, 2, 3}, {8, 3, 5})) &&
              no(matmul_rule({8, 2, 3}, {7, 8, 3, 5})));
static_assert(no(matmul_rule({N(2), 3, 4}, {4, N(5)})));

// dot and outer, of vectors only.
static_assert(yes(dot_rule(3, 3), {}) && no(dot_rule(3, 4)) && no(dot_rule({1, 3}, 3)) && no(dot_rule(3, {})) &&
              check(dot_rule(N, 3), {}) && no(dot_rule(N, M)) && check(dot_rule(N, N), {}));
static_assert(yes(outer_rule(2, 3), {2, 3}) && yes(outer_rule(N, 2 * M), {N, 2 * M}) && no(outer_rule({2, 1}, 3)) &&
              no(outer_rule(2, {})) && no(outer_rule(N(2), N(3))) &&
              no(outer_rule(ExtentValue(5, N), ExtentValue(6, N))));

// More of matmul.
static_assert(yes(matmul_rule({N, 784}, {784, 10}), {N, 10}) && check(matmul_rule({N, M}, {M, 10}), {N, 10}));
static_assert(yes(matmul_rule({N, 3}, {3, M}), {N, M}) && yes(matmul_rule({dyn, 3}, {3, 2 * M}), {dyn, 2 * M}));
static_assert(check(matmul_rule({2, dyn}, {3, 5}), {2, 5}) && check(matmul_rule({2, N}, {3, 5}), {2, 5}));
static_assert(check(matmul_rule({N, 2, T}, {N, T, 5}), {N, 2, 5}) &&
              check(matmul_rule({N, 2, 3}, {64, 3, 5}), {64, 2, 5}));
static_assert(no(matmul_rule({2, N}, {M, 5})) && no(matmul_rule({2, N}, {2 * N, 5})) &&
              no(matmul_rule({2, 2 * N}, {N + M, 5})));
static_assert(no(matmul_rule({2, N(32)}, {M(32), 5})) && yes(matmul_rule({2, N(32)}, {32, 5}), {2, 5}));
static_assert(no(matmul_rule({N(2), 3}, {3, N(4)})) && yes(matmul_rule({N(2), 3}, {3, N(2)}), {N(2), N(2)}));
static_assert(no(matmul_rule({2000000000, 2000000000, 1}, {2000000000, 1, 2000000000})));
static_assert(no(matmul_rule({ExtentValue(5, N), 3}, {3, ExtentValue(6, N)})));

}  // namespace
