// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/attention.hpp>

namespace shapeproof::engine {

template void attend<float>(const Attention<float>&, float*, float*);
template void attend<double>(const Attention<double>&, double*, double*);

}  // namespace shapeproof::engine
