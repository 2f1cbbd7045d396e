// SPDX-License-Identifier: BSL-1.0
#include <cstdio>
#include <shapeproof/create.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/version.hpp>

#if __has_include("f4_little_shape.hpp")
#include "f4_little_shape.hpp"
static_assert(std::is_same_v<f4_little::tensor, shapeproof::Tensor<float, shapeproof::Shape<2, 3>>>);
#elif defined(WANTS_DATA)
#error "shapeproof_add_data made no header"
#endif

using namespace shapeproof;

inline constexpr auto N = axis("N");

int main() {
  const auto product = matmul(full<float, Shape<N, 3>>(2.0F, 100), full<float, Shape<3, N>>(3.0F, 100));
  if (product(99, 99) == 18) std::printf("shapeproof %s works\n", version_text);
}
