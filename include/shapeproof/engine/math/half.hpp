// SPDX-License-Identifier: BSL-1.0
// half to float and back as half.hpp does it, but without branches, for loops over many.
#pragma once

#include "../../half.hpp"
#include "bits.hpp"

namespace shapeproof::engine::math {

constexpr float widened(half value) {
  const std::uint32_t size = static_cast<std::uint32_t>(value.bits & 0x7FFFU) << 13;
  const std::uint32_t sign = static_cast<std::uint32_t>(value.bits & 0x8000U) << 16;
  // The exponent counts from another start; multiplying moves it, and makes subnormal numbers normal.
  const std::uint32_t finite = bits_of(std::bit_cast<float>(size) * std::bit_cast<float>((127U + 112U) << 23));
  const std::uint32_t infinite = size | 0x7F800000U;
  return std::bit_cast<float>((size < 0x0F800000U ? finite : infinite) | sign);
}

// Rounds to nearest, ties to even.
constexpr half narrowed(float value) {
  const std::uint32_t size = bits_of(value) & 0x7FFFFFFFU;
  const std::uint32_t normal = (size + 0xFFFU + ((size >> 13) & 1U) - (112U << 23)) >> 13;
  // Adding 0.5 leaves as many bits as a subnormal half has, rounded.
  const std::uint32_t subnormal = bits_of(std::bit_cast<float>(size) + 0.5F) - bits_of(0.5F);
  const std::uint32_t nan = 0x7E00U | ((size >> 13) & 0x3FFU);
  const std::uint32_t finite = size < (113U << 23) ? subnormal : normal;
  const std::uint32_t bounded = size < 0x47800000U ? finite : 0x7C00U;
  const std::uint32_t result = size > 0x7F800000U ? nan : bounded;
  return half::from_bits(static_cast<std::uint16_t>(result | ((bits_of(value) >> 16) & 0x8000U)));
}

}  // namespace shapeproof::engine::math
