// SPDX-License-Identifier: BSL-1.0
// Which layers normalise? Channels by statistics of many batches, or samples by their own.
//
//   BatchNorm2d<C>      [n, c, h, w] -> [n, c, h, w], weight [c], bias [c], running_mean [c], running_var [c]
//   LayerNorm<T, D>     [..., t, d] -> [..., t, d], weight [t, d], bias [t, d]
//   RMSNorm<D>          [..., d] -> [..., d], weight [d]
//   GroupNorm<G, C>     [n, c, ...] -> [n, c, ...], weight [c], bias [c]
//
// In a Sequential the numbers that the input says may be left out: BatchNorm2d(), LayerNorm(), RMSNorm(), GroupNorm<32>().
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/define_struct.hpp>

#include "../ops/batch_norm.hpp"
#include "applies.hpp"
#include "init.hpp"

namespace shapeproof {
namespace detail {

// batch_norm of inputs of so many axes.
template <int Least, int Most>
struct RankedBatchNorm : BatchNorm {
  template <class... Others>
  constexpr Ruling operator()(const ShapeValue& input, const Others&... others) const {
    const Ruling ranks = batch_norm_rank_rule(name, input, {Least, Most}, last_of(others...));
    return ranks.holds ? BatchNorm::operator()(input, others...) : ranks;
  }
};
// Called with the input, epsilon, and the parameters.
template <class Question, class... Arguments>
struct BatchNormOutcome {};
template <class Question, class X, class... Parameters>
struct BatchNormOutcome<Question, X, double, Parameters...> : NormOutcomeOf<Question, X, Parameters...> {};
template <int Least, int Most>
struct BatchNormByStatistics {
  using Question = RankedBatchNorm<Least, Most>;
  template <class... Arguments>
  using Outcome = typename BatchNormOutcome<Question, Arguments...>::type;
  template <class Result, class X, class... Parameters>
  static Result run(X&& x, double epsilon, const Parameters&... parameters) {
    return normalized<Question>(batch_norm(epsilon, parameters...), std::forward<X>(x), parameters...);
  }
};

// running += momentum * (batch - running), of as many as `count` numbers.
inline void follow(float* running, const float* batch, std::int64_t count, double momentum, double factor) {
  for (std::int64_t i = 0; i < count; ++i) {
    running[i] = static_cast<float>((1 - momentum) * running[i] + momentum * factor * batch[i]);
  }
}

template <class Self, int Channels, int LeastRank, int MostRank>
struct BatchNormLayer : Layer<Self> {
  BOOST_HANA_DEFINE_STRUCT(BatchNormLayer, (Tensor<float, Shape<Channels>>, weight),
                           (Tensor<float, Shape<Channels>>, bias), (Tensor<float, Shape<Channels>>, running_mean),
                           (Tensor<float, Shape<Channels>>, running_var),
                           (Tensor<std::int64_t, Shape<>>, num_batches_tracked));
  static constexpr int buffer_count = 3;
  static constexpr Function<BatchNormByStatistics<LeastRank, MostRank>> operation{};
  double eps = 1e-5;
  double momentum = 0.1;

  BatchNormLayer() { reset(); }
  explicit BatchNormLayer(Random& /*random*/) { reset(); }
  void initialize(Random& /*random*/) { reset(); }

  // Inference: by the running statistics.
  template <class X>
  auto forward(X&& x) const -> decltype(operation(std::forward<X>(x), eps, running_mean, running_var, weight, bias)) {
    return operation(std::forward<X>(x), eps, running_mean, running_var, weight, bias);
  }
  // Training: by the batch's own statistics, which come along: {output, mean, variance}. track() takes them in.
  template <class X>
  auto training(X&& x) const -> decltype(batch_norm_training(std::forward<X>(x), weight, bias, eps)) {
    return batch_norm_training(std::forward<X>(x), weight, bias, eps);
  }
  // Moves the running statistics by `momentum`, with the unbiased variance, as PyTorch does.
  template <class Output, class Statistics>
  void track(const BatchNormalized<Output, Statistics>& batch) {
    const auto values = static_cast<double>(batch.output.element_count() / Channels);
    follow(running_mean.writable_data(), batch.mean.data(), Channels, momentum, 1);
    follow(running_var.writable_data(), batch.variance.data(), Channels, momentum, values / (values - 1));
    num_batches_tracked() += 1;
  }

  static constexpr Sentence name() { return named(Channels); }
  static constexpr Sentence would_fit(const ShapeValue& input) {
    if (input.rank < LeastRank || input.rank > MostRank || !input[1].is_known()) return {};
    if (input[1].number == Channels) return {};
    return named(input[1].number);
  }

 private:
  static constexpr Sentence named(std::int64_t channels) { return sentence_of(Self::class_name, '<', channels, '>'); }
  void reset() {
    fill_with(weight, 1.0F);
    fill_with(bias, 0.0F);
    fill_with(running_mean, 0.0F);
    fill_with(running_var, 1.0F);
    num_batches_tracked() = 0;
  }
};

// rms_norm and layer_norm over as many axes as a layer names; an epsilon below 0 stands for PyTorch's "none".
template <class Self, class NormShape>
struct RowNormLayer : Layer<Self> {
  static constexpr int first = -NormShape::rank;
  static constexpr Sentence name() { return named(NormShape::value); }
  static constexpr Sentence would_fit(const ShapeValue& input) {
    if (input.rank < NormShape::rank) return {};
    ShapeValue last;
    for (int axis = input.rank - NormShape::rank; axis < input.rank; ++axis) last.push_back(input[axis].number);
    if (!last.is_known() || last == NormShape::value) return {};
    return named(last);
  }

 private:
  static constexpr Sentence named(const ShapeValue& extents) {
    Sentence name = sentence_of(Self::class_name, '<');
    for (int axis = 0; axis < extents.rank; ++axis) name << (axis > 0 ? ", " : "") << extents[axis].number;
    return name << '>';
  }
};

}  // namespace detail

// BatchNorm2d<C>: images, [n, c, h, w]. BatchNorm1d<C>: [n, c] or [n, c, l]. Without C they stand for a layer of a Sequential.
template <int... Channels>
struct BatchNorm2d {};
template <int Channels>
struct BatchNorm2d<Channels> : detail::BatchNormLayer<BatchNorm2d<Channels>, Channels, 4, 4> {
  using BatchNorm2d::BatchNormLayer::BatchNormLayer;
  static constexpr const char* class_name = "BatchNorm2d";
};
template <int... Channels>
struct BatchNorm1d {};
template <int Channels>
struct BatchNorm1d<Channels> : detail::BatchNormLayer<BatchNorm1d<Channels>, Channels, 2, 3> {
  using BatchNorm1d::BatchNormLayer::BatchNormLayer;
  static constexpr const char* class_name = "BatchNorm1d";
};

// LayerNorm<512>, LayerNorm<16, 64>: over the last axes, which have these extents.
template <int... Extents>
struct LayerNorm : detail::RowNormLayer<LayerNorm<Extents...>, Shape<Extents...>> {
  BOOST_HANA_DEFINE_STRUCT(LayerNorm, (Tensor<float, Shape<Extents...>>, weight),
                           (Tensor<float, Shape<Extents...>>, bias));
  static constexpr const char* class_name = "LayerNorm";
  double eps = 1e-5;  // added to the variance

  LayerNorm() { fill_with(weight, 1.0F); }
  explicit LayerNorm(Random& /*random*/) : LayerNorm() {}
  void initialize(Random& /*random*/) { *this = LayerNorm(); }

  template <class X>
  auto forward(X&& x) const -> decltype(layer_norm<-int{sizeof...(Extents)}>(std::forward<X>(x), weight, bias, eps)) {
    return layer_norm<-int{sizeof...(Extents)}>(std::forward<X>(x), weight, bias, eps);
  }
};
template <>
struct LayerNorm<> {};

// RMSNorm<512>: by the root of the mean square. An epsilon below 0 is the element type's own, PyTorch's default.
template <int... Extents>
struct RMSNorm : detail::RowNormLayer<RMSNorm<Extents...>, Shape<Extents...>> {
  BOOST_HANA_DEFINE_STRUCT(RMSNorm, (Tensor<float, Shape<Extents...>>, weight));
  static constexpr const char* class_name = "RMSNorm";
  double eps = detail::epsilon_of<float>;  // added to the mean of squares

  RMSNorm() { fill_with(weight, 1.0F); }
  explicit RMSNorm(Random& /*random*/) : RMSNorm() {}
  void initialize(Random& /*random*/) { *this = RMSNorm(); }

  template <class X>
  auto forward(X&& x) const -> decltype(rms_norm<-int{sizeof...(Extents)}>(std::forward<X>(x), weight, eps)) {
    return rms_norm<-int{sizeof...(Extents)}>(std::forward<X>(x), weight, eps);
  }
};
template <>
struct RMSNorm<> {};

// GroupNorm<Groups, Channels>: each group of a sample's channels by its own mean and variance.
template <int Groups, int... Channels>
struct GroupNorm {};
template <int Groups, int Channels>
struct GroupNorm<Groups, Channels> : Layer<GroupNorm<Groups, Channels>> {
  BOOST_HANA_DEFINE_STRUCT(GroupNorm, (Tensor<float, Shape<Channels>>, weight), (Tensor<float, Shape<Channels>>, bias));
  double eps = 1e-5;  // added to the variance

  GroupNorm() { fill_with(weight, 1.0F); }
  explicit GroupNorm(Random& /*random*/) : GroupNorm() {}
  void initialize(Random& /*random*/) { *this = GroupNorm(); }

  template <class X>
  auto forward(X&& x) const -> decltype(group_norm<Groups>(std::forward<X>(x), weight, bias, eps)) {
    return group_norm<Groups>(std::forward<X>(x), weight, bias, eps);
  }

  static constexpr Sentence name() { return named(Channels); }
  static constexpr Sentence would_fit(const ShapeValue& input) {
    if (input.rank < 2 || !input[1].is_known() || input[1].number == Channels) return {};
    if (Groups < 1 || input[1].number % Groups != 0) return {};
    return named(input[1].number);
  }

 private:
  static constexpr Sentence named(std::int64_t channels) {
    return sentence_of("GroupNorm<", Groups, ", ", channels, '>');
  }
};

}  // namespace shapeproof
