// SPDX-License-Identifier: BSL-1.0
#include <complex>

#include <shapeproof/engine/definitions/index.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_INDEX(index)                                                                                \
  template void select_words<1, index>(const void*, const Along&, const index*, std::int64_t, void*);          \
  template void select_words<2, index>(const void*, const Along&, const index*, std::int64_t, void*);          \
  template void select_words<4, index>(const void*, const Along&, const index*, std::int64_t, void*);          \
  template void select_words<8, index>(const void*, const Along&, const index*, std::int64_t, void*);          \
  template void select_words<16, index>(const void*, const Along&, const index*, std::int64_t, void*);         \
  template void gather_words<1, index>(const void*, const Extents&, int, const index*, void*, const Extents&); \
  template void gather_words<2, index>(const void*, const Extents&, int, const index*, void*, const Extents&); \
  template void gather_words<4, index>(const void*, const Extents&, int, const index*, void*, const Extents&); \
  template void gather_words<8, index>(const void*, const Extents&, int, const index*, void*, const Extents&); \
  template void gather_words<16, index>(const void*, const Extents&, int, const index*, void*, const Extents&);
SHAPEPROOF_INDEX(std::int32_t)
SHAPEPROOF_INDEX(std::int64_t)
#undef SHAPEPROOF_INDEX

#define SHAPEPROOF_SCATTER(type)                                                                 \
  template void scatter_add_elements(const Scatter<type, std::int32_t>&, type*, const Extents&); \
  template void scatter_add_elements(const Scatter<type, std::int64_t>&, type*, const Extents&);
SHAPEPROOF_SCATTER(std::int8_t)
SHAPEPROOF_SCATTER(std::int16_t)
SHAPEPROOF_SCATTER(std::int32_t)
SHAPEPROOF_SCATTER(std::int64_t)
SHAPEPROOF_SCATTER(std::uint8_t)
SHAPEPROOF_SCATTER(std::uint16_t)
SHAPEPROOF_SCATTER(std::uint32_t)
SHAPEPROOF_SCATTER(std::uint64_t)
SHAPEPROOF_SCATTER(half)
SHAPEPROOF_SCATTER(float)
SHAPEPROOF_SCATTER(double)
SHAPEPROOF_SCATTER(std::complex<float>)
SHAPEPROOF_SCATTER(std::complex<double>)
#undef SHAPEPROOF_SCATTER

}  // namespace shapeproof::engine
