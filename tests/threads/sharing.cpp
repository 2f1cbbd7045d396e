// SPDX-License-Identifier: BSL-1.0
// May threads copy, read, write and drop tensors that share one buffer? Built with the thread sanitizer by the preset
// tsan; here too every thread must see its own elements only.
#include <shapeproof/any.hpp>
#include <shapeproof/create.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N");

namespace {

constexpr int thread_count = 8;

// work(thread) in several threads at once. Catch2's checks are not for threads: work returns how often it was wrong.
template <class Work>
int failures_in_threads(const Work& work) {
  std::atomic<int> failures = 0;
  std::vector<std::thread> threads;
  for (int i = 0; i < thread_count; ++i) {
    threads.emplace_back([&work, &failures, i] { failures += work(i); });
  }
  for (std::thread& thread : threads) thread.join();
  return failures;
}

// How many of the elements are not their position plus `more`.
template <class X>
int wrong_elements(const X& x, int more) {
  int wrong = 0;
  for (std::int64_t i = 0; i < x.element_count(); ++i) wrong += x.data()[i] == static_cast<float>(i + more) ? 0 : 1;
  return wrong;
}

}  // namespace

TEST_CASE("threads: copies of one tensor are read and written at the same time") {
  const auto x = counted<float, Shape<N, 50>>(4);
  const int failures = failures_in_threads([&x](int thread) {
    int wrong = 0;
    for (int repetition = 0; repetition < 200; ++repetition) {
      auto mine = x;
      const auto other = mine;
      wrong += wrong_elements(mine, 0);
      for (float& element : mine.writable_span()) element += static_cast<float>(thread);
      wrong += wrong_elements(mine, thread) + wrong_elements(other, 0) + wrong_elements(x, 0);
    }
    return wrong;
  });
  CHECK(failures == 0);
  CHECK(wrong_elements(x, 0) == 0);
}

TEST_CASE("threads: each writes the copy that it was given, the last of them in place") {
  for (int repetition = 0; repetition < 100; ++repetition) {
    std::vector<DynamicTensor<float>> copies(thread_count, counted<float>({100}));
    const int failures = failures_in_threads([&copies](int thread) {
      DynamicTensor<float> mine = std::move(copies[static_cast<std::size_t>(thread)]);
      int wrong = wrong_elements(mine, 0);
      for (float& element : mine.writable_span()) element += static_cast<float>(thread);
      wrong += wrong_elements(mine, thread);
      return wrong;
    });
    CHECK(failures == 0);
  }
}

TEST_CASE("threads: the last owner anywhere destroys, once, after all have read") {
  for (int repetition = 0; repetition < 100; ++repetition) {
    auto values = std::make_shared<std::vector<float>>(100, 7.0F);
    const std::weak_ptr<std::vector<float>> watched = values;
    const float* data = values->data();
    std::vector<AnyTensor> copies(thread_count, AnyTensor(element_type<float>, Extents(ShapeValue{100}),
                                                          Buffer::adopt(data, std::move(values), false), data));
    const int failures = failures_in_threads([&copies](int thread) {
      const AnyTensor mine = std::move(copies[static_cast<std::size_t>(thread)]);
      copies[static_cast<std::size_t>(thread)] = DynamicTensor<float>();
      int wrong = 0;
      for (const float element : mine.get<float>()) wrong += element == 7.0F ? 0 : 1;
      return wrong;
    });
    CHECK(failures == 0);
    CHECK(watched.expired());
  }
}

TEST_CASE("threads: operations on shared tensors") {
  const auto x = counted<float, Shape<N, 50>>(4);
  const int failures = failures_in_threads([&x](int /*thread*/) {
    int wrong = 0;
    for (int repetition = 0; repetition < 50; ++repetition) {
      auto flat = flatten(x);
      const auto sum = x + x;
      const auto turned = permute<1, 0>(permute<1, 0>(x));
      flat(0) = -1;
      wrong += wrong_elements(turned, 0) + (sum(3, 49) == 398 ? 0 : 1) + (x(0, 0) == 0 ? 0 : 1);
    }
    return wrong;
  });
  CHECK(failures == 0);
}
