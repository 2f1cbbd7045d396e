// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/strided.hpp>

namespace shapeproof::engine {

template void move_words<1>(const void*, void*, const Moves&);
template void move_words<2>(const void*, void*, const Moves&);
template void move_words<4>(const void*, void*, const Moves&);
template void move_words<8>(const void*, void*, const Moves&);
template void move_words<16>(const void*, void*, const Moves&);

}  // namespace shapeproof::engine
