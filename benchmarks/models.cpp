// SPDX-License-Identifier: BSL-1.0
// Whole models, forward, as people write them: layers, whose weights follow from the seed. "operations" are what the layers of
// LeNet-5 call, called directly: what do typed layers cost? torch_models.cpp has the same models.
#include "../tests/nn/models.hpp"

#include <memory>

#include <shapeproof/create.hpp>
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/linear.hpp>

#include "rows.hpp"

using namespace shapeproof;

namespace {

template <class S>
Tensor<float, S> images() {
  Tensor<float, S> made;
  const auto numbers = rows::numbers(static_cast<std::size_t>(made.element_count()));
  std::copy(numbers.begin(), numbers.end(), made.writable_span().begin());
  return made;
}
template <class S>
Tensor<std::int64_t, S> words() {
  Tensor<std::int64_t, S> made;
  std::int64_t place = 0;
  for (std::int64_t& word : made.writable_span()) word = rows::word(place++);
  return made;
}

template <class Call, class X>
void add_contestant(const char* row, const char* contestant, const Call& call, const X& x) {
  rows::add(row, contestant, [=] { rows::use(call(x).data()); });
}
template <class Model, class X>
void add(const char* row, const X& x) {
  const auto model = std::make_shared<const Model>();
  add_contestant(row, "shapeproof", [model](const X& input) { return (*model)(input); }, x);
}

// For colour images of 32x32, which lose their borders in the first convolution.
struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet, (Conv2d<3, 6, Kernel<5>>, conv1), (Conv2d<6, 16, Kernel<5>>, conv2),
                           (Linear<400, 120>, fc1), (Linear<120, 84>, fc2), (Linear<84, 10>, fc3));

  template <class X>
  auto operator()(const X& x) const {
    const auto first = max_pool2d<2>(relu(conv1(x)));
    const auto second = max_pool2d<2>(relu(conv2(first)));
    return fc3(relu(fc2(relu(fc1(flatten<1>(second))))));
  }
};

template <int Batch>
void add_lenet(const char* row) {
  const auto x = images<Shape<Batch, 3, 32, 32>>();
  add<LeNet>(row, x);
  const auto operations = [w = std::make_shared<const LeNet>()](const auto& input) {
    const auto first = max_pool2d<2>(relu(conv2d<>(input, w->conv1.weight, w->conv1.bias)));
    const auto second = max_pool2d<2>(relu(conv2d<>(first, w->conv2.weight, w->conv2.bias)));
    const auto wide = relu(linear<>(flatten<1>(second), w->fc1.weight, w->fc1.bias));
    return linear<>(relu(linear<>(wide, w->fc2.weight, w->fc2.bias)), w->fc3.weight, w->fc3.bias);
  };
  add_contestant(row, "operations", operations, x);
}

const int registered = [] {
  add_lenet<64>(rows::lenet);
  add_lenet<1>(rows::lenet_alone);
  add<models::ResNet18<64, 10>>(rows::resnet, images<Shape<8, 3, 32, 32>>());
  add<models::UNet<3, 2, 16>>(rows::unet, images<Shape<4, 3, 64, 64>>());
  add<models::Gpt<256, 128, 256, 4, 4>>(rows::gpt, words<Shape<4, 128>>());
  add<models::Tagger<256, 64, 128, 16>>(rows::tagger, words<Shape<16, 32>>());
  return 0;
}();

}  // namespace
