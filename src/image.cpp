// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/image.hpp>

namespace shapeproof::engine {

#define SHAPEPROOF_IMAGE(T)                                                                              \
  template void crop_image<T>(const T*, T*, const Crop&, const Border&);                                 \
  template void mirror_rows<T>(const T*, T*, std::int64_t, std::int64_t);                                \
  template void turn_planes<T>(const T*, T*, const ImageExtents&);                                       \
  template void exchange_axes<T>(const T*, T*, std::int64_t, std::int64_t);                              \
  template void rescale<T>(const T*, float*, std::int64_t, const Rescale&);                              \
  template void normalize_image<T>(const T*, T*, const ImageExtents&, const double*, const double*);     \
  template void resize_image<T>(const T*, T*, const ImageExtents&, const Plane&, bool);                  \
  template void warp_image<T>(const T*, T*, const ImageExtents&, const AffineMap&, const Border&, bool); \
  template void gray_image<T>(const T*, T*, const ImageExtents&, std::int64_t);                          \
  template void change_color<T>(const T*, T*, const ImageExtents&, ColorChange, double);

SHAPEPROOF_IMAGE(unsigned char)
SHAPEPROOF_IMAGE(unsigned short)
SHAPEPROOF_IMAGE(float)
SHAPEPROOF_IMAGE(double)

}  // namespace shapeproof::engine
