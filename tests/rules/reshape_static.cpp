// SPDX-License-Identifier: BSL-1.0
// Which elements fill which shape: valid and invalid twins, with numbers, names, dyn and a hole.
#include <string_view>

#include <shapeproof/rules/merge.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), H = axis("H");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling) { return ruling.holds && ruling.checks_at_run_time; }
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

// Whether the refusal ends with this advice.
constexpr bool advises(const ShapeValue& from, const ShapeValue& to, std::string_view advice) {
  Refusal why;
  return no(reshape_rule(from, to, &why)) && std::string_view(why.sentence.c_str()).ends_with(advice);
}

// Numbers.
static_assert(yes(reshape_rule(49152, {16, 3, 32, 32}), {16, 3, 32, 32}));
static_assert(no(reshape_rule(49152, {64, 3, 32, 32})));
static_assert(yes(reshape_rule({2, 6}, {3, 4}), {3, 4}));
static_assert(no(reshape_rule({2, 6}, {3, 5})));
static_assert(yes(reshape_rule({}, 1), 1) && yes(reshape_rule(1, {}), {}) && yes(reshape_rule({}, {}), {}));
static_assert(no(reshape_rule(2, {})));
// The width of a flatten that leaves the batch as it is, where there is a batch.
static_assert(advises({10, 24, 24, 64}, {_, 3136}, " leaves 1728; Shape<_, 36864> would fit"));
static_assert(advises({2, 3}, {_, 5}, " leaves 1") && advises({2, 2, 3}, {2, _, 5}, " leaves 2") &&
              advises({2, 2, 3}, {5, _}, " leaves 2"));
static_assert(yes(reshape_rule(1, {1, 1, 1, 1, 1, 1, 1, 1}), {1, 1, 1, 1, 1, 1, 1, 1}));
static_assert(no(reshape_rule(1, {1, 1, 1, 1, 1, 1, 1, 1, 1})));
static_assert(yes(reshape_rule({N(4), 3}, {6, 2}), {6, 2}));
static_assert(yes(reshape_rule({N(4), 3}, {M(6), 2}), {M(6), 2}));
static_assert(no(reshape_rule(6, {-1, 3})) && no(reshape_rule(6, {-2, -3})));
static_assert(yes(reshape_rule({65536, 65536}, 4294967296), 4294967296));

// Extents of 0.
static_assert(yes(reshape_rule({0, 3}, {7, 0}), {7, 0}));
static_assert(yes(reshape_rule({0, N}, 0), 0));
static_assert(no(reshape_rule({0, 3}, 1)) && no(reshape_rule(1, 0)) && no(reshape_rule({0, 3}, N)));
static_assert(yes(reshape_rule({0, 3}, {_, 3}), {0, 3}));
static_assert(no(reshape_rule(0, {_, 0})) && no(reshape_rule(5, {_, 0})));

// A hole.
static_assert(yes(reshape_rule(49152, {_, 3, 32, 32}), {16, 3, 32, 32}));
static_assert(yes(reshape_rule({4, 6}, {2, _, 3}), {2, 4, 3}));
static_assert(yes(reshape_rule({4, 6}, _), 24));
static_assert(no(reshape_rule(49153, {_, 3, 32, 32})));
static_assert(no(reshape_rule(24, {_, _})) && no(reshape_rule(24, {_, dyn})) && no(reshape_rule(24, {dyn, dyn})));
static_assert(yes(reshape_rule(24, {dyn, 4}), {6, 4}));
static_assert(no(reshape_rule(25, {dyn, 4})));

// Names.
static_assert(yes(reshape_rule({N, 3, 4}, {N, 12}), {N, 12}));
static_assert(yes(reshape_rule({N, T, 512}, {N * T, 512}), {N * T, 512}));
static_assert(yes(reshape_rule({N, 4}, {2 * N, 2}), {2 * N, 2}));
static_assert(yes(reshape_rule({2 * N, M}, {N, 2 * M}), {N, 2 * M}));
static_assert(yes(reshape_rule({N + M, 3}, {3, M + N}), {3, M + N}));
static_assert(no(reshape_rule({N, 3}, {N, 4})) && no(reshape_rule({N, 3}, {2 * N, 3})));
static_assert(no(reshape_rule({N, 3}, {M, 3})) && no(reshape_rule({N, N}, {2, N})));
static_assert(check(reshape_rule({N, 3}, {5, 3})) && no(reshape_rule({N, 3}, {5, 2})));
static_assert(check(reshape_rule({N, 4}, {2, 6})) && no(reshape_rule({N, 4}, {2, 5})));
static_assert(no(reshape_rule({N, 3}, 0)));

// A name that is worked out.
static_assert(yes(reshape_rule(48, {N, 3}), {N(16), 3}));
static_assert(yes(reshape_rule(48, {2 * N, 3}), {ExtentValue(16, 2 * N), 3}));
static_assert(yes(reshape_rule(27, {2 * N + 1, 3}), {ExtentValue(9, 2 * N + 1), 3}));
static_assert(no(reshape_rule(49, {N, 3})) && no(reshape_rule(49, {2 * N, 7})) && no(reshape_rule(48, {N, M})));
static_assert(check(reshape_rule(dyn, {N, 3})));

// A hole among names.
static_assert(yes(reshape_rule({N, 3, 32}, {N, _}), {N, 96}));
static_assert(yes(reshape_rule({N, 3, 32}, {_, 32}), {3 * N, 32}));
static_assert(yes(reshape_rule({N, 512}, {N, _, 64}), {N, 8, 64}));
static_assert(yes(reshape_rule({N, H * 64}, {N, H, _}), {N, H, 64}));
static_assert(yes(reshape_rule({N + 1, M}, {_, M}), {N + 1, M}));
static_assert(no(reshape_rule({N, 3}, {_, 2})) && no(reshape_rule({N, 3}, {M, _})));

// dyn.
static_assert(check(reshape_rule({dyn, 3}, {_, 3})) && check(reshape_rule({dyn, 3}, {dyn, 3})));
static_assert(reshape_rule({dyn, 3}, {_, 6}).result == ShapeValue{dyn, 6});
static_assert(check(reshape_rule({dyn, 3}, {5, 3})) && check(reshape_rule({N, dyn}, {N, 7})));
static_assert(check(reshape_rule(12, {dyn, dyn}, nullptr, Values::follow)));

// At run time: numbers beside the names.
constexpr ExtentValue five(5, N);
static_assert(yes(reshape_rule({five, 6}, {N, 2, 3}), {five, 2, 3}));
static_assert(yes(reshape_rule({five, 6}, {2 * N, 3}), {ExtentValue(10, 2 * N), 3}));
static_assert(yes(reshape_rule({five, 6}, {_, N}), {6, five}));
static_assert(yes(reshape_rule({five, 6}, {M, 3}), {M(10), 3}));
static_assert(yes(reshape_rule(ExtentValue(10, 2 * N), {N, 2}), {five, 2}));
static_assert(no(reshape_rule({five, 6}, {N(4), 6})) && no(reshape_rule({five, 6}, {6, 6})));
static_assert(no(reshape_rule({five, 6}, {N, 7})));

// merge and flatten.
constexpr Ruling merge(const ShapeValue& from, int first, int last) { return merge_rule("merge", from, first, last); }
static_assert(yes(merge({2, 3, 4}, 1, 2), {2, 12}) && yes(merge({2, 3, 4}, 0, 2), 24));
static_assert(yes(merge({2, 3, 4}, 1, 1), {2, 3, 4}) && yes(merge({N, 3}, 0, 0), {N, 3}));
static_assert(yes(merge({2, 3, 4}, -2, -1), {2, 12}) && yes(merge({2, 3, 4}, -3, 1), {6, 4}));
static_assert(yes(merge({N, T, 512}, 0, 1), {N * T, 512}) && yes(merge({N, T, 512}, 1, 2), {N, 512 * T}));
static_assert(yes(merge({dyn, T, 512}, 0, 1), {dyn, 512}) && yes(merge({N, 0, dyn}, 0, 2), 0));
static_assert(yes(merge({N(2), M(3)}, 0, 1), 6));
static_assert(no(merge({2, 3, 4}, 2, 1)) && no(merge({2, 3, 4}, 0, 3)) && no(merge({2, 3, 4}, -4, 1)));
static_assert(no(merge({}, 0, 0)) && no(merge({0, 2000000000, 2000000000, 2000000000}, 1, 3)));
static_assert(yes(flatten_rule({2, 3, 4}, 0, -1), 24) && yes(flatten_rule({2, 3, 4}, 1, -1), {2, 12}));
static_assert(yes(flatten_rule({}, 0, -1), 1) && no(flatten_rule({}, 1, -1)) && no(flatten_rule({}, 0, 0)));
static_assert(yes(flatten_rule({N, 3, 4}, 1, 2), {N, 12}) && yes(flatten_rule({N, M}, 0, -1), N* M));

// split.
static_assert(yes(split_rule({2, 512}, 1, {8, 64}), {2, 8, 64}));
static_assert(yes(split_rule({2, 512}, -1, {8, _}), {2, 8, 64}) && yes(split_rule({6, 5}, 0, {2, 3}), {2, 3, 5}));
static_assert(yes(split_rule({2, 512}, 1, 512), {2, 512}) && yes(split_rule({N, 512}, 1, {_, 64}), {N, 8, 64}));
static_assert(yes(split_rule({7, H * 64}, 1, {H, 64}), {7, H, 64}) &&
              yes(split_rule({7, H * 64}, 1, {_, 64}), {7, H, 64}));
static_assert(yes(split_rule({N, 5}, 0, {N, 1}), {N, 1, 5}));
static_assert(check(split_rule({dyn, 5}, 0, {2, 3})) && check(split_rule({N, 5}, 0, {2, 3})));
static_assert(check(split_rule({dyn, 5}, 0, {_, 3})));
static_assert(no(split_rule({2, 512}, 1, {8, 63})) && no(split_rule({2, 512}, 2, {8, 64})));
static_assert(no(split_rule({2, 512}, 1, {_, 60})) && no(split_rule({7, H * 64}, 1, {_, 48})));
static_assert(no(split_rule({1, 1, 1, 1, 1, 1, 1, 6}, 7, {2, 3})));
static_assert(yes(split_rule({1, 1, 1, 1, 1, 1, 6}, 6, {2, 3}), {1, 1, 1, 1, 1, 1, 2, 3}));

}  // namespace
