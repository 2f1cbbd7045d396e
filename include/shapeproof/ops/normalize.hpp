// SPDX-License-Identifier: BSL-1.0
// How are the last axes of each sample normalised? By their own mean and variance, or by their own mean square.
//
//   layer_norm<-1>(x, weight, bias)   [n, t, d], [d], [d] -> [n, t, d]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/normalize.hpp"
#include "../rules/normalize.hpp"
#include "operand.hpp"

namespace shapeproof {
namespace detail {

struct ByWeightAndBias {
  static constexpr const char* words[] = {"weight", "bias"};
};
// Calls rule(parameters, how many, why); the last argument is `why`.
template <class Words, class Rule>
constexpr Ruling with_parameters(const Rule& rule, Refusal* why) {
  return rule(nullptr, 0, why);
}
template <class Words, class Rule>
constexpr Ruling with_parameters(const Rule& rule, const ShapeValue& a, Refusal* why) {
  const Parameter parameters[] = {{Words::words[0], a}};
  return rule(parameters, 1, why);
}
template <class Words, class Rule>
constexpr Ruling with_parameters(const Rule& rule, const ShapeValue& a, const ShapeValue& b, Refusal* why) {
  const Parameter parameters[] = {{Words::words[0], a}, {Words::words[1], b}};
  return rule(parameters, 2, why);
}
template <engine::RowNorm Kind, int First>
struct RowNorm : ByWeightAndBias {
  static constexpr const char* name = Kind == engine::RowNorm::layer ? "layer_norm" : "rms_norm";
  template <class... Others>
  constexpr Ruling operator()(const ShapeValue& input, const Others&... others) const {
    const auto rule = [&](const Parameter* parameters, int count, Refusal* why) {
      return layer_norm_rule(name, input, First, parameters, count, why);
    };
    return with_parameters<ByWeightAndBias>(rule, others...);
  }
};

// Floating point, and the same in the input and all parameters.
template <class Question, class T, class... Others>
struct NormElements {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = wanted_rule(Question::name, Wanted::reals, element_type<T>, why);
    int i = 0;
    (void)((ruling.holds && (ruling = parameter_element_rule(Question::name, Question::words[i++], element_type<T>,
                                                             element_type<Others>, why))
                                .holds) &&
           ...);
    return ruling;
  }
};

template <class Question, class X, class... Parameters>
struct NormOutcomeOf
    : OutcomeIf<NormElements<Question, ElementIn<X>, ElementIn<Parameters>...>, Question, X, Parameters...> {};
template <class Question, class X, class... Parameters>
using NormOutcome = typename NormOutcomeOf<Question, std::remove_cvref_t<X>, Parameters...>::type;

template <class X>
concept OperandArgument = Operand<std::remove_cvref_t<X>>;

// PyTorch's default for rms_norm: the distance from 1 to the next number.
template <class T>
inline constexpr double epsilon_of = 0x1p-23;
template <>
inline constexpr double epsilon_of<double> = 0x1p-52;
template <>
inline constexpr double epsilon_of<half> = 0x1p-10;

template <class T>
constexpr engine::Affine<T> affine() {
  return {};
}
template <class T, class Weight>
constexpr engine::Affine<T> affine(const Weight& weight) {
  return {weight.data()};
}
template <class T, class Weight, class Bias>
constexpr engine::Affine<T> affine(const Weight& weight, const Bias& bias) {
  return {weight.data(), bias.data()};
}

// The result, where the input lay if that may be written, else elsewhere; compute(in, out, extents) fills it.
template <class Question, class Compute, class X, class... Parameters>
NormOutcome<Question, X, Parameters...> normalized(const Compute& compute, X&& x, const Parameters&... parameters) {
  const Extents extents = settle(Question{}, x, parameters...);
  const auto* in = x.data();
  auto result = reuse<NormOutcome<Question, X, Parameters...>>(extents, std::forward<X>(x));
  compute(in, fresh(result), extents);
  return result;
}

template <engine::RowNorm Kind, int First, class... Parameters>
auto row_norm(double epsilon, const Parameters&... parameters) {
  return [&, epsilon](const auto* in, auto* out, const Extents& extents) {
    using Number = std::remove_cvref_t<decltype(*out)>;
    const int first = from_front(First, extents.rank);
    engine::normalize_rows(Kind, in, out, extents.count(0, first), extents.count(first, extents.rank),
                           affine<Number>(parameters...), epsilon);
  };
}

}  // namespace detail

// Whether the axes from First on can be normalised, by parameters of these shapes. All are shapes, or tensors of these.
template <class From, int First, class... Parameters>
concept LayerNormalizable = detail::HoldsFor<detail::RowNorm<engine::RowNorm::layer, First>, From, Parameters...>;

// layer_norm<2>(x, weight, bias): over the axes from First on, together, as flatten<2>(x) would merge them; the last axis
// unless another is named. Weight and bias have the shape of these axes.
template <int First = -1, detail::OperandArgument X>
auto layer_norm(X&& x, double epsilon = 1e-5) -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X>
  requires detail::Fits<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X>>
{
  return detail::normalized<detail::RowNorm<engine::RowNorm::layer, First>>(
      detail::row_norm<engine::RowNorm::layer, First>(epsilon), std::forward<X>(x));
}
template <int First = -1, detail::OperandArgument X>
auto layer_norm(X&& x, double epsilon = 1e-5) -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X>
  requires detail::Refuses<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X>>;

// The same, times a weight of the shape of the normalised axes.
template <int First = -1, detail::OperandArgument X, detail::Operand Weight>
auto layer_norm(X&& x, const Weight& weight, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight>
  requires detail::Fits<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight>>
{
  return detail::normalized<detail::RowNorm<engine::RowNorm::layer, First>>(
      detail::row_norm<engine::RowNorm::layer, First>(epsilon, weight), std::forward<X>(x), weight);
}
template <int First = -1, detail::OperandArgument X, detail::Operand Weight>
auto layer_norm(X&& x, const Weight&, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight>
  requires detail::Refuses<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight>>;

// The same, times a weight and plus a bias, both of the shape of the normalised axes.
template <int First = -1, detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto layer_norm(X&& x, const Weight& weight, const Bias& bias, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight, Bias>
  requires detail::Fits<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight, Bias>>
{
  return detail::normalized<detail::RowNorm<engine::RowNorm::layer, First>>(
      detail::row_norm<engine::RowNorm::layer, First>(epsilon, weight, bias), std::forward<X>(x), weight, bias);
}
template <int First = -1, detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto layer_norm(X&& x, const Weight&, const Bias&, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight, Bias>
  requires detail::Refuses<detail::NormOutcome<detail::RowNorm<engine::RowNorm::layer, First>, X, Weight, Bias>>;

// rms_norm<2>(x, weight): x / sqrt(mean(x^2) + epsilon) * weight, over the axes from First on.
template <int First = -1, detail::OperandArgument X>
auto rms_norm(X&& x, double epsilon = detail::epsilon_of<detail::ElementIn<std::remove_cvref_t<X>>>)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X>
  requires detail::Fits<detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X>>
{
  return detail::normalized<detail::RowNorm<engine::RowNorm::rms, First>>(
      detail::row_norm<engine::RowNorm::rms, First>(epsilon), std::forward<X>(x));
}
template <int First = -1, detail::OperandArgument X>
auto rms_norm(X&& x, double epsilon = detail::epsilon_of<detail::ElementIn<std::remove_cvref_t<X>>>)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X>
  requires detail::Refuses<detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X>>;

// The same, times a weight of the shape of the normalised axes.
template <int First = -1, detail::OperandArgument X, detail::Operand Weight>
auto rms_norm(X&& x, const Weight& weight,
              double epsilon = detail::epsilon_of<detail::ElementIn<std::remove_cvref_t<X>>>)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X, Weight>
  requires detail::Fits<detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X, Weight>>
{
  return detail::normalized<detail::RowNorm<engine::RowNorm::rms, First>>(
      detail::row_norm<engine::RowNorm::rms, First>(epsilon, weight), std::forward<X>(x), weight);
}
template <int First = -1, detail::OperandArgument X, detail::Operand Weight>
auto rms_norm(X&& x, const Weight&, double epsilon = detail::epsilon_of<detail::ElementIn<std::remove_cvref_t<X>>>)
    -> detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X, Weight>
  requires detail::Refuses<detail::NormOutcome<detail::RowNorm<engine::RowNorm::rms, First>, X, Weight>>;

namespace detail {

template <int First, class Out, class X, class... Parameters>
using LayerNormIntoOutcome =
    IntoOutcome<ElementIn<X>,
                NormElements<RowNorm<engine::RowNorm::layer, First>, ElementIn<X>, ElementIn<Parameters>...>,
                RowNorm<engine::RowNorm::layer, First>, Out, X, Parameters...>;

}  // namespace detail

// layer_norm_into<2>(out, x, weight, bias): written into a tensor of x's shape and element type; out may be x.
template <int First = -1, detail::Operand Out, detail::Operand X>
auto layer_norm_into(Out& out, const X& x, double epsilon = 1e-5) -> detail::LayerNormIntoOutcome<First, Out, X>
  requires detail::Fits<detail::LayerNormIntoOutcome<First, Out, X>>
{
  const auto compute = detail::row_norm<engine::RowNorm::layer, First>(epsilon);
  const auto write = [&](auto* to) { compute(x.data(), to, x.extents()); };
  detail::into<detail::Kernel::of_each_element>(detail::RowNorm<engine::RowNorm::layer, First>{}, out, write, x);
}
template <int First = -1, detail::Operand Out, detail::Operand X>
auto layer_norm_into(Out& out, const X& x, double epsilon = 1e-5) -> detail::LayerNormIntoOutcome<First, Out, X>
  requires detail::Refuses<detail::LayerNormIntoOutcome<First, Out, X>>;

// The same, times a weight and plus a bias, both of the shape of the normalised axes.
template <int First = -1, detail::Operand Out, detail::Operand X, detail::Operand Weight, detail::Operand Bias>
auto layer_norm_into(Out& out, const X& x, const Weight& weight, const Bias& bias, double epsilon = 1e-5)
    -> detail::LayerNormIntoOutcome<First, Out, X, Weight, Bias>
  requires detail::Fits<detail::LayerNormIntoOutcome<First, Out, X, Weight, Bias>>
{
  const auto compute = detail::row_norm<engine::RowNorm::layer, First>(epsilon, weight, bias);
  const auto write = [&](auto* to) { compute(x.data(), to, x.extents()); };
  detail::into<detail::Kernel::of_each_element>(detail::RowNorm<engine::RowNorm::layer, First>{}, out, write, x, weight,
                                                bias);
}
template <int First = -1, detail::Operand Out, detail::Operand X, detail::Operand Weight, detail::Operand Bias>
auto layer_norm_into(Out& out, const X& x, const Weight&, const Bias&, double epsilon = 1e-5)
    -> detail::LayerNormIntoOutcome<First, Out, X, Weight, Bias>
  requires detail::Refuses<detail::LayerNormIntoOutcome<First, Out, X, Weight, Bias>>;

}  // namespace shapeproof
