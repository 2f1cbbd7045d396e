// SPDX-License-Identifier: BSL-1.0
// Which bits stand at a position of a stream of random bits? Philox4x32-10: four words of 32 bits for each counter of 128
// bits, under a key of 64. J. K. Salmon, M. A. Moraes, R. O. Dror, D. E. Shaw: Parallel random numbers: as easy as 1, 2, 3,
// SC11, 2011.
#pragma once

#include <cstdint>

namespace shapeproof::engine {

struct RandomBlock {
  std::uint32_t words[4];
};

// Where elements begin: the key, the upper half of the counter, and its lower half.
struct RandomStart {
  std::uint64_t seed = 0;
  std::uint64_t stream = 0;
  std::uint64_t block = 0;
};

constexpr RandomBlock philox(const RandomStart& start) {
  constexpr std::uint64_t multiplier0 = 0xD2511F53;
  constexpr std::uint64_t multiplier1 = 0xCD9E8D57;
  constexpr std::uint32_t weyl0 = 0x9E3779B9;  // the golden ratio
  constexpr std::uint32_t weyl1 = 0xBB67AE85;  // the square root of 3, less 1
  auto c0 = static_cast<std::uint32_t>(start.block);
  auto c1 = static_cast<std::uint32_t>(start.block >> 32);
  auto c2 = static_cast<std::uint32_t>(start.stream);
  auto c3 = static_cast<std::uint32_t>(start.stream >> 32);
  auto key0 = static_cast<std::uint32_t>(start.seed);
  auto key1 = static_cast<std::uint32_t>(start.seed >> 32);
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t product0 = multiplier0 * c0;
    const std::uint64_t product1 = multiplier1 * c2;
    c0 = static_cast<std::uint32_t>(product1 >> 32) ^ c1 ^ key0;
    c1 = static_cast<std::uint32_t>(product1);
    c2 = static_cast<std::uint32_t>(product0 >> 32) ^ c3 ^ key1;
    c3 = static_cast<std::uint32_t>(product0);
    key0 += weyl0;
    key1 += weyl1;
  }
  return {{c0, c1, c2, c3}};
}

}  // namespace shapeproof::engine
