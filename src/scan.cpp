// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/scan.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_SCAN(Operation, T) template void scan_kernel<Operation, T>(const T*, Whole<T>*, const Along&)
#define SHAPEPROOF_INTEGERS(Each, Operation) \
  Each(Operation, signed char);              \
  Each(Operation, unsigned char);            \
  Each(Operation, short);                    \
  Each(Operation, unsigned short);           \
  Each(Operation, int);                      \
  Each(Operation, unsigned);                 \
  Each(Operation, long);                     \
  Each(Operation, unsigned long);            \
  Each(Operation, long long);                \
  Each(Operation, unsigned long long)
#define SHAPEPROOF_FLOATS(Each, Operation) \
  Each(Operation, half);                   \
  Each(Operation, float);                  \
  Each(Operation, double)
#define SHAPEPROOF_COMPLEX(Each, Operation) \
  Each(Operation, std::complex<float>);     \
  Each(Operation, std::complex<double>)

SHAPEPROOF_INTEGERS(SHAPEPROOF_SCAN, Sum);
SHAPEPROOF_FLOATS(SHAPEPROOF_SCAN, Sum);
SHAPEPROOF_COMPLEX(SHAPEPROOF_SCAN, Sum);
SHAPEPROOF_INTEGERS(SHAPEPROOF_SCAN, Product);
SHAPEPROOF_FLOATS(SHAPEPROOF_SCAN, Product);
SHAPEPROOF_COMPLEX(SHAPEPROOF_SCAN, Product);

}  // namespace shapeproof::engine
