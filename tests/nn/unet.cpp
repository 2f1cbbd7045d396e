// SPDX-License-Identifier: BSL-1.0
// Does a U-Net compute what it computes in PyTorch, and do its skip connections fit where height and width have names?
#include "../catch.hpp"
#include "allocations.hpp"
#include "models.hpp"
#include "torch_vectors.hpp"

using namespace shapeproof;
using models::N, models::H, models::W;
using torch_vectors::agrees;
using torch_vectors::floats;

namespace {

template <class Model, class X>
using Made = decltype(std::declval<const Model&>()(std::declval<const X&>()));

using UNet = models::UNet<3, 2, 4>;
static_assert(std::is_same_v<Made<UNet, Tensor<float, Shape<N, 3, H, W>>>, Tensor<float, Shape<N, 2, H, W>>>);
static_assert(std::is_same_v<Made<UNet, Tensor<float, Shape<1, 3, 16, 8>>>, Tensor<float, Shape<1, 2, 16, 8>>>);

}  // namespace

TEST_CASE("the U-Net is PyTorch's") {
  const auto image = floats<Shape<1, 3, 16, 8>>(1000);
  const Tensor<float, Shape<N, 3, H, W>> named = image;
  CHECK(agrees<UNet>("unet", [&](const auto& model) { return model(image); }, 1e-4));
  CHECK(agrees<UNet>("unet", [&](const auto& model) { return model(named); }, 1e-4));
}

TEST_CASE("the U-Net allocates once") {
  const UNet model;
  const auto image = floats<Shape<1, 3, 16, 8>>(1000);
  const Tensor<float, Shape<N, 3, H, W>> named = image;
  CHECK(allocations::only_first_allocates([&] { model(image); }));
  CHECK(allocations::only_first_allocates([&] { model(named); }));
}
