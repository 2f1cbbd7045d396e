// SPDX-License-Identifier: BSL-1.0
// What is reshaped, and what is not flattened?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void reshape_cases(Table& table) {
  table.begin("reshape");
  table.memory<Shape<N, 2, 768>>({"an odd number of word pieces, of which two make a text",
                                  "TencentYoutuResearch/PersonReID-NAFS#18",
                                  33024,
                                  Cause::cut_off,
                                  {22, 2, 768}});
  table.memory<Shape<128, dyn>>({"a mask leaves another count to each row",
                                 "huanghoujing/person-reid-triplet-loss-baseline#35",
                                 130,
                                 Cause::cut_off,
                                 {128, 2}});
  table.memory<Shape<32, 128, 9, 9>>(
      {"features of a larger image than was said", "wbw520/scouter#10", 802816, Cause::image_size, {32, 128, 9, 9}});
  table.memory<Shape<N, 115200>>({"a batch of 8 is part of a flatten width, the last one is smaller",
                                  "weka511/hpa-scc#38",
                                  72000,
                                  Cause::cut_off,
                                  {5, 115200}});
  table.memory<Shape<N, 13, 13, 384>>(
      {"tokens that are no square grid", "xulianuwa/MCTformer#29", 67968, Cause::cut_off, {1, 13, 13, 384}});
  table.memory<Shape<N, 1, 32, 32>>(
      {"a layer as wide as another image", "yoshall/UrbanFM#4", 192, Cause::cut_off, {3, 1, 32, 32}});
  table.door<Shape<N, 784>>({"images that are not flattened",
                             "SFData/StackOverflow/s62206004",
                             {60000, 28, 28},
                             Cause::not_flattened,
                             {60000, 784}});
  table.door<Shape<N, 28, 28, 1>>({"flat rows where images are wanted",
                                   "SFData/StackOverflow/s63141076",
                                   {55000, 784},
                                   Cause::unflattened,
                                   {55000, 28, 28, 1}});
}

}  // namespace real
