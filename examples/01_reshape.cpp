// SPDX-License-Identifier: BSL-1.0
// A wrong reshape, and its repair. 49152 numbers are 16 images of 3x32x32, not 64; and where the count is right, a reshape may
// still read one axis as another.

#include <cstdio>
#include <shapeproof/shapeproof.hpp>
#include <stdexcept>
#include <string>

using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H");

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

// 0, 1, 2, ...: what an element holds says where it came from.
template <class X>
X counted(X x) {
  float next = 0;
  for (float& value : x.writable_span()) value = next++;
  return x;
}

void known_to_the_compiler() {
  // [static]
  const auto pixels = counted(Tensor<float, Shape<49152>>());
  // auto images = reshape<Shape<64, 3, 32, 32>>(pixels);   does not compile, and says what would fit. A concept asks the same:
  static_assert(!Reshapable<Shape<49152>, Shape<64, 3, 32, 32>>);
  auto images = reshape<Shape<_, 3, 32, 32>>(pixels);  // the repair: let the compiler count
  static_assert(std::is_same_v<decltype(images), Tensor<float, Shape<16, 3, 32, 32>>>);
  // [static]
  require(images.data() == pixels.data(), "no element moves");
  require(images(15, 2, 31, 31) == 49151, "the last pixel stays the last");
}

void known_at_run_time() {
  // [dynamic]
  const auto pixels = counted(DynamicTensor<float>(ShapeValue(49152)));  // as from a file
  try {
    const auto images = reshape<Shape<64, 3, 32, 32>>(pixels);
    require(false, "64 images were made of 16");
  } catch (const ShapeError& error) {
    std::puts(error.what());
  }
  const auto images = reshape<Shape<_, 3, 32, 32>>(pixels);
  // [dynamic]
  require(images.extents()[0] == 16, "16 images");
}

void right_count_wrong_axes() {
  // [moved]
  // Two heads of 64 features for each of 5 tokens. Both counts are right, and only one of these keeps tokens together.
  const auto tokens = counted(zeros<float, Shape<N, T, H * 64>>(1, 5, 2));
  // auto heads = reshape<Shape<N, H, T, 64>>(tokens);      does not compile: T would move across H
  static_assert(!Reshapable<Shape<N, T, H * 64>, Shape<N, H, T, 64>>);
  const auto heads = permute<0, 2, 1, 3>(split<2, H, 64>(tokens));  // the repair
  // [moved]
  static_assert(std::is_same_v<std::remove_cvref_t<decltype(heads)>, Tensor<float, Shape<N, H, T, 64>>>);
  for (int token = 0; token < 5; ++token) {
    for (int head = 0; head < 2; ++head) {
      require(heads(0, head, token, 7) == tokens(0, token, head * 64 + 7), "each head sees its part of each token");
    }
  }
}

}  // namespace

int main() try {
  known_to_the_compiler();
  known_at_run_time();
  right_count_wrong_axes();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
