// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/cast.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

// Every type to every other, but no complex number to a real one.
#define SHAPEPROOF_CAST(FROM, TO) template void cast(const FROM*, TO*, std::int64_t);
#define SHAPEPROOF_CAST_TO_ALL(KERNEL, FROM) \
  SHAPEPROOF_CAST(FROM, bool)                \
  SHAPEPROOF_CAST(FROM, signed char)         \
  SHAPEPROOF_CAST(FROM, short)               \
  SHAPEPROOF_CAST(FROM, int)                 \
  SHAPEPROOF_CAST(FROM, long)                \
  SHAPEPROOF_CAST(FROM, long long)           \
  SHAPEPROOF_CAST(FROM, unsigned char)       \
  SHAPEPROOF_CAST(FROM, unsigned short)      \
  SHAPEPROOF_CAST(FROM, unsigned int)        \
  SHAPEPROOF_CAST(FROM, unsigned long)       \
  SHAPEPROOF_CAST(FROM, unsigned long long)  \
  SHAPEPROOF_CAST(FROM, half)                \
  SHAPEPROOF_CAST(FROM, float)               \
  SHAPEPROOF_CAST(FROM, double)              \
  SHAPEPROOF_CAST(FROM, std::complex<float>) \
  SHAPEPROOF_CAST(FROM, std::complex<double>)
#define SHAPEPROOF_CAST_TO_COMPLEX(KERNEL, FROM) \
  SHAPEPROOF_CAST(FROM, std::complex<float>)     \
  SHAPEPROOF_CAST(FROM, std::complex<double>)

SHAPEPROOF_CAST_TO_ALL(cast, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_CAST_TO_ALL, cast)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_CAST_TO_ALL, cast)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_CAST_TO_COMPLEX, cast)

}  // namespace shapeproof::engine
