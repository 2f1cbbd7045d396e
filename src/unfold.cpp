// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/unfold.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_UNFOLD(T) template void unfold<T>(const T*, T*, const WindowExtents&)
#define SHAPEPROOF_FOLD(T) template void fold<T>(const T*, T*, const WindowExtents&)

SHAPEPROOF_UNFOLD(bool);
SHAPEPROOF_UNFOLD(signed char);
SHAPEPROOF_UNFOLD(unsigned char);
SHAPEPROOF_UNFOLD(short);
SHAPEPROOF_UNFOLD(unsigned short);
SHAPEPROOF_UNFOLD(int);
SHAPEPROOF_UNFOLD(unsigned);
SHAPEPROOF_UNFOLD(long);
SHAPEPROOF_UNFOLD(unsigned long);
SHAPEPROOF_UNFOLD(long long);
SHAPEPROOF_UNFOLD(unsigned long long);
SHAPEPROOF_UNFOLD(half);
SHAPEPROOF_UNFOLD(float);
SHAPEPROOF_UNFOLD(double);
SHAPEPROOF_UNFOLD(std::complex<float>);
SHAPEPROOF_UNFOLD(std::complex<double>);
SHAPEPROOF_FOLD(half);
SHAPEPROOF_FOLD(float);
SHAPEPROOF_FOLD(double);

}  // namespace shapeproof::engine
