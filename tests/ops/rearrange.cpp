// SPDX-License-Identifier: BSL-1.0
// rearrange, reduce and repeat: their elements against NumPy, their types, where their elements lie, and what they say.
// tests/engine/rearrange.cpp looks up every element of patterns made at random.
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/rearrange.hpp>
#include <shapeproof/ops/reduce_pattern.hpp>
#include <shapeproof/ops/reshape.hpp>

#include "catch.hpp"
#include "ops/pattern_vectors.hpp"
#include "samples.hpp"

using namespace shapeproof;
using pattern_vectors::agrees;
using pattern_vectors::Numbers;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H"), C = axis("C"), W = axis("W");

namespace {

using All = const std::vector<Numbers>&;

// The pattern for a DynamicTensor, and for a tensor with names.
template <PatternText Pattern, class Named, class... Given>
bool rearranges(const Given&... given) {
  return agrees(Pattern.chars, [&](All in, const Numbers& wanted) {
    return pattern_vectors::is_same(rearrange<Pattern>(in[0], given...), wanted) &&
           pattern_vectors::is_same(rearrange<Pattern>(pattern_vectors::typed<Named>(in[0]), given...), wanted);
  });
}
template <PatternText Pattern, class Named, class... Given>
bool repeats(const Given&... given) {
  return agrees(Pattern.chars, [&](All in, const Numbers& wanted) {
    return pattern_vectors::is_same(repeat<Pattern>(in[0], given...), wanted) &&
           pattern_vectors::is_same(repeat<Pattern>(pattern_vectors::typed<Named>(in[0]), given...), wanted);
  });
}
template <PatternText Pattern, PatternText Operation>
bool reduces() {
  return agrees(std::string(Operation.chars) + " " + Pattern.chars, [&](All in, const Numbers& wanted) {
    const auto named = pattern_vectors::typed<Shape<N, C, H, W>>(in[0]);
    return pattern_vectors::is_same(reduce<Pattern, Operation>(in[0]), wanted) &&
           pattern_vectors::is_same(reduce<Pattern, Operation>(named), wanted);
  });
}

}  // namespace

TEST_CASE("rearrange: what NumPy's reshape and transpose make") {
  CHECK(rearranges<"a b c -> c a b", Shape<N, T, C>>());
  CHECK(rearranges<"a b c -> (c a) b", Shape<N, T, dyn>>());
  CHECK(rearranges<"a ... -> ... a", Shape<N, T, 4>>());
  CHECK(rearranges<"a b c -> b 1 (a c) ()", Shape<2, 3, C>>());
  CHECK(rearranges<"n c (h p) (w q) -> n (h w) (c p q)", Shape<N, 3, H * 2, W>>(sizes<"p", 2>, sizes<"q">(3)));
  CHECK(rearranges<"n (h w) (c p q) -> n c (h p) (w q)", Shape<N, dyn, dyn>>(sizes<"p", 2>, sizes<"q", 3>,
                                                                             sizes<"h", 2>, sizes<"c", 3>));
  CHECK(rearranges<"n t (h d) -> n h t d", Shape<N, T, 8>>(sizes<"h", 2>));
  CHECK(rearranges<"n t (h d) -> n h t d", Shape<N, T, C>>(sizes<"d">(4)));
  CHECK(rearranges<"b (g c) t -> b (c g) t", Shape<N, 6, T>>(sizes<"g", 2>));
}

TEST_CASE("reduce: what NumPy's sum, mean, max, min and prod make") {
  CHECK(reduces<"b c h w -> c b", "sum">());
  CHECK(reduces<"b c h w -> c b", "mean">());
  CHECK(reduces<"b c h w -> c b", "max">());
  CHECK(reduces<"b c h w -> c b", "min">());
  CHECK(reduces<"b c h w -> c b", "prod">());
  CHECK(reduces<"b c (h 2) (w 5) -> b h w c", "max">());
  CHECK(reduces<"... -> ", "sum">());
  CHECK(reduces<"b ... -> b 1", "mean">());
  const Tensor<bool, Shape<2, 2>> some{{false, true}, {false, false}};
  CHECK(reduce<"a b -> b", "any">(some) == Tensor<bool, Shape<2>>{false, true});
  CHECK(reduce<"a b -> a", "all">(some) == Tensor<bool, Shape<2>>{false, false});
}

TEST_CASE("repeat: what NumPy's repeat, tile and broadcast_to make") {
  CHECK(repeats<"h w -> h w c", Shape<H, W>>(sizes<"c", 3>));
  CHECK(repeats<"h w -> h w c", Shape<H, W>>(sizes<"c">(3)));
  CHECK(repeats<"h w -> (h 2) (3 w)", Shape<H, W>>());
  CHECK(repeats<"h w -> c w h", Shape<2, W>>(sizes<"c", 3>));
  const auto x = counted<int, Shape<2, W>>(3);
  CHECK(repeat<"h w -> c w h">(x, sizes<"c", W>) == repeat<"h w -> c w h">(x, sizes<"c">(3)));
  CHECK(repeats<"... -> 2 ...", Shape<H, W>>());
}

TEST_CASE("rearrange: extents keep their names, in their new places") {
  const auto x = counted<float, Shape<N, T, H * 64>>(2, 3, 4);
  const auto heads = rearrange<"n t (h d) -> n h t d">(x, sizes<"d", 64>);
  static_assert(std::is_same_v<decltype(heads), const Tensor<float, Shape<N, H, T, 64>>>);
  CHECK(heads == permute<0, 2, 1, 3>(split<2, H, 64>(x)));
  const auto back = rearrange<"n h t d -> n t (h d)">(heads);
  static_assert(std::is_same_v<decltype(back), const Tensor<float, Shape<N, T, 64 * H>>>);
  CHECK(back == x);
  const auto halves = rearrange<"n (t s) c -> n t (s c)">(counted<int, Shape<N, T, 3>>(1, 4), sizes<"s", 2>);
  static_assert(std::is_same_v<decltype(halves), const Tensor<int, Shape<N, T / 2, 6>>>);
  CHECK(halves.extent<1>() == 2);
  const auto named = rearrange<"t (h d) -> h t d">(counted<int, Shape<T, 512>>(1), sizes<"h", H(8)>);
  static_assert(std::is_same_v<decltype(named), const Tensor<int, Shape<H(8), T, 64>>>);
  const auto worked_out =
      rearrange<"t (h d) -> h t d">(counted<int, Shape<T, dyn>>(1, 512), sizes<"h", H>, sizes<"d", 64>);
  static_assert(std::is_same_v<decltype(worked_out), const Tensor<int, Shape<H, T, 64>>>);
  CHECK(worked_out.extent<0>() == 8);
}

TEST_CASE("reduce and repeat: extents keep their names") {
  const auto x = counted<float, Shape<N, 3, H, W>>(2, 2, 2);
  static_assert(std::is_same_v<decltype(reduce<"n c h w -> h n", "sum">(x)), Tensor<float, Shape<H, N>>>);
  static_assert(std::is_same_v<decltype(reduce<"n c ... -> n c 1 1", "mean">(x)), Tensor<float, Shape<N, 3, 1, 1>>>);
  static_assert(std::is_same_v<decltype(reduce<"n ... -> n", "any">(x)), Tensor<bool, Shape<N>>>);
  static_assert(std::is_same_v<decltype(repeat<"n ... -> n 2 ...">(counted<int, Shape<N, T>>(1, 1))),
                               Tensor<int, Shape<N, 2, T>>>);
  static_assert(std::is_same_v<decltype(repeat<"t -> (t 2)">(counted<int, Shape<T>>(1))), Tensor<int, Shape<2 * T>>>);
}

TEST_CASE("rearrange: where nothing moves, no element is copied") {
  const auto x = counted<float, Shape<N, 3, H, W>>(2, 5, 7);
  CHECK(rearrange<"n c h w -> n c h w">(x).data() == x.data());
  CHECK(rearrange<"n c h w -> n (c h w)">(x).data() == x.data());
  CHECK(rearrange<"n ... -> 1 n (...)">(x).data() == x.data());
  CHECK(repeat<"n c h w -> n c 1 h w">(x).data() == x.data());
  CHECK(rearrange<"n c h w -> n h w c">(x).data() != x.data());
  const DynamicTensor<float> dynamic = x;
  CHECK(rearrange<"n (c 1) h w -> (n c) (h w)">(dynamic).data() == dynamic.data());
  // Also where an axis that moves turns out to have extent 1.
  const auto gray = counted<float, Shape<N, C, H, W>>(2, 1, 9, 9);
  CHECK(rearrange<"n c h w -> n h w c">(gray).data() == gray.data());
}

TEST_CASE("patterns: in constant expressions, and passed on like any function") {
  constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  static_assert(rearrange<"a b -> b a">(x)(2, 0) == 3);
  static_assert(repeat<"a b -> a b 2">(x)(1, 0, 1) == 4);
  static_assert(reduce<"a b -> b", "sum">(x)(1) == 7);
  static_assert(reduce<"a (b 3) -> a b", "max">(x)(0, 0) == 3);
  const auto twice = [](const auto& function, const auto& value) { return function(function(value)); };
  CHECK(twice(rearrange<"a b -> b a">, x) == x);
}

TEST_CASE("patterns: what is known at run time only is checked there, in the same words") {
  const auto open = counted<float, Shape<N, T>>(2, 222);
  CHECK(shape_error([&] { (void)rearrange<"n (t p) -> n t p">(open, sizes<"p", 16>); }) ==
        "rearrange \"n (t p) -> n t p\": axis 1 holds T(222), p is 16: 222 / 16 leaves 14");
  CHECK(shape_error([&] { (void)rearrange<"n (t p) -> n t p">(open, sizes<"p">(0)); }) ==
        "rearrange \"n (t p) -> n t p\": axis 1 holds T(222): t cannot be worked out beside 0");
  CHECK(
      shape_error([&] { (void)rearrange<"n (t p) -> n t p">(open, sizes<"p">(-3)); }) ==
      "rearrange \"n (t p) -> n t p\": sizes gives p no extent: a number is at least 0, a name at least 1; an unknown "
      "factor is left out");
  CHECK(shape_error([&] { (void)rearrange<"n (t p) -> n t p">(open, sizes<"p">(16), sizes<"t">(13)); }) ==
        "rearrange \"n (t p) -> n t p\": axis 1 holds T(222), \"(t p)\" is 208; they must be equal");
  CHECK(shape_error([&] { (void)rearrange<"n t 1 -> n t">(counted<float, Shape<N, T, dyn>>(2, 3, 4)); }) ==
        "rearrange \"n t 1 -> n t\": axis 2 holds 4, \"1\" is 1; they must be equal");
  const DynamicTensor<float> x(ShapeValue{2, 3, 4});
  CHECK(shape_error([&] { (void)rearrange<"n t -> t n">(x); }) ==
        "rearrange \"n t -> t n\": the operand has rank 3, the left side 2 axes");
  CHECK(shape_error([&] { (void)reduce<"a b c -> a", "max">(DynamicTensor<float>(ShapeValue{2, 0, 4})); }) ==
        "reduce \"a b c -> a\": the axes that go hold no element; max of none is not defined");
  CHECK(shape_error([&] { (void)reduce<"a b -> a", "mean">(counted<float, Shape<N, dyn>>(2, 0)); }) ==
        "reduce \"a b -> a\": the axes that go hold no element; mean of none is not defined");
  CHECK(samples::elements_of(reduce<"a b -> a", "sum">(counted<float, Shape<N, dyn>>(2, 0))) ==
        std::vector<float>{0, 0});
  CHECK(shape_error([&] {
          (void)rearrange<"(a b) (c d) -> a b c d">(counted<int, Shape<dyn, dyn>>(8, 9), sizes<"a", H>, sizes<"b", 2>,
                                                    sizes<"c", H>, sizes<"d", 3>);
        }) == "rearrange \"(a b) (c d) -> a b c d\": axis 1 holds 9, \"(c d)\" is 12; they must be equal");
}
