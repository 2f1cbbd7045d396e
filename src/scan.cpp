// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/scan.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_SCAN(Operation, T) template void scan_kernel<Operation, T>(const T*, Whole<T>*, const Along&);

SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_SCAN, Sum)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_SCAN, Sum)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_SCAN, Sum)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_SCAN, Product)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_SCAN, Product)
SHAPEPROOF_FOR_COMPLEX(SHAPEPROOF_SCAN, Product)

}  // namespace shapeproof::engine
