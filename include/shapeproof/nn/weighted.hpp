// SPDX-License-Identifier: BSL-1.0
// Which parameters do most layers have? A weight and, unless they are told otherwise, a bias.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/define_struct.hpp>

#include "applies.hpp"
#include "init.hpp"

namespace shapeproof::detail {

template <auto... Options>
inline constexpr bool has_bias = !window_options(Option::kernel, Options...).has(Option::no_bias);

template <bool HasBias, class Weight, class Bias>
struct Weighted {
  BOOST_HANA_DEFINE_STRUCT(Weighted, (Tensor<float, Weight>, weight), (Tensor<float, Bias>, bias));

 protected:
  // As PyTorch's layers begin: both within 1 / sqrt(fan_in).
  void fill(std::int64_t fan_in, Random& random) {
    kaiming_uniform(weight, fan_in, random);
    kaiming_uniform(bias, fan_in, random);
  }
  // op(x, weight, bias)
  template <class Operation, class X>
  constexpr auto weigh(const Operation& operation, X&& x) const
      -> decltype(operation(std::forward<X>(x), weight, bias)) {
    return operation(std::forward<X>(x), weight, bias);
  }
};
template <class Weight, class Bias>
struct Weighted<false, Weight, Bias> {
  BOOST_HANA_DEFINE_STRUCT(Weighted, (Tensor<float, Weight>, weight));

 protected:
  void fill(std::int64_t fan_in, Random& random) { kaiming_uniform(weight, fan_in, random); }
  template <class Operation, class X>
  constexpr auto weigh(const Operation& operation, X&& x) const -> decltype(operation(std::forward<X>(x), weight)) {
    return operation(std::forward<X>(x), weight);
  }
};

}  // namespace shapeproof::detail
