// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/reduce.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_REDUCE(Operation, T) \
  template void reduce_kernel<Operation, T>(const Operation&, const T*, const Runs&, Operation::Result<T>*);

SHAPEPROOF_REDUCE(Largest, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_REDUCE, Largest)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, Largest)
SHAPEPROOF_REDUCE(Smallest, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_REDUCE, Smallest)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, Smallest)
SHAPEPROOF_REDUCE(PlaceOfLargest, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_REDUCE, PlaceOfLargest)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, PlaceOfLargest)
SHAPEPROOF_REDUCE(PlaceOfSmallest, bool)
SHAPEPROOF_FOR_INTEGERS(SHAPEPROOF_REDUCE, PlaceOfSmallest)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, PlaceOfSmallest)

}  // namespace shapeproof::engine
