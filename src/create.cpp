// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/create.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_INSTANTIATE(KERNELS, T)                           \
  template void fill_large<T>(T*, std::int64_t, const T&);           \
  template void arange_large<T>(T*, std::int64_t, Wide<T>, Wide<T>); \
  template void triangle_large<T>(const T*, T*, std::int64_t, const Triangle&);
#define SHAPEPROOF_INSTANTIATE_FLOATING(KERNELS, T) \
  SHAPEPROOF_INSTANTIATE(KERNELS, T)                \
  template void linspace_large<T>(T*, std::int64_t, double, double);

SHAPEPROOF_INSTANTIATE(create, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_INSTANTIATE, create)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_INSTANTIATE_FLOATING, create)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_INSTANTIATE_FLOATING, create)

}  // namespace shapeproof::engine
