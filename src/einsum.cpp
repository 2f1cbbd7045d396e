// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/einsum.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_EINSUM(T) template void einsum_kernel<T>(const Contraction&, const T* const*, T*)

SHAPEPROOF_EINSUM(float);
SHAPEPROOF_EINSUM(double);
SHAPEPROOF_EINSUM(half);
SHAPEPROOF_EINSUM(std::complex<float>);
SHAPEPROOF_EINSUM(std::complex<double>);
SHAPEPROOF_EINSUM(unsigned char);
SHAPEPROOF_EINSUM(unsigned short);
SHAPEPROOF_EINSUM(unsigned int);
SHAPEPROOF_EINSUM(unsigned long);
SHAPEPROOF_EINSUM(unsigned long long);

}  // namespace shapeproof::engine
