// SPDX-License-Identifier: BSL-1.0
// How is a 16-bit float kept? half stores IEEE 754 binary16 and computes as float. Debian 12's g++ has no type of its
// own for it in C++ (std::float16_t is C++23).
#pragma once

#include <bit>
#include <cstdint>

namespace shapeproof {

// 1 sign, 5 exponent and 10 fraction bits. Conversion from float rounds to nearest, ties to even, and keeps NaN,
// infinity and subnormal numbers.
struct half {
  std::uint16_t bits = 0;  // IEEE 754 binary16: sign, 5 bits of exponent, 10 of fraction

  constexpr half() = default;
  // Rounded to the nearest half, ties to even.
  constexpr half(float value) : bits(from_float(std::bit_cast<std::uint32_t>(value))) {}  // NOLINT(*-explicit-*)
  // Exact: every half is a float.
  constexpr operator float() const { return std::bit_cast<float>(to_float(bits)); }  // NOLINT(*-explicit-*)

  // The half that has these bits.
  static constexpr half from_bits(std::uint16_t bits) {
    half value;
    value.bits = bits;
    return value;
  }

 private:
  // The upper bits of `value`, rounded to nearest even at bit `shift`.
  static constexpr std::uint32_t shift_rounded(std::uint32_t value, std::uint32_t shift) {
    const std::uint32_t result = value >> shift;
    const std::uint32_t rest = value & ((1U << shift) - 1);
    const std::uint32_t middle = 1U << (shift - 1);
    return result + (rest > middle || (rest == middle && (result & 1) != 0) ? 1 : 0);
  }

  static constexpr std::uint16_t from_float(std::uint32_t value) {
    const std::uint32_t sign = (value >> 16) & 0x8000U;
    const std::uint32_t exponent = (value >> 23) & 0xFFU;
    const std::uint32_t fraction = value & 0x7FFFFFU;
    std::uint32_t result = 0;
    if (exponent == 0xFF) {
      // The quiet bit keeps a NaN whose upper fraction bits are zero a NaN.
      result = 0x7C00U | (fraction >> 13) | (fraction != 0 ? 0x0200U : 0);
    } else if (exponent > 142) {
      result = 0x7C00U;
    } else if (exponent >= 113) {
      // A fraction that rounds up carries into the exponent, and from the largest number into infinity: as it should.
      result = shift_rounded(((exponent - 112) << 23) | fraction, 13);
    } else if (exponent >= 102) {
      result = shift_rounded(fraction | 0x800000U, 126 - exponent);
    }
    return static_cast<std::uint16_t>(sign | result);
  }

  static constexpr std::uint32_t to_float(std::uint16_t value) {
    const std::uint32_t sign = (value & 0x8000U) << 16;
    std::uint32_t exponent = (value >> 10) & 0x1FU;
    std::uint32_t fraction = value & 0x3FFU;
    if (exponent == 0x1F) return sign | 0x7F800000U | (fraction << 13);
    if (exponent == 0) {
      if (fraction == 0) return sign;
      for (exponent = 1; (fraction & 0x400U) == 0; --exponent) fraction <<= 1;
      return sign | ((exponent + 112) << 23) | ((fraction & 0x3FFU) << 13);
    }
    return sign | ((exponent + 112) << 23) | (fraction << 13);
  }
};

}  // namespace shapeproof
