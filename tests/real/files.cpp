// SPDX-License-Identifier: BSL-1.0
// What lies in a buffer or a file?
#include "catch.hpp"
#include "doors.hpp"
#include "io/scratch.hpp"

#include <shapeproof/io/raw.hpp>

namespace real {

void file_cases(Table& table) {
  table.begin("files");
  table.memory<Shape<144, 256, 3>>(
      {"a camera image of four channels", "microsoft/AirSim#2276", 147456, Cause::channel_count, {144, 256, 3}});
  table.elements<float, double, Shape<1, 25, 224, 224>>("an array of other elements than were asked for",
                                                        "llohse/libnpy#26", {1, 25, 224, 224});
  table.elements<float, double, Shape<N, 256>>("doubles read as floats are twice as many", "numpy/numpy#18703",
                                               {1, 256}, Tier::legal);
  table.elements<double, float, Shape<N>>("floats read as doubles are other numbers", "rogersce/cnpy#62", {100},
                                          Tier::legal);
  const scratch::Directory directory;
  const std::string path = directory / "bytes.bin";
  scratch::write_bytes(path, std::string(10, '\0'));
  table.law(
      "bytes that are no whole number of integers", "numpy/numpy#22656", "10 bytes are no multiple of 4, as int32 has",
      [&] { return load_raw<std::int32_t, Shape<dyn>>(path); },
      [&] { return load_raw<std::uint8_t, Shape<dyn>>(path); });
}

}  // namespace real
