// SPDX-License-Identifier: BSL-1.0
// Sums so far: lines one by one where they are dense, else many neighbouring ones side by side, row by row.
#pragma once

#include "../parallel.hpp"
#include "../scan.hpp"

namespace shapeproof::engine {

template <class Operation, class T>
void scan_kernel(const T* in, Whole<T>* out, const Along& along) {
  if (along.is_empty()) return;
  constexpr std::int64_t wide = 1024;
  const std::int64_t blocks = (along.inner + wide - 1) / wide;
  const std::int64_t block_columns = along.inner < wide ? along.inner : wide;
  const std::int64_t grain = 16384 / (along.count * block_columns) + 1;
  parallel_for(along.outer * blocks, grain, [&](std::int64_t begin, std::int64_t end) {
    SummedAs<T> so_far[wide];
    for (std::int64_t n = begin; n < end; ++n) {
      const std::int64_t column = n % blocks * wide;
      const std::int64_t first = n / blocks * along.count * along.inner + column;
      const std::int64_t width = along.inner - column < wide ? along.inner - column : wide;
      if (width == 1) {
        scan_line<Operation>(in + first, out + first, along.count, along.inner);
        continue;
      }
      for (std::int64_t j = 0; j < width; ++j) so_far[j] = Operation::template initial<T>();
      for (std::int64_t i = 0; i < along.count; ++i) {
        const std::int64_t row = first + i * along.inner;
        for (std::int64_t j = 0; j < width; ++j) {
          so_far[j] = Operation::combine(so_far[j], Operation::load(in[row + j], i));
          out[row + j] = Operation::template finish<T>(so_far[j], i);
        }
      }
    }
  });
}

}  // namespace shapeproof::engine
