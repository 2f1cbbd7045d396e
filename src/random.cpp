// SPDX-License-Identifier: BSL-1.0
#include <complex>

#include <shapeproof/engine/definitions/random.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_BERNOULLI(T) template void bernoulli<T>(const RandomStart&, T*, std::int64_t, std::uint64_t);
#define SHAPEPROOF_FLOATING(T)                                                    \
  SHAPEPROOF_BERNOULLI(T)                                                         \
  template void uniform<T>(const RandomStart&, T*, std::int64_t, double, double); \
  template void normal<T>(const RandomStart&, T*, std::int64_t, double, double);
#define SHAPEPROOF_INTEGER(T)                                                                  \
  SHAPEPROOF_BERNOULLI(T)                                                                      \
  template void randint<T>(const RandomStart&, T*, std::int64_t, std::int64_t, std::uint64_t); \
  template void randperm<T>(const RandomStart&, T*, std::int64_t);

SHAPEPROOF_BERNOULLI(bool)
SHAPEPROOF_INTEGER(signed char)
SHAPEPROOF_INTEGER(short)
SHAPEPROOF_INTEGER(int)
SHAPEPROOF_INTEGER(long)
SHAPEPROOF_INTEGER(long long)
SHAPEPROOF_INTEGER(unsigned char)
SHAPEPROOF_INTEGER(unsigned short)
SHAPEPROOF_INTEGER(unsigned)
SHAPEPROOF_INTEGER(unsigned long)
SHAPEPROOF_INTEGER(unsigned long long)
SHAPEPROOF_FLOATING(half)
SHAPEPROOF_FLOATING(float)
SHAPEPROOF_FLOATING(double)
SHAPEPROOF_BERNOULLI(std::complex<float>)
SHAPEPROOF_BERNOULLI(std::complex<double>)

#undef SHAPEPROOF_BERNOULLI
#undef SHAPEPROOF_FLOATING
#undef SHAPEPROOF_INTEGER

}  // namespace shapeproof::engine
