// SPDX-License-Identifier: BSL-1.0
// Where are the channels, and how many?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void channel_cases(Table& table) {
  table.begin("channels");
  table.door<Shape<N, H, W, 96>>({"channels first for a layer with channels last",
                                  "OpenGVLab/InternImage#315",
                                  {96, 1, 22, 1000},
                                  Cause::other_order,
                                  {1, 22, 1000, 96}});
  table.door<Shape<N, 5, H, W>>(
      {"the mask is no channel", "fenglinglwb/MAT#119", {8, 4, 512, 512}, Cause::one_axis, {8, 5, 512, 512}});
  table.door<Shape<N, 3, H, W>>({"a grey image for an RGB model",
                                 "jacobgil/pytorch-grad-cam#141",
                                 {1, 1, 100, 100},
                                 Cause::channel_count,
                                 {1, 3, 100, 100}});
  table.door<Shape<N, 3, H, W>>({"a bitmap, channels last, without its batch axis",
                                 "microsoft/onnxruntime#3248",
                                 {256, 256, 3},
                                 Cause::one_image_channels_moved,
                                 {1, 3, 256, 256}});
  table.door<Shape<3, 224, 224>>({"grey masks among images",
                                  "open-edge-platform/anomalib#1862",
                                  {224, 224},
                                  Cause::grey_without_channels,
                                  {3, 224, 224}});
  table.door<Shape<N, 3, H, W>>({"an alpha channel",
                                 "sanghyun-son/EDSR-PyTorch#166",
                                 {1, 4, 678, 1020},
                                 Cause::channel_count,
                                 {1, 3, 678, 1020}});
  table.door<Shape<N, 3, H, W>>({"a PNG with an alpha channel",
                                 "sjmoran/deeplpf-image-enhancement#16",
                                 {1, 4, 345, 514},
                                 Cause::channel_count,
                                 {1, 3, 345, 514}});
  table.door<Shape<N, 4, H, W>>({"RGB for a model of four raw planes",
                                 "zhanggengchen/BRVE#8",
                                 {33, 3, 1080, 1920},
                                 Cause::channel_count,
                                 {33, 4, 1080, 1920}});
  table.door<Shape<64, 48, 1>>({"a grey image whose width was taken for its channels",
                                "Github/UT-6 DCGAN-tensorflow",
                                {64, 48},
                                Cause::one_missing,
                                {64, 48, 1}});
  table.door<Shape<N, 250, 250, 3>>({"a transpose to channels first that was one too many",
                                     "StackOverflow/UT-11 (q41192992)",
                                     {1, 3, 250, 250},
                                     Cause::channels_moved,
                                     {1, 250, 250, 3}});
  table.door<Shape<150, 150, 1>>({"RGB images for a model of one channel",
                                  "SFData/StackOverflow/s50483715",
                                  {150, 150, 3},
                                  Cause::channel_count,
                                  {150, 150, 1}});
  table.door<Shape<N, 512, 512, 1>>({"an axis that was added once too often",
                                     "SFData/StackOverflow/s52919464",
                                     {100, 512, 512, 1, 1},
                                     Cause::one_extra,
                                     {1, 512, 512, 1}});
}

}  // namespace real
