// SPDX-License-Identifier: BSL-1.0
// The pool of threads behind parallel_for.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "../parallel.hpp"

namespace shapeproof::engine {
namespace detail {

// Threads that wait for work. One piece of work at a time has them all.
class Pool {
 public:
  static Pool& instance() {
    static Pool pool;
    return pool;
  }
  ~Pool() { resize(0); }
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  int thread_count() {
    const std::lock_guard lock(mutex_);
    return thread_count_;
  }
  void set_thread_count(int count) {
    const std::lock_guard turn(turn_);
    resize(0);
    const std::lock_guard lock(mutex_);
    thread_count_ = std::max(count, 1);
  }

  void run(std::int64_t count, std::int64_t grain, RangeBody body) {
    // A thread that works already may hold turn_ itself, and must not ask for it.
    std::unique_lock turn(turn_, std::defer_lock);
    const bool is_free = !works_now() && turn.try_lock();
    const std::int64_t pieces =
        is_free ? std::min<std::int64_t>(count / std::max<std::int64_t>(grain, 1), thread_count_) : 1;
    if (pieces < 2) return body.body(body.context, 0, count);
    if (threads_.empty()) resize(thread_count_ - 1);
    share(count, pieces, body);
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
  }

 private:
  Pool() = default;

  // Whether this thread is inside of shared work already.
  static bool& works_now() {
    thread_local bool works = false;
    return works;
  }

  void share(std::int64_t count, std::int64_t pieces, RangeBody body) {
    {
      const std::lock_guard lock(mutex_);
      body_ = body;
      count_ = count;
      pieces_ = open_ = pieces;
      next_ = 0;
    }
    wake_.notify_all();
    work();
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return open_ == 0; });
  }

  // Takes pieces until there are none.
  void work() {
    std::unique_lock lock(mutex_);
    while (next_ < pieces_) {
      const std::int64_t piece = next_++;
      lock.unlock();
      std::exception_ptr error = run_piece(piece);
      lock.lock();
      if (error && !error_) error_ = error;
      if (--open_ == 0) done_.notify_all();
    }
  }

  std::exception_ptr run_piece(std::int64_t piece) {
    works_now() = true;
    std::exception_ptr error;
    try {
      body_.body(body_.context, begin_of(piece), begin_of(piece + 1));
    } catch (...) {
      error = std::current_exception();
    }
    works_now() = false;
    return error;
  }

  // Pieces differ by at most one element; written so that nothing overflows.
  [[nodiscard]] std::int64_t begin_of(std::int64_t piece) const {
    const std::int64_t size = count_ / pieces_;
    return piece * size + std::min(piece, count_ % pieces_);
  }

  void wait_for_work() {
    std::unique_lock lock(mutex_);
    while (!ends_) {
      wake_.wait(lock, [this] { return ends_ || next_ < pieces_; });
      lock.unlock();
      work();
      lock.lock();
    }
  }

  // Only with turn_ held, or when nobody else is left.
  void resize(int count) {
    {
      const std::lock_guard lock(mutex_);
      ends_ = true;
    }
    wake_.notify_all();
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    ends_ = false;
    for (int i = 0; i < count; ++i) threads_.emplace_back([this] { wait_for_work(); });
  }

  std::mutex turn_;   // who may share work
  std::mutex mutex_;  // guards all that follows
  std::condition_variable wake_;
  std::condition_variable done_;
  int thread_count_ = std::max(static_cast<int>(std::thread::hardware_concurrency()), 1);
  RangeBody body_{};
  std::int64_t count_ = 0;
  std::int64_t pieces_ = 0;
  std::int64_t next_ = 0;
  std::int64_t open_ = 0;
  std::exception_ptr error_;
  bool ends_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace detail

SHAPEPROOF_INLINE int thread_count() { return detail::Pool::instance().thread_count(); }
SHAPEPROOF_INLINE void set_thread_count(int count) { detail::Pool::instance().set_thread_count(count); }
SHAPEPROOF_INLINE void run_in_parallel(std::int64_t count, std::int64_t grain, RangeBody body) {
  detail::Pool::instance().run(count, grain, body);
}

}  // namespace shapeproof::engine
