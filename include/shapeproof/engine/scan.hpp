// SPDX-License-Identifier: BSL-1.0
// How are sums and products of all elements so far computed? As those of all elements are: of half and float in double.
#pragma once

#include "along.hpp"
#include "reduce.hpp"

namespace shapeproof::engine {

// One line of elements that are `stride` apart.
template <class Operation, class T>
constexpr void scan_line(const T* in, Whole<T>* out, std::int64_t count, std::int64_t stride) {
  SummedAs<T> so_far = Operation::template initial<T>();
  for (std::int64_t i = 0; i < count; ++i) {
    so_far = Operation::combine(so_far, Operation::load(in[i * stride], i));
    out[i * stride] = Operation::template finish<T>(so_far, i);
  }
}

template <class Operation, class T>
void scan_kernel(const T* in, Whole<T>* out, const Along& along);

// `out` may be `in`.
template <class Operation, class T>
constexpr void scan(const T* in, Whole<T>* out, const Along& along) {
  if (!std::is_constant_evaluated()) return scan_kernel<Operation>(in, out, along);
  for (std::int64_t outer = 0; outer < along.outer && !along.is_empty(); ++outer) {
    const std::int64_t first = outer * along.count * along.inner;
    for (std::int64_t i = first; i < first + along.inner; ++i) {
      scan_line<Operation>(in + i, out + i, along.count, along.inner);
    }
  }
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/scan.hpp"
#endif
