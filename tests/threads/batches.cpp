// SPDX-License-Identifier: BSL-1.0
// Do threads read batches ahead, in order, no further than they may, and end when they should? Nothing here depends on how
// long anything takes: it is counted.
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <shapeproof/create.hpp>
#include <shapeproof/data/batches.hpp>
#include <stdexcept>
#include <thread>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

// What all copies of a dataset count together.
struct Counts {
  std::atomic<int> begun = 0;
  std::atomic<int> ended = 0;
};

// A dataset that computes its samples: i, and 2 * i. It may fail at one of them, and may let nobody in before it is told to.
struct Computed {
  using samples = std::tuple<Tensor<float, Shape<500>>, Tensor<std::int64_t, Shape<>>>;
  std::int64_t count = 0;
  Counts* counts = nullptr;
  std::int64_t broken = -1;

  [[nodiscard]] std::int64_t sample_count() const { return count; }
  void gather(std::span<const std::int64_t> places, std::span<float> values, std::span<std::int64_t> labels) const {
    ++counts->begun;
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (places[i] == broken) throw std::runtime_error("sample 37 cannot be read");
      for (std::size_t k = 0; k < 500; ++k) values[i * 500 + k] = static_cast<float>(places[i]);
      labels[i] = 2 * places[i];
    }
    ++counts->ended;
  }
};

// Until `count` batches are ready. That they become so is what is tested: else this never ends.
template <class Epoch>
void await_ready(const Epoch& epoch, int count) {
  while (epoch.ready_count() < count) std::this_thread::yield();
}

template <class Epoch>
std::vector<std::int64_t> labels_in(Epoch&& epoch) {
  std::vector<std::int64_t> result;
  epoch.for_each([&](const auto& values, const auto& labels) {
    for (std::int64_t i = 0; i < labels.element_count(); ++i) {
      result.push_back(labels.data()[i]);
      if (values.data()[i * 500 + 499] * 2 != static_cast<float>(result.back())) result.push_back(-1);
    }
  });
  return result;
}

}  // namespace

TEST_CASE("threads: any number of readers gives the same batches") {
  Counts counts;
  const Computed data{1000, &counts};
  const auto expected = labels_in(batches<16>(data, shuffle(5), keep_last, {.readers = 0}).epoch());
  CHECK(expected.size() == 1000);
  for (const int readers : {1, 2, 3, 8}) {
    for (const int ahead : {1, 2, 20}) {
      const Prefetch prefetch{ahead, readers};
      CHECK(labels_in(batches<16>(data, shuffle(5), keep_last, prefetch).epoch()) == expected);
      CHECK(labels_in(batches<dyn>(data, shuffle(5), 16, prefetch).epoch()) == expected);
    }
  }
}

TEST_CASE("threads: the next batch is ready when a slower consumer asks for it") {
  for (const int readers : {1, 2}) {
    Counts counts;
    constexpr int batch_count = 20;
    constexpr int ahead = 3;
    auto epoch = batches<8>(Computed{8 * batch_count, &counts}, shuffle(1), drop_last, {ahead, readers}).epoch();
    // Nobody has asked for a batch yet.
    await_ready(epoch, ahead);
    int taken = 0;
    for (auto& batch : epoch) {
      CHECK(std::get<1>(batch).element_count() == 8);
      ++taken;
      // A consumer that is slower than the readers: as long as it takes, it finds all of them.
      await_ready(epoch, std::min(ahead, batch_count - taken));
    }
    CHECK(taken == batch_count);
    CHECK(epoch.wait_count() == 0);
  }
}

TEST_CASE("threads: no more is read ahead than was asked for") {
  Counts counts;
  auto epoch = batches<8>(Computed{800, &counts}, shuffle(1), drop_last, {.ahead = 4, .readers = 2}).epoch();
  await_ready(epoch, 4);
  CHECK(counts.begun == 4);
  [[maybe_unused]] auto batch = epoch.begin();
  await_ready(epoch, 4);
  CHECK(counts.begun == 5);
}

TEST_CASE("threads: without readers, a batch is read when it is asked for") {
  Counts counts;
  auto epoch = batches<8>(Computed{80, &counts}, shuffle(1), drop_last, {.readers = 0}).epoch();
  CHECK(counts.begun == 0);
  auto batch = epoch.begin();
  CHECK(counts.begun == 1);
  ++batch;
  CHECK(counts.begun == 2);
}

TEST_CASE("threads: what a reader throws reaches the loop, at its batch") {
  for (const int readers : {0, 1, 3}) {
    Counts counts;
    auto epoch = batches<8>(Computed{80, &counts, 37}, in_order, drop_last, {.ahead = 4, .readers = readers}).epoch();
    int taken = 0;
    const auto read_all = [&] {
      for (auto& batch : epoch) taken += std::get<1>(batch)(0) == 16 * taken ? 1 : 100;
    };
    CHECK_THROWS_WITH(read_all(), "sample 37 cannot be read");
    CHECK(taken == 4);
    // It stays so: the batch is not there, and none behind it is given instead.
    CHECK_THROWS_WITH(read_all(), "sample 37 cannot be read");
    CHECK(taken == 4);
    // Nothing behind it was begun but what was begun already.
    CHECK(counts.begun <= 4 + 4);
  }
}

TEST_CASE("threads: what a reader throws in the smaller last batch reaches the loop too") {
  Counts counts;
  auto train = batches<8>(Computed{38, &counts, 37}, in_order, keep_last);
  int taken = 0;
  CHECK_THROWS_WITH(train.for_each([&](const auto&, const auto&) { ++taken; }), "sample 37 cannot be read");
  CHECK(taken == 4);
}

TEST_CASE("threads: a loop is left in the middle, and every reader ends") {
  for (int repetition = 0; repetition < 50; ++repetition) {
    Counts counts;
    {
      auto epoch = batches<8>(Computed{8000, &counts}, shuffle(1), keep_last, {.ahead = 3, .readers = 3}).epoch();
      int taken = 0;
      for (auto& batch : epoch.full()) {
        if (std::get<0>(batch).element_count() == 0 || ++taken > repetition % 5) break;
      }
    }
    // Whoever had begun has ended, and nobody begins.
    CHECK(counts.begun == counts.ended);
    CHECK(counts.begun < 20);
  }
}

TEST_CASE("threads: an epoch that is moved goes on") {
  Counts counts;
  auto epoch = batches<8>(Computed{80, &counts}, in_order, drop_last, {.ahead = 3, .readers = 2}).epoch();
  auto moved = std::move(epoch);
  CHECK(labels_in(moved).size() == 80);
}

TEST_CASE("threads: two epochs at once do not disturb each other") {
  Counts counts;
  const auto train = batches<16>(Computed{320, &counts}, shuffle(9), drop_last, {.ahead = 2, .readers = 2});
  const auto first = labels_in(train.epoch(0));
  const auto second = labels_in(train.epoch(1));
  std::vector<std::int64_t> seen[2];
  std::thread other([&] { seen[1] = labels_in(train.epoch(1)); });
  seen[0] = labels_in(train.epoch(0));
  other.join();
  CHECK(seen[0] == first);
  CHECK(seen[1] == second);
}

TEST_CASE("threads: a consumer keeps and changes batches while others are read") {
  Counts counts;
  std::vector<Tensor<float, Shape<8, 500>>> kept;
  for (auto& [values, labels] :
       batches<8>(Computed{400, &counts}, in_order, drop_last, {.ahead = 2, .readers = 2}).epoch()) {
    if (labels(0) % 32 == 0) kept.push_back(values);
    for (float& value : values.writable_span()) value = -1;
  }
  REQUIRE(kept.size() == 25);
  for (std::size_t i = 0; i < kept.size(); ++i) CHECK(kept[i](0, 499) == static_cast<float>(16 * i));
}
