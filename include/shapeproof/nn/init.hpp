// SPDX-License-Identifier: BSL-1.0
// With which numbers does a layer begin? Those that PyTorch's layers draw, from a stream that the caller gives:
//
//   kaiming_uniform   [-b, b), b = 1 / sqrt(fan_in)                   torch.nn.init.kaiming_uniform_ with a = sqrt(5)
//   xavier_uniform    [-b, b), b = sqrt(6 / (fan_in + fan_out))       torch.nn.init.xavier_uniform_
//
// The numbers are those of Random, not PyTorch's own: only their distribution is the same.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../create.hpp"
#include "../random.hpp"

namespace shapeproof {

// A layer that is made without a Random draws from Random(default_seed): equal layers begin equal. initialize(model, random)
// and sequential<...>(random, ...) draw a whole model from one stream.
inline constexpr std::uint64_t default_seed = 0;

// Draws each element from [-bound, bound).
template <class T, class S>
void fill_uniform(Tensor<T, S>& parameter, double bound, Random& random) {
  parameter = uniform<T, S>(random, {.low = -bound, .high = bound});
}
// Draws each element from the normal distribution.
template <class T, class S>
void fill_normal(Tensor<T, S>& parameter, double mean, double stddev, Random& random) {
  parameter = normal<T, S>(random, {.mean = mean, .stddev = stddev});
}
// Gives each element the value.
template <class T, class S>
void fill_with(Tensor<T, S>& parameter, T value) {
  parameter = full<T, S>(value);
}

// What PyTorch calls kaiming_uniform_(a = sqrt(5)): gain sqrt(2 / (1 + 5)), bound gain * sqrt(3 / fan_in).
template <class T, class S>
void kaiming_uniform(Tensor<T, S>& parameter, std::int64_t fan_in, Random& random) {
  fill_uniform(parameter, fan_in > 0 ? 1 / __builtin_sqrt(static_cast<double>(fan_in)) : 0, random);
}
// Glorot and Bengio 2010: bound sqrt(6 / (fan_in + fan_out)).
template <class T, class S>
void xavier_uniform(Tensor<T, S>& parameter, std::int64_t fan_in, std::int64_t fan_out, Random& random) {
  fill_uniform(parameter, __builtin_sqrt(6 / static_cast<double>(fan_in + fan_out)), random);
}

}  // namespace shapeproof
