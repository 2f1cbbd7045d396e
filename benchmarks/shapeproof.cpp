// SPDX-License-Identifier: BSL-1.0
// shapeproof, as users call it; and its kernels alone ("kernel"), which write into memory that is there.
#include <shapeproof/shapeproof.hpp>

#include <array>
#include <memory>

#include <shapeproof/ops/activation.hpp>
#include <shapeproof/ops/batch_norm.hpp>
#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/math.hpp>
#include <shapeproof/ops/normalize.hpp>
#include <shapeproof/ops/pool.hpp>
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/softmax.hpp>

#include "rows.hpp"

using namespace shapeproof;

namespace {

template <class S>
Tensor<float, S> tensor() {
  Tensor<float, S> made;
  const auto numbers = rows::numbers(static_cast<std::size_t>(made.element_count()));
  std::copy(numbers.begin(), numbers.end(), made.writable_span().begin());
  return made;
}

// compute(x...) makes a tensor.
template <class Compute, class... X>
void add(const std::string& row, const Compute& compute, const X&... x) {
  rows::add(row, "shapeproof", [=] { rows::use(compute(x...).data()); });
}
// compute(out, x...) writes `count` elements.
template <class Compute, class... X>
void add_kernel(const std::string& row, std::int64_t count, const Compute& compute, const X&... x) {
  const auto out = std::make_shared<std::vector<float>>(static_cast<std::size_t>(count));
  rows::add(row, "kernel", [=] {
    compute(out->data(), x.data()...);
    rows::use(out->data());
  });
}

template <int Size>
void add_gemm() {
  const auto x = tensor<Shape<Size, Size>>();
  add(rows::gemm_row(Size), [](const auto& a, const auto& b) { return matmul(a, b); }, x, x);
  add_kernel(
      rows::gemm_row(Size), Size * Size,
      [](float* out, const float* a, const float* b) { engine::gemm(a, b, out, {.m = Size, .k = Size, .n = Size}); }, x,
      x);
}

template <int Index>
void add_conv() {
  constexpr rows::Conv c = rows::convolutions[Index];
  const auto x = tensor<Shape<c.images, c.channels, c.height, c.width>>();
  const auto kernel = tensor<Shape<c.filters, c.channels, c.kernel, c.kernel>>();
  add(c.row, [](const auto& a, const auto& b) { return conv2d<Padding<c.padding>>(a, b); }, x, kernel);
  const engine::Convolution extents{c.images,
                                    1,
                                    c.channels,
                                    c.filters,
                                    {c.height, c.width},
                                    {c.out_height(), c.out_width()},
                                    {{c.kernel, c.kernel}, {1, 1}, {c.padding, c.padding}, {1, 1}}};
  add_kernel(
      c.row, std::int64_t{c.images} * c.filters * c.out_height() * c.out_width(),
      [extents](float* out, const float* a, const float* b) { engine::convolve<float>(a, b, nullptr, out, extents); },
      x, kernel);
}

template <int Rows, int Columns>
void add_small(const std::string& row) {
  using Left = Tensor<float, Shape<Rows, Rows>>;
  using Right = Tensor<float, Shape<Rows, Columns>>;
  const auto left = std::make_shared<std::array<Left, 256>>();
  const auto right = std::make_shared<std::array<Right, 256>>();
  const auto out = std::make_shared<std::array<Right, 256>>();
  for (std::size_t i = 0; i < 256; ++i) {
    (*left)[i] = tensor<Shape<Rows, Rows>>();
    (*right)[i] = tensor<Shape<Rows, Columns>>();
  }
  rows::add(row, "shapeproof", [=] {
    for (std::size_t i = 0; i < 256; ++i) (*out)[i] = matmul((*left)[i], (*right)[i]);
    rows::use(out->data());
  });
}

void add_element_wise() {
  const auto x = tensor<Shape<64, 3, 32, 32>>();
  add(rows::add_small, [](const auto& a, const auto& b) { return a + b; }, x, x);
  const auto large = tensor<Shape<int{rows::large_count}>>();
  add(rows::add_large, [](const auto& a, const auto& b) { return a + b; }, large, large);
  add(rows::tanh, [](const auto& a) { return shapeproof::tanh(a); }, large);
  add(rows::relu, [](const auto& a) { return shapeproof::relu(a); }, tensor<Shape<64, 64, 32, 32>>());
}

void add_reductions() {
  const auto x = tensor<Shape<4096, 4096>>();
  add(rows::sum_rows, [](const auto& a) { return sum<0>(a); }, x);
  add(rows::sum_columns, [](const auto& a) { return sum<1>(a); }, x);
  const auto logits = tensor<Shape<4096, 1000>>();
  add(rows::softmax, [](const auto& a) { return softmax<1>(a); }, logits);
  const auto tokens = tensor<Shape<8192, 768>>();
  const auto weight = tensor<Shape<768>>();
  add(rows::layernorm, [](const auto& a, const auto& w) { return layer_norm<-1>(a, w, w); }, tokens, weight);
  add_kernel(
      rows::layernorm, 8192 * 768,
      [](float* out, const float* a, const float* w) {
        engine::normalize_rows<float>(engine::RowNorm::layer, a, out, 8192, 768, {w, w}, 1e-5);
      },
      tokens, weight);
}

void add_images() {
  const auto x = tensor<Shape<64, 64, 32, 32>>();
  add(rows::maxpool, [](const auto& a) { return max_pool2d<2>(a); }, x);
  add(rows::to_nhwc, [](const auto& a) { return permute<0, 2, 3, 1>(a); }, x);
  add(
      rows::batchnorm, [](const auto& a, const auto& w) { return batch_norm_training(a, w, w).output; }, x,
      tensor<Shape<64>>());
  add_kernel(
      rows::batchnorm, static_cast<std::int64_t>(rows::images_count) + 128,
      [](float* out, const float* a, const float* w) {
        float* statistics = out + rows::images_count;
        engine::normalize_batch<float>(a, out, {64, 64, 1024}, statistics, statistics + 64, {w, w}, 1e-5);
      },
      x, tensor<Shape<64>>());
}

// What augment.py compares with NumPy.
void add_augmentation() {
  Tensor<std::uint8_t, Shape<10000, 3, 32, 32>> x;
  std::uint32_t state = 1;
  for (std::uint8_t& element : x.writable_span())
    element = static_cast<std::uint8_t>((state = state * 1664525U + 1013904223U) >> 24);
  const auto steps = pipeline(random_crop<32, 32>(4), random_flip, to_float,
                              normalize({0.4914, 0.4822, 0.4465}, {0.2470, 0.2435, 0.2616}));
  add(rows::augment, [steps](const auto& images) { return steps(images, {.seed = 1}); }, x);
}

const int registered = [] {
  rows::add_thread_setting([](int threads) { shapeproof::set_thread_count(threads); });
  add_gemm<64>();
  add_gemm<256>();
  add_gemm<512>();
  add_gemm<1024>();
  add_conv<0>();
  add_conv<1>();
  add_conv<2>();
  add_conv<3>();
  add_element_wise();
  add_reductions();
  add_images();
  add_augmentation();
  add_small<3, 3>(rows::small_row(3));
  add_small<4, 4>(rows::small_row(4));
  add_small<8, 8>(rows::small_row(8));
  add_small<8, 1>(rows::small_vector);
  return 0;
}();

}  // namespace
