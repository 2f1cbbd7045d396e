// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/reduce.hpp>

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

SHAPEPROOF_REDUCE(Largest, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, Largest);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Largest);
SHAPEPROOF_REDUCE(Smallest, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, Smallest);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, Smallest);
SHAPEPROOF_REDUCE(PlaceOfLargest, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, PlaceOfLargest);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, PlaceOfLargest);
SHAPEPROOF_REDUCE(PlaceOfSmallest, bool);
SHAPEPROOF_INTEGERS(SHAPEPROOF_REDUCE, PlaceOfSmallest);
SHAPEPROOF_FLOATS(SHAPEPROOF_REDUCE, PlaceOfSmallest);

}  // namespace shapeproof::engine
