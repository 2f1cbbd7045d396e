// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <shapeproof/shape.hpp>

inline constexpr auto N = shapeproof::axis("N");
using Images = shapeproof::Shape<N, 3, 32, 32>;

int main() {
  static_assert(Images::rank == 4);
  std::puts("it works");
}
