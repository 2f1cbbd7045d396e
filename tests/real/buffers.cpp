// SPDX-License-Identifier: BSL-1.0
// What lies in a buffer or a file?
#include "doors.hpp"

namespace real {

void buffer_cases(Table& table) {
  table.begin("file and buffer loading");
  table.memory<Shape<144, 256, 3>>(
      {"a camera image of four channels", "microsoft/AirSim#2276", 147456, Cause::channel_count, {144, 256, 3}});
  table.elements<float, double, Shape<1, 25, 224, 224>>("an array of other elements than were asked for",
                                                        "llohse/libnpy#26", {1, 25, 224, 224});
}

}  // namespace real
