// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/elementwise.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_COMBINE(OPERATION, T) \
  template void combine(const OPERATION&, Input<T>, Input<T>, Result<OPERATION, T>*, std::int64_t);

SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_COMBINE, Multiply)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_COMBINE, Multiply)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_COMBINE, Multiply)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_COMBINE, Divide)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_COMBINE, Divide)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_COMBINE, Power)

}  // namespace shapeproof::engine
