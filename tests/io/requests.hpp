// SPDX-License-Identifier: BSL-1.0
// How much memory was operator new asked for? The operators are in requests.cpp.
#pragma once

#include <cstddef>

namespace requests {

// Since the last reset.
struct Requests {
  std::size_t largest = 0;
  std::size_t sum = 0;

  void note(std::size_t bytes) {
    largest = bytes > largest ? bytes : largest;
    sum += bytes;
  }
};
extern thread_local Requests seen;

}  // namespace requests
