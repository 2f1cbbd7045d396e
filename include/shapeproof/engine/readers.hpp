// SPDX-License-Identifier: BSL-1.0
// Who reads the next items while this one is used? Threads that read ahead, each the next item that nobody reads yet, into a
// ring of places; they are taken in their order, whoever read them.
//
//   Readers readers({items, ahead, threads}, {read, context});
//   while (readers.await()) { use(places[readers.place()]); readers.release(); }
#pragma once

#include <cstdint>

#include "config.hpp"

namespace shapeproof::engine {

class Readers {
 public:
  struct Sizes {
    std::int64_t items = 0;
    int ahead = 1;    // how many items are read before the one that is used is given back; at least 1
    int threads = 1;  // 0: an item is read when it is asked for
  };
  // Reads an item to a place of [0, ahead). Called from several threads at once, for different places. What it throws reaches
  // whoever asks for that item, and nothing behind it is read.
  struct Work {
    void (*read)(void* context, std::int64_t item, int place);
    void* context;
  };

  Readers(const Sizes& sizes, const Work& work);
  // Waits for reads that have begun; begins no other.
  ~Readers();
  Readers(const Readers&) = delete;
  Readers& operator=(const Readers&) = delete;

  // Waits until the next item is read; false where there is none. Throws what its reading threw.
  bool await();
  // The item that await spoke of, and where it is.
  [[nodiscard]] std::int64_t item() const;
  [[nodiscard]] int place() const;
  // The item's place may be used for another one.
  void release();

  // How many items are read and not given back, the one in use among them.
  [[nodiscard]] int ready_count() const;
  // How often await had to wait for a thread.
  [[nodiscard]] std::int64_t wait_count() const;

 private:
  struct State;
  State* state_;
};

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/readers.hpp"
#endif
