// SPDX-License-Identifier: BSL-1.0
// OpenBLAS alone.
#include <cblas.h>

#include <memory>

#include "rows.hpp"

namespace {

const int registered = [] {
  rows::add_thread_setting([](int threads) { openblas_set_num_threads(threads); });
  for (const int n : rows::gemm_sizes) {
    const auto count = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
    const auto in = std::make_shared<std::vector<float>>(rows::numbers(count));
    const auto out = std::make_shared<std::vector<float>>(count);
    rows::add(rows::gemm_row(n), "OpenBLAS", [=] {
      cblas_sgemm(CblasRowMajor, CblasNoTrans, CblasNoTrans, n, n, n, 1, in->data(), n, in->data(), n, 0, out->data(),
                  n);
      rows::use(out->data());
    });
  }
  return 0;
}();

}  // namespace
