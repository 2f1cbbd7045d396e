// SPDX-License-Identifier: BSL-1.0
// How fast do files become tensors? load_npy and map_npy beside the system's own read() of the same bytes, and beside
// xtensor's load_npy where that is found. The file is in the system's cache, so that no disk is measured.
//   files [floats in millions, 100 unless said] [directory]
// All take turns; the median of nine rounds is printed, in the processor's time, and how much faster that is than read() into
// memory that was never used before, as load_npy's is where the tensor is large.
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <shapeproof/io/npy.hpp>
#include <shapeproof/io/safetensors.hpp>

#if defined(BENCHMARK_XTENSOR)
#include <xtensor/xarray.hpp>
#include <xtensor/xnpy.hpp>
#endif

using namespace shapeproof;

namespace {

constexpr int rounds = 9;

// Of this one thread, in its own code and in the system's: what other programs do does not count.
double processor_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

struct Row {
  const char* name;
  std::function<void()> work;
  std::vector<double> seconds{};

  void run() {
    const double begin = processor_seconds();
    work();
    seconds.push_back(processor_seconds() - begin);
  }
  [[nodiscard]] double median() const {
    std::vector<double> sorted = seconds;
    std::sort(sorted.begin(), sorted.end());
    return sorted[sorted.size() / 2];
  }
};

// The file's bytes, by as few calls as there can be.
void read_all(const std::string& path, char* to, std::size_t bytes) {
  const int file = ::open(path.c_str(), O_RDONLY);
  while (bytes > 0) {
    const auto count = ::read(file, to, std::min(bytes, std::size_t{1} << 30));
    if (count <= 0) std::abort();
    to += count;
    bytes -= static_cast<std::size_t>(count);
  }
  ::close(file);
}

void use(const void* data) { asm volatile("" : : "r"(data) : "memory"); }

}  // namespace

int main(int argc, char** argv) {
  const std::int64_t count = (argc > 1 ? std::atoll(argv[1]) : 100) * 1'000'000;
  const std::string path = std::string(argc > 2 ? argv[2] : "/tmp") + "/shapeproof-benchmark.npy";
  const std::string archive = path + ".safetensors";
  {
    DynamicTensor<float> numbers =
        Tensor<float, Shape<dyn>>(detail::uninitialized<Tensor<float, Shape<dyn>>>(Extents(ShapeValue(count))));
    float next = 0;
    for (float& number : numbers.writable_span()) number = next++;
    save_npy(path, numbers);
    save_safetensors(archive, {{"numbers", numbers}});
  }
  Buffer::give_back_memory();
  const auto bytes = static_cast<std::size_t>(count) * 4 + 128;
  const std::unique_ptr<char[]> used(new char[bytes]());
  Row rows[] = {
      {"read() into new memory",
       [&] {
         const std::unique_ptr<char[]> fresh(new char[bytes]);
         read_all(path, fresh.get(), bytes);
         use(fresh.get());
       }},
      {"read() into used memory", [&] { read_all(path, used.get(), bytes); }},
      {"load_npy", [&] { use(load_npy<float, Shape<dyn>>(path).data()); }},
      {"load_safetensors", [&] { use(load_safetensors<float, Shape<dyn>>(archive, "numbers").data()); }},
#if defined(BENCHMARK_XTENSOR)
      {"xtensor's load_npy", [&] { use(xt::load_npy<float>(path).data()); }},
#endif
      {"map_npy, no element used", [&] { use(map_npy<float, Shape<dyn>>(path).data()); }},
  };
  for (int round = 0; round < rounds; ++round) {
    for (Row& row : rows) row.run();
  }
  for (const Row& row : rows) {
    std::printf("%-26s %10.3f ms %8.2f GB/s %10.2f\n", row.name, row.median() * 1e3,
                static_cast<double>(bytes) / row.median() / 1e9, rows[0].median() / row.median());
  }
  ::unlink(path.c_str());
  ::unlink(archive.c_str());
}
