// SPDX-License-Identifier: BSL-1.0
// Eigen alone: Matrix and Array over memory that is there, on one thread but for products.
#include <Eigen/Core>

#include <array>
#include <cmath>
#include <memory>

#include "rows.hpp"

namespace {

using Matrix = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
using Array = Eigen::Array<float, Eigen::Dynamic, 1>;
using In = Eigen::Map<const Array>;
using Out = Eigen::Map<Array>;
using InRows = Eigen::Map<const Matrix>;

struct Memory {
  std::vector<float> in, out;
  Memory(std::size_t in_count, std::size_t out_count) : in(rows::numbers(in_count)), out(out_count) {}
};

template <class Work>
void add(const std::string& row, std::size_t in, std::size_t out, const Work& work) {
  const auto memory = std::make_shared<Memory>(in, out);
  rows::add(row, "Eigen", [=] {
    work(memory->in.data(), memory->out.data());
    rows::use(memory->out.data());
  });
}

void add_products() {
  for (const int n : rows::gemm_sizes) {
    const auto count = static_cast<std::size_t>(n) * static_cast<std::size_t>(n);
    add(rows::gemm_row(n), count, count, [n](const float* in, float* out) {
      Eigen::Map<Matrix>(out, n, n).noalias() = InRows(in, n, n) * InRows(in, n, n);
    });
  }
}

template <int Rows, int Columns>
void add_small(const std::string& row) {
  constexpr int order = Columns == 1 ? Eigen::ColMajor : Eigen::RowMajor;
  using Left = Eigen::Matrix<float, Rows, Rows, Eigen::RowMajor>;
  using Right = Eigen::Matrix<float, Rows, Columns, order>;
  const auto left = std::make_shared<std::array<Left, 256>>();
  const auto right = std::make_shared<std::array<Right, 256>>();
  const auto out = std::make_shared<std::array<Right, 256>>();
  for (std::size_t i = 0; i < 256; ++i) {
    (*left)[i].setRandom();
    (*right)[i].setRandom();
  }
  rows::add(row, "Eigen", [=] {
    for (std::size_t i = 0; i < 256; ++i) (*out)[i].noalias() = (*left)[i] * (*right)[i];
    rows::use(out->data());
  });
}

void add_element_wise() {
  for (const auto& [row, count] :
       {std::pair(rows::add_small, rows::small_count), {rows::add_large, rows::large_count}}) {
    add(row, count, count,
        [n = static_cast<Eigen::Index>(count)](const float* in, float* out) { Out(out, n) = In(in, n) + In(in, n); });
  }
  add(rows::tanh, rows::large_count, rows::large_count, [](const float* in, float* out) {
    constexpr auto n = static_cast<Eigen::Index>(rows::large_count);
    Out(out, n) = In(in, n).tanh();
  });
  add(rows::relu, rows::images_count, rows::images_count, [](const float* in, float* out) {
    constexpr auto n = static_cast<Eigen::Index>(rows::images_count);
    Out(out, n) = In(in, n).cwiseMax(0.0F);
  });
}

void add_reductions() {
  constexpr std::size_t side = 4096;
  add(rows::sum_rows, side * side, side, [](const float* in, float* out) {
    Eigen::Map<Eigen::RowVectorXf>(out, 4096) = InRows(in, 4096, 4096).colwise().sum();
  });
  add(rows::sum_columns, side * side, side, [](const float* in, float* out) {
    Eigen::Map<Eigen::VectorXf>(out, 4096) = InRows(in, 4096, 4096).rowwise().sum();
  });
  add(rows::softmax, side * 1000, side * 1000, [](const float* in, float* out) {
    for (Eigen::Index i = 0; i < 4096; ++i) {
      const In x(in + i * 1000, 1000);
      Out y(out + i * 1000, 1000);
      y = (x - x.maxCoeff()).exp();
      y *= 1 / y.sum();
    }
  });
  add(rows::layernorm, 8192 * 768, 8192 * 768, [](const float* in, float* out) {
    const In weight(in, 768);
    for (Eigen::Index i = 0; i < 8192; ++i) {
      const In x(in + i * 768, 768);
      const float mean = x.mean();
      const float scale = 1 / std::sqrt((x - mean).square().mean() + 1e-5F);
      Out(out + i * 768, 768) = (x - mean) * scale * weight + weight;
    }
  });
}

void add_images() {
  add(rows::maxpool, rows::images_count, rows::images_count / 4, [](const float* in, float* out) {
    using Step = Eigen::InnerStride<2>;
    using Half = Eigen::Map<const Array, 0, Step>;
    for (Eigen::Index row = 0; row < 64 * 64 * 16; ++row) {
      const float* from = in + row * 64;
      Out(out + row * 16, 16) =
          Half(from, 16).cwiseMax(Half(from + 1, 16)).cwiseMax(Half(from + 32, 16).cwiseMax(Half(from + 33, 16)));
    }
  });
  add(rows::to_nhwc, rows::images_count, rows::images_count, [](const float* in, float* out) {
    for (Eigen::Index i = 0; i < 64; ++i) {
      Eigen::Map<Matrix>(out + i * 65536, 1024, 64) = InRows(in + i * 65536, 64, 1024).transpose();
    }
  });
  add(rows::batchnorm, rows::images_count, rows::images_count, [](const float* in, float* out) {
    for (Eigen::Index channel = 0; channel < 64; ++channel) {
      float sum = 0, squares = 0;
      for (Eigen::Index i = 0; i < 64; ++i) sum += In(in + (i * 64 + channel) * 1024, 1024).sum();
      const float mean = sum / 65536;
      for (Eigen::Index i = 0; i < 64; ++i) {
        squares += (In(in + (i * 64 + channel) * 1024, 1024) - mean).square().sum();
      }
      const float scale = 1 / std::sqrt(squares / 65536 + 1e-5F);
      for (Eigen::Index i = 0; i < 64; ++i) {
        const Eigen::Index at = (i * 64 + channel) * 1024;
        Out(out + at, 1024) = (In(in + at, 1024) - mean) * (scale * in[channel]) + in[channel];
      }
    }
  });
}

const int registered = [] {
  add_products();
  add_element_wise();
  add_reductions();
  add_images();
  add_small<3, 3>(rows::small_row(3));
  add_small<4, 4>(rows::small_row(4));
  add_small<8, 8>(rows::small_row(8));
  add_small<8, 1>(rows::small_vector);
  return 0;
}();

}  // namespace
