// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/conv.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_CONVOLVE(T)                                                     \
  template void convolve<T>(const T*, const T*, const T*, T*, const Convolution&); \
  template void convolve_transposed<T>(const T*, const T*, const T*, T*, const Convolution&)

SHAPEPROOF_CONVOLVE(float);
SHAPEPROOF_CONVOLVE(double);
SHAPEPROOF_CONVOLVE(half);

}  // namespace shapeproof::engine
