// SPDX-License-Identifier: BSL-1.0
// Batches: of tensors that are bound to one number of samples, and of a dataset of one's own; with a progress bar.

#include <cmath>
#include <cstdio>
#include <shapeproof/data/progress.hpp>
#include <shapeproof/shapeproof.hpp>
#include <span>
#include <stdexcept>

using namespace shapeproof;

inline constexpr auto N = axis("N"), B = axis("B");

// [dataset]
// Points on a circle, which are computed when they are asked for. A file or a folder would read them.
struct Circle {
  using samples = std::tuple<Tensor<float, Shape<2>>, Tensor<std::int64_t, Shape<>>>;  // what one sample is
  std::int64_t count = 0;

  std::int64_t sample_count() const { return count; }
  void gather(std::span<const std::int64_t> places, std::span<float> points, std::span<std::int64_t> ids) const {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const double angle = 6.283185307 * static_cast<double>(places[i]) / static_cast<double>(count);
      points[2 * i] = static_cast<float>(std::cos(angle));
      points[2 * i + 1] = static_cast<float>(std::sin(angle));
      ids[i] = places[i];
    }
  }
};
// [dataset]

namespace {

void require(bool holds, const char* what) {
  if (!holds) throw std::logic_error(what);
}

template <auto Batch>
std::int64_t train_on(const Tensor<float, Shape<Batch, 3, 8, 8>>& images, const Tensor<std::int64_t, Shape<Batch>>&) {
  return images.template extent<0>();
}

void of_tensors(const DynamicTensor<float>& images, const DynamicTensor<std::int64_t>& labels) {
  std::int64_t seen = 0;
  std::int64_t real = 0;
  // [endings]
  const auto data = dataset(bind<Shape<N, 3, 8, 8>, Shape<N>>(named("images", images), named("labels", labels)));

  // A smaller last batch has a shape of its own. A function template takes both.
  auto all = batches<64>(data, shuffle(7), keep_last);
  all.for_each([&](const auto& x, const auto& y) { seen += train_on(x, y); });  // Shape<64, ...>, Shape<Remainder, ...>

  auto epoch = all.epoch();  // the next one, in another order
  for (auto& [x, y] : epoch.full()) seen += train_on(x, y);
  if (auto last = epoch.remainder()) seen += train_on(std::get<0>(*last), std::get<1>(*last));

  // Only full ones; and full ones of which the last is filled up with zeros.
  for (auto& [x, y] : batches<64>(data, shuffle(7), drop_last).epoch()) seen += train_on(x, y);
  for (auto& [x, y, is_real] : batches<64>(data, shuffle(7), pad_last).epoch())
    real += sum(cast<std::int64_t>(is_real))();

  // A named axis has one type for all of them, and is 64 long, or shorter at the end.
  for (auto& [x, y] : batches<B>(data, in_order, 64).epoch()) seen += train_on(x, y);
  // [endings]
  require(seen == 100 + 100 + 64 + 100 && real == 100, "each ending shows the samples that it says");
}

void of_ones_own() {
  float sum_of_squares = 0;
  // [prefetch]
  // Three threads read up to eight batches ahead. What they read does not depend on how many they are.
  auto points = batches<16>(Circle{1000}, shuffle(1), drop_last, {.ahead = 8, .readers = 3});
  for (auto& [x, ids] : with_progress("epoch 0", points.epoch())) sum_of_squares += sum(square(x))();
  // [prefetch]
  require(sum_of_squares > 991 && sum_of_squares < 993, "62 batches of 16 points at distance 1");
}

}  // namespace

int main() try {
  of_tensors(DynamicTensor<float>(ShapeValue{100, 3, 8, 8}), DynamicTensor<std::int64_t>(ShapeValue(100)));
  of_ones_own();
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
