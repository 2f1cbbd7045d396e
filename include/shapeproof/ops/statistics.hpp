// SPDX-License-Identifier: BSL-1.0
// How far are elements spread, and how long are vectors? var, stddev, norm and logsumexp, over the axes that are named or all.
//
//   var<1>(x)                  [a, b] -> [a]
//   norm<1>(x, 1, keep_axes)   [a, b] -> [a, 1]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "reduce.hpp"

namespace shapeproof {

// What is taken off the count that divides in a variance.
struct Correction {
  double value = 1;  // what is taken off the number of elements
};
// correction(1), the default, estimates the variance of all that the elements are samples of; correction(0) is their own.
constexpr Correction correction(double value) { return {value}; }

// The variance, mean((x - mean(x))^2) * n / (n - correction), with correction 1 unless another is given. NaN where there are
// too few elements, as in PyTorch.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto var(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Variance, sizeof...(Kept), Axes...>(engine::Variance{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto var(const X& x, Kept...) -> detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>>;

// var<1>(x, correction(0)): divided by the number of elements less the correction, which is 1 by itself.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto var(const X& x, Correction correction, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Variance, sizeof...(Kept), Axes...>(engine::Variance{correction.value}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto var(const X& x, Correction, Kept...) -> detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Variance, X, sizeof...(Kept), Axes...>>;

// The standard deviation, sqrt(var(x)). (`std` cannot stand beside namespace std.)
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto stddev(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Deviation, sizeof...(Kept), Axes...>(engine::Deviation{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto stddev(const X& x, Kept...) -> detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>>;

// stddev<1>(x, correction(0)): divided by the number of elements less the correction, which is 1 by itself.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto stddev(const X& x, Correction correction, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Deviation, sizeof...(Kept), Axes...>(engine::Deviation{{correction.value}}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto stddev(const X& x, Correction, Kept...) -> detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Deviation, X, sizeof...(Kept), Axes...>>;

// How long a vector is: sqrt(sum(x^2)), or of another order p, sum(|x|^p)^(1/p). p may be 0 (how many elements are not zero)
// and infinity or -infinity (the largest and the smallest |x|), as in PyTorch's linalg.vector_norm.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto norm(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Norm, sizeof...(Kept), Axes...>(engine::Norm{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto norm(const X& x, Kept...) -> detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>>;

// norm<1>(x, 1): of that order; 2 by itself.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto norm(const X& x, double order, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::Norm, sizeof...(Kept), Axes...>(engine::Norm{order}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto norm(const X& x, double, Kept...) -> detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::Norm, X, sizeof...(Kept), Axes...>>;

// log(sum(exp(x))), without overflow; -infinity of no elements.
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
constexpr auto logsumexp(const X& x, Kept... /*keep_axes*/)
    -> detail::ReduceOutcome<engine::LogSumExp, X, sizeof...(Kept), Axes...>
  requires detail::Fits<detail::ReduceOutcome<engine::LogSumExp, X, sizeof...(Kept), Axes...>>
{
  return detail::reduced<engine::LogSumExp, sizeof...(Kept), Axes...>(engine::LogSumExp{}, x);
}
template <int... Axes, detail::Operand X, class... Kept>
  requires detail::Keep<Kept...>
auto logsumexp(const X& x, Kept...) -> detail::ReduceOutcome<engine::LogSumExp, X, sizeof...(Kept), Axes...>
  requires detail::Refuses<detail::ReduceOutcome<engine::LogSumExp, X, sizeof...(Kept), Axes...>>;

}  // namespace shapeproof
