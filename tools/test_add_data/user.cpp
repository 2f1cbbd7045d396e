// SPDX-License-Identifier: BSL-1.0
// A model that is written for the shapes of its files. Another file would not compile.
#include <cstdio>

#include <shapeproof/io/npy.hpp>
#include <shapeproof/io/safetensors.hpp>

#include "f4_little_shape.hpp"
#include "plain_shape.hpp"

using namespace shapeproof;

int main() {
  static_assert(std::is_same_v<plain::images::tensor, Tensor<float, Shape<2, 3, 4>>>);
  static_assert(std::is_same_v<plain::labels::element, std::int64_t>);
  // A scalar has no axis, an empty array no element; each has a type.
  static_assert(plain::scalar::shape::value.rank == 0 && plain::empty::shape::value == ShapeValue(0, 3));

  const Tensor<float, Shape<2, 3>> x = load_npy<f4_little::element, f4_little::shape>(f4_little::path);
  const auto images = load_safetensors<float, plain::images::shape>(plain::path, plain::images::name);
  std::printf("%g %lld\n", static_cast<double>(x(0, 0)), static_cast<long long>(images.element_count()));
  return x(0, 0) == -1.25F && images.element_count() == 24 ? 0 : 1;
}
