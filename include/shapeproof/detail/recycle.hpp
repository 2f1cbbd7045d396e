// SPDX-License-Identifier: BSL-1.0
// Where does the memory of tensors come from? From those that are gone: an inference loop asks the system for nothing after its
// first call. Small blocks stay with their thread (small_blocks.hpp). Large ones are shared: the system hands them out (glibc:
// above 32 MiB at the latest) as fresh pages and takes them back at once; each new result would then touch each of its pages for
// the first time, which was measured to cost 5 to 38 times what adding a number to its elements does. So some are kept: of 64 KiB
// and more, at most 64, of 256 MiB together.
//
// glibc's mallopt would change this for the whole program, which is not for a library to decide; the pools of
// <memory_resource> hand blocks above 4 MiB through to the system, and keep the others without bound.
#pragma once

#include "small_blocks.hpp"

namespace shapeproof::detail {

inline constexpr std::size_t most_kept = std::size_t{256} << 20;

// The large blocks that are kept. No thread waits long for another: who does not get in asks the system.
class KeptBlocks {
 public:
  // A block of that many bytes, or nullptr where none is kept.
  void* take(std::size_t bytes) noexcept {
    void* found = nullptr;
    if (!enter()) return found;
    for (Slot& slot : slots_) {
      if (slot.memory == nullptr || slot.bytes != bytes) continue;
      found = remove(slot);
      break;
    }
    leave();
    return found;
  }

  // Keeps a block; those that were kept longest go to make room.
  void keep(void* memory, std::size_t bytes) noexcept {
    if (bytes > most_kept || !enter()) return free_block(memory);
    void* given_up[slot_count];
    int count = 0;
    while (slots_[next_].memory != nullptr || total_ + bytes > most_kept) {
      if (void* oldest = remove(slots_[next_])) given_up[count++] = oldest;
      if (total_ + bytes > most_kept) next_ = (next_ + 1) % slot_count;
    }
    slots_[next_] = {memory, bytes};
    total_ += bytes;
    next_ = (next_ + 1) % slot_count;
    leave();
    for (int i = 0; i < count; ++i) free_block(given_up[i]);
  }

  void give_back() noexcept {
    for (;;) {
      void* memory = nullptr;
      if (!enter()) return;
      for (Slot& slot : slots_) {
        if (memory == nullptr) memory = remove(slot);
      }
      leave();
      if (memory == nullptr) return;
      free_block(memory);
    }
  }

 private:
  static constexpr int slot_count = 64;
  struct Slot {
    void* memory = nullptr;
    std::size_t bytes = 0;
  };

  bool enter() noexcept {
    constexpr int most_tries = 1000;  // some microseconds: others are inside for a tenth of one
    for (int i = 0; i < most_tries; ++i) {
      if (!__atomic_test_and_set(&is_busy_, __ATOMIC_ACQUIRE)) return true;
    }
    return false;
  }
  void leave() noexcept { __atomic_clear(&is_busy_, __ATOMIC_RELEASE); }
  void* remove(Slot& slot) noexcept {
    void* memory = slot.memory;
    total_ -= slot.bytes;
    slot = {};
    return memory;
  }

  Slot slots_[slot_count];
  std::size_t total_ = 0;
  int next_ = 0;  // where the next block goes; behind it stands the one that was kept longest
  bool is_busy_ = false;
};

// Lives as long as the program: tensors may outlive any other object.
inline constinit KeptBlocks kept_blocks;

// A block of capacity_for(bytes). Throws std::bad_alloc.
inline void* allocate_block(std::size_t capacity) {
  void* kept = nullptr;
  if constexpr (recycles) kept = capacity < small_end ? small_blocks.take(capacity) : kept_blocks.take(capacity);
  return kept != nullptr ? kept : fresh_block(capacity);
}

inline void release_block(void* memory, std::size_t capacity) noexcept {
  if constexpr (!recycles) free_block(memory);
  else if (capacity < small_end) small_blocks.keep(memory, capacity);
  else kept_blocks.keep(memory, capacity);
}

}  // namespace shapeproof::detail
