// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/softmax.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_SOFTMAX(T)                           \
  template void softmax<T>(const T*, T*, const Along&); \
  template void log_softmax<T>(const T*, T*, const Along&)

SHAPEPROOF_SOFTMAX(half);
SHAPEPROOF_SOFTMAX(float);
SHAPEPROOF_SOFTMAX(double);

}  // namespace shapeproof::engine
