// SPDX-License-Identifier: BSL-1.0
// What is an element to a kernel that only moves it? A word of its size, which may lie at any address and be of any type.
#pragma once

#include <cstdint>

namespace shapeproof::engine::detail {

template <int Bytes>
struct Word;
template <>
struct Word<1> {
  using type [[gnu::may_alias]] = std::uint8_t;
};
template <>
struct Word<2> {
  using type [[gnu::may_alias, gnu::aligned(1)]] = std::uint16_t;
};
template <>
struct Word<4> {
  using type [[gnu::may_alias, gnu::aligned(1)]] = std::uint32_t;
};
template <>
struct Word<8> {
  using type [[gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
};
template <>
struct Word<16> {
  using type [[gnu::vector_size(16), gnu::may_alias, gnu::aligned(1)]] = std::uint64_t;
};

}  // namespace shapeproof::engine::detail
