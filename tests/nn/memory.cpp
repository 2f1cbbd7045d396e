// SPDX-License-Identifier: BSL-1.0
// What does a forward allocate? Never a copy of parameters, and after the first call nothing. The tests of models ask this too.
#include <atomic>
#include <cerrno>
#include <new>

#include <shapeproof/nn.hpp>

#include "allocations.hpp"
#include "catch.hpp"

using namespace shapeproof;
using allocations::only_first_allocates;

namespace {

constinit std::atomic<std::size_t> requests{0}, buffers{0}, bytes_of_buffers{0};

inline constexpr auto N = axis("N");

// The bytes of all buffers that `call` makes, none of which is one used again.
template <class Call>
std::size_t bytes_of_buffers_in(const Call& call) {
  const allocations::OneThread alone;
  call();  // what kernels keep
  Buffer::give_back_memory();
  return allocations::during(call).bytes_of_buffers;
}

}  // namespace

allocations::Count allocations::so_far() { return {requests, buffers, bytes_of_buffers}; }

#if SHAPEPROOF_TEST_COUNTS_ALLOCATIONS
// NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): glibc's names
extern "C" {
void* __libc_malloc(std::size_t) noexcept;
void* __libc_calloc(std::size_t, std::size_t) noexcept;
void* __libc_realloc(void*, std::size_t) noexcept;
void* __libc_memalign(std::size_t, std::size_t) noexcept;

void* malloc(std::size_t bytes) noexcept {
  ++requests;
  return __libc_malloc(bytes);
}
void* calloc(std::size_t count, std::size_t bytes) noexcept {
  ++requests;
  return __libc_calloc(count, bytes);
}
void* realloc(void* memory, std::size_t bytes) noexcept {
  ++requests;
  return __libc_realloc(memory, bytes);
}
void* memalign(std::size_t alignment, std::size_t bytes) noexcept {
  ++requests;
  return __libc_memalign(alignment, bytes);
}
void* aligned_alloc(std::size_t alignment, std::size_t bytes) noexcept { return memalign(alignment, bytes); }
int posix_memalign(void** memory, std::size_t alignment, std::size_t bytes) noexcept {
  *memory = memalign(alignment, bytes);
  return *memory != nullptr || bytes == 0 ? 0 : ENOMEM;
}
}
// NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp)

void* operator new(std::size_t bytes, std::align_val_t alignment) {
  ++buffers;
  bytes_of_buffers += bytes;
  const auto power = static_cast<std::size_t>(alignment);
  if (void* memory = std::aligned_alloc(power, (bytes + power - 1) / power * power)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

TEST_CASE("what is asked for is counted") {
  const auto asked = [](const auto& call) { return allocations::during(call).requests; };
  void* volatile memory = nullptr;  // volatile, or compilers leave out what nobody sees
  CHECK(asked([&] { memory = ::operator new(100); }) == 1);
  ::operator delete(memory);
  CHECK(asked([&] { memory = std::malloc(100); }) == 1);
  std::free(memory);
  CHECK(asked([&] { memory = std::calloc(1, 1); }) == 1);
  CHECK(asked([&] { memory = std::realloc(memory, 100); }) == 1);
  std::free(memory);
  Buffer::give_back_memory();
  const auto one = allocations::during([] { Buffer::allocate(1000); });
  CHECK(one.requests == 1);
  CHECK(one.buffers == 1);
  CHECK(one.bytes_of_buffers >= 1000);
  CHECK(one.bytes_of_buffers < 1000 + 64 + 150);
}

TEST_CASE("parameters are not copied, named or not") {
  const Linear<1024, 512> layer;
  const void* weight = layer.weight.data();
  const Tensor<float, Shape<1, 1024>> x;
  const std::size_t typed = bytes_of_buffers_in([&] { layer(x); });
  CHECK(typed >= 512 * sizeof(float));
  CHECK(typed < 8 * 1024);
  const DynamicTensor<float> open(x);
  CHECK(bytes_of_buffers_in([&] { layer(open); }) == typed);
  CHECK(layer.weight.data() == weight);
}

TEST_CASE("activations of an operand that expires are written where it lies") {
  const auto net = sequential<Shape<N, 64>>(linear<512>, relu, linear<64>);
  const auto x = zeros<float, Shape<N, 64>>(16);
  const std::size_t whole = bytes_of_buffers_in([&] { net(x); });
  const auto first = net.layer<0>();
  const std::size_t hidden = bytes_of_buffers_in([&] { first(x); });
  // The hidden features once, and what comes out.
  CHECK(whole < hidden + 16 * 64 * sizeof(float) + 1024);
}
#endif

TEST_CASE("a loop of inferences takes its memory from the one before") {
  const auto net = sequential<Shape<N, 3, 32, 32>>(conv2d<16, 3, Padding<1>>, BatchNorm2d(), relu, max_pool2d<2>,
                                                   Residual(layers(conv2d<16, 3, Padding<1>>, relu)), Flatten(),
                                                   linear<64>, relu, linear<10>);
  for (const int batch : {1, 8}) {
    const auto x = zeros<float, Shape<N, 3, 32, 32>>(batch);
    CHECK(only_first_allocates([&] { net(x); }));
  }
}

TEST_CASE("a tensor of a static shape, a named one and a dynamic one are made of what is gone") {
  const Linear<1024, 512> layer;
  const auto named = zeros<float, Shape<N, 1024>>(3);
  CHECK(only_first_allocates([&] { layer(Tensor<float, Shape<3, 1024>>()); }));
  CHECK(only_first_allocates([&] { layer(named); }));
  CHECK(only_first_allocates([&] { layer(DynamicTensor<float>(named)); }));
}
