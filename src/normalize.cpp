// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/normalize.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_NORMALIZE(T)                                                                              \
  template void normalize_rows<T>(RowNorm, const T*, T*, std::int64_t, std::int64_t, Affine<T>, double);     \
  template void normalize_groups<T>(const T*, T*, const Channels&, std::int64_t, Affine<T>, double);         \
  template void normalize_channels<T>(const T*, T*, const Channels&, const T*, const T*, Affine<T>, double); \
  template void normalize_batch<T>(const T*, T*, const Channels&, T*, T*, Affine<T>, double)

SHAPEPROOF_NORMALIZE(half);
SHAPEPROOF_NORMALIZE(float);
SHAPEPROOF_NORMALIZE(double);

}  // namespace shapeproof::engine
