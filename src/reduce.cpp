// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/reduce.hpp>

#include <complex>

namespace shapeproof::engine {

#define SHAPEPROOF_REDUCE(Operation, T) \
  template void reduce_kernel<Operation, T>(const Operation&, const T*, const Runs&, Operation::Result<T>*)
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

SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, Sum);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Sum);
SHAPEPROOF_COMPLEX(SHAPEPROOF_REDUCE, Sum);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Mean);
SHAPEPROOF_COMPLEX(SHAPEPROOF_REDUCE, Mean);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, Product);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Product);
SHAPEPROOF_COMPLEX(SHAPEPROOF_REDUCE, Product);
SHAPEPROOF_REDUCE(Any, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, Any);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Any);
SHAPEPROOF_COMPLEX(SHAPEPROOF_REDUCE, Any);
SHAPEPROOF_REDUCE(All, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, All);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, All);
SHAPEPROOF_COMPLEX(SHAPEPROOF_REDUCE, All);

}  // namespace shapeproof::engine
