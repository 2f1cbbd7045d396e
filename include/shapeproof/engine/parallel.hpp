// SPDX-License-Identifier: BSL-1.0
// How is large work shared between threads? parallel_for cuts a range into pieces of at least `grain` and runs them on the
// pool's threads and the caller's. Work of one piece, work inside of other work, and work that comes while the pool is busy
// runs on the caller's thread.
#pragma once

#include <cstdint>

#include "config.hpp"

namespace shapeproof::engine {

int thread_count();
void set_thread_count(int count);

// A function of a range of numbers, without its type: what `body` needs stands behind `context`.
struct RangeBody {
  void (*body)(const void* context, std::int64_t begin, std::int64_t end);
  const void* context;
};
void run_in_parallel(std::int64_t count, std::int64_t grain, RangeBody body);

// Calls function(begin, end) for pieces that make up [0, count). What it throws reaches the caller, once.
template <class Function>
void parallel_for(std::int64_t count, std::int64_t grain, const Function& function) {
  if (count <= grain) {
    if (count > 0) function(std::int64_t{0}, count);
    return;
  }
  const auto body = [](const void* context, std::int64_t begin, std::int64_t end) {
    (*static_cast<const Function*>(context))(begin, end);
  };
  run_in_parallel(count, grain, {body, &function});
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/parallel.hpp"
#endif
