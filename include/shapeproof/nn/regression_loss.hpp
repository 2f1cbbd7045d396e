// SPDX-License-Identifier: BSL-1.0
// How far is a prediction from the numbers that are wanted? PyTorch's functions of these names; shapes must be equal.
//
//   mse_loss(prediction, target)   [a, b], [a, b] -> []: the mean of (prediction - target)^2
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/decimal.hpp"
#include "../ops/compare.hpp"
#include "../ops/numbers.hpp"
#include "../ops/where.hpp"
#include "reduction.hpp"

namespace shapeproof {

// Where a loss goes over from a square to a distance.
constexpr Ruling threshold_rule(const char* operation, const char* word, double threshold, bool may_be_zero,
                                Refusal* why = nullptr) {
  if (threshold > 0 || (threshold == 0 && may_be_zero)) return allow({});
  // run time only: tests/nn/loss.cpp
  return refuse(why) << operation << ": " << word << " is " << detail::Decimal{threshold} << "; "
                     << (may_be_zero ? "at least 0" : "more than 0") << " is wanted";
}

namespace detail {

inline void check_threshold(const char* operation, const char* word, double threshold, bool may_be_zero) {
  Refusal why;
  if (!threshold_rule(operation, word, threshold, may_be_zero, &why).holds) throw ShapeError(why);
}

struct MseLoss {
  static constexpr const char* name = "mse_loss";
  template <class... Options>
  static constexpr bool takes = other_options<Options...> == 0;
  template <class P, class T, class... Options>
  static auto each(const P& prediction, const T& target, const Options&...) {
    return square(prediction - target);
  }
};

struct L1Loss {
  static constexpr const char* name = "l1_loss";
  template <class... Options>
  static constexpr bool takes = other_options<Options...> == 0;
  template <class P, class T, class... Options>
  static auto each(const P& prediction, const T& target, const Options&...) {
    return abs(prediction - target);
  }
};

// Nothing but a number, or not even that.
template <class... Options>
inline constexpr bool is_number_option =
    other_options<Options...> <= 1 && other_options<Options...> == (std::is_arithmetic_v<Options> + ... + 0);

// |d| where it is far, a parabola of the same slope where it is near.
template <class P, class T>
auto smooth_distance(const P& prediction, const T& target, double threshold, double near_factor, double far_factor) {
  const auto distance = abs(prediction - target);
  return where(lt(distance, threshold), square(distance) * near_factor, (distance - 0.5 * threshold) * far_factor);
}

struct SmoothL1Loss {
  static constexpr const char* name = "smooth_l1_loss";
  template <class... Options>
  static constexpr bool takes = is_number_option<Options...>;
  template <class P, class T, class... Options>
  static auto each(const P& prediction, const T& target, const Options&... options) {
    const double beta = number_in(1, options...);
    check_threshold(name, "beta", beta, true);
    return smooth_distance(prediction, target, beta, beta == 0 ? 0 : 0.5 / beta, 1);
  }
};

struct HuberLoss {
  static constexpr const char* name = "huber_loss";
  template <class... Options>
  static constexpr bool takes = is_number_option<Options...>;
  template <class P, class T, class... Options>
  static auto each(const P& prediction, const T& target, const Options&... options) {
    const double delta = number_in(1, options...);
    check_threshold(name, "delta", delta, false);
    return smooth_distance(prediction, target, delta, 0.5, delta);
  }
};

}  // namespace detail

// mse_loss(prediction, target), ...(prediction, target, reduction::sum): (p - t)^2. Elements are half, float or double, the
// same on both sides.
inline constexpr detail::Function<detail::LossOperation<detail::MseLoss>> mse_loss;
// l1_loss(prediction, target): |p - t|.
inline constexpr detail::Function<detail::LossOperation<detail::L1Loss>> l1_loss;
// smooth_l1_loss(prediction, target, beta): (p - t)^2 / (2 * beta) below beta, |p - t| - beta / 2 from there on; beta is 1
// unless said. Throws ShapeError where it is negative.
inline constexpr detail::Function<detail::LossOperation<detail::SmoothL1Loss>> smooth_l1_loss;
// huber_loss(prediction, target, delta): delta times the former. Throws ShapeError where delta is not positive.
inline constexpr detail::Function<detail::LossOperation<detail::HuberLoss>> huber_loss;

}  // namespace shapeproof
