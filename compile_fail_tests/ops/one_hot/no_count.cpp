// SPDX-License-Identifier: BSL-1.0
// How many classes a name is must be said.
// expect: one_hot: Shape<C> takes 1 numbers, 0 are given
#include <shapeproof/ops/one_hot.hpp>
using namespace shapeproof;

inline constexpr auto C = axis("C");
Tensor<int, Shape<4>> ids;
auto x = one_hot<C>(ids GOOD(, 10));  // error here
