// SPDX-License-Identifier: BSL-1.0
// Do models of images compute what they compute in PyTorch, for a batch that is static, named, or known at run time?
#include "../catch.hpp"
#include "allocations.hpp"
#include "models.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;
using allocations::only_first_allocates;
using models::N;
using torch_vectors::agrees;
using torch_vectors::floats;

namespace {

template <class Model, class X>
using Made = decltype(std::declval<const Model&>()(std::declval<const X&>()));

using LeNet = models::LeNet;
using ResNet = models::ResNet18<4, 10>;
static_assert(std::is_same_v<Made<LeNet, Tensor<float, Shape<N, 1, 28, 28>>>, Tensor<float, Shape<N, 10>>>);
static_assert(std::is_same_v<Made<ResNet, Tensor<float, Shape<2, 3, 32, 32>>>, Tensor<float, Shape<2, 10>>>);
static_assert(std::is_same_v<Made<ResNet, Tensor<float, Shape<N, 3, 32, 32>>>, Tensor<float, Shape<N, 10>>>);

}  // namespace

TEST_CASE("LeNet-5 is PyTorch's") {
  const auto images = floats<Shape<2, 1, 28, 28>>(1000);
  const Tensor<float, Shape<N, 1, 28, 28>> named = images;
  CHECK(agrees<LeNet>("lenet", [&](const auto& model) { return model(images); }, 1e-4));
  CHECK(agrees<LeNet>("lenet", [&](const auto& model) { return model(named); }, 1e-4));
}

TEST_CASE("LeNet-5 allocates once") {
  const LeNet model;
  const auto images = floats<Shape<2, 1, 28, 28>>(1000);
  const Tensor<float, Shape<N, 1, 28, 28>> named = images;
  CHECK(only_first_allocates([&] { model(images); }));
  CHECK(only_first_allocates([&] { model(named); }));
}

TEST_CASE("ResNet-18 is PyTorch's") {
  const auto images = floats<Shape<2, 3, 32, 32>>(1000);
  const Tensor<float, Shape<N, 3, 32, 32>> named = images;
  CHECK(agrees<ResNet>("resnet18", [&](const auto& model) { return model(images); }, 1e-4));
  CHECK(agrees<ResNet>("resnet18", [&](const auto& model) { return model(named); }, 1e-4));
}

TEST_CASE("ResNet-18 allocates once") {
  const ResNet model;
  const auto images = floats<Shape<2, 3, 32, 32>>(1000);
  const Tensor<float, Shape<N, 3, 32, 32>> named = images;
  CHECK(only_first_allocates([&] { model(images); }));
  CHECK(only_first_allocates([&] { model(named); }));
}
