// SPDX-License-Identifier: BSL-1.0
// Questions about shapes are answered honestly: by the named concepts, in requires-clauses, by std::is_convertible, and by
// the types that operations return.
#include <shapeproof/bind.hpp>
#include <shapeproof/create.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/einsum.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/rearrange.hpp>
#include <shapeproof/ops/squeeze.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), H = axis("H"), C = axis("C");
template <auto... E>
using Floats = Tensor<float, Shape<E...>>;

// Shapes, tensors, references to tensors.
static_assert(Reshapable<Shape<49152>, Shape<16, 3, 32, 32>>);
static_assert(!Reshapable<Shape<49152>, Shape<64, 3, 32, 32>>);
static_assert(Reshapable<Floats<49152>, Shape<_, 3, 32, 32>> && !Reshapable<const Floats<49152>&, Shape<_, 5, 32, 32>>);
static_assert(Reshapable<Floats<6>, Floats<2, 3>> && !Reshapable<Floats<6>, Floats<2, 4>>);
static_assert(Reshapable<Shape<N, 3>, Shape<3, N>> && !Reshapable<Shape<N, 3>, Shape<3, M>>);
static_assert(Addable<Shape<2, 3>, Shape<2, 3>> && !Addable<Shape<2, 3>, Shape<2, 4>>);
static_assert(Addable<Shape<N>, Shape<N>> && !Addable<Shape<N>, Shape<M>> && Addable<Floats<N>, Floats<dyn>>);
static_assert(Multipliable<Shape<2, 3>, Shape<3, 5>> && !Multipliable<Shape<2, 3>, Shape<4, 5>>);
static_assert(Multipliable<Shape<3>, Shape<3, 5>> && Multipliable<Floats<N, 3>&, const Floats<3, M>>);
static_assert(Multipliable<Shape<8, 2, 3>, Shape<3, 5>> && !Multipliable<Shape<7, 8, 2, 3>, Shape<8, 3, 5>>);
static_assert(Contractible<"ij,jk->ik", Shape<2, 3>, Floats<3, N>> &&
              !Contractible<"ij,jk->ik", Shape<2, 3>, Shape<4, 5>>);
static_assert(Rearrangeable<Shape<N, 12>, "n (h d) -> n h d", decltype(sizes<"d", 4>)>);
static_assert(!Rearrangeable<Floats<N, 12>, "n (h d) -> n h d", decltype(sizes<"d", 5>)>);
static_assert(Broadcastable<Shape<3>, Shape<2, 3>> && !Broadcastable<Shape<2>, Shape<2, 3>>);
static_assert(Squeezable<Shape<2, 1>, 1> && !Squeezable<Shape<2, 1>, 0> && !Squeezable<Shape<2, 1>, 2>);
static_assert(Permutable<Shape<2, 3>, 1, 0> && !Permutable<Shape<2, 3>, 1, 1> && !Permutable<Shape<2, 3>, 0>);

// As overloads that exclude each other.
template <class X>
  requires Reshapable<X, Shape<_, 3, 32, 32>>
constexpr int kind(const X&) {
  return 3;
}
template <class X>
  requires(!Reshapable<X, Shape<_, 3, 32, 32>> && Reshapable<X, Shape<_, 28, 28>>)
constexpr int kind(const X&) {
  return 1;
}
template <class X>
constexpr bool has_kind = requires(const X& x) { kind(x); };
static_assert(std::is_same_v<decltype(kind(std::declval<Floats<3072>>())), int>);
static_assert(has_kind<Floats<3072>> && has_kind<Floats<784>> && !has_kind<Floats<785>>);
// The more particular concept wins.
template <class A, class B>
constexpr int product(const A&, const B&) {
  return 0;
}
template <class A, class B>
  requires Multipliable<A, B>
constexpr int product(const A&, const B&) {
  return 1;
}
static_assert(product(Floats<2, 3>{}, Floats<3, 5>{}) == 1 && product(Floats<2, 3>{}, Floats<4, 5>{}) == 0);

// std::is_convertible, in both directions.
template <class From, class To>
constexpr bool goes = std::is_convertible_v<From, To>;
static_assert(goes<Floats<64, 3>, Floats<N, 3>> && !goes<Floats<N, 3>, Floats<64, 3>>);
static_assert(goes<Floats<64>, Floats<C(64)>> && goes<Floats<C(64)>, Floats<64>>);
static_assert(goes<Floats<N(64)>, Floats<N>> && !goes<Floats<N>, Floats<N(64)>>);
static_assert(goes<Floats<N>, Floats<dyn>> && !goes<Floats<dyn>, Floats<N>> && goes<Floats<64>, Floats<dyn>>);
static_assert(!goes<Floats<N>, Floats<M>> && !goes<Floats<M>, Floats<N>> && !goes<Floats<64>, Floats<65>>);
static_assert(goes<Floats<64, 64>, Floats<N, N>> && !goes<Floats<64, 65>, Floats<N, N>> &&
              !goes<Floats<N, 64>, Floats<N, N>>);
static_assert(!goes<Floats<0>, Floats<N>> && !goes<Floats<7>, Floats<2 * N>> && !goes<Floats<3>, Floats<3, 1>>);
static_assert(!goes<Tensor<double, Shape<3>>, Floats<3>> && !goes<Floats<3>, Tensor<double, Shape<3>>>);
static_assert(!goes<Tensor<double, Shape<N>>, Floats<3>> && !goes<Tensor<int, Shape<3>>, Floats<N>>);
static_assert(goes<Floats<N>, DynamicTensor<float>> && !goes<DynamicTensor<float>, Floats<N>>);
static_assert(!goes<Floats<N>, DynamicTensor<double>> && !goes<DynamicTensor<float>, Floats<3>>);
static_assert(goes<Floats<N>, AnyTensor> && goes<DynamicTensor<half>, AnyTensor> &&
              !goes<AnyTensor, DynamicTensor<float>>);
static_assert(!std::is_constructible_v<Floats<N>, Floats<M>> && !std::is_assignable_v<Floats<3>&, Floats<4>>);
static_assert(std::is_assignable_v<Floats<N>&, Floats<4>> && !std::is_assignable_v<Floats<4>&, Floats<N>>);
static_assert(goes<float, Floats<>> && !goes<const char*, Floats<>>);
static_assert(!goes<Floats<1>, float> && !goes<Floats<>, float> && !goes<Floats<3>, bool>);

// What operations return.
template <class Type, auto... E>
constexpr bool is = std::is_same_v<Type, Floats<E...>>;
template <auto... E>
const Floats<E...>& x();
static_assert(is<decltype(reshape<Shape<_, 3, 32, 32>>(x<49152>())), 16, 3, 32, 32>);
static_assert(is<decltype(reshape<Shape<N, 3>>(x<dyn>())), N, 3> && is<decltype(reshape<Shape<N, 3>>(x<48>())), N, 3>);
static_assert(is<decltype(reshape<Shape<_, 32>>(x<N, 3, 32>())), 3 * N, 32> && is<decltype(reshape<Shape<>>(x<1>()))>);
static_assert(is<decltype(reshape(x<12>(), std::integral_constant<int, 3>{}, 4)), 3, dyn>);
static_assert(is<decltype(flatten(x<N, 3, 4>())), 12 * N> && is<decltype(flatten<1>(x<N, 3, 4>())), N, 12>);
static_assert(is<decltype(flatten(x<>())), 1> && is<decltype(merge<0, 1>(x<N, T, 512>())), N * T, 512>);
static_assert(is<decltype(merge<0, 1>(x<65536, 65536>())), Extent{"4294967296"}>);
static_assert(is<decltype(split<2, H, 64>(x<N, T, H * 64>())), N, T, H, 64>);
static_assert(is<decltype(permute<0, 2, 1, 3>(split<2, H, 64>(x<N, T, H * 64>()))), N, H, T, 64>);
static_assert(is<decltype(split<-1, _, 64>(x<N, 512>())), N, 8, 64>);
static_assert(is<decltype(squeeze<1>(x<N, 1>())), N> && is<decltype(squeeze(x<1, N, 1, dyn>())), N, dyn>);
static_assert(is<decltype(squeeze<0>(x<N, 3>())), 3> && is<decltype(unsqueeze<-1>(x<N>())), N, 1>);
static_assert(is<decltype(transpose(x<N, 2, 3>())), N, 3, 2> && is<decltype(transpose<0, -1>(x<N, 2, 3>())), 3, 2, N>);
static_assert(is<decltype(broadcast_to<Shape<N, 5>>(x<N, 1>())), N, 5> &&
              is<decltype(broadcast_to<Shape<2, 3>>(x<>())), 2, 3>);
static_assert(is<decltype(broadcast_like(x<3>(), x<N, 3>())), N, 3>);
static_assert(is<decltype(x<N, dyn>() + x<dyn, 3>()), N, 3> && is<decltype(x<64>() - x<N(64)>()), N(64)>);
static_assert(is<decltype(x<N>() * 2), N> && is<decltype(2.5 / x<N>()), N> && is<decltype(x<>() + x<>())>);
static_assert(is<decltype(matmul(x<N, 784>(), x<784, 10>())), N, 10>);
static_assert(is<decltype(matmul(x<N, H, T, 64>(), transpose(x<N, H, T, 64>()))), N, H, T, T>);
static_assert(is<decltype(as<Shape<N, 3>>(x<dyn, 3>())), N, 3> &&
              is<decltype(zeros<float, Shape<N, 2 * M>>(1, 2)), N, 2 * M>);
static_assert(std::is_same_v<decltype(x<N>() == x<5>()), bool> && std::is_same_v<decltype(x<N>() != x<N>()), bool>);
static_assert(
    std::is_same_v<decltype(bind<Shape<N, 3>, Shape<N>>(x<dyn, 3>(), x<16>())), std::tuple<Floats<N, 3>, Floats<N>>>);

// A function template deduces any extent.
template <auto B>
auto logits(const Tensor<float, Shape<B, 784>>& images, const Floats<784, 10>& weights) {
  return matmul(images, weights);
}
static_assert(is<decltype(logits(x<64, 784>(), x<784, 10>())), 64, 10>);
static_assert(is<decltype(logits(x<N, 784>(), x<784, 10>())), N, 10>);
static_assert(is<decltype(logits(x<dyn, 784>(), x<784, 10>())), dyn, 10>);
static_assert(is<decltype(logits(x<2 * N + 1, 784>(), x<784, 10>())), 2 * N + 1, 10>);

}  // namespace
