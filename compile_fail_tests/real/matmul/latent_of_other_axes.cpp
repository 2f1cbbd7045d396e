// SPDX-License-Identifier: BSL-1.0
// Layers and features of a latent changed places.
// Reported: nv-tlabs/datasetGAN_release#49
// expect: matmul: the left operand has 18 columns, the right operand 512 rows; they must be equal
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

void f(const Tensor<float, Shape<1, 512, 18>>& latent, const Tensor<float, Shape<512, 1024>>& weights) {
  [[maybe_unused]] auto y = matmul(GOOD((transpose<1, 2>))(latent), weights);  // error here
}
