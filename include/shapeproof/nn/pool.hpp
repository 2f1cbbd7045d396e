// SPDX-License-Identifier: BSL-1.0
// Which layers make images smaller or larger? Those of ops/pool.hpp and ops/interpolate.hpp under PyTorch's names, with the
// operations' options: MaxPool2d<3, Stride<2>, Padding<1>>, AdaptiveAvgPool2d<7>, Upsample<ScaleFactor<2>, Bilinear>.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../ops/interpolate.hpp"
#include "../ops/pool.hpp"
#include "applies.hpp"

namespace shapeproof {

// torch.nn.MaxPool1d: [n, c, w] -> [n, c, w'].
template <auto... Options>
struct MaxPool1d : detail::AppliesWith<MaxPool1d<Options...>, max_pool1d<Options...>, Options...> {
  static constexpr const char* class_name = "MaxPool1d";
};
// torch.nn.MaxPool2d: [n, c, h, w] -> [n, c, h', w'].
template <auto... Options>
struct MaxPool2d : detail::AppliesWith<MaxPool2d<Options...>, max_pool2d<Options...>, Options...> {
  static constexpr const char* class_name = "MaxPool2d";
};
// torch.nn.AvgPool1d: [n, c, w] -> [n, c, w'].
template <auto... Options>
struct AvgPool1d : detail::AppliesWith<AvgPool1d<Options...>, avg_pool1d<Options...>, Options...> {
  static constexpr const char* class_name = "AvgPool1d";
};
// torch.nn.AvgPool2d: [n, c, h, w] -> [n, c, h', w'].
template <auto... Options>
struct AvgPool2d : detail::AppliesWith<AvgPool2d<Options...>, avg_pool2d<Options...>, Options...> {
  static constexpr const char* class_name = "AvgPool2d";
};
// torch.nn.AdaptiveAvgPool2d: [n, c, h, w] -> [n, c, height, width].
template <auto... Options>
struct AdaptiveAvgPool2d
    : detail::AppliesWith<AdaptiveAvgPool2d<Options...>, adaptive_avg_pool2d<Options...>, Options...> {
  static constexpr const char* class_name = "AdaptiveAvgPool2d";
};
// torch.nn.AdaptiveMaxPool2d: [n, c, h, w] -> [n, c, height, width].
template <auto... Options>
struct AdaptiveMaxPool2d
    : detail::AppliesWith<AdaptiveMaxPool2d<Options...>, adaptive_max_pool2d<Options...>, Options...> {
  static constexpr const char* class_name = "AdaptiveMaxPool2d";
};
// torch.nn.Upsample: [n, c, h, w] -> [n, c, height, width], nearest or bilinear.
template <auto... Options>
struct Upsample : detail::AppliesWith<Upsample<Options...>, interpolate<Options...>, Options...> {
  static constexpr const char* class_name = "Upsample";
};

}  // namespace shapeproof
