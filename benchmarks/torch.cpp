// SPDX-License-Identifier: BSL-1.0
// LibTorch alone, as it is used: without gradients, each result a new tensor.
#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <c10/core/InferenceMode.h>

#include "rows.hpp"

namespace {

at::Tensor tensor(at::IntArrayRef extents) {
  at::Tensor made = at::empty(extents);
  const auto numbers = rows::numbers(static_cast<std::size_t>(made.numel()));
  std::copy(numbers.begin(), numbers.end(), made.data_ptr<float>());
  return made;
}

template <class Compute>
void add(const std::string& row, const Compute& compute) {
  rows::add(row, "LibTorch", [=] {
    const c10::InferenceMode guard;
    rows::use(compute().data_ptr());
  });
}

const int registered = [] {
  rows::add_thread_setting([](int threads) { at::set_num_threads(threads); });
  for (const int n : rows::gemm_sizes) add(rows::gemm_row(n), [x = tensor({n, n})] { return at::mm(x, x); });
  for (const rows::Conv& c : rows::convolutions) {
    add(c.row, [c, x = tensor({c.images, c.channels, c.height, c.width}),
                w = tensor({c.filters, c.channels, c.kernel, c.kernel})] {
      return at::conv2d(x, w, {}, {1, 1}, {c.padding, c.padding});
    });
  }
  add(rows::add_small, [x = tensor({64, 3, 32, 32})] { return at::add(x, x); });
  add(rows::add_large, [x = tensor({1 << 24})] { return at::add(x, x); });
  add(rows::tanh, [x = tensor({1 << 24})] { return at::tanh(x); });
  const at::Tensor images = tensor({64, 64, 32, 32});
  add(rows::relu, [=] { return at::relu(images); });
  add(rows::maxpool, [=] { return at::max_pool2d(images, {2, 2}); });
  add(rows::to_nhwc, [=] { return images.permute({0, 2, 3, 1}).contiguous(); });
  add(rows::batchnorm, [=, w = tensor({64})] { return at::batch_norm(images, w, w, {}, {}, true, 0.1, 1e-5, false); });
  add(rows::softmax, [x = tensor({4096, 1000})] { return at::softmax(x, 1); });
  add(rows::layernorm, [x = tensor({8192, 768}), w = tensor({768})] { return at::layer_norm(x, {768}, w, w); });
  add(rows::sum_rows, [x = tensor({4096, 4096})] { return at::sum(x, {0}); });
  add(rows::sum_columns, [x = tensor({4096, 4096})] { return at::sum(x, {1}); });
  return 0;
}();

}  // namespace
