// SPDX-License-Identifier: BSL-1.0
// Augmentation of (49152,) values that are really 16 images: what says so at compile time, what at run time, and then flips,
// shear, zoom and rescale over batches.

#include <cstdio>
#include <shapeproof/data/batches.hpp>
#include <shapeproof/data/images.hpp>
#include <shapeproof/data/progress.hpp>
#include <shapeproof/shapeproof.hpp>
#include <stdexcept>
#include <vector>

using namespace shapeproof;

inline constexpr auto N = axis("N");

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

// [steps]
// As Keras' ImageDataGenerator(horizontal_flip=True, shear_range=10, zoom_range=0.2, rescale=1/255).
const auto augment = pipeline(random_flip, random_shear(10), random_zoom(0.8, 1.2), to_float(1.0 / 255));
// [steps]

using Steps = decltype(augment);

// 16 images of random pixels, as numbers one behind the other.
std::vector<float> load_values() {
  Random random(1);
  const auto values = randint<std::uint8_t, Shape<49152>>(random, 0, 256);
  return {values.begin(), values.end()};
}

// [static]
// The mistake at compile time: a row of numbers has no channels, no height and no width.
static_assert(!ImagesFor<Tensor<float, Shape<49152>>, Steps>);
// One image is fine, and so is any number of them.
static_assert(ImagesFor<Tensor<float, Shape<3, 32, 32>>, Steps>);
static_assert(ImagesFor<Tensor<float, Shape<N, 3, 32, 32>>, Steps>);
// [static]

auto open_door(std::vector<float> values) {
  // [door]
  // The mistake at run time: these are not 64 images.
  try {
    const auto images = as<Shape<64, 3, 32, 32>>(values);
    require(false, "64 images were made of 16");
  } catch (const ShapeError& error) {
    std::puts(error.what());
  }
  const auto images = as<Shape<N, 3, 32, 32>>(std::move(values));  // N comes out as 16
  // [door]
  return images;
}

void require_rescaled(const float* begin, const float* end) {
  for (const float* value = begin; value != end; ++value) require(*value >= 0 && *value <= 1, "values are from 0 to 1");
}

}  // namespace

int main() try {
  const auto images = open_door(load_values());
  require(images.extent<0>() == 16, "16 images");
  auto labels = zeros<std::int64_t, Shape<N>>(16);
  for (std::int64_t i = 0; i < 16; ++i) labels(i) = i;

  // [batches]
  // Threads read ahead and augment; each image's random numbers hang on its sample and the epoch, not on the batch it is in.
  auto train = batches<6>(dataset(images, labels), shuffle(7), keep_last)
                   .with([](const auto& x, const auto& y, const BatchSamples& samples) {
                     return std::tuple(augment(x, samples.draws(42)), y);
                   });
  int image_count = 0;
  Progress progress("epoch 0", train.batch_count());
  train.for_each([&](const auto& x, const auto& y) {  // Shape<6, 3, 32, 32> twice, then Shape<Remainder, 3, 32, 32>
    image_count += static_cast<int>(y.element_count());
    require_rescaled(x.begin(), x.end());
    progress.step();
  });
  // [batches]
  require(image_count == 16, "each image is seen once");

  // The same epoch in batches of another size, by more readers: the same images.
  const auto all = augment(images, {.seed = 42, .epoch = 0});
  const auto check = [&](const auto& x, const auto& y) {
    for (std::int64_t i = 0; i < y.element_count(); ++i) {
      const float* expected = all.data() + y.data()[i] * 3 * 32 * 32;
      require(std::equal(expected, expected + std::int64_t{3} * 32 * 32, x.data() + i * 3 * 32 * 32),
              "an image is augmented the same in any batch");
    }
  };
  train.epoch(0).for_each(check);
  auto others = batches<N>(dataset(images, labels), in_order, 5, {.ahead = 3, .readers = 3})
                    .with([](const auto& x, const auto& y, const BatchSamples& samples) {
                      return std::tuple(augment(x, samples.draws(42)), y);
                    });
  others.for_each(check);
  require(!(augment(images, {.seed = 42, .epoch = 1}) == all), "the next epoch sees other images");
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
