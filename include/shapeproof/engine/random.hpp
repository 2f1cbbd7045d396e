// SPDX-License-Identifier: BSL-1.0
// How are elements drawn at random? Element i is made of the words at its own place behind the start and of nothing else, so
// that any number of threads makes the same elements.
//
// Words are 32 bits of engine/philox.hpp. Two of them are a number of 64 bits, the lower half first. An element takes one
// word, or two: uniform and normal of double, randint and randperm.
#pragma once

#include <cstdint>

#include "../half.hpp"
#include "config.hpp"
#include "philox.hpp"

namespace shapeproof::engine {

// How many words an element takes.
template <class T>
inline constexpr int words_for = sizeof(T) == 8 ? 2 : 1;

// Numbers of [low, high): the upper bits of the words, as many as T has in its fraction, are a multiple of 2^-11 for half,
// 2^-24 for float and 2^-53 for double below 1, which is scaled in double and rounded to T, downwards where that would be
// high. low and high are rounded to T first; where they are equal every number is low.
template <class T>
void uniform(const RandomStart& start, T* out, std::int64_t count, double low, double high);

// Numbers of a normal distribution: its inverse at the middle of the one of 2^32 (double: 2^52) equal parts of (0, 1) that the
// words name, computed in double, and rounded to T. No number is further than 6.4 (double: 8.3) standard deviations away.
template <class T>
void normal(const RandomStart& start, T* out, std::int64_t count, double mean, double stddev);

// Ones where the word is below `threshold`, which is at most 2^32, and zeros elsewhere.
template <class T>
void bernoulli(const RandomStart& start, T* out, std::int64_t count, std::uint64_t threshold);

// Integers of [low, low + range): the number of 64 bits, times the range, over 2^64. The chances of two of them differ by at
// most 2^-64.
template <class T>
void randint(const RandomStart& start, T* out, std::int64_t count, std::int64_t low, std::uint64_t range);

// 0 to count - 1 in an order of which each is as likely (R. A. Fisher, F. Yates; R. Durstenfeld, 1964). One thread.
template <class T>
void randperm(const RandomStart& start, T* out, std::int64_t count);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/random.hpp"
#endif
