// SPDX-License-Identifier: BSL-1.0
// How often does a forward ask for memory? All of the program's requests are counted, as memory.cpp puts itself before glibc's
// malloc; Buffers ask by operator new with an alignment, and are counted by themselves too, as oneDNN has requests of its own.
#pragma once

#include <cstddef>
#include <cstdlib>

#include <shapeproof/engine_info.hpp>
#include <shapeproof/threads.hpp>

// Sanitizers put themselves in that place.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SHAPEPROOF_TEST_SANITIZES 1
#endif
#endif
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__) && \
    !defined(SHAPEPROOF_TEST_SANITIZES)
#define SHAPEPROOF_TEST_COUNTS_ALLOCATIONS 1
#else
#define SHAPEPROOF_TEST_COUNTS_ALLOCATIONS 0
#endif

namespace allocations {

struct Count {
  std::size_t requests = 0;
  std::size_t buffers = 0;
  std::size_t bytes_of_buffers = 0;
};
// Since the program began.
Count so_far();

template <class Call>
Count during(const Call& call) {
  const Count before = so_far();
  call();
  const Count after = so_far();
  return {after.requests - before.requests, after.buffers - before.buffers,
          after.bytes_of_buffers - before.bytes_of_buffers};
}

// One thread while it lives: which of several runs what is chance, and each has memory of its own.
class OneThread {
 public:
  OneThread() { shapeproof::set_thread_count(1); }
  ~OneThread() { shapeproof::set_thread_count(before_); }
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_ = shapeproof::thread_count();
};

// Whether `forward` needs no memory from its second call on. With oneDNN: no Buffer.
template <class Forward>
bool only_first_allocates(const Forward& forward) {
  if (SHAPEPROOF_TEST_COUNTS_ALLOCATIONS == 0) return true;
  const OneThread alone;
  forward();
  const Count later = during([&] {
    for (int i = 0; i < 3; ++i) forward();
  });
  return (*shapeproof::engine_info().onednn == '\0' ? later.requests : later.buffers) == 0;
}

}  // namespace allocations
