// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/elementwise.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_COMBINE(OPERATION, T) \
  template void combine(const OPERATION&, Input<T>, Input<T>, Result<OPERATION, T>*, std::int64_t);

SHAPEPROOF_COMBINE(Minimum, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_COMBINE, Minimum)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_COMBINE, Minimum)
SHAPEPROOF_COMBINE(Maximum, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_COMBINE, Maximum)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_COMBINE, Maximum)

#define SHAPEPROOF_SELECT(KERNEL, T) template void KERNEL(const bool*, Input<T>, Input<T>, T*, std::int64_t);
SHAPEPROOF_SELECT(select, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_SELECT, select)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_SELECT, select)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_SELECT, select)

}  // namespace shapeproof::engine
