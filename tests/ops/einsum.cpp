// SPDX-License-Identifier: BSL-1.0
// einsum, and products in all of NumPy's ranks: numbers against NumPy, types, and what they say. tests/engine/einsum.cpp
// compares patterns made at random with plain loops.
#include <shapeproof/ops/einsum.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>

#include "catch.hpp"
#include "ops/pattern_vectors.hpp"
#include "samples.hpp"

using namespace shapeproof;
using pattern_vectors::agrees;
using pattern_vectors::is_same;
using pattern_vectors::Numbers;
using pattern_vectors::typed;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");

namespace {

using All = const std::vector<Numbers>&;

template <PatternText Pattern, std::size_t... I>
bool contracts(std::index_sequence<I...> /*operands*/) {
  return agrees(Pattern.chars, [](All in, const Numbers& wanted) {
    if (!is_same(einsum<Pattern>(in[I]...), wanted)) return false;
    Numbers out(wanted.shape());
    einsum_into<Pattern>(out, in[I]...);
    return is_same(out, wanted);
  });
}
template <PatternText Pattern, std::size_t Count>
bool contracts() {
  return contracts<Pattern>(std::make_index_sequence<Count>{});
}

}  // namespace

TEST_CASE("einsum: what NumPy's makes") {
  CHECK(contracts<"ij,jk->ik", 2>());
  CHECK(contracts<"ij,kj->ki", 2>());
  CHECK(contracts<"ij,jk", 2>());
  CHECK(contracts<"ji", 1>());
  CHECK(contracts<"ii", 1>());
  CHECK(contracts<"ii->i", 1>());
  CHECK(contracts<"iij->j", 1>());
  CHECK(contracts<"ij->", 1>());
  CHECK(contracts<"ij->j", 1>());
  CHECK(contracts<"i,j->ij", 2>());
  CHECK(contracts<"i,i", 2>());
  CHECK(contracts<"i,i->i", 2>());
  CHECK(contracts<"bhid,bhjd->bhij", 2>());
  CHECK(contracts<"bhij,bhjd->bihd", 2>());
  CHECK(contracts<"...ij,...jk->...ik", 2>());
  CHECK(contracts<"...ij,jk->...ik", 2>());
  CHECK(contracts<"bij,bjk->ik", 2>());
  CHECK(contracts<"ij,jk,kl->il", 3>());
  CHECK(contracts<"ab,bc,cd,de->ae", 4>());
  CHECK(contracts<"bn,anm,bm->ba", 3>());
  CHECK(contracts<"nchw,oc->nohw", 2>());
  CHECK(contracts<"ijk,jil->kl", 2>());
  CHECK(contracts<"A,b->bA", 2>());
  CHECK(contracts<"ij,j->i", 2>());
}

TEST_CASE("matmul, dot and outer: what NumPy's make") {
  CHECK(agrees("matmul", [](All in, const Numbers& wanted) { return is_same(matmul(in[0], in[1]), wanted); }));
  CHECK(agrees("matmul", [](All in, const Numbers& wanted) {
    Numbers out(wanted.shape());
    matmul_into(out, in[0], in[1]);
    return is_same(out, wanted);
  }));
  CHECK(agrees("dot", [](All in, const Numbers& wanted) { return is_same(dot(in[0], in[1]), wanted); }));
  CHECK(agrees("outer", [](All in, const Numbers& wanted) { return is_same(outer(in[0], in[1]), wanted); }));
}

TEST_CASE("einsum: names go where their indices go") {
  const auto q = counted<float, Shape<N, H, T, 4>>(2, 3, 5);
  const auto scores = einsum<"bhid,bhjd->bhij">(q, q);
  static_assert(std::is_same_v<decltype(scores), const Tensor<float, Shape<N, H, T, T>>>);
  CHECK(scores == matmul(q, transpose(q)));
  const auto mixed = einsum<"ni,io->no">(counted<float, Shape<N, dyn>>(2, 3), counted<float, Shape<3, 4>>());
  static_assert(std::is_same_v<decltype(mixed), const Tensor<float, Shape<N, 4>>>);
  CHECK(einsum<"ni,io->no">(DynamicTensor<float>(ShapeValue{2, 3}), counted<float, Shape<3, 4>>()).shape() ==
        ShapeValue{2, 4});
}

TEST_CASE("einsum: of one operand that nothing is summed over of moves elements, or not even that") {
  const auto x = counted<float, Shape<N, 20, 5>>(3);
  CHECK(einsum<"ijk->ijk">(x).data() == x.data());
  CHECK(einsum<"i...->i...">(x).data() == x.data());
  CHECK(einsum<"ijk->kij">(x) == permute<2, 0, 1>(x));
  CHECK(einsum<"i...->...i">(x) == permute<1, 2, 0>(x));
}

TEST_CASE("einsum: in constant expressions, and of every number") {
  constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  static_assert(einsum<"ij,kj->ik">(x, x)(1, 0) == 32 && einsum<"ij->">(x)() == 21 && einsum<"ij->ji">(x)(2, 1) == 6);
  static_assert(matmul(x, Tensor<int, Shape<3>>{1, 1, 1})(1) == 15 &&
                dot(Tensor<int, Shape<2>>{1, 2}, Tensor<int, Shape<2>>{3, 4})() == 11);
  static_assert(outer(Tensor<int, Shape<2>>{1, 2}, Tensor<int, Shape<2>>{3, 4})(1, 0) == 6);
  const auto large = counted<std::int8_t, Shape<20, 30>>();
  CHECK(einsum<"ij,kj->ki">(large, large) == matmul(large, transpose(large)));
  const auto halves = full<half, Shape<20, 30>>(1.0F);
  CHECK(einsum<"ij,kj->ik">(halves, halves)(19, 19) == half(30.0F));
  const auto complex = full<std::complex<float>, Shape<20, 30>>(std::complex<float>(0, 1));
  CHECK(einsum<"ij,kj->ik">(complex, complex)(19, 19) == std::complex<float>(-30, 0));
}

TEST_CASE("matmul: one matrix or vector meets a batch, as in NumPy") {
  const auto batch = counted<float, Shape<N, T, 3>>(2, 4);
  const auto product = matmul(batch, counted<float, Shape<3, 5>>());
  static_assert(std::is_same_v<decltype(product), const Tensor<float, Shape<N, T, 5>>>);
  CHECK(product(1, 3, 4) == 21 * 4 + 22 * 9 + 23 * 14);
  static_assert(std::is_same_v<decltype(matmul(batch, counted<float, Shape<3>>())), Tensor<float, Shape<N, T>>>);
  static_assert(std::is_same_v<decltype(matmul(counted<float, Shape<7, T>>(4), batch)), Tensor<float, Shape<N, 7, 3>>>);
  static_assert(
      std::is_same_v<decltype(matmul(counted<float, Shape<3>>(), counted<float, Shape<3>>())), Tensor<float, Shape<>>>);
}

TEST_CASE("einsum: what is known at run time only is checked there, in the same words") {
  CHECK(shape_error([] {
          (void)einsum<"ij,jk->ik">(counted<float, Shape<2, T>>(3), counted<float, Shape<T, 2>>(4));
        }) == "einsum \"ij,jk->ik\": j is T(3) in the left operand (axis 1) and T(4) in the right operand (axis 0)");
  CHECK(
      shape_error([] { (void)einsum<"ij,kl->il">(counted<float, Shape<N, 3>>(2), counted<float, Shape<3, N>>(4)); }) ==
      "einsum \"ij,kl->il\": axis 1 of the right operand is N(4), but another operand says otherwise; a name holds one "
      "number");
  const DynamicTensor<float> x(ShapeValue{2, 3});
  CHECK(shape_error([&] { (void)einsum<"ij,jk,kl">(x, x, x); }) ==
        "einsum \"ij,jk,kl\": j is 3 in operand 0 (axis 1) and 2 in operand 1 (axis 0)");
  CHECK(shape_error([&] { (void)einsum<"ii">(x); }) ==
        "einsum \"ii\": i is 2 in the operand (axis 0) and 3 in the operand (axis 1)");
  CHECK(shape_error([&] { (void)einsum<"...i,...i">(x, DynamicTensor<float>(ShapeValue{5, 3})); }) ==
        "einsum \"...i,...i\": axis 0 of ... is 2 in the left operand (axis 0) and 5 in the right operand (axis 0)");
  CHECK(shape_error([&] {
          DynamicTensor<float> out(ShapeValue{3, 3});
          einsum_into<"ij,kj->ik">(out, x, x);
        }) == "einsum_into: the result is Shape<2, 2>, out is Shape<3, 3>");
}
