// SPDX-License-Identifier: BSL-1.0
// What becomes of a number that the new type cannot hold? vectors.cpp compares the others with NumPy.
//
// Where we differ from NumPy: a floating-point number outside of an integer's range is undefined in C++; NumPy says
// what the machine makes of it (often the smallest number), ours is the nearest one, and NaN is 0.
#include <shapeproof/ops/cast.hpp>

#include <cmath>
#include <limits>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

inline constexpr auto N = axis("N");

namespace {

template <class To, class From>
To casted(From value) {
  return cast<To>(Tensor<From, Shape<>>(value))();
}

template <class Float>
constexpr Float infinity = std::numeric_limits<Float>::infinity();

// All of this is true of every integer type.
template <class To, class From>
void check_saturates() {
  using Limits = std::numeric_limits<To>;
  CHECK(casted<To>(infinity<From>) == Limits::max());
  CHECK(casted<To>(-infinity<From>) == Limits::min());
  CHECK(casted<To>(std::numeric_limits<From>::quiet_NaN()) == 0);
  CHECK(casted<To>(std::numeric_limits<From>::max()) == Limits::max());
  CHECK(casted<To>(std::numeric_limits<From>::lowest()) == Limits::min());
  // The first number past the end, and the last before it, both of which floating point holds exactly.
  const From past = std::ldexp(From{1}, Limits::digits);
  CHECK(casted<To>(past) == Limits::max());
  CHECK(casted<To>(std::nextafter(past, From{0})) == static_cast<To>(std::nextafter(past, From{0})));
  CHECK(casted<To>(static_cast<From>(Limits::min())) == Limits::min());
  CHECK(casted<To>(From{-0.75}) == 0);
  CHECK(casted<To>(From{1.5}) == 1);
}

template <class From>
void check_saturates_everywhere() {
  check_saturates<std::int8_t, From>();
  check_saturates<std::int16_t, From>();
  check_saturates<std::int32_t, From>();
  check_saturates<std::int64_t, From>();
  check_saturates<std::uint8_t, From>();
  check_saturates<std::uint16_t, From>();
  check_saturates<std::uint32_t, From>();
  check_saturates<std::uint64_t, From>();
}

}  // namespace

TEST_CASE("cast: floating point to integer becomes the nearest number that there is, and NaN 0") {
  check_saturates_everywhere<float>();
  check_saturates_everywhere<double>();
  CHECK(casted<std::int8_t>(-128.9F) == -128);
  CHECK(casted<std::int8_t>(127.9F) == 127);
  CHECK(casted<std::uint8_t>(255.9F) == 255);
  CHECK(casted<std::uint8_t>(256.0F) == 255);
  CHECK(casted<std::uint8_t>(-1.0F) == 0);
  CHECK(casted<std::int16_t>(half(65504.0F)) == 32767);
  CHECK(casted<std::int16_t>(half(infinity<float>)) == 32767);
  CHECK(casted<std::uint16_t>(half(65504.0F)) == 65504);
}

TEST_CASE("cast: integers wrap around, as NumPy's") {
  CHECK(casted<std::int8_t>(300) == 44);
  CHECK(casted<std::uint8_t>(-1) == 255);
  CHECK(casted<std::int32_t>(std::uint32_t{4294967295U}) == -1);
  CHECK(casted<std::int32_t>(std::int64_t{1} << 32) == 0);
}

TEST_CASE("cast: to bool, everything but zero is true") {
  CHECK(casted<bool>(0.25F));
  CHECK(casted<bool>(std::numeric_limits<double>::quiet_NaN()));
  CHECK(casted<bool>(half::from_bits(1)));
  CHECK(casted<bool>(-256));
  CHECK_FALSE(casted<bool>(-0.0F));
  CHECK_FALSE(casted<bool>(half(-0.0F)));
}

TEST_CASE("cast: to half, large numbers are infinity") {
  CHECK(casted<half>(65504).bits == 0x7BFF);
  CHECK(casted<half>(65520).bits == 0x7C00);
  CHECK(casted<half>(1e300).bits == 0x7C00);
  CHECK(casted<half>(std::numeric_limits<std::int64_t>::min()).bits == 0xFC00);
  CHECK(casted<half>(true) == 1.0F);
}

TEST_CASE("cast: keeps shape and names, and the original") {
  const auto x = samples::counted<int, Shape<N, 3>>(40);
  const auto y = cast<double>(x);
  static_assert(std::is_same_v<decltype(y), const Tensor<double, Shape<N, 3>>>);
  CHECK(y.shape() == x.shape());
  CHECK(y(39, 2) == 119);
  CHECK(x(39, 2) == 119);
  const DynamicTensor<std::uint8_t> z = cast<std::uint8_t>(DynamicTensor<int>(x));
  CHECK(z.shape() == ShapeValue{40, 3});
  CHECK(z(39, 2) == 119);
  CHECK(cast<float>(Tensor<int, Shape<0, 3>>()).element_count() == 0);
}

TEST_CASE("cast: double to half is rounded once") {
  // Just above the middle between 1 and the next half; as a float it is the middle.
  CHECK(casted<half>(1 + 0x1p-11 + 0x1p-30) == 1 + 0x1p-10F);
}
