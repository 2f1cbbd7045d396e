// SPDX-License-Identifier: BSL-1.0
// How are channels normalised? Each by its mean and variance in a batch, which are given or computed, or in groups by those
// of each sample.
//
//   batch_norm(x, mean, variance, weight, bias)   [n, c, h, w], [c], ... -> [n, c, h, w]
//   group_norm<4>(x, weight, bias)                [n, c, h, w], [c], [c] -> [n, c, h, w]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "normalize.hpp"

namespace shapeproof {
namespace detail {

struct ByStatistics {
  static constexpr const char* words[] = {"mean", "variance", "weight", "bias"};
};

template <class Words, class Rule>
constexpr Ruling with_parameters(const Rule& rule, const ShapeValue& a, const ShapeValue& b, const ShapeValue& c,
                                 const ShapeValue& d, Refusal* why) {
  const Parameter parameters[] = {
      {Words::words[0], a}, {Words::words[1], b}, {Words::words[2], c}, {Words::words[3], d}};
  return rule(parameters, 4, why);
}

struct BatchNorm : ByStatistics {
  static constexpr const char* name = "batch_norm";
  template <class... Others>
  constexpr Ruling operator()(const ShapeValue& input, const Others&... others) const {
    const auto rule = [&](const Parameter* parameters, int count, Refusal* why) {
      return batch_norm_rule(name, input, parameters, count, why);
    };
    return with_parameters<ByStatistics>(rule, others...);
  }
};

// The result's shape, or that of the statistics: one number for each channel.
template <bool OfChannels>
struct BatchNormTraining : ByWeightAndBias {
  static constexpr const char* name = "batch_norm_training";
  template <class... Others>
  constexpr Ruling operator()(const ShapeValue& input, const Others&... others) const {
    const auto rule = [&](const Parameter* parameters, int count, Refusal* why) {
      Ruling ruling = batch_statistics_rule(name, input, parameters, count, why);
      if (OfChannels && ruling.holds) ruling.result = ShapeValue(ruling.result[1]);
      return ruling;
    };
    return with_parameters<ByWeightAndBias>(rule, others...);
  }
};

template <int Groups>
struct GroupNorm : ByWeightAndBias {
  static constexpr const char* name = "group_norm";
  template <class... Others>
  constexpr Ruling operator()(const ShapeValue& input, const Others&... others) const {
    const auto rule = [&](const Parameter* parameters, int count, Refusal* why) {
      return group_norm_rule(name, input, Groups, parameters, count, why);
    };
    return with_parameters<ByWeightAndBias>(rule, others...);
  }
};

template <int Groups, class... Parameters>
auto group_norm(double epsilon, const Parameters&... parameters) {
  return [&, epsilon](const auto* in, auto* out, const Extents& extents) {
    using Number = std::remove_cvref_t<decltype(*out)>;
    engine::normalize_groups(in, out, engine::channels_of(extents), Groups, affine<Number>(parameters...), epsilon);
  };
}

template <class Mean, class Variance, class... Parameters>
auto batch_norm(double epsilon, const Mean& mean, const Variance& variance, const Parameters&... parameters) {
  return [&, epsilon](const auto* in, auto* out, const Extents& extents) {
    using Number = std::remove_cvref_t<decltype(*out)>;
    engine::normalize_channels(in, out, engine::channels_of(extents), mean.data(), variance.data(),
                               affine<Number>(parameters...), epsilon);
  };
}

}  // namespace detail

// What batch_norm_training returns: the output, and for each channel the mean and the variance that it was computed with.
// The variance divides by the count n of a channel's values; PyTorch's running variance takes variance * n / (n - 1).
template <class Output, class Statistics>
struct BatchNormalized {
  Output output;        // of the input's shape
  Statistics mean;      // [c]
  Statistics variance;  // [c], divided by the number of elements
};

namespace detail {

template <class Output, class X, class... Parameters>
struct TrainingOutcomeOf {
  using type =
      BatchNormalized<Output, typename OutcomeOf<ElementIn<X>, BatchNormTraining<true>, X, Parameters...>::type>;
};
template <class Output, class X, class... Parameters>
  requires is_refused<Output>
struct TrainingOutcomeOf<Output, X, Parameters...> {
  using type = Output;
};
template <class X, class... Parameters>
using TrainingOutcome = typename TrainingOutcomeOf<NormOutcome<BatchNormTraining<false>, X, Parameters...>,
                                                   std::remove_cvref_t<X>, Parameters...>::type;

template <class X, class... Parameters>
TrainingOutcome<X, Parameters...> batch_norm_training(double epsilon, X&& x, const Parameters&... parameters) {
  using Result = TrainingOutcome<X, Parameters...>;
  using Statistics = decltype(Result::mean);
  Extents channels;
  channels.rank = 1;
  channels[0] = settle(BatchNormTraining<false>{}, x, parameters...)[1];
  auto mean = uninitialized<Statistics>(channels);
  auto variance = uninitialized<Statistics>(channels);
  const auto compute = [&](const auto* in, auto* out, const Extents& extents) {
    using Number = std::remove_cvref_t<decltype(*out)>;
    engine::normalize_batch(in, out, engine::channels_of(extents), fresh(mean), fresh(variance),
                            affine<Number>(parameters...), epsilon);
  };
  auto output = normalized<BatchNormTraining<false>>(compute, std::forward<X>(x), parameters...);
  return {std::move(output), std::move(mean), std::move(variance)};
}

}  // namespace detail

// Whether Groups divides the channels, and parameters fit them.
template <class From, int Groups, class... Parameters>
concept GroupNormalizable = detail::HoldsFor<detail::GroupNorm<Groups>, From, Parameters...>;

// group_norm<4>(x, weight, bias): over each of Groups groups of channels (axis 1) of each sample. Groups divides the channels.
template <int Groups, detail::OperandArgument X>
auto group_norm(X&& x, double epsilon = 1e-5) -> detail::NormOutcome<detail::GroupNorm<Groups>, X>
  requires detail::Fits<detail::NormOutcome<detail::GroupNorm<Groups>, X>>
{
  return detail::normalized<detail::GroupNorm<Groups>>(detail::group_norm<Groups>(epsilon), std::forward<X>(x));
}
template <int Groups, detail::OperandArgument X>
auto group_norm(X&& x, double epsilon = 1e-5) -> detail::NormOutcome<detail::GroupNorm<Groups>, X>
  requires detail::Refuses<detail::NormOutcome<detail::GroupNorm<Groups>, X>>;

// The same, times a weight and plus a bias for each channel, [c].
template <int Groups, detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto group_norm(X&& x, const Weight& weight, const Bias& bias, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::GroupNorm<Groups>, X, Weight, Bias>
  requires detail::Fits<detail::NormOutcome<detail::GroupNorm<Groups>, X, Weight, Bias>>
{
  return detail::normalized<detail::GroupNorm<Groups>>(detail::group_norm<Groups>(epsilon, weight, bias),
                                                       std::forward<X>(x), weight, bias);
}
template <int Groups, detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto group_norm(X&& x, const Weight&, const Bias&, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::GroupNorm<Groups>, X, Weight, Bias>
  requires detail::Refuses<detail::NormOutcome<detail::GroupNorm<Groups>, X, Weight, Bias>>;

// batch_norm(x, mean, variance, weight, bias): each channel (axis 1) by statistics that are given, as in inference.
template <detail::OperandArgument X, detail::Operand Mean, detail::Operand Variance>
auto batch_norm(X&& x, const Mean& mean, const Variance& variance, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::BatchNorm, X, Mean, Variance>
  requires detail::Fits<detail::NormOutcome<detail::BatchNorm, X, Mean, Variance>>
{
  return detail::normalized<detail::BatchNorm>(detail::batch_norm(epsilon, mean, variance), std::forward<X>(x), mean,
                                               variance);
}
template <detail::OperandArgument X, detail::Operand Mean, detail::Operand Variance>
auto batch_norm(X&& x, const Mean&, const Variance&, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::BatchNorm, X, Mean, Variance>
  requires detail::Refuses<detail::NormOutcome<detail::BatchNorm, X, Mean, Variance>>;

// The same, times a weight and plus a bias for each channel, [c].
template <detail::OperandArgument X, detail::Operand Mean, detail::Operand Variance, detail::Operand Weight,
          detail::Operand Bias>
auto batch_norm(X&& x, const Mean& mean, const Variance& variance, const Weight& weight, const Bias& bias,
                double epsilon = 1e-5) -> detail::NormOutcome<detail::BatchNorm, X, Mean, Variance, Weight, Bias>
  requires detail::Fits<detail::NormOutcome<detail::BatchNorm, X, Mean, Variance, Weight, Bias>>
{
  return detail::normalized<detail::BatchNorm>(detail::batch_norm(epsilon, mean, variance, weight, bias),
                                               std::forward<X>(x), mean, variance, weight, bias);
}
template <detail::OperandArgument X, detail::Operand Mean, detail::Operand Variance, detail::Operand Weight,
          detail::Operand Bias>
auto batch_norm(X&& x, const Mean&, const Variance&, const Weight&, const Bias&, double epsilon = 1e-5)
    -> detail::NormOutcome<detail::BatchNorm, X, Mean, Variance, Weight, Bias>
  requires detail::Refuses<detail::NormOutcome<detail::BatchNorm, X, Mean, Variance, Weight, Bias>>;

// batch_norm_training(x, weight, bias): each channel by its own mean and variance in the batch, which come along. A channel
// of one value is refused, as in PyTorch.
template <detail::OperandArgument X>
auto batch_norm_training(X&& x, double epsilon = 1e-5) -> detail::TrainingOutcome<X>
  requires detail::Fits<detail::TrainingOutcome<X>>
{
  return detail::batch_norm_training(epsilon, std::forward<X>(x));
}
template <detail::OperandArgument X>
auto batch_norm_training(X&& x, double epsilon = 1e-5) -> detail::TrainingOutcome<X>
  requires detail::Refuses<detail::TrainingOutcome<X>>;

// The same, times a weight and plus a bias for each channel, [c].
template <detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto batch_norm_training(X&& x, const Weight& weight, const Bias& bias, double epsilon = 1e-5)
    -> detail::TrainingOutcome<X, Weight, Bias>
  requires detail::Fits<detail::TrainingOutcome<X, Weight, Bias>>
{
  return detail::batch_norm_training(epsilon, std::forward<X>(x), weight, bias);
}
template <detail::OperandArgument X, detail::Operand Weight, detail::Operand Bias>
auto batch_norm_training(X&& x, const Weight&, const Bias&, double epsilon = 1e-5)
    -> detail::TrainingOutcome<X, Weight, Bias>
  requires detail::Refuses<detail::TrainingOutcome<X, Weight, Bias>>;

}  // namespace shapeproof
