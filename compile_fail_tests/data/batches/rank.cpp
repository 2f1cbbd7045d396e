// SPDX-License-Identifier: BSL-1.0
// A batch has one axis more than a sample.
// expect: Shape: rank 9, at most 8 are supported
#include <array>
#include <shapeproof/data/batches.hpp>
using namespace shapeproof;

struct Folder {
  using samples = std::tuple<Tensor<float, Shape<1, 2, 3, 4, 5, 6, 7 BAD(, 8)>>>;
  std::int64_t sample_count() const;
  void gather(std::span<const std::int64_t>, std::span<float>) const;
};
void f(const Folder& folder) {
  [[maybe_unused]] auto train = batches<64>(folder, in_order, drop_last);  // error here
}
