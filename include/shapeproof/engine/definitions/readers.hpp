// SPDX-License-Identifier: BSL-1.0
// The threads that read ahead, and the ring they read into.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "../readers.hpp"

namespace shapeproof::engine {

struct Readers::State {
  State(const Sizes& asked, const Work& reading)
      : work(reading), ahead(std::max({asked.ahead, asked.threads, 1})), items(asked.items), ring(size_of_ring()) {
    // More threads than items would only come and go.
    const auto threads_wanted = std::min<std::int64_t>(asked.threads, items);
    try {
      for (std::int64_t i = 0; i < threads_wanted; ++i) threads.emplace_back([this] { read_until_the_end(); });
    } catch (...) {
      end();
      throw;
    }
  }
  ~State() { end(); }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  struct Place {
    bool is_ready = false;
    std::exception_ptr error{};
  };

  [[nodiscard]] std::size_t size_of_ring() const { return static_cast<std::size_t>(ahead); }
  [[nodiscard]] int place_of(std::int64_t item) const { return static_cast<int>(item % ahead); }
  Place& at(std::int64_t item) { return ring[static_cast<std::size_t>(place_of(item))]; }

  // Reads without the lock, and says with it that the item is there.
  void read(std::int64_t item, std::unique_lock<std::mutex>& lock) {
    lock.unlock();
    std::exception_ptr error;
    try {
      work.read(work.context, item, place_of(item));
    } catch (...) {
      error = std::current_exception();
    }
    lock.lock();
    if (error) items = std::min(items, item + 1);
    at(item) = {true, std::move(error)};
  }

  void read_until_the_end() {
    std::unique_lock lock(mutex);
    for (;;) {
      has_room.wait(lock, [this] { return ends || next >= items || next < taken + ahead; });
      if (ends || next >= items) return;
      read(next++, lock);
      is_read.notify_one();
      // An error leaves nothing to read for those that wait for room.
      if (next >= items) has_room.notify_all();
    }
  }

  bool await() {
    std::unique_lock lock(mutex);
    if (taken >= items) return false;
    if (threads.empty() && !at(taken).is_ready) read(next++, lock);
    if (!at(taken).is_ready) {
      ++waits;
      is_read.wait(lock, [this] { return at(taken).is_ready; });
    }
    if (at(taken).error) std::rethrow_exception(at(taken).error);
    return true;
  }

  void release() {
    const std::lock_guard lock(mutex);
    at(taken++) = {};
    has_room.notify_one();
  }

  void end() {
    {
      const std::lock_guard lock(mutex);
      ends = true;
    }
    has_room.notify_all();
    threads.clear();
  }

  const Work work;
  const int ahead;
  std::mutex mutex;  // guards all that follows but the threads, which only their owner touches
  std::condition_variable is_read;
  std::condition_variable has_room;
  std::int64_t items;
  std::int64_t next = 0;   // the first that nobody reads yet
  std::int64_t taken = 0;  // the first that was not given back
  std::int64_t waits = 0;
  bool ends = false;
  std::vector<Place> ring;
  std::vector<std::jthread> threads;
};

SHAPEPROOF_INLINE Readers::Readers(const Sizes& sizes, const Work& work)
    : state_(std::make_unique<State>(sizes, work).release()) {}
SHAPEPROOF_INLINE Readers::~Readers() { delete state_; }
SHAPEPROOF_INLINE bool Readers::await() { return state_->await(); }
SHAPEPROOF_INLINE std::int64_t Readers::item() const { return state_->taken; }
SHAPEPROOF_INLINE int Readers::place() const { return state_->place_of(state_->taken); }
SHAPEPROOF_INLINE void Readers::release() { state_->release(); }
SHAPEPROOF_INLINE int Readers::ready_count() const {
  const std::lock_guard lock(state_->mutex);
  int count = 0;
  for (const State::Place& place : state_->ring) count += place.is_ready ? 1 : 0;
  return count;
}
SHAPEPROOF_INLINE std::int64_t Readers::wait_count() const {
  const std::lock_guard lock(state_->mutex);
  return state_->waits;
}

}  // namespace shapeproof::engine
