// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/reduce.hpp>

#include "elements.hpp"

namespace shapeproof::engine {

#define SHAPEPROOF_REDUCE(Operation, T) \
  template void reduce_kernel<Operation, T>(const Operation&, const T*, const Runs&, Operation::Result<T>*);

SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, Variance)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, Deviation)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, LogSumExp)
SHAPEPROOF_FOR_REALS(SHAPEPROOF_REDUCE, Norm)

}  // namespace shapeproof::engine
