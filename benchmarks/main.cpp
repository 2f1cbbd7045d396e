// SPDX-License-Identifier: BSL-1.0
// Runs all rows with one thread and with two, by Google Benchmark. ratios.py calls it; by hand:
//   kernels --benchmark_filter='gemm.*' --benchmark_enable_random_interleaving=true --benchmark_repetitions=9
#include <benchmark/benchmark.h>

#include <cstdint>

#include "rows.hpp"

namespace {

std::vector<std::function<void(int)>>& settings() {
  static std::vector<std::function<void(int)>> all;
  return all;
}

}  // namespace

namespace rows {

void add_thread_setting(std::function<void(int)> set) { settings().push_back(std::move(set)); }

void add(const std::string& row, const std::string& contestant, std::function<void()> work) {
  for (const int threads : {1, 2}) {
    const std::string name = row + "/" + contestant + "/" + std::to_string(threads);
    benchmark::RegisterBenchmark(name.c_str(), [work, threads](benchmark::State& state) {
      for (const auto& set : settings()) set(threads);
      work();  // once for pages, caches and plans
      for ([[maybe_unused]] const auto iteration : state) work();
    })->UseRealTime();
  }
}

std::vector<float> numbers(std::size_t count) {
  std::vector<float> made(count);
  std::uint32_t state = 1;
  for (float& number : made) {
    state = state * 1664525U + 1013904223U;
    number = static_cast<float>(state >> 8) / 8388608.0F - 1;
  }
  return made;
}

void use(const void* result) { benchmark::DoNotOptimize(result); }

}  // namespace rows

BENCHMARK_MAIN();
