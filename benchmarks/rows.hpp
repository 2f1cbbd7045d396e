// SPDX-License-Identifier: BSL-1.0
// What is compared? Rows of work, each done by several contestants on the same numbers. ratios.py makes the table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace rows {

// Work is done many times over; what it needs is made before, and kept by it.
void add(const std::string& row, const std::string& contestant, std::function<void()> work);

// How a contestant is told how many threads it may use.
void add_thread_setting(std::function<void(int)> set);

// The same numbers for all: between -1 and 1.
std::vector<float> numbers(std::size_t count);

// The word at a place in a text, of 256.
constexpr std::int64_t word(std::int64_t place) { return place * 97 % 256; }

// Keeps what was computed from being left out.
void use(const void* result);

// [images, channels, height, width] with [filters, channels, kernel, kernel], padding on both sides.
struct Conv {
  const char* row;
  int images, channels, height, width, filters, kernel, padding;
  [[nodiscard]] int out_height() const { return height + 2 * padding - kernel + 1; }
  [[nodiscard]] int out_width() const { return width + 2 * padding - kernel + 1; }
};
inline constexpr Conv convolutions[] = {
    {"conv 3x3, 3 to 64, [64, 3, 32, 32]", 64, 3, 32, 32, 64, 3, 1},
    {"conv 3x3, 64 to 64, [64, 64, 32, 32]", 64, 64, 32, 32, 64, 3, 1},
    {"conv 5x5, 6 to 16, [64, 6, 14, 14]", 64, 6, 14, 14, 16, 5, 0},
    {"conv 3x3, 64 to 64, [1, 64, 56, 56]", 1, 64, 56, 56, 64, 3, 1},
};

inline constexpr int gemm_sizes[] = {64, 256, 512, 1024};
inline std::string gemm_row(int size) { return "gemm " + std::to_string(size); }

inline constexpr const char* add_small = "add, 196608 floats";
inline constexpr const char* add_large = "add, 16M floats";
inline constexpr const char* relu = "relu, [64, 64, 32, 32]";
inline constexpr const char* tanh = "tanh, 16M floats";
inline constexpr const char* maxpool = "maxpool 2x2, [64, 64, 32, 32]";
inline constexpr const char* softmax = "softmax of rows, [4096, 1000]";
inline constexpr const char* layernorm = "layernorm, [8192, 768]";
inline constexpr const char* batchnorm = "batchnorm in training, [64, 64, 32, 32]";
inline constexpr const char* sum_rows = "sum over axis 0, [4096, 4096]";
inline constexpr const char* sum_columns = "sum over axis 1, [4096, 4096]";
inline constexpr const char* augment = "augment, 10000 of [3, 32, 32]";
inline constexpr const char* to_nhwc = "NCHW to NHWC, [64, 64, 32, 32]";
inline constexpr int small_sizes[] = {3, 4, 8};
inline std::string small_row(int size) {
  return std::to_string(size) + "x" + std::to_string(size) + " by itself, 256 times";
}
inline constexpr const char* small_vector = "8x8 by a vector, 256 times";

inline constexpr const char* lenet = "model: LeNet-5, [64, 3, 32, 32]";
inline constexpr const char* lenet_alone = "model: LeNet-5, [1, 3, 32, 32]";
inline constexpr const char* resnet = "model: ResNet-18, [8, 3, 32, 32]";
inline constexpr const char* unet = "model: U-Net of 16 to 64 channels, [4, 3, 64, 64]";
inline constexpr const char* gpt = "model: GPT of 4 blocks, 256 wide, [4, 128] words";
inline constexpr const char* tagger = "model: LSTM in both directions, [16, 32] words";

inline constexpr std::size_t small_count = 64 * 3 * 32 * 32;
inline constexpr std::size_t large_count = std::size_t{1} << 24;
inline constexpr std::size_t images_count = 64 * 64 * 32 * 32;

}  // namespace rows
