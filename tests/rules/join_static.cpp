// SPDX-License-Identifier: BSL-1.0
// concat, stack, pad, tile, and the parts of an axis: valid and invalid twins.
#include <shapeproof/rules/join.hpp>
#include <shapeproof/rules/pad.hpp>
#include <shapeproof/rules/parts.hpp>
#include <shapeproof/rules/tile.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), H = axis("H"), C = axis("C");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

template <class... Others>
constexpr Ruling concat(int axis, const ShapeValue& first, const Others&... others) {
  const ShapeValue* shapes[] = {&first, &others...};
  return concat_rule(axis, {shapes, 1 + static_cast<int>(sizeof...(Others))});
}
template <class... Others>
constexpr Ruling stack(int axis, const ShapeValue& first, const Others&... others) {
  const ShapeValue* shapes[] = {&first, &others...};
  return stack_rule(axis, {shapes, 1 + static_cast<int>(sizeof...(Others))});
}
constexpr ShapeValue shape(const ExtentValue& a, const ExtentValue& b) { return {a, b}; }

static_assert(yes(concat(0, shape(2, 3), shape(4, 3)), {6, 3}) && yes(concat(-1, shape(2, 3), shape(2, 0)), {2, 3}));
static_assert(yes(concat(1, shape(2, 3), shape(2, 4), shape(2, 5)), {2, 12}) && yes(concat(0, shape(2, 3)), {2, 3}));
static_assert(no(concat(0, shape(2, 3), shape(2, 4))) && no(concat(2, shape(2, 3), shape(2, 3))));
static_assert(no(concat(0, shape(2, 3), ShapeValue(3))) && no(concat(0, ShapeValue())) && no(concat_rule(0, {})));
static_assert(check(concat(0, shape(N, 3), shape(M, 3)), {N + M, 3}) &&
              check(concat(0, shape(N, 3), shape(N, 3)), {2 * N, 3}));
// Where nothing is left to compare.
static_assert(yes(concat(0, shape(N, 3), shape(2, 3)), {N + 2, 3}) &&
              yes(concat(0, shape(C(3), 3), shape(2, 3)), {5, 3}));
static_assert(check(concat(0, shape(dyn, 3), shape(N, 3)), {dyn, 3}) &&
              check(concat(1, shape(N, 3), shape(dyn, 3)), {N, 6}));
static_assert(check(concat(1, shape(N, 3), shape(5, 3)), {5, 6}) &&
              check(concat(1, shape(dyn, 3), shape(N, 3)), {N, 6}));
static_assert(no(concat(1, shape(N, 3), shape(M, 3))) && no(concat(1, shape(N, 3), shape(N + 1, 3))));
static_assert(no(concat(0, shape(N(2), 3), shape(N(4), 3))) && no(concat(1, shape(N(2), 3), shape(N(4), 3))));

static_assert(yes(stack(0, shape(2, 3), shape(2, 3)), {2, 2, 3}) &&
              yes(stack(-1, shape(2, 3), shape(2, 3), shape(2, 3)), {2, 3, 3}));
static_assert(yes(stack(0, ShapeValue(), ShapeValue()), 2) && yes(stack(1, shape(N, 3)), {N, 1, 3}));
static_assert(check(stack(2, shape(N, 3), shape(N, dyn)), {N, 3, 2}) &&
              check(stack(1, shape(dyn, 3), shape(4, 3)), {4, 2, 3}));
static_assert(no(stack(3, shape(2, 3), shape(2, 3))) && no(stack(0, shape(2, 3), shape(2, 4))) &&
              no(stack_rule(0, {})));
static_assert(no(stack(0, shape(N, 3), shape(M, 3))) && no(stack(0, shape(2, 3), ShapeValue(3))));
static_assert(no(stack(0, ShapeValue{1, 1, 1, 1, 1, 1, 1, 1})) && no(stack(0, shape(N(2), dyn), shape(dyn, N(3)))));

constexpr Ruling pad_axis(PadMode padding, const ShapeValue& from, int axis, const Sides& sides) {
  PadSides all;
  all.names_axis = true;
  all.count = 1;
  all.axis = axis;
  all.sides[0] = sides;
  return pad_rule(padding, from, all);
}
static_assert(yes(pad_axis(PadMode::constant, {2, 3}, 1, {2, 4}), {2, 9}) &&
              yes(pad_axis(PadMode::constant, {N, 3}, -2, Sides(1)), {N + 2, 3}));
static_assert(yes(pad_axis(PadMode::constant, {0, 3}, 0, Sides(1)), {2, 3}) &&
              yes(pad_axis(PadMode::constant, {dyn, 3}, 0, Sides(1)), {dyn, 3}));
static_assert(yes(pad_axis(PadMode::constant, {C(3), 3}, 0, {}), {C(3), 3}) &&
              yes(pad_axis(PadMode::constant, {C(3), 3}, 0, {0, 1}), {4, 3}));
static_assert(no(pad_axis(PadMode::constant, {2, 3}, 2, Sides(1))) &&
              no(pad_axis(PadMode::constant, {2, 3}, 1, {-1, 1})));
static_assert(yes(pad_axis(PadMode::reflect, {2, 3}, 1, Sides(2)), {2, 7}) &&
              no(pad_axis(PadMode::reflect, {2, 3}, 1, {0, 3})));
static_assert(check(pad_axis(PadMode::reflect, {N, 3}, 0, Sides(2)), {N + 4, 3}) &&
              yes(pad_axis(PadMode::reflect, {N, 3}, 0, {}), {N, 3}));
static_assert(yes(pad_axis(PadMode::circular, {2, 3}, 1, Sides(3)), {2, 9}) &&
              no(pad_axis(PadMode::circular, {2, 3}, 1, {4, 0})));
static_assert(yes(pad_axis(PadMode::replicate, {2, 3}, 1, Sides(30)), {2, 63}) &&
              no(pad_axis(PadMode::replicate, {2, 0}, 1, {1, 0})));
static_assert(yes(pad_axis(PadMode::replicate, {N, 3}, 0, Sides(3)), {N + 6, 3}) &&
              check(pad_axis(PadMode::replicate, {dyn, 3}, 0, Sides(3)), {dyn, 3}));
static_assert(yes(pad_axis(PadMode::reflect, {2, 0}, 1, {}), {2, 0}) &&
              no(pad_axis(PadMode::reflect, {2, 0}, 1, {1, 0})));

static_assert(yes(tile_rule({2, 3}, {2, {2, 3}}), {4, 9}) && yes(tile_rule({2, 3}, {1, {2}}), {2, 6}) &&
              yes(tile_rule({2, 3}, {0, {}}), {2, 3}));
static_assert(yes(tile_rule({N, C(3)}, {3, {2, 3, 1}}), {2, 3 * N, C(3)}) && yes(tile_rule({2, 3}, {1, {0}}), {2, 0}));
static_assert(no(tile_rule({2, 3}, {1, {-1}})) && no(tile_rule({2, 3}, {9, {1, 1, 1, 1, 1, 1, 1, 1}})));
static_assert(yes(repeat_interleave_rule({2, N}, 1, 3), {2, 3 * N}) &&
              yes(repeat_interleave_rule({2, C(3)}, -1, 1), {2, C(3)}));
static_assert(no(repeat_interleave_rule({2, N}, 2, 3)) && no(repeat_interleave_rule({2, N}, 1, -1)));

template <class... Sizes>
constexpr Ruling part(const ShapeValue& from, int axis, int place, const Sizes&... sizes) {
  const ExtentValue all[] = {sizes...};
  return split_with_sizes_rule(from, axis, {all, static_cast<int>(sizeof...(Sizes))}, place);
}
static_assert(yes(part({2, 5}, 1, 0, 2, 3), {2, 2}) && yes(part({2, 5}, -1, 1, 2, _), {2, 3}) &&
              yes(part({2, 5}, 1, 1, 5, _), {2, 0}));
static_assert(no(part({2, 5}, 1, 0, 2, 2)) && no(part({2, 5}, 1, 0, 6, _)) && no(part({2, 5}, 1, 0, _, _)) &&
              no(part({2, 5}, 2, 0, 5)));
static_assert(check(part({2, 3 * H}, 1, 0, H, H, H), {2, H}) && check(part({2, 3 * H}, 1, 1, H, _), {2, 2 * H}));
static_assert(check(part({N, 5}, 0, 1, 2, _), {N - 2, 5}) && check(part({N, 5}, 0, 0, 2, 3), {2, 5}) &&
              no(part({N, 5}, 0, 0, M, _)));
static_assert(check(part({dyn, 5}, 0, 1, 2, _), {dyn, 5}) && no(part({2 * N, 5}, 0, 0, N, N + 1)) &&
              no(part({2, 5}, 1, 0, -1, _)));

static_assert(yes(chunk_rule({2, 6}, 1, 3), {2, 2}) && yes(chunk_rule({2, 0}, 1, 3), {2, 0}) &&
              yes(chunk_rule({2, C(6)}, 1, 1), {2, C(6)}));
static_assert(no(chunk_rule({2, 6}, 1, 4)) && no(chunk_rule({2, 6}, 1, 0)) && no(chunk_rule({2, 6}, 2, 1)) &&
              no(chunk_rule({2 * N + 1, 3}, 0, 2)));
static_assert(yes(chunk_rule({2 * N, 3}, 0, 2), {N, 3}) && check(chunk_rule({N, 3}, 0, 2), {N / 2, 3}) &&
              check(chunk_rule({dyn, 3}, 0, 2), {dyn, 3}));

static_assert(yes(unbind_rule({2, 5}, 0, -1), 5) && yes(unbind_rule({2, 5}, -1, 5), 2) &&
              no(unbind_rule({2, 5}, 0, 3)));
static_assert(no(unbind_rule({N, 5}, 0, -1)) && check(unbind_rule({N, 5}, 0, 3), 5) &&
              check(unbind_rule({dyn, 5}, 0, 3), 5) && no(unbind_rule({2}, 1, -1)));

}  // namespace
