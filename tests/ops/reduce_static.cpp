// SPDX-License-Identifier: BSL-1.0
// Reductions in constant expressions, the types that reductions and normalisations return, and their concepts.
#include <complex>

#include <shapeproof/ops/batch_norm.hpp>
#include <shapeproof/ops/normalize.hpp>
#include <shapeproof/ops/scan.hpp>
#include <shapeproof/ops/softmax.hpp>
#include <shapeproof/ops/statistics.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), T = axis("T"), D = axis("D");

constexpr Tensor<float, Shape<2, 3>> x{{1, 5, 3}, {4, 2, 6}};
static_assert(sum(x)() == 21 && sum<0>(x)(1) == 7 && sum<-1>(x)(0) == 9 && sum<0, 1>(x, keep_axes)(0, 0) == 21);
static_assert(mean(x)() == 3.5F && mean<1>(x, keep_axes)(1, 0) == 4 && prod<0>(x)(2) == 18 && prod(x)() == 720);
static_assert(max<1>(x)(0) == 5 && min<1>(x)(1) == 2 && max(x)() == 6 && min<0>(x)(1) == 2);
static_assert(argmax<1>(x)(0) == 1 && argmin<0>(x)(1) == 1 && argmax(x)() == 5 && argmin(x, keep_axes)(0, 0) == 0);
static_assert(any(x)() && all<0>(x)(2) && !any(Tensor<bool, Shape<4>>{})() && !all(Tensor<half, Shape<4>>{})());
static_assert(cumsum<1>(x)(1, 2) == 12 && cumprod<0>(x)(1, 1) == 10);
// Equal ones: the first. NaN: the first one.
constexpr float nan = __builtin_nanf("");
static_assert(argmax(Tensor<int, Shape<4>>{1, 3, 3, 2})() == 1 && argmin(Tensor<int, Shape<4>>{2, 1, 3, 1})() == 1);
static_assert(argmax(Tensor<float, Shape<4>>{1, nan, 3, nan})() == 1 && argmin(Tensor<float, Shape<2>>{nan, 0})() == 0);
static_assert(max(Tensor<float, Shape<3>>{1, nan, 3})() != max(Tensor<float, Shape<3>>{1, nan, 3})());
// Three axes, the middle one kept.
constexpr Tensor<int, Shape<2, 2, 2>> cube{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}};
static_assert(sum<0, 2>(cube)(0) == 14 && sum<0, 2>(cube)(1) == 22 && sum<1>(cube)(1, 0) == 12);
// Integers are added up as std::int64_t, and wrap around.
static_assert(sum(Tensor<std::uint8_t, Shape<2>>{200, 100})() == 300);
static_assert(sum(Tensor<std::int64_t, Shape<2>>{INT64_MAX, 1})() == INT64_MIN);
static_assert(sum(Tensor<float, Shape<0>>{})() == 0 && prod(Tensor<int, Shape<0>>{})() == 1 &&
              sum(Tensor<int, Shape<>>(7))() == 7);

template <class Type, class Element, auto... E>
constexpr bool is = std::is_same_v<Type, Tensor<Element, Shape<E...>>>;
template <class Element, auto... E>
const Tensor<Element, Shape<E...>>& t();
static_assert(is<decltype(sum<1>(t<float, N, T, D>())), float, N, D> && is<decltype(sum(t<float, N, T>())), float>);
static_assert(is<decltype(sum<0, -1>(t<float, N, T, D>(), keep_axes)), float, 1, T, 1>);
static_assert(is<decltype(sum<0>(t<std::int8_t, N, 2>())), std::int64_t, 2>);
static_assert(is<decltype(prod<0>(t<std::uint64_t, N, 2>())), std::uint64_t, 2>);
static_assert(is<decltype(mean<0>(t<half, N, 2>())), half, 2> && is<decltype(max<0>(t<bool, N, 2>())), bool, 2>);
static_assert(is<decltype(mean<0>(t<std::complex<float>, N, 2>())), std::complex<float>, 2>);
static_assert(is<decltype(argmax<1>(t<float, N, 10>())), std::int64_t, N>);
static_assert(is<decltype(any<1>(t<float, N, 10>(), keep_axes)), bool, N, 1>);
static_assert(is<decltype(var<1>(t<double, N, T>(), correction(0), keep_axes)), double, N, 1>);
static_assert(is<decltype(norm<-1>(t<float, N, 2 * D>(), 1)), float, N> &&
              is<decltype(logsumexp<0>(t<float, N, 2 * D>())), float, 2 * D>);
static_assert(is<decltype(softmax<1>(t<float, N, T>())), float, N, T>);
static_assert(is<decltype(cumsum<1>(t<std::int16_t, N, T>())), std::int64_t, N, T>);
static_assert(is<decltype(layer_norm(t<float, N, dyn>(), t<float, 64>(), t<float, 64>())), float, N, 64>);
static_assert(is<decltype(layer_norm<1>(t<float, N, T, D>(), t<float, T, D>(), 1e-6)), float, N, T, D>);
static_assert(is<decltype(group_norm<2>(t<half, N, 4, 3>())), half, N, 4, 3>);
static_assert(is<decltype(batch_norm_training(t<float, N, 4, 3>()).output), float, N, 4, 3>);
static_assert(is<decltype(batch_norm_training(t<float, N, dyn>(), t<float, 4>(), t<float, 4>()).variance), float, 4>);

static_assert(Reducible<Shape<2, 3>, 1> && Reducible<Tensor<float, Shape<N, T>>, 0, -1> && Reducible<Shape<>>);
static_assert(!Reducible<Shape<2, 3>, 2> && !Reducible<Shape<2, 3>, 1, -1>);
static_assert(LayerNormalizable<Shape<N, 4>, -1> && LayerNormalizable<Shape<N, 4>, -1, Shape<4>>);
static_assert(!LayerNormalizable<Shape<N, 4>, -1, Shape<5>> && !LayerNormalizable<Shape<N, 4>, 2>);
static_assert(GroupNormalizable<Shape<N, 8>, 4> && !GroupNormalizable<Shape<N, 8>, 3> &&
              !GroupNormalizable<Shape<N, 8>, 4, Shape<7>, Shape<8>>);

// A function object that can be passed on.
template <class Function, class X>
constexpr auto apply(const Function& function, const X& operand) {
  return function(operand);
}
static_assert(is<decltype(apply(log_softmax<-1>, t<float, N, T>())), float, N, T>);

}  // namespace
