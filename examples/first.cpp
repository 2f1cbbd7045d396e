// SPDX-License-Identifier: BSL-1.0
#include <iostream>
#include <shapeproof/shapeproof.hpp>
using namespace shapeproof;

int main() {
  Tensor<float, Shape<49152>> pixels;
  auto images = reshape<Shape<_, 3, 32, 32>>(pixels);  // _ is worked out
  std::cout << images.shape() << '\n';
}
