// SPDX-License-Identifier: BSL-1.0
// What does a forward allocate? Never a copy of parameters, and after the first call nothing that the system must provide:
// blocks from 64 KiB on are used again.
#include <atomic>
#include <cstdlib>
#include <new>

#include <shapeproof/nn.hpp>

#include "catch.hpp"

using namespace shapeproof;

namespace {

std::atomic<std::size_t> allocated_bytes{0};
std::atomic<int> large_blocks{0};

void* counted(std::size_t bytes, std::size_t alignment) {
  allocated_bytes += bytes;
  large_blocks += bytes >= detail::smallest_kept ? 1 : 0;
  const std::size_t whole = (bytes + alignment - 1) / alignment * alignment;
  if (void* memory = std::aligned_alloc(alignment, whole == 0 ? alignment : whole)) return memory;
  throw std::bad_alloc();
}

// What `forward` allocates when it is called again.
struct Allocated {
  std::size_t bytes;
  int large_blocks;
};
template <class Forward>
Allocated allocated_by_second(const Forward& forward) {
  forward();
  allocated_bytes = 0;
  large_blocks = 0;
  forward();
  return {allocated_bytes, large_blocks};
}

inline constexpr auto N = axis("N");

}  // namespace

// Buffers are asked for with an alignment; all other memory is left alone.
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return counted(bytes, static_cast<std::size_t>(alignment));
}
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

TEST_CASE("parameters are not copied, named or not") {
  const Linear<1024, 512> layer;
  const void* weight = layer.weight.data();
  const Tensor<float, Shape<1, 1024>> x;
  const Allocated typed = allocated_by_second([&] { layer(x); });
  CHECK(typed.bytes >= 512 * sizeof(float));
  CHECK(typed.bytes < 8 * 1024);
  const DynamicTensor<float> open(x);
  const Allocated dynamic = allocated_by_second([&] { layer(open); });
  CHECK(dynamic.bytes == typed.bytes);
  CHECK(layer.weight.data() == weight);
}

TEST_CASE("a loop of inferences takes its large blocks from the one before") {
  const auto net = sequential<Shape<N, 3, 32, 32>>(conv2d<16, 3, Padding<1>>, BatchNorm2d(), relu, max_pool2d<2>,
                                                   Residual(layers(conv2d<16, 3, Padding<1>>, relu)), Flatten(),
                                                   linear<64>, relu, linear<10>);
  const auto x = zeros<float, Shape<N, 3, 32, 32>>(8);
  const Allocated again = allocated_by_second([&] { net(x); });
  if (detail::recycles) CHECK(again.large_blocks == 0);
  // The rows behind the last image: 64 and 10 features of 8 samples.
  if (detail::recycles) CHECK(again.bytes < 8 * 1024);
}

TEST_CASE("activations of an operand that expires are written where it lies") {
  const auto net = sequential<Shape<N, 64>>(linear<512>, relu, linear<64>);
  const auto x = zeros<float, Shape<N, 64>>(16);
  const Allocated whole = allocated_by_second([&] { net(x); });
  const auto first = net.layer<0>();
  const Allocated hidden = allocated_by_second([&] { first(x); });
  // The hidden features once, and what comes out.
  CHECK(whole.bytes < hidden.bytes + 16 * 64 * sizeof(float) + 1024);
}
