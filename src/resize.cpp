// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/resize.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_NEAREST(T) template void resize_nearest<T>(const T*, T*, const Resize&)
#define SHAPEPROOF_BILINEAR(T) template void resize_bilinear<T>(const T*, T*, const Resize&, bool)

SHAPEPROOF_NEAREST(bool);
SHAPEPROOF_NEAREST(signed char);
SHAPEPROOF_NEAREST(unsigned char);
SHAPEPROOF_NEAREST(short);
SHAPEPROOF_NEAREST(unsigned short);
SHAPEPROOF_NEAREST(int);
SHAPEPROOF_NEAREST(unsigned);
SHAPEPROOF_NEAREST(long);
SHAPEPROOF_NEAREST(unsigned long);
SHAPEPROOF_NEAREST(long long);
SHAPEPROOF_NEAREST(unsigned long long);
SHAPEPROOF_NEAREST(half);
SHAPEPROOF_NEAREST(float);
SHAPEPROOF_NEAREST(double);
SHAPEPROOF_NEAREST(std::complex<float>);
SHAPEPROOF_NEAREST(std::complex<double>);
SHAPEPROOF_BILINEAR(half);
SHAPEPROOF_BILINEAR(float);
SHAPEPROOF_BILINEAR(double);

}  // namespace shapeproof::engine
