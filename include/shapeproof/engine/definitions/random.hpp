// SPDX-License-Identifier: BSL-1.0
// How are elements drawn at random? Each thread makes the blocks of a range, and of each block its elements.
#pragma once

#include <bit>
#include <utility>

#include "../parallel.hpp"
#include "../random.hpp"
#include "inverse_normal.hpp"

namespace shapeproof::engine {

inline constexpr std::int64_t random_grain = 2048;  // blocks: a few times what waking a thread costs

// Element i is make(words): the i-th group of `Words` words behind the start.
template <int Words, class T, class Make>
void draw(const RandomStart& start, T* out, std::int64_t count, const Make& make) {
  constexpr int in_block = 4 / Words;
  const std::int64_t blocks = count / in_block + (count % in_block != 0 ? 1 : 0);
  parallel_for(blocks, random_grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) {
      const RandomBlock block = philox({start.seed, start.stream, start.block + static_cast<std::uint64_t>(i)});
      const std::int64_t rest = count - i * in_block;
      for (int k = 0; k < in_block && k < rest; ++k)
        out[i * in_block + k] = make(block.words + std::int64_t{k} * Words);
    }
  });
}

constexpr std::uint64_t both(const std::uint32_t* words) { return words[0] | std::uint64_t{words[1]} << 32; }

// The upper half of a product of 128 bits: where `word` of 2^64 lies in a range.
constexpr std::uint64_t scaled(std::uint64_t word, std::uint64_t range) {
  __extension__ using Unsigned128 = unsigned __int128;
  return static_cast<std::uint64_t>(Unsigned128{word} * range >> 64);
}

// [0, 1), with as many bits as T has in its fraction.
template <class T>
constexpr double fraction_of(const std::uint32_t* words) {
  if constexpr (sizeof(T) == 8) return static_cast<double>(both(words) >> 11) * 0x1p-53;
  else if constexpr (sizeof(T) == 4) return (words[0] >> 8) * 0x1p-24;
  else return (words[0] >> 21) * 0x1p-11;
}

// The largest number below one that is finite.
template <class T, class Bits>
constexpr T next_below(T value) {
  constexpr Bits sign = static_cast<Bits>(Bits{1} << (8 * sizeof(Bits) - 1));
  const auto bits = std::bit_cast<Bits>(value);
  if ((bits | sign) == sign) return std::bit_cast<T>(static_cast<Bits>(sign | 1U));
  return std::bit_cast<T>(static_cast<Bits>((bits & sign) != 0 ? bits + 1 : bits - 1));
}
constexpr half below(half value) { return next_below<half, std::uint16_t>(value); }
constexpr float below(float value) { return next_below<float, std::uint32_t>(value); }
constexpr double below(double value) { return next_below<double, std::uint64_t>(value); }

template <class T>
void uniform(const RandomStart& start, T* out, std::int64_t count, double low, double high) {
  const T last = cast_element<T>(high);
  const T first = cast_element<T>(low);
  const double base = static_cast<double>(first);
  const double range = static_cast<double>(last) - base;
  if (!(range > 0)) return fill(out, count, first);
  draw<words_for<T>>(start, out, count, [=](const std::uint32_t* words) {
    const double product = rounded(fraction_of<T>(words) * range);
    const T value = cast_element<T>(base + product);
    return value < last ? value : below(last);
  });
}

// p - 1/2 for the middle p of the part that the words name; its sign and tail follow from it without rounding.
template <class T>
double standard_normal(const std::uint32_t* words) {
  if constexpr (sizeof(T) == 8) {
    const double p = (static_cast<double>(both(words) >> 12) + 0.5) * 0x1p-52;
    return inverse_normal(p - 0.5, p < 0.5 ? p : 1 - p);
  } else {
    const double p = (words[0] + 0.5) * 0x1p-32;
    return inverse_normal(p - 0.5, p < 0.5 ? p : 1 - p);
  }
}

template <class T>
void normal(const RandomStart& start, T* out, std::int64_t count, double mean, double stddev) {
  draw<words_for<T>>(start, out, count, [=](const std::uint32_t* words) {
    const double product = rounded(stddev * standard_normal<T>(words));
    return cast_element<T>(mean + product);
  });
}

template <class T>
void bernoulli(const RandomStart& start, T* out, std::int64_t count, std::uint64_t threshold) {
  const T one = cast_element<T>(1);
  draw<1>(start, out, count, [=](const std::uint32_t* words) { return words[0] < threshold ? one : T{}; });
}

template <class T>
void randint(const RandomStart& start, T* out, std::int64_t count, std::int64_t low, std::uint64_t range) {
  draw<2>(start, out, count, [=](const std::uint32_t* words) {
    return static_cast<T>(static_cast<std::uint64_t>(low) + scaled(both(words), range));
  });
}

template <class T>
void randperm(const RandomStart& start, T* out, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out[i] = static_cast<T>(i);
  for (std::int64_t i = count - 1; i > 0; --i) {
    const auto position = static_cast<std::uint64_t>(count - 1 - i);
    const RandomBlock block = philox({start.seed, start.stream, start.block + position / 2});
    const std::uint64_t word = both(block.words + position % 2 * 2);
    std::swap(out[i], out[scaled(word, static_cast<std::uint64_t>(i) + 1)]);
  }
}

}  // namespace shapeproof::engine
