// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/pool.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_MAX_POOL(T)                                   \
  template void max_pool<T>(const T*, T*, const WindowExtents&); \
  template void adaptive_max_pool<T>(const T*, T*, const WindowExtents&)
#define SHAPEPROOF_AVG_POOL(T)                                         \
  template void avg_pool<T>(const T*, T*, const WindowExtents&, bool); \
  template void adaptive_avg_pool<T>(const T*, T*, const WindowExtents&)

SHAPEPROOF_MAX_POOL(bool);
SHAPEPROOF_MAX_POOL(signed char);
SHAPEPROOF_MAX_POOL(unsigned char);
SHAPEPROOF_MAX_POOL(short);
SHAPEPROOF_MAX_POOL(unsigned short);
SHAPEPROOF_MAX_POOL(int);
SHAPEPROOF_MAX_POOL(unsigned);
SHAPEPROOF_MAX_POOL(long);
SHAPEPROOF_MAX_POOL(unsigned long);
SHAPEPROOF_MAX_POOL(long long);
SHAPEPROOF_MAX_POOL(unsigned long long);
SHAPEPROOF_MAX_POOL(half);
SHAPEPROOF_MAX_POOL(float);
SHAPEPROOF_MAX_POOL(double);
SHAPEPROOF_AVG_POOL(half);
SHAPEPROOF_AVG_POOL(float);
SHAPEPROOF_AVG_POOL(double);

}  // namespace shapeproof::engine
