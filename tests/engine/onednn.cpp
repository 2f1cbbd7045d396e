// SPDX-License-Identifier: BSL-1.0
// Is what is prepared for oneDNN kept, for all threads, and not without bound? Whether its kernels compute the same as ours is
// seen by the tests of these: the suite runs with both.
#include <shapeproof/engine/definitions/onednn_cache.hpp>

#include "../catch.hpp"

#if SHAPEPROOF_ONEDNN

#include <atomic>
#include <thread>
#include <vector>

using namespace shapeproof::engine;

namespace {

using Plans = onednn::Cache<std::int64_t, 2>;

auto make(std::int64_t number) {
  return [number] { return std::make_shared<const std::int64_t>(number); };
}

}  // namespace

TEST_CASE("oneDNN cache: a plan is made once") {
  Plans plans;
  const auto first = plans.find({1, 2}, make(12));
  CHECK(plans.find({1, 2}, make(99)) == first);
  CHECK(*plans.find({2, 1}, make(21)) == 21);
  // That there is no plan for a key is kept too.
  CHECK(plans.find({3, 3}, [] { return nullptr; }) == nullptr);
  CHECK(plans.find({3, 3}, make(33)) == nullptr);
}

TEST_CASE("oneDNN cache: bounded, and a plan in use outlives its place") {
  Plans plans;
  const auto first = plans.find({0, 0}, make(7));
  for (std::int64_t i = 1; i < 3 * static_cast<std::int64_t>(Plans::most); ++i) {
    plans.find({i, 0}, make(i));
    REQUIRE(plans.size() <= Plans::most);
  }
  CHECK(*first == 7);
}

TEST_CASE("oneDNN cache: threads agree on one plan") {
  Plans plans;
  std::atomic<int> wrong = 0;
  const auto ask = [&] {
    for (std::int64_t i = 0; i < 3000; ++i) wrong += *plans.find({i % 1500, 1}, make(i % 1500)) == i % 1500 ? 0 : 1;
  };
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) threads.emplace_back(ask);
  for (std::thread& thread : threads) thread.join();
  CHECK(wrong == 0);
}

TEST_CASE("oneDNN: its threads stay out of ours, and come back") {
  // OpenMP's setting of this thread, where oneDNN has loaded one.
  auto* get = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "omp_get_max_threads"));
  if (get == nullptr) return;
  const int before = get();
  {
    const onednn::OneThread alone;
    CHECK(get() == 1);
  }
  CHECK(get() == before);
}

#endif
