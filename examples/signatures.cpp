// SPDX-License-Identifier: BSL-1.0
// Shapes in signatures: a function says what it takes, and is compiled for numbers and names alike.

#include <cstdlib>
#include <iostream>
#include <shapeproof/shapeproof.hpp>

// [signatures]
using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");

template <auto Batch>  // 64, N, dyn: all deduced
auto logits(const Tensor<float, Shape<Batch, 784>>& x, const Tensor<float, Shape<784, 10>>& weights) {
  return matmul(x, weights);  // Tensor<float, Shape<Batch, 10>>
}

// [N, T, H * 64] -> [N, H, T, 64]: the heads of an attention layer.
auto heads(const Tensor<float, Shape<N, T, H * 64>>& tokens) { return permute<0, 2, 1, 3>(split<2, H, 64>(tokens)); }
// [signatures]

namespace {

void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "not so: " << what << '\n';
  std::exit(1);
}

}  // namespace

int main() {
  const Tensor<float, Shape<784, 10>> weights = full<float, Shape<784, 10>>(0.5f);
  const auto fixed = logits(full<float, Shape<64, 784>>(1), weights);
  static_assert(std::is_same_v<decltype(fixed), const Tensor<float, Shape<64, 10>>>);
  const auto named = logits(full<float, Shape<N, 784>>(1, 5), weights);
  static_assert(std::is_same_v<decltype(named), const Tensor<float, Shape<N, 10>>>);
  expect(named.extent<0>() == 5 && named(4, 9) == 392, "784 times 0.5 for each of 5 samples");

  auto tokens = zeros<float, Shape<N, T, H * 64>>(2, 7, 8);
  tokens(1, 6, 3 * 64 + 5) = 1;
  const auto split_up = heads(tokens);
  static_assert(std::is_same_v<decltype(split_up), const Tensor<float, Shape<N, H, T, 64>>>);
  expect(split_up(1, 3, 6, 5) == 1, "element 5 of head 3 of token 6");
  std::cout << split_up.shape() << '\n';
}
