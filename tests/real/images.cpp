// SPDX-License-Identifier: BSL-1.0
// What is the size of an image?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void image_cases(Table& table) {
  table.begin("images");
  table.door<Shape<N, 3, High16, Wide16>>({"a side that is no multiple of the patch",
                                           "Beckschen/TransUNet#35",
                                           {1, 3, 500, 500},
                                           Cause::no_multiple,
                                           {1, 3, 496, 496}});
  table.door<Shape<1, 3, 100>>(
      {"an exported model of one length", "Jamiroquai88/VBDiarization#21", {1, 3, 56}, Cause::one_axis, {1, 3, 100}});
  table.door<Shape<N, 1024, 32, 2>>({"a grid for another resolution",
                                     "OpenGVLab/InternImage#238",
                                     {1, 1024, 16, 2},
                                     Cause::one_axis,
                                     {1, 1024, 32, 2}});
  table.door<Shape<24, 64, 32>>(
      {"tiles that are not square", "Suanmd/TR-MISR#3", {24, 32, 64}, Cause::image_size, {24, 64, 32}});
  table.door<Shape<4, 96, 128>>(
      {"latents of images of another aspect", "bghira/SimpleTuner#59", {4, 128, 170}, Cause::image_size, {4, 96, 128}});
  table.door<Shape<3, 794, 586>>({"images of two sizes in one batch",
                                  "milesial/Pytorch-UNet#285",
                                  {3, 544, 386},
                                  Cause::image_size,
                                  {3, 794, 586}});
  table.door<Shape<1, 3, 244, 244>>({"an odd side, halved and doubled",
                                     "pytorch/pytorch#9446",
                                     {1, 3, 245, 244},
                                     Cause::off_by_one,
                                     {1, 3, 244, 244}});
  table.door<Shape<N, 64, 64, 1>>({"the size of another data set as default",
                                   "Github/UT-7 DCGAN-tensorflow",
                                   {64, 28, 28, 1},
                                   Cause::image_size,
                                   {64, 64, 64, 1}});
}

}  // namespace real
