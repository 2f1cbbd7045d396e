// SPDX-License-Identifier: BSL-1.0
// Elements without a header have the shape that the reader says, and no other.
// Reported: dpilger26/NumCpp#102, where it is legal
// expect: as: rank 1, wanted is rank 2 of Shape<10, 10>
#include <shapeproof/tensor.hpp>

#include <shapeproof/io/raw.hpp>
using namespace shapeproof;

void takes(const Tensor<double, Shape<10, 10>>&);
void f() {
  takes(load_raw<double, Shape<BAD(100) GOOD(10, 10)>>("table.bin"));  // error here
}
