// SPDX-License-Identifier: BSL-1.0
// A model as a struct: LeNet-5. Members that BOOST_HANA_DEFINE_STRUCT declares are its parameters; the call operator says how
// they follow each other, for a batch that is static, named or known at run time.
#include <iostream>

#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/class_loss.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/metrics.hpp>
#include <shapeproof/nn/parameters.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/shapeproof.hpp>

// [model]
using namespace shapeproof;

inline constexpr auto N = axis("N");

struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet, (Conv2d<1, 6, Kernel<5>, Padding<2>>, conv1), (Conv2d<6, 16, Kernel<5>>, conv2),
                           (Linear<400, 120>, fc1), (Linear<120, 84>, fc2), (Linear<84, 10>, fc3));

  template <auto Batch>
  auto operator()(const Tensor<float, Shape<Batch, 1, 28, 28>>& images) const {
    const auto first = max_pool2d<2>(relu(conv1(images)));  // Shape<Batch, 6, 14, 14>
    const auto second = max_pool2d<2>(relu(conv2(first)));  // Shape<Batch, 16, 5, 5>
    return fc3(relu(fc2(relu(fc1(flatten<1>(second))))));   // Shape<Batch, 10>
  }
};
// [model]

int main() {
  const LeNet model;
  static_assert(parameter_count<LeNet> == 61706);
  for_each_parameter(model, [](std::string_view name, const auto& parameter) {
    std::cout << name << ' ' << parameter.shape() << '\n';
  });

  Random random(1);
  const auto images = uniform<float, Shape<N, 1, 28, 28>>(random, 16);
  const auto digits = randint<std::int64_t, Shape<N>>(random, 0, 10, 16);
  const Tensor<float, Shape<N, 10>> scores = model(images);
  const Tensor<float, Shape<>> loss = cross_entropy(scores, digits);
  std::cout << "loss " << loss() << ", accuracy " << accuracy(scores, digits) << '\n';

  // What has learned nothing yet is as good as a guess: about log(10).
  return loss() > 2 && loss() < 3 ? 0 : 1;
}
