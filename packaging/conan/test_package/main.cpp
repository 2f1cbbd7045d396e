// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/version.hpp>
using namespace shapeproof;

int main() {
  const Tensor<float, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  const auto y = reshape<Shape<_, 2>>(x);
  if (y(2, 1) == 6) std::printf("shapeproof %s works\n", version_text);
}
