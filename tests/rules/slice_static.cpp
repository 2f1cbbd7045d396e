// SPDX-License-Identifier: BSL-1.0
// slice, narrow, select, flip and roll: valid and invalid twins.
#include <shapeproof/rules/flip.hpp>
#include <shapeproof/rules/slice.hpp>

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

constexpr Ruling along(const ShapeValue& from, int axis, const Range& range) {
  SliceRanges all;
  all.names_axis = true;
  all.count = 1;
  all.axis = axis;
  all.ranges[0] = range;
  return slice_rule(from, all);
}
template <class... Ranges>
constexpr Ruling ranges(const ShapeValue& from, const Ranges&... each) {
  SliceRanges all;
  ((all.ranges[all.count++] = each), ...);
  return slice_rule(from, all);
}

static_assert(yes(along({4, 10}, 1, {2, 5}), {4, 3}) && yes(along({4, 10}, -1, {2, 5}), {4, 3}));
static_assert(yes(along({4, 10}, 1, {-3, _}), {4, 3}) && yes(along({4, 10}, 1, {_, -3}), {4, 7}));
static_assert(yes(along({4, 10}, 1, {0, 10}), {4, 10}) && yes(along({4, 10}, 1, {-10, -10}), {4, 0}));
static_assert(yes(along({4, 10}, 1, {3, 3}), {4, 0}) && yes(along({4, 0}, 1, {0, 0}), {4, 0}));
static_assert(no(along({4, 10}, 1, {0, 11})) && no(along({4, 10}, 1, {-11, _})) && no(along({4, 10}, 1, {11, _})));
static_assert(no(along({4, 10}, 1, {5, 3})) && no(along({4, 10}, 1, {-1, -2})) && no(along({4, 10}, 1, {8, -3})));
static_assert(no(along({4, 10}, 2, {0, 1})) && no(along({}, 0, {0, 1})));
static_assert(yes(along({4, 10}, 1, {0, _, 3}), {4, 4}) && yes(along({4, 10}, 1, {0, 9, 3}), {4, 3}));
static_assert(yes(along({4, 10}, 1, {1, _, 100}), {4, 1}) && yes(along({4, 10}, 1, {2, 2, 2}), {4, 0}));
static_assert(no(along({4, 10}, 1, {0, _, 0})) && no(along({4, 10}, 1, {0, _, -1})) && no(along({4}, 0, {0, N})));

// Several axes at once; those without a range stay.
static_assert(yes(ranges({4, 10}, All, Range(1, 3)), {4, 2}) && yes(ranges({4, 10}, Range(1, 3)), {2, 10}));
static_assert(yes(ranges({4, 10}), {4, 10}) && no(ranges({4}, All, All)) && no(ranges({4, 10}, All, Range(1, 11))));

// What is known of a name: that it is at least 1.
static_assert(yes(along({N, 3}, 0, {0, 1}), {1, 3}) && yes(along({N, 3}, 0, {-1, _}), {1, 3}));
static_assert(check(along({N, 3}, 0, {0, 2}), {2, 3}) && check(along({N, 3}, 0, {2, 10}), {8, 3}));
static_assert(check(along({N, 3}, 0, {-3, -1}), {2, 3}) && check(along({N, 3}, 0, {1, -1}), {N - 2, 3}));
static_assert(yes(along({N, 3}, 0, {1, _}), {N - 1, 3}) && check(along({N, 3}, 0, {2, _}), {N - 2, 3}));
static_assert(yes(along({N + 4, 3}, 0, {2, -2}), {N, 3}) && yes(along({2 * N, 3}, 0, {0, 2}), {2, 3}));
static_assert(check(along({N, 3}, 0, {-2, 1}), {3 - N, 3}) && no(along({N + 5, 3}, 0, {-2, 3})));
static_assert(yes(along({N, 3}, 0, {0, _, 2}), {ceil_div(N, 2), 3}));
static_assert(no(along({N, 3}, 0, {3, 2})) && no(along({N, 3}, 0, {-1, -2})) && no(along({N % 3, 3}, 0, {0, 3})));
static_assert(check(along({dyn, 3}, 0, {0, 2}), {2, 3}) && check(along({dyn, 3}, 0, {1, _}), {dyn, 3}));
static_assert(yes(along({N, 3}, 0, {0, _}), {N, 3}) && yes(along({dyn, 3}, 0, All), {dyn, 3}));
// A name stays where the whole axis does, and goes where it does not.
static_assert(yes(along({C(3), 3}, 0, {0, 3}), {C(3), 3}) && yes(along({C(3), 3}, 0, {0, 2}), {2, 3}));

static_assert(yes(narrow_rule({4, 10}, 1, 2, 3), {4, 3}) && yes(narrow_rule({4, 10}, 1, -2, 2), {4, 2}));
static_assert(yes(narrow_rule({4, 10}, 1, 10, 0), {4, 0}) && yes(narrow_rule({4, 10}, -1, 0, 10), {4, 10}));
static_assert(no(narrow_rule({4, 10}, 1, 8, 3)) && no(narrow_rule({4, 10}, 1, -2, 3)) &&
              no(narrow_rule({4, 10}, 1, 11, 0)));
static_assert(no(narrow_rule({4, 10}, 1, -11, 1)) && no(narrow_rule({4, 10}, 1, 0, -1)) &&
              no(narrow_rule({4, 10}, 2, 0, 1)));
static_assert(check(narrow_rule({4, 10}, 1, {}, 10), {4, 10}) && no(narrow_rule({4, 10}, 1, {}, 11)));
static_assert(check(narrow_rule({N, 3}, 0, 1, 2), {2, 3}) && yes(narrow_rule({N + 2, 3}, 0, 1, 2), {2, 3}));
static_assert(check(narrow_rule({N, 3}, 0, -2, 2), {2, 3}) && no(narrow_rule({N, 3}, 0, -2, 3)));
static_assert(check(narrow_rule({N, 3}, 0, {}, 1), {1, 3}) && yes(narrow_rule({C(3), 3}, 0, 0, 3), {C(3), 3}));
static_assert(no(narrow_rule({N % 3, 3}, 0, 1, 2)) && no(narrow_rule({N % 3, 3}, 0, {}, 3)));

static_assert(yes(select_rule({4, 10}, 1, 9), 4) && yes(select_rule({4, 10}, 1, -10), 4) &&
              yes(select_rule({4, 10}, -2, 3), 10));
static_assert(no(select_rule({4, 10}, 1, 10)) && no(select_rule({4, 10}, 1, -11)) && no(select_rule({4, 10}, 2, 0)));
static_assert(yes(select_rule(7, 0, 3), {}) && no(select_rule({}, 0, 0)) && no(select_rule({0, 3}, 0, {})));
static_assert(check(select_rule({4, 10}, 1, {}), 4) && check(select_rule({N, 3}, 0, {}), 3));
static_assert(yes(select_rule({N, 3}, 0, 0), 3) && yes(select_rule({N, 3}, 0, -1), 3) &&
              check(select_rule({N, 3}, 0, 1), 3));
static_assert(check(select_rule({dyn, N}, 0, 0), N) && no(select_rule({N % 3, 3}, 0, 2)));

static_assert(yes(flip_rule({4, N}, {1, {0}}), {4, N}) && yes(flip_rule({4, N}, {2, {-1, 0}}), {4, N}));
static_assert(no(flip_rule({4, N}, {0, {}})) && no(flip_rule({4, N}, {2, {1, -1}})) && no(flip_rule({4, N}, {1, {2}})));
static_assert(yes(roll_rule({4, dyn}, -1), {4, dyn}) && no(roll_rule({4, dyn}, 2)) && no(roll_rule({}, 0)));

}  // namespace
