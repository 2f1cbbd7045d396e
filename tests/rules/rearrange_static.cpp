// SPDX-License-Identifier: BSL-1.0
// Patterns of axes: what they say, what comes of them and a shape, and what is none.
#include <shapeproof/rules/reduce_pattern.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), H = axis("H"), M = axis("M");

constexpr GivenExtent given(const char* axis, const ExtentValue& extent) { return {detail::Name::of(axis), extent}; }

constexpr int size_of(const char* text) {
  int size = 0;
  while (text[size] != '\0') ++size;
  return size;
}

template <class... Given>
constexpr Ruling ask(Rewriting rewriting, const char* text, const ShapeValue& from, const Given&... all) {
  const GivenExtent items[] = {all..., GivenExtent{}};
  const Pattern pattern = read_pattern(rewriting, text, size_of(text));
  return rearrange_rule(pattern, {items, sizeof...(Given)}, from);
}
template <class... Given>
constexpr Ruling rearrange(const char* text, const ShapeValue& from, const Given&... all) {
  return ask(Rewriting::rearrange, text, from, all...);
}
template <class... Given>
constexpr Ruling reduce(const char* text, const ShapeValue& from, const Given&... all) {
  return ask(Rewriting::reduce, text, from, all...);
}
template <class... Given>
constexpr Ruling repeat(const char* text, const ShapeValue& from, const Given&... all) {
  return ask(Rewriting::repeat, text, from, all...);
}
constexpr bool reads(const char* text, Rewriting rewriting = Rewriting::rearrange) {
  return read_pattern(rewriting, text, size_of(text)).holds;
}

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

// What is a pattern.
static_assert(reads("a b->b a") && reads("  a   b  ->  b a ") && reads("->") && reads(" -> 1") && reads("()->"));
static_assert(reads("a_b c1 -> c1 a_b") && reads("A a -> a A") && reads("... -> ...") && reads("a ... -> (... a)"));
static_assert(reads("(a)(b)->(b a)") && reads("a 1 () -> () 1 a") && reads("a(b c)d -> a b c d"));
static_assert(reads("a b c d e f g h -> h g f e d c b a") && !reads("a b c d e f g h i -> i h g f e d c b a"));
static_assert(reads("a ... b c d e f g h -> ... a b c d e f g h"));
// What is none.
static_assert(!reads("") && !reads("a b") && !reads("a -> b -> c") && !reads("a -> a ->") && !reads("a - > a"));
static_assert(!reads("(a b -> a b") && !reads("a b) -> a b") && !reads("((a) b) -> a b") && !reads("a -> (a"));
static_assert(!reads("a a -> a") && !reads("a -> a a") && !reads("... ... -> ...") && !reads("... -> ... ..."));
static_assert(!reads("a .. -> a ..") && !reads("a .... -> a ....") && !reads("(...) -> ...") && !reads("a -> a ..."));
static_assert(!reads("_a -> _a") && !reads("a_ -> a_") && !reads("2a -> 2a") && !reads("a, b -> b, a"));
static_assert(!reads("a -> a\n") && !reads("\xC3\xA4 -> a") && !reads("a 0 -> a 0") && !reads("99999999999 -> a"));
// What may stand on one side only.
static_assert(!reads("a b -> a") && !reads("a -> a b") && !reads("a 2 -> a") && !reads("a -> a 2") &&
              !reads("a ... -> a"));
static_assert(reads("a b -> a", Rewriting::reduce) && !reads("a -> a b", Rewriting::reduce) &&
              reads("a 2 -> a", Rewriting::reduce) && !reads("a -> a 2", Rewriting::reduce) &&
              reads("a ... -> a", Rewriting::reduce) && !reads("a -> a ...", Rewriting::reduce));
static_assert(!reads("a b -> a", Rewriting::repeat) && reads("a -> a b", Rewriting::repeat) &&
              !reads("a 2 -> a", Rewriting::repeat) && reads("a -> a 2", Rewriting::repeat) &&
              !reads("a ... -> a", Rewriting::repeat) && !reads("a -> a ...", Rewriting::repeat));

// Nothing is read beyond the size that is said.
static_assert(read_pattern(Rewriting::rearrange, "a -> a b", 6).holds);
static_assert(!read_pattern(Rewriting::rearrange, "a -> a", 3).holds);

// Axes move.
static_assert(yes(rearrange("a b c -> c a b", {2, 3, 4}), {4, 2, 3}) && yes(rearrange("->", {}), {}));
static_assert(yes(rearrange("n c h w -> n h w c", {N, 3, H, 5}), {N, H, 5, 3}));
static_assert(yes(rearrange("a b -> b a", {N(2), dyn}), {dyn, N(2)}));
static_assert(no(rearrange("a b -> b a", 2)) && no(rearrange("a b -> b a", {2, 3, 4})) && no(rearrange("->", 1)));
// And are put together.
static_assert(yes(rearrange("a b c -> (a b) c", {2, 3, 4}), {6, 4}) &&
              yes(rearrange("a b c -> (c a b)", {2, 3, 4}), 24));
static_assert(yes(rearrange("a b c -> b (c a)", {N, T, 4}), {T, 4 * N}));
static_assert(yes(rearrange("a b -> (a b)", {dyn, 4}), dyn) && yes(rearrange("a b -> (a) (b)", {N(2), M}), {N(2), M}));
// 1 and () are axes of extent 1.
static_assert(yes(rearrange("a 1 -> a", {2, 1}), 2) && yes(rearrange("a -> 1 a ()", 2), {1, 2, 1}));
static_assert(no(rearrange("a 1 -> a", {2, 3})) && check(rearrange("a () -> a", {2, N}), 2) &&
              yes(rearrange("(1) -> ", 1), {}));
// Or taken apart.
static_assert(yes(rearrange("(a b) -> b a", 12, given("a", 3)), {4, 3}));
static_assert(yes(rearrange("(a b) -> b a", 12, given("b", 3)), {3, 4}));
static_assert(yes(rearrange("(a b) -> b a", 12, given("a", 3), given("b", 4)), {4, 3}));
static_assert(yes(rearrange("(a 1 b) -> b a", 12, given("a", 12)), {1, 12}) &&
              yes(rearrange("(a) -> a", N(12)), N(12)));
static_assert(no(rearrange("(a b) -> b a", 12, given("a", 5))) && no(rearrange("(a b) -> b a", 12)));
static_assert(no(rearrange("(a b) -> b a", 12, given("a", 3), given("b", 3))));
static_assert(no(rearrange("(a b) -> b a", 12, given("a", 0))) &&
              yes(rearrange("(a b) -> a b", 0, given("b", 5)), {0, 5}));
static_assert(no(rearrange("(a b c) -> a b c", 12, given("a", 3))));
// With names: known factors divide.
static_assert(yes(rearrange("n t (h d) -> n h t d", {N, T, H * 64}, given("d", 64)), {N, H, T, 64}));
static_assert(yes(rearrange("n t (h d) -> n h t d", {N, T, H * 64}, given("h", H)), {N, H, T, 64}) ||
              check(rearrange("n t (h d) -> n h t d", {N, T, H * 64}, given("h", H)), {N, H, T, 64}));
static_assert(yes(rearrange("t (h d) -> h t d", {T, 512}, given("h", H(8))), {H(8), T, 64}));
static_assert(check(rearrange("t (h d) -> h t d", {T, 512}, given("h", H), given("d", 64)), {H(8), T, 64}) ||
              rearrange("t (h d) -> h t d", {T, 512}, given("h", H), given("d", 64)).result[0] == ExtentValue(8, H));
static_assert(yes(rearrange("(a b) -> a b", 2 * N + 4, given("b", 2)), {N + 2, 2}));
// What divides is seen at run time, and what never does now.
static_assert(check(rearrange("(a b) -> a b", N, given("b", 2)), {N / 2, 2}));
static_assert(check(rearrange("(a b) -> a b", dyn, given("b", 2)), {dyn, 2}));
static_assert(check(rearrange("(a b) -> a b", 12, given("b", dyn)), {dyn, dyn}));
static_assert(no(rearrange("(a b) -> a b", 2 * N + 1, given("b", 2))));
static_assert(no(rearrange("(a b) -> a b", ExtentValue(7, N), given("b", 2))));
static_assert(yes(rearrange("(a b) -> a b", ExtentValue(8, N), given("b", 2)), {4, 2}));
// A size of a whole axis is a statement about it.
static_assert(yes(rearrange("a b -> b a", {2, 3}, given("a", 2)), {3, 2}) &&
              no(rearrange("a b -> b a", {2, 3}, given("a", 3))));
static_assert(check(rearrange("a b -> b a", {N, 3}, given("a", 2)), {3, 2}) &&
              no(rearrange("a b -> b a", {N, 3}, given("a", M))) &&
              check(rearrange("a b -> b a", {N, 3}, given("a", N)), {3, N}));
static_assert(no(rearrange("a b -> b a", {2, 3}, given("c", 2))) &&
              no(rearrange("a b -> b a", {2, 3}, given("a", 2), given("a", 2))) &&
              no(rearrange("a b -> b a", {2, 3}, given("a", -1))));
// The ellipsis takes what is left, also nothing.
static_assert(yes(rearrange("... a -> a ...", {2, 3, 4}), {4, 2, 3}) && yes(rearrange("... a -> a ...", 4), 4));
static_assert(yes(rearrange("a ... b -> b (...) a", {2, 3, 4, 5}), {5, 12, 2}) &&
              yes(rearrange("a ... b -> b (...) a", {2, 5}), {5, 1, 2}));
static_assert(yes(rearrange("... -> (...)", {N, 2, M}), 2 * N * M) && no(rearrange("a ... b -> b a ...", 2)));
static_assert(yes(rearrange("... (a b) -> a ... b", {2, 3, 8}, given("b", 2)), {4, 2, 3, 2}));
static_assert(yes(rearrange("a (b c) ... -> ... a b c", {2, 12, 3, 4}, given("c", 4)), {3, 4, 2, 3, 4}));
static_assert(no(rearrange("... (a b) -> a ... b", {1, 2, 3, 4, 5, 6, 7, 8}, given("b", 2))));
static_assert(yes(rearrange("... (a b) -> a (... b)", {1, 2, 3, 4, 5, 6, 8}, given("b", 2)), {4, 1440}));

// reduce drops axes, also numbers and the ellipsis.
static_assert(yes(reduce("b c h w -> b c", {2, 3, 4, 5}), {2, 3}) &&
              yes(reduce("b c h w -> c b 1", {2, 3, 4, 5}), {3, 2, 1}));
static_assert(yes(reduce("b ... -> b", {N, 3, 4}), N) && yes(reduce("(b 2) -> b", 6), 3) &&
              no(reduce("(b 2) -> b", 7)));
static_assert(yes(reduce("... ->", {2, 3}), {}) && yes(reduce("(b t) -> b", T * 4, given("t", 4)), T));

// repeat adds axes.
static_assert(yes(repeat("h w -> h w c", {2, 3}, given("c", 3)), {2, 3, 3}) && no(repeat("h w -> h w c", {2, 3})));
static_assert(yes(repeat("h w -> (2 h) (w 3)", {N, 4}), {2 * N, 12}) &&
              yes(repeat("h -> h c", 2, given("c", 0)), {2, 0}));
static_assert(yes(repeat("h -> h c", 2, given("c", dyn)), {2, dyn}) && no(repeat("h -> h c", 2, given("c", N))) &&
              yes(repeat("h -> h c", N, given("c", N)), {N, N}) &&
              yes(repeat("h -> h c", N, given("c", 2 * N)), {N, 2 * N}));
static_assert(yes(repeat("... -> ... 2", {3, 4}), {3, 4, 2}) && no(repeat("... -> 2 ...", {1, 2, 3, 4, 5, 6, 7, 8})));
static_assert(no(repeat("h w -> h w c", {2000000000, 2000000000}, given("c", 2000000000))));

// max of nothing.
constexpr Ruling max_of(const char* text, const ShapeValue& from) {
  return reduce_by_pattern_rule(read_pattern(Rewriting::reduce, text, size_of(text)), {}, from,
                                Reduction{"max", false});
}
static_assert(yes(max_of("a b -> a", {2, 3}), 2) && no(max_of("a b -> a", {2, 0})) &&
              yes(max_of("a b -> a", {0, 3}), 0) && check(max_of("a b -> a", {2, dyn}), 2) &&
              yes(max_of("a b -> a", {2, N}), 2));
static_assert(reduction_name_rule({}, detail::Name::of("mean")).holds &&
              no(reduction_name_rule({}, detail::Name::of("men"))) &&
              no(reduction_name_rule({}, detail::Name::of(""))));

// How elements move.
constexpr Arrangement arrangement_of(const char* text, const ShapeValue& from, const GivenExtent& size) {
  const GivenExtent items[] = {size};
  Arrangement arrangement;
  rearrange_rule(read_pattern(Rewriting::rearrange, text, size_of(text)), {items, 1}, from, nullptr, &arrangement);
  return arrangement;
}
constexpr Arrangement patches = arrangement_of("n ... (h p) -> h (n p) ...", {2, 3, 4, 12}, given("p", 4));
static_assert(patches.left == ShapeValue{2, 3, 4, 3, 4} && patches.right == ShapeValue{3, 2, 4, 3, 4});
static_assert(patches.sources[0] == 3 && patches.sources[1] == 0 && patches.sources[2] == 4 &&
              patches.sources[3] == 1 && patches.sources[4] == 2);

}  // namespace
