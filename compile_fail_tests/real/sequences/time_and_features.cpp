// SPDX-License-Identifier: BSL-1.0
// Time and features do not change places silently.
// Reported: SFData/ICSE2020/s42585356
// expect: as: axis 1 is 1, wanted is 20; axes 1 and 2 are swapped: transpose<1, 2>(x)
#include <shapeproof/convert.hpp>
#include <shapeproof/ops/permute.hpp>
using namespace shapeproof;

inline constexpr auto N = axis("N");
void f(const Tensor<float, Shape<N, 1, 20>>& x) {
  [[maybe_unused]] auto y = as<Shape<N, 20, 1>>(GOOD((transpose<1, 2>))(x));  // error here
}
