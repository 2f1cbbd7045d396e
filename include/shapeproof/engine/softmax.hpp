// SPDX-License-Identifier: BSL-1.0
// How is a softmax computed? Around the largest element of each line, so that no exponential overflows.
//
//   softmax(x) = exp(x - max(x)) / sum(exp(x - max(x)))      log_softmax(x) = x - max(x) - log(sum(exp(x - max(x))))
#pragma once

#include "../half.hpp"
#include "along.hpp"
#include "config.hpp"

namespace shapeproof::engine {

// For half, float and double. `out` may be `in`.
template <class T>
void softmax(const T* in, T* out, const Along& along);
template <class T>
void log_softmax(const T* in, T* out, const Along& along);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/softmax.hpp"
#endif
