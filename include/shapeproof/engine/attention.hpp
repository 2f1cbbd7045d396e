// SPDX-License-Identifier: BSL-1.0
// How do places of a sequence look at others? Each head scores the query against all keys, and mixes the values by the
// softmax of the scores:
//
//   out = softmax(query key^T / sqrt(d) + mask) value      Vaswani et al., Attention Is All You Need, 2017
#pragma once

#include <cstdint>

#include "config.hpp"

namespace shapeproof::engine {

// Rows of query, key and value lie `stride` elements apart; a head is so many columns of each. Samples follow each other.
template <class T>
struct Attention {
  const T* query = nullptr;
  const T* key = nullptr;
  const T* value = nullptr;
  std::int64_t query_stride = 0;
  std::int64_t key_stride = 0;
  std::int64_t samples = 0;
  std::int64_t heads = 0;
  std::int64_t head_width = 0;
  std::int64_t queries = 0;
  std::int64_t keys = 0;
  const T* added = nullptr;       // [queries, keys]
  const bool* masked = nullptr;   // [queries, keys]; true where nobody looks
  const bool* padding = nullptr;  // [samples, keys]; true where nobody looks
  const T* factors = nullptr;     // [samples, heads, queries, keys]; weights are multiplied by them behind the softmax
  bool is_causal = false;         // place t looks at places 0 to t
};

// out [samples, queries, heads * head_width]; `scores` is room for [heads, queries, keys]. For float and double.
template <class T>
void attend(const Attention<T>& what, T* scores, T* out);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/attention.hpp"
#endif
