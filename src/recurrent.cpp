// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/recurrent.hpp>

namespace shapeproof::engine {

template void recur<float>(const Recurrence<float>&, const float*, float*, float*, float*, float*, float*);
template void recur<double>(const Recurrence<double>&, const double*, double*, double*, double*, double*, double*);

}  // namespace shapeproof::engine
