// SPDX-License-Identifier: BSL-1.0
// Models: from a shape to a network, written twice, with its parameters by name and its summary.

#include <cstdlib>
#include <iostream>
#include <shapeproof/nn.hpp>
#include <shapeproof/shapeproof.hpp>

// [row]
using namespace shapeproof;

inline constexpr auto N = axis("N");

// The input widths of linear and conv2d come from what stands before them.
const auto net = sequential<Shape<N, 3, 32, 32>>(  //
    conv2d<6, 5>, relu, max_pool2d<2>,             //
    conv2d<16, 5>, relu, max_pool2d<2>,            //
    Flatten(), linear<120>, relu, linear<84>, relu, linear<10>);
static_assert(net.output_shape == Shape<N, 10>{});
// [row]

// [struct]
struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet,                              //
                           (Conv2d<3, 6, Kernel<5>>, conv1),   //
                           (Conv2d<6, 16, Kernel<5>>, conv2),  //
                           (Linear<400, 120>, fc1), (Linear<120, 84>, fc2), (Linear<84, 10>, fc3));

  template <class X>
  auto operator()(const X& x) const {
    const auto edges = max_pool2d<2>(relu(conv1(x)));
    const auto parts = max_pool2d<2>(relu(conv2(edges)));
    return fc3(relu(fc2(relu(fc1(flatten<1>(parts))))));
  }
};
static_assert(parameter_count<LeNet> == 62006);
// [struct]

// [residual]
// Blocks are rows inside of a row; a shortcut makes what the block makes.
const auto small_resnet = sequential<Shape<N, 3, 32, 32>>(
    conv2d<16, 3, Padding<1>>, relu,
    Residual(layers(conv2d<16, 3, Padding<1>>, BatchNorm2d(), relu, conv2d<16, 3, Padding<1>>, BatchNorm2d())), relu,
    Residual(layers(conv2d<32, 3, Stride<2>, Padding<1>>, BatchNorm2d()), conv2d<32, 1, Stride<2>, NoBias>), relu,
    AdaptiveAvgPool2d<1>(), Flatten(), linear<10>);
// [residual]

// [layer]
// x times a matrix, without a bias: parameters, how they begin, and one expression of operations.
template <int In, int Out>
struct Projection : Layer<Projection<In, Out>> {
  BOOST_HANA_DEFINE_STRUCT(Projection, (Tensor<float, Shape<In, Out>>, weight));

  Projection() = default;
  void initialize(Random& random) { xavier_uniform(weight, In, Out, random); }

  template <class X>
  auto forward(const X& x) const -> decltype(matmul(x, weight)) {
    return matmul(x, weight);
  }
  static constexpr Sentence name() { return sentence_of("Projection<", In, ", ", Out, '>'); }
};
// [layer]

// [tested]
// What fits, as a concept or a result's type; what is asked at run time: nothing.
using Projected = decltype(Projection<64, 8>()(Tensor<float, Shape<4, 64>>()));
static_assert(std::is_same_v<Projected, Tensor<float, Shape<4, 8>>>);
static_assert(remaining_checks<Projection<64, 8>, Shape<N, 64>>.count == 0);
// [tested]

namespace {

void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "not so: " << what << '\n';
  std::exit(1);
}

}  // namespace

int main() {
  // [call]
  const auto images = zeros<float, Shape<N, 3, 32, 32>>(16);
  const Tensor<float, Shape<N, 10>> scores = net(images);      // 16 at run time
  const auto one = net(Tensor<float, Shape<1, 3, 32, 32>>());  // Tensor<float, Shape<1, 10>>
  // [call]
  expect(scores.extent<0>() == 16 && one.extent<1>() == 10, "ten scores for each image");

  // [parameters]
  LeNet model;
  Random random(42);
  initialize(model, random);  // every layer from one stream, as PyTorch's begin
  for_each_parameter(model, [](std::string_view name, const auto& tensor) {
    std::cout << name << ": " << tensor.shape() << '\n';  // conv1.weight: Shape<6, 3, 5, 5>
  });
  // [parameters]
  expect(model(images).extent<1>() == 10, "a struct is a model too");

  // [summary]
  std::cout << '\n' << summary(model, Shape<N, 3, 32, 32>{});
  // [summary]
  expect(output_shapes<LeNet, Shape<N, 3, 32, 32>>[0] == Shape<N, 6, 28, 28>::value, "the first layer's output");
  expect(small_resnet(images).extent<1>() == 10, "a residual network");
  const auto projecting = sequential<Shape<N, 64>>(Projection<64, 8>(), relu, linear<2>);
  expect(projecting(zeros<float, Shape<N, 64>>(3)).extent<1>() == 2, "a layer of one's own in a row");
}
