// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/matmul.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_GEMM(T) template void gemm_kernel<T>(const T*, const T*, T*, const Gemm&)

SHAPEPROOF_GEMM(float);
SHAPEPROOF_GEMM(double);
SHAPEPROOF_GEMM(half);
SHAPEPROOF_GEMM(std::complex<float>);
SHAPEPROOF_GEMM(std::complex<double>);
SHAPEPROOF_GEMM(unsigned char);
SHAPEPROOF_GEMM(unsigned short);
SHAPEPROOF_GEMM(unsigned int);
SHAPEPROOF_GEMM(unsigned long);
SHAPEPROOF_GEMM(unsigned long long);

}  // namespace shapeproof::engine
