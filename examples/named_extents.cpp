// SPDX-License-Identifier: BSL-1.0
// What the compiler knows of named extents: each line is decided while this is compiled.
#include <iostream>
#include <shapeproof/shapeproof.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), H = axis("H"), K = axis("K");
inline constexpr auto D = axis("D").equals(H * K);
inline constexpr auto E = axis("E").or_empty();

// [identities]
static_assert((4 * N + 6) / 4 == N + 1);
static_assert((N / 2) / 3 == N / 6);
static_assert(2 * (N / 2) + N % 2 == N);
static_assert((12 * N) / 8 == (3 * N) / 2);
static_assert(max(N, 1) == N);     // an axis is at least 1
static_assert(!(max(E, 1) == E));  // E may be empty
static_assert((N * N - M * M) / (N - M) == N + M);
static_assert(D / H == K);  // D is declared as H * K
// [identities]

// [window]
// Kernel 3, stride 2 and padding 1, twice: 4*N becomes N.
auto halved_twice(const Tensor<float, Shape<1, 8, 4 * N, 4 * M>>& x, const Tensor<float, Shape<8, 8, 3, 3>>& kernel) {
  const auto half = conv2d<Stride<2>, Padding<1>>(x, kernel);
  return conv2d<Stride<2>, Padding<1>>(half, kernel);  // Tensor<float, Shape<1, 8, N, M>>
}
// [window]

// [checks]
struct Head {
  Tensor<float, Shape<784, 10>> weights;
  template <class X>
  auto operator()(const X& x) const {
    return matmul(x, weights);
  }
};
static_assert(remaining_checks<Head, Shape<N, 784>>.count == 0);
static_assert(remaining_checks<Head, Shape<N, M>>.count == 1);  // M is compared with 784
// [checks]

int main() {
  const auto x = zeros<float, Shape<1, 8, 4 * N, 4 * M>>(2, 3);
  const auto kernel = ones<float, Shape<8, 8, 3, 3>>();
  const Tensor<float, Shape<1, 8, N, M>> y = halved_twice(x, kernel);
  std::cout << y.shape() << '\n';
  const bool is_right = y.extent<2>() == 2 && y.extent<3>() == 3;
  return is_right ? 0 : 1;
}
