// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/random.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_BERNOULLI(KERNELS, T) \
  template void bernoulli<T>(const RandomStart&, T*, std::int64_t, std::uint64_t);
#define SHAPEPROOF_FLOATING(KERNELS, T)                                           \
  SHAPEPROOF_BERNOULLI(KERNELS, T)                                                \
  template void uniform<T>(const RandomStart&, T*, std::int64_t, double, double); \
  template void normal<T>(const RandomStart&, T*, std::int64_t, double, double);
#define SHAPEPROOF_INTEGER(KERNELS, T)                                                         \
  SHAPEPROOF_BERNOULLI(KERNELS, T)                                                             \
  template void randint<T>(const RandomStart&, T*, std::int64_t, std::int64_t, std::uint64_t); \
  template void randperm<T>(const RandomStart&, T*, std::int64_t);

SHAPEPROOF_BERNOULLI(random, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_INTEGER, random)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_FLOATING, random)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_BERNOULLI, random)

}  // namespace shapeproof::engine
