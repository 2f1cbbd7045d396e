// SPDX-License-Identifier: BSL-1.0
// What do random image steps draw? Numbers that hang on the seed, the epoch, the sample and the place of the step, and on
// nothing else: the same whatever the batches and however many the threads.
//
//   steps(images, {.seed = 7, .epoch = epoch, .first_sample = 64 * batch})
//   steps(images, {.seed = 7, .epoch = epoch, .samples = indices})             after a shuffle
#pragma once

#include <cstdint>
#include <span>

#include "../engine/philox.hpp"

namespace shapeproof {

// Which samples the images of a batch are, in which epoch: image i is samples[i], or first_sample + i where no samples are
// named. Epochs above 2^40 begin again.
struct Draws {
  std::uint64_t seed = 0;         // another seed, other numbers
  std::uint64_t epoch = 0;        // counted by the caller
  std::int64_t first_sample = 0;  // of the batch
  // Which samples the images are, or none.
  std::span<const std::int64_t> samples =
      {};  // NOLINT(readability-redundant-member-init): none of a braced list is missed

  // The sample that an image of the batch is.
  [[nodiscard]] constexpr std::int64_t sample(std::int64_t image) const {
    return samples.empty() ? first_sample + image : samples[static_cast<std::size_t>(image)];
  }
};

namespace detail {

// The numbers of one step for one sample, one after the other. Their key is not the seed itself: what Random makes of the same
// seed has nothing to do with them.
class SampleNumbers {
 public:
  constexpr SampleNumbers(const Draws& draws, std::int64_t sample, int step)
      : next_{draws.seed ^ 0x696D616765732121U, static_cast<std::uint64_t>(sample),
              draws.epoch << 24U | static_cast<std::uint64_t>(step) << 16U} {}

  // A multiple of 2^-32 in [0, 1).
  constexpr double fraction() { return static_cast<double>(word()) * 0x1p-32; }
  constexpr double between(double low, double high) { return low + (high - low) * fraction(); }
  // An integer in [0, count), where count is at most 2^32.
  constexpr std::int64_t below(std::int64_t count) {
    return static_cast<std::int64_t>((std::uint64_t{word()} * static_cast<std::uint64_t>(count)) >> 32U);
  }

 private:
  constexpr std::uint32_t word() {
    if (used_ == 0) {
      block_ = engine::philox(next_);
      ++next_.block;
    }
    const std::uint32_t result = block_.words[used_];
    used_ = (used_ + 1) % 4;
    return result;
  }

  engine::RandomStart next_;
  engine::RandomBlock block_{};
  unsigned used_ = 0;
};

}  // namespace detail
}  // namespace shapeproof
