// SPDX-License-Identifier: BSL-1.0
// What a page of linear algebra instantiates: reshape, matmul and sums on static, named and run-time shapes.
#include <shapeproof/dynamic.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/reshape.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N"), H = axis("H");

auto rows(const Tensor<float, Shape<49152>>& pixels) { return reshape<Shape<_, 3, 32, 32>>(pixels); }
auto flat(const Tensor<float, Shape<N, 3, 32, 32>>& images) { return flatten<1>(images); }
auto heads(const Tensor<float, Shape<N, H * 64>>& tokens) { return split<1, H, 64>(tokens); }
auto product(const Tensor<float, Shape<64, 784>>& x, const Tensor<float, Shape<784, 10>>& w) { return matmul(x, w); }
auto batch(const Tensor<float, Shape<N, 8, 16>>& x, const Tensor<float, Shape<16, 4>>& w) { return matmul(x, w); }
auto open(const DynamicTensor<float>& x, const DynamicTensor<float>& w) { return matmul(x, w); }

template <int Width>
auto layer(const Tensor<float, Shape<N, Width>>& x, const Tensor<float, Shape<Width, Width + 1>>& w,
           const Tensor<float, Shape<N, Width + 1>>& residual) {
  return sum<1>((matmul(x, w) + residual) * 2);
}
template auto layer<10>(const Tensor<float, Shape<N, 10>>&, const Tensor<float, Shape<10, 11>>&,
                        const Tensor<float, Shape<N, 11>>&);
template auto layer<20>(const Tensor<float, Shape<N, 20>>&, const Tensor<float, Shape<20, 21>>&,
                        const Tensor<float, Shape<N, 21>>&);
template auto layer<30>(const Tensor<float, Shape<N, 30>>&, const Tensor<float, Shape<30, 31>>&,
                        const Tensor<float, Shape<N, 31>>&);
