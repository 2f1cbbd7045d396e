// SPDX-License-Identifier: BSL-1.0
#include <complex>

#include <shapeproof/engine/definitions/create.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_INSTANTIATE(T)                                    \
  template void fill_large<T>(T*, std::int64_t, const T&);           \
  template void arange_large<T>(T*, std::int64_t, Wide<T>, Wide<T>); \
  template void triangle_large<T>(const T*, T*, std::int64_t, const Triangle&);
#define SHAPEPROOF_INSTANTIATE_FLOATING(T) \
  SHAPEPROOF_INSTANTIATE(T)                \
  template void linspace_large<T>(T*, std::int64_t, double, double);

SHAPEPROOF_INSTANTIATE(bool)
SHAPEPROOF_INSTANTIATE(signed char)
SHAPEPROOF_INSTANTIATE(short)
SHAPEPROOF_INSTANTIATE(int)
SHAPEPROOF_INSTANTIATE(long)
SHAPEPROOF_INSTANTIATE(long long)
SHAPEPROOF_INSTANTIATE(unsigned char)
SHAPEPROOF_INSTANTIATE(unsigned short)
SHAPEPROOF_INSTANTIATE(unsigned)
SHAPEPROOF_INSTANTIATE(unsigned long)
SHAPEPROOF_INSTANTIATE(unsigned long long)
SHAPEPROOF_INSTANTIATE_FLOATING(half)
SHAPEPROOF_INSTANTIATE_FLOATING(float)
SHAPEPROOF_INSTANTIATE_FLOATING(double)
SHAPEPROOF_INSTANTIATE_FLOATING(std::complex<float>)
SHAPEPROOF_INSTANTIATE_FLOATING(std::complex<double>)

#undef SHAPEPROOF_INSTANTIATE
#undef SHAPEPROOF_INSTANTIATE_FLOATING

}  // namespace shapeproof::engine
