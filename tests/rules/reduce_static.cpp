// SPDX-License-Identifier: BSL-1.0
// Reductions, operations along an axis, and the elements they take: valid and invalid twins.
#include <shapeproof/rules/reduce.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), C = axis("C"), H = axis("H");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

template <class... Axis>
constexpr AxisSet axes(Axis... axis) {
  AxisSet set;
  (set.push_back(axis), ...);
  return set;
}

constexpr Reduction sum{"sum"}, max{"max", false}, argmax{"argmax", false, true};

constexpr Ruling reduce(const Reduction& reduction, const ShapeValue& from, const AxisSet& set, bool keeps = false) {
  return reduce_rule(reduction, from, from, set, keeps);
}

// Axes go, or stay with extent 1.
static_assert(yes(reduce(sum, {2, 3, 4}, axes(1)), {2, 4}) && yes(reduce(sum, {2, 3, 4}, axes(-1)), {2, 3}));
static_assert(yes(reduce(sum, {2, 3, 4}, axes(0, 2)), 3) && yes(reduce(sum, {2, 3, 4}, axes(2, 0)), 3));
static_assert(yes(reduce(sum, {2, 3, 4}, axes()), {}) && yes(reduce(sum, {2, 3, 4}, axes(0, 1, 2)), {}));
static_assert(yes(reduce(sum, {2, 3, 4}, axes(1), true), {2, 1, 4}));
static_assert(yes(reduce(sum, {2, 3, 4}, axes(), true), {1, 1, 1}) && yes(reduce(sum, {}, axes()), {}));
// Names are carried, or go with their axis.
static_assert(yes(reduce(sum, {N, C(3), 2 * H}, axes(1)), {N, 2 * H}) && yes(reduce(sum, {N, N* C}, axes(0)), N* C));
static_assert(yes(reduce(sum, {N, dyn}, axes(0)), dyn) && yes(reduce(sum, {N, dyn}, axes(0), true), {1, dyn}));
// Axes exist, and are named once.
static_assert(no(reduce(sum, {2, 3}, axes(2))) && no(reduce(sum, {2, 3}, axes(-3))) && no(reduce(sum, {}, axes(0))));
static_assert(no(reduce(sum, {2, 3}, axes(1, 1))) && no(reduce(sum, {2, 3}, axes(1, -1))));
static_assert(no(reduce(sum, {2, 3}, axes(0, 1, 2))) &&
              no(reduce(sum, {1, 1, 1, 1, 1, 1, 1, 1}, axes(0, 1, 2, 3, 4, 5, 6, 7, 0))));

// Nothing adds up to something, but has no largest element.
static_assert(yes(reduce(sum, {2, 0}, axes(1)), 2) && no(reduce(max, {2, 0}, axes(1))));
static_assert(yes(reduce(max, {2, 0}, axes(0)), 0) && no(reduce(max, {2, 0}, axes())));
static_assert(yes(reduce(max, {N, 3}, axes(0)), 3) && yes(reduce(max, {2 * N, 3}, axes(0)), 3));
static_assert(check(reduce(max, {dyn, 3}, axes(0)), 3) && yes(reduce(max, {dyn, 3}, axes(1)), dyn));
static_assert(check(reduce(max, {N - 1, 3}, axes(0)), 3) && yes(reduce(max, {N + 1, 3}, axes(0)), 3));
// An operand of no element whose result would have too many.
static_assert(no(reduce(sum, {4000000000, 4000000000, 4000000000, 0}, axes(3))));

// A place is one axis', or all elements', and there is something to choose.
static_assert(yes(reduce(argmax, {2, 3}, axes(1)), 2) && yes(reduce(argmax, {2, 3}, axes()), {}));
static_assert(no(reduce(argmax, {2, 3}, axes(0, 1))) && no(reduce(argmax, {2, 1}, axes(1))));
static_assert(no(reduce(argmax, {2, C(1)}, axes(1))) && no(reduce(argmax, {1, 1}, axes())));
static_assert(no(reduce(argmax, {}, axes())) && no(reduce(argmax, {2, 0}, axes(1))));
static_assert(yes(reduce(argmax, {1, 3}, axes()), {}) && yes(reduce(argmax, {N, 1}, axes()), {}));
static_assert(yes(reduce(argmax, {N, 3}, axes(0)), 3) && check(reduce(argmax, {dyn, 3}, axes(0)), 3));
// What the type leaves open may be 1 at run time.
static_assert(yes(reduce_rule(argmax, {ExtentValue(1, N), 3}, {N, 3}, axes(0), false), 3));
static_assert(yes(reduce_rule(argmax, {1, 3}, {dyn, 3}, axes(0), false), 3));
static_assert(no(reduce_rule(argmax, {0, 3}, {dyn, 3}, axes(0), false)));

static_assert(yes(along_rule("softmax", {N, 3}, 1), {N, 3}) && yes(along_rule("softmax", {N, 3}, -2), {N, 3}));
static_assert(no(along_rule("softmax", {N, 3}, 2)) && no(along_rule("softmax", {}, 0)));

constexpr bool takes(Wanted wanted, ElementType type) { return wanted_rule("sum", wanted, type).holds; }
static_assert(takes(Wanted::any, ElementType::boolean) && takes(Wanted::any, ElementType::complex64));
static_assert(!takes(Wanted::numbers, ElementType::boolean) && takes(Wanted::numbers, ElementType::uint8));
static_assert(takes(Wanted::ordered, ElementType::boolean) && !takes(Wanted::ordered, ElementType::complex64));
static_assert(!takes(Wanted::fractions, ElementType::int64) && !takes(Wanted::fractions, ElementType::boolean));
static_assert(takes(Wanted::fractions, ElementType::complex128) && takes(Wanted::fractions, ElementType::float16));
static_assert(!takes(Wanted::reals, ElementType::complex128) && !takes(Wanted::reals, ElementType::int32));
static_assert(takes(Wanted::reals, ElementType::float64));

}  // namespace
