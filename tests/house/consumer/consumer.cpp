// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <shapeproof/create.hpp>
#include <shapeproof/ops/matmul.hpp>

using namespace shapeproof;

inline constexpr auto N = axis("N");

int main() {
  const auto product = matmul(full<float, Shape<N, 3>>(2.0F, 100), full<float, Shape<3, N>>(3.0F, 100));
  if (product(99, 99) == 18) std::puts("it works");
}
