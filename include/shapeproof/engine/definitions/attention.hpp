// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cmath>
#include <limits>

#include "../attention.hpp"
#include "../matmul.hpp"
#include "../softmax.hpp"

namespace shapeproof::engine {
namespace detail {

// One line of scores: scaled, with what the masks say.
template <class T>
void mask_line(const Attention<T>& what, std::int64_t sample, std::int64_t query, T scale, T* line) {
  constexpr T nowhere = -std::numeric_limits<T>::infinity();
  const std::int64_t at = query * what.keys;
  for (std::int64_t s = 0; s < what.keys; ++s) line[s] *= scale;
  for (std::int64_t s = 0; what.added != nullptr && s < what.keys; ++s) line[s] += what.added[at + s];
  for (std::int64_t s = 0; what.masked != nullptr && s < what.keys; ++s) {
    if (what.masked[at + s]) line[s] = nowhere;
  }
  for (std::int64_t s = 0; what.padding != nullptr && s < what.keys; ++s) {
    if (what.padding[sample * what.keys + s]) line[s] = nowhere;
  }
  for (std::int64_t s = query + 1; what.is_causal && s < what.keys; ++s) line[s] = nowhere;
}

template <class T>
void attend_sample(const Attention<T>& what, std::int64_t sample, T* scores, T* out) {
  const std::int64_t area = what.queries * what.keys;
  const std::int64_t width = what.heads * what.head_width;
  const T* key = what.key + sample * what.keys * what.key_stride;
  const T* value = what.value + sample * what.keys * what.key_stride;
  gemm(what.query + sample * what.queries * what.query_stride, key, scores,
       {.m = what.queries,
        .k = what.head_width,
        .n = what.keys,
        .right_is_transposed = true,
        .left_stride = what.query_stride,
        .right_stride = what.key_stride,
        .batches = what.heads,
        .left_batch_stride = what.head_width,
        .right_batch_stride = what.head_width,
        .out_batch_stride = area});
  const T scale = 1 / std::sqrt(static_cast<T>(what.head_width));
  for (std::int64_t line = 0; line < what.heads * what.queries; ++line) {
    mask_line(what, sample, line % what.queries, scale, scores + line * what.keys);
  }
  softmax(scores, scores, {.outer = what.heads * what.queries, .count = what.keys});
  const T* factors = what.factors == nullptr ? nullptr : what.factors + sample * what.heads * area;
  for (std::int64_t i = 0; factors != nullptr && i < what.heads * area; ++i) scores[i] *= factors[i];
  gemm(scores, value, out + sample * what.queries * width,
       {.m = what.queries,
        .k = what.keys,
        .n = what.head_width,
        .right_stride = what.key_stride,
        .out_stride = width,
        .batches = what.heads,
        .left_batch_stride = area,
        .right_batch_stride = what.head_width,
        .out_batch_stride = what.head_width});
}

}  // namespace detail

template <class T>
void attend(const Attention<T>& what, T* scores, T* out) {
  for (std::int64_t sample = 0; sample < what.samples; ++sample) detail::attend_sample(what, sample, scores, out);
}

}  // namespace shapeproof::engine
