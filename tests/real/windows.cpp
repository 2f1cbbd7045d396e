// SPDX-License-Identifier: BSL-1.0
// What is too short for windows, or not as long as what it is joined with?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void window_cases(Table& table) {
  table.begin("windows");
  table.door<Shape<N, 512, High4, Wide4>>({"a discriminator too deep for its image",
                                           "Ha0Tang/SelectionGAN#5",
                                           {1, 512, 3, 3},
                                           Cause::too_short,
                                           {1, 512, 4, 4}});
  table.door<Shape<N, 3, 1024, 1024>>({"channels last, and the channels taken for the width",
                                       "ImprintLab/Medical-SAM-Adapter#40",
                                       {1, 3, 1024, 2},
                                       Cause::one_image_channels_moved,
                                       {1, 3, 1024, 1024}});
  table.door<Shape<N, 3, High32, Wide32>>({"an image too narrow for four poolings",
                                           "milesial/Pytorch-UNet#134",
                                           {1, 3, 64, 16},
                                           Cause::too_short,
                                           {1, 3, 64, 32}});
  table.door<Shape<N, 128, High2, Wide2>>(
      {"a crop too flat to be pooled", "mindee/doctr#1868", {1, 128, 1, 16}, Cause::too_short, {1, 128, 2, 16}});
  table.door<Shape<N, 3, High3, Wide3>>({"the coarsest level of a pyramid is one row",
                                         "tamarott/SinGAN#28",
                                         {1, 3, 1, 4},
                                         Cause::too_short,
                                         {1, 3, 3, 4}});
  table.door<Shape<N, 3, High16, Wide16>>({"four poolings of 700 places",
                                           "bigmb/Unet-Segmentation-Pytorch-Nest-of-Unets#52",
                                           {1, 3, 700, 700},
                                           Cause::no_multiple,
                                           {1, 3, 400, 400}});
  table.door<Shape<N, 3, High32s, Wide32s>>(
      {"five poolings of 540 places", "lbktrinh/UNet_scAG#1", {1, 3, 736, 540}, Cause::no_multiple, {1, 3, 736, 512}});
  table.door<Shape<N, 3, High16, Wide16>>({"four poolings of 222 places",
                                           "ptrblck/pytorch_misc#2",
                                           {1, 3, 222, 222},
                                           Cause::no_multiple,
                                           {1, 3, 224, 224}});
  table.door<Shape<2, 96, 64, 44>>({"a skip that is one place shorter",
                                    "Hsuxu/carvana-pytorch-uNet#1",
                                    {2, 96, 64, 43},
                                    Cause::off_by_one,
                                    {2, 96, 64, 44}});
  table.door<Shape<1, 64, 60, 60>>({"a skip that is one place longer",
                                    "bigmb/Unet-Segmentation-Pytorch-Nest-of-Unets#55",
                                    {1, 64, 61, 60},
                                    Cause::off_by_one,
                                    {1, 64, 60, 60}});
  table.door<Shape<1, 5>>(
      {"as many boxes as each image has", "amdegroot/ssd.pytorch#546", {2, 5}, Cause::other_leading, {1, 5}});
}

}  // namespace real
