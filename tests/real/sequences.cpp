// SPDX-License-Identifier: BSL-1.0
// Where is the time axis?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void sequence_cases(Table& table) {
  table.begin("sequences");
  table.door<Shape<N, T, 50>>(
      {"sequences without a time axis", "SFData/ICSE2020/s51155356", {100, 50}, Cause::one_missing, {100, 1, 50}});
  table.door<Shape<N, T, 48, 48, 1>>({"images without a time axis",
                                      "SFData/StackOverflow/s63732431",
                                      {100, 48, 48, 1},
                                      Cause::one_missing,
                                      {100, 1, 48, 48, 1}});
  table.door<Shape<N, 30, 1>>(
      {"rows without a channel axis", "SFData/ICSE2020/s43396572", {100, 30}, Cause::one_missing, {100, 30, 1}});
  table.door<Shape<N, 3841, 1>>({"long rows without a channel axis",
                                 "SFData/StackOverflow/s64277744",
                                 {1125, 3841},
                                 Cause::one_missing,
                                 {1125, 3841, 1}});
}

}  // namespace real
