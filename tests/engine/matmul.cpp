// SPDX-License-Identifier: BSL-1.0
// Does the kernel multiply matrices that lie in plain memory?
#include <shapeproof/engine/matmul.hpp>

#include <complex>
#include <limits>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

template <class T>
std::vector<T> product(const std::vector<T>& left, const std::vector<T>& right, std::int64_t m, std::int64_t k,
                       std::int64_t n) {
  std::vector<T> out(static_cast<std::size_t>(m * n), T(99));  // what was there does not count
  engine::matmul(left.data(), right.data(), out.data(), m, k, n);
  return out;
}

}  // namespace

TEST_CASE("engine::matmul: rows times columns") {
  CHECK(product<float>({1, 2, 3, 4, 5, 6}, {1, 0, 0, 1, 1, 1}, 2, 3, 2) == std::vector<float>{4, 5, 10, 11});
  CHECK(product<double>({3}, {4}, 1, 1, 1) == std::vector<double>{12});
  CHECK(product<int>({1, 2}, {3, 4}, 2, 1, 2) == std::vector<int>{3, 4, 6, 8});
  using Complex = std::complex<float>;
  CHECK(product<Complex>({{0, 1}}, {{0, 1}}, 1, 1, 1) == std::vector<Complex>{{-1, 0}});
}

TEST_CASE("engine::matmul: nothing to add is 0, and nothing to write is nothing") {
  CHECK(product<float>({}, {}, 1, 0, 2) == std::vector<float>{0, 0});
  CHECK(product<half>({}, {}, 1, 0, 1).front() == 0.0F);
  CHECK(product<float>({}, {1, 2}, 0, 1, 2).empty());
}

TEST_CASE("engine::matmul: integers of every width wrap around") {
  CHECK(product<std::uint16_t>({65535, 65535}, {65535, 65535}, 1, 2, 1) == std::vector<std::uint16_t>{2});
  CHECK(product<std::int8_t>({127, 127}, {127, 127}, 1, 2, 1) == std::vector<std::int8_t>{2});
  CHECK(product<std::int32_t>({2147483647, 1}, {2, 2}, 1, 2, 1) == std::vector<std::int32_t>{0});
  constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
  CHECK(product<std::int64_t>({smallest}, {-1}, 1, 1, 1) == std::vector<std::int64_t>{smallest});
}

TEST_CASE("engine::matmul: not a number stays none, also beside a zero") {
  const float infinity = std::numeric_limits<float>::infinity();
  const float sum = product<float>({0, 1}, {infinity, 1}, 1, 2, 1).front();
  CHECK(sum != sum);
}
