// SPDX-License-Identifier: BSL-1.0
// Does shared work come out as if one thread had done it: every element once, nothing left when it returns, errors handed
// on, and no deadlock where work asks for work?
#include <atomic>
#include <cstdint>
#include <shapeproof/threads.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

#include "../catch.hpp"

using namespace shapeproof;
using engine::parallel_for;

namespace {

struct WithThreads {
  explicit WithThreads(int count) : before(thread_count()) { set_thread_count(count); }
  ~WithThreads() { set_thread_count(before); }
  int before;
};

std::vector<int> visits(std::int64_t count, std::int64_t grain) {
  std::vector<int> seen(static_cast<std::size_t>(count));
  parallel_for(count, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; ++i) ++seen[static_cast<std::size_t>(i)];
  });
  return seen;
}

}  // namespace

TEST_CASE("parallel_for: each number of the range comes once") {
  for (const int threads : {1, 2, 5}) {
    const WithThreads setting(threads);
    for (const std::int64_t count : {0, 1, 2, 7, 100, 1001}) {
      for (const std::int64_t grain : {1, 3, 50, 2000}) {
        CHECK(visits(count, grain) == std::vector<int>(static_cast<std::size_t>(count), 1));
      }
    }
  }
}

TEST_CASE("parallel_for: pieces run on several threads, and on one where one is set") {
  const auto ran_elsewhere = [] {
    std::atomic<bool> elsewhere = false;
    std::atomic<int> inside = 0;
    parallel_for(2, 1, [&, caller = std::this_thread::get_id()](std::int64_t begin, std::int64_t end) {
      // The caller's piece waits for the other one to begin, so that one thread cannot take both.
      inside += static_cast<int>(end - begin);
      while (inside < 2) std::this_thread::yield();
      if (std::this_thread::get_id() != caller) elsewhere = true;
    });
    return elsewhere.load();
  };
  const WithThreads two(2);
  CHECK(ran_elsewhere());
  const WithThreads one(1);
  CHECK(!ran_elsewhere());
}

TEST_CASE("parallel_for: an error reaches the caller, and the next work runs") {
  const WithThreads setting(3);
  for (int i = 0; i < 50; ++i) {
    CHECK_THROWS_AS(parallel_for(30, 1, [](std::int64_t, std::int64_t) { throw std::runtime_error("piece"); }),
                    std::runtime_error);
    CHECK(visits(30, 1) == std::vector<int>(30, 1));
  }
}

TEST_CASE("parallel_for: work inside of work, and work from several threads at once") {
  const WithThreads setting(3);
  std::atomic<std::int64_t> total = 0;
  const auto ask = [&] {
    for (int i = 0; i < 20; ++i) {
      parallel_for(8, 1, [&](std::int64_t outer, std::int64_t outer_end) {
        parallel_for(10 * (outer_end - outer), 1, [&](std::int64_t begin, std::int64_t end) { total += end - begin; });
      });
    }
  };
  std::thread first(ask), second(ask);
  ask();
  first.join();
  second.join();
  CHECK(total == 3 * 20 * 80);
}

TEST_CASE("set_thread_count: below 1 counts as 1") {
  const WithThreads setting(0);
  CHECK(thread_count() == 1);
}
