// SPDX-License-Identifier: BSL-1.0
// What the program can be asked to do. Each returns what the program returns.
#pragma once

#include <string>
#include <vector>

namespace shapeproof::tool {

int show(const std::vector<std::string>& files, bool as_json);

// One file, and what it must be: "float32[N,3,32,32]", "[N]" or "uint8".
struct Demand {
  std::string path;
  std::string array;  // of an archive, or empty
  std::string wanted;
};
int check(const std::vector<Demand>& demands, bool as_json);

int header(const std::string& path, const std::string& output);

}  // namespace shapeproof::tool
