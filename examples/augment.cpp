// SPDX-License-Identifier: BSL-1.0
// Images from a file, as bytes with their channels at the end, become batches that a network can learn from.
#include <cstdlib>
#include <iostream>
#include <shapeproof/shapeproof.hpp>

// [augment]
using namespace shapeproof;

// A pipeline is a value.
const auto steps = pipeline(channels_first,          // uint8 [n, 36, 36, 3] -> [n, 3, 36, 36]
                            random_crop<32, 32>(4),  // out of [n, 3, 44, 44]
                            random_flip,             // left becomes right, every other time
                            random_rotate(15),       // by -15 to 15 degrees
                            color_jitter({.brightness = 0.2, .contrast = 0.2}),
                            to_float,  // from 0 to 1
                            normalize({0.49, 0.48, 0.45}, {0.25, 0.24, 0.26}));

// What comes out is worked out by the compiler.
template <auto Batch>
auto batch_of(const Tensor<std::uint8_t, Shape<Batch, 36, 36, 3>>& images, std::uint64_t epoch, std::int64_t first) {
  return steps(images, {.seed = 7, .epoch = epoch, .first_sample = first});  // Tensor<float, Shape<Batch, 3, 32, 32>>
}
// [augment]

namespace {

void expect(bool holds, const char* what) {
  if (holds) return;
  std::cerr << "not so: " << what << '\n';
  std::exit(1);
}

}  // namespace

inline constexpr auto N = axis("N");

int main() {
  auto images = zeros<std::uint8_t, Shape<N, 36, 36, 3>>(16);
  std::uint32_t state = 1;
  for (std::uint8_t& element : images.writable_span()) {
    state = state * 1664525U + 1013904223U;
    element = static_cast<std::uint8_t>(state >> 24U);
  }
  const auto batch = batch_of(images, 0, 0);
  static_assert(std::is_same_v<decltype(batch), const Tensor<float, Shape<N, 3, 32, 32>>>);
  expect(batch.extent<0>() == 16, "16 images stay 16");
  expect(batch_of(images, 0, 0) == batch, "the same seed, epoch and samples draw the same");
  expect(!(batch_of(images, 1, 0) == batch), "another epoch draws others");
  // Sample 5 is the same, whatever batch it is in.
  const auto later = batch_of(slice<0, 5, _>(images), 0, 5);
  expect(select<0>(later, 0) == select<0>(batch, 5), "a sample's draws are its own");

  // [dynamic]
  const DynamicTensor<std::uint8_t> read = images;
  try {
    pipeline(channels_first, center_crop<64, 64>)(read);
  } catch (const ShapeError& error) {
    std::cout << error.what() << '\n';
  }
  // [dynamic]
  std::cout << batch.shape() << '\n';
}
