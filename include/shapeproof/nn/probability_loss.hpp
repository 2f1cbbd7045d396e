// SPDX-License-Identifier: BSL-1.0
// How far is a predicted probability from the one that is wanted? PyTorch's functions of these names.
//
//   binary_cross_entropy_with_logits(logits, target)   [a, b], [a, b] -> []
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/activation.hpp"
#include "../ops/compare.hpp"
#include "../ops/index.hpp"
#include "../ops/math.hpp"
#include "../ops/numbers.hpp"
#include "../ops/where.hpp"
#include "reduction.hpp"

namespace shapeproof {

struct LogTarget {};
// As an option of kl_div: the target holds logarithms too.
inline constexpr LogTarget log_target;

// What is said of the element that is no probability; `position` says where it stands.
constexpr Ruling probability_rule(const char* operation, bool is_one, const ShapeValue& position,
                                  Refusal* why = nullptr) {
  if (is_one) return allow({});
  // run time only: tests/nn/loss.cpp
  return refuse(why) << operation << ": the prediction at " << AsList{position}
                     << " is no probability, which are 0 to 1; " << operation << "_with_logits takes other numbers";
}

namespace detail {

template <class X>
void check_probabilities(const char* operation, const X& x) {
  for (std::int64_t i = 0; i < x.element_count(); ++i) {
    const auto value = static_cast<double>(x.data()[i]);
    Refusal why;
    const bool is_one = value >= 0 && value <= 1;
    if (!is_one && !probability_rule(operation, is_one, index_at(x.extents(), i), &why).holds) throw ShapeError(why);
  }
}

struct BinaryCrossEntropy {
  static constexpr const char* name = "binary_cross_entropy";
  template <class... Options>
  static constexpr bool takes = other_options<Options...> == 0;
  // PyTorch holds logarithms at -100, so that no loss is infinite.
  template <class P, class T, class... Options>
  static auto each(const P& prediction, const T& target, const Options&...) {
    check_probabilities(name, prediction);
    return (target - 1) * shapeproof::maximum(log1p(-prediction), -100) -
           target * shapeproof::maximum(log(prediction), -100);
  }
};

struct BinaryCrossEntropyWithLogits {
  static constexpr const char* name = "binary_cross_entropy_with_logits";
  template <class... Options>
  static constexpr bool takes = other_options<Options...> == 0;
  template <class P, class T, class... Options>
  static auto each(const P& logits, const T& target, const Options&...) {
    return relu(logits) - logits * target + log1p(exp(-abs(logits)));
  }
};

struct KlDivergence {
  static constexpr const char* name = "kl_div";
  template <class... Options>
  static constexpr bool takes = other_options<Options...> == (std::is_same_v<Options, LogTarget> + ... + 0);

  // 0 * log(0) is 0.
  template <class P, class T, class... Options>
  static auto each(const P& input, const T& target, const Options&...) {
    return where(eq(target, 0), 0, target * log(target)) - target * input;
  }
  template <class P, class T, class... Options>
  static auto each(const P& input, const T& target, LogTarget, const Options&...) {
    return exp(target) * (target - input);
  }
};

}  // namespace detail

// binary_cross_entropy(prediction, target): -(t * log(p) + (1 - t) * log(1 - p)), logarithms of at least -100. Throws
// ShapeError where an element of the prediction is not between 0 and 1.
inline constexpr detail::Function<detail::LossOperation<detail::BinaryCrossEntropy>> binary_cross_entropy;
// binary_cross_entropy_with_logits(logits, target): the same of sigmoid(logits), exact for large ones too.
inline constexpr detail::Function<detail::LossOperation<detail::BinaryCrossEntropyWithLogits>>
    binary_cross_entropy_with_logits;
// kl_div(input, target), kl_div(input, target, log_target, reduction::batch_mean): t * (log(t) - x), where the input x
// holds logarithms of probabilities, and the target probabilities, or logarithms too.
inline constexpr detail::Function<detail::LossOperation<detail::KlDivergence>> kl_div;

}  // namespace shapeproof
