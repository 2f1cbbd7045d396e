// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/reduce.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_REDUCE(Operation, T) \
  template void reduce_kernel<Operation, T>(const Operation&, const T*, const Runs&, Operation::Result<T>*)
#define SHAPEPROOF_FLOATS(Each, Operation) \
  Each(Operation, half);                   \
  Each(Operation, float);                  \
  Each(Operation, double)

SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Variance);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Deviation);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, LogSumExp);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Norm);

}  // namespace shapeproof::engine
