// SPDX-License-Identifier: BSL-1.0
// Does each block of memory have one owner at a time, where many threads make and drop large buffers?
#include <atomic>
#include <shapeproof/buffer.hpp>
#include <thread>
#include <vector>

#include "../catch.hpp"

using shapeproof::Buffer;

TEST_CASE("Buffer: threads that make and drop large buffers never get the same one") {
  std::atomic<int> mistakes = 0;
  const auto work = [&](int mark) {
    for (int round = 0; round < 300; ++round) {
      std::vector<Buffer> own;
      for (std::size_t i = 1; i <= 4; ++i) {
        own.push_back(Buffer::allocate(i * 70'000));
        *static_cast<int*>(own.back().data()) = mark;
      }
      for (const Buffer& buffer : own) mistakes += *static_cast<int*>(buffer.data()) == mark ? 0 : 1;
    }
  };
  std::vector<std::thread> threads;
  for (int mark = 0; mark < 4; ++mark) threads.emplace_back(work, mark);
  for (std::thread& thread : threads) thread.join();
  CHECK(mistakes == 0);
}
