// SPDX-License-Identifier: BSL-1.0
// Where does the memory of small tensors come from? From those that the same thread let go: a list for each size below 64 KiB,
// which no other thread sees, so that nothing is locked. A block may come from another thread; it stays where it was let go. A
// thread keeps at most 4 MiB; when they are full all of it goes, as what lies there is not what is asked for.
#pragma once

#include "block.hpp"

namespace shapeproof::detail {

inline constexpr std::size_t small_end = std::size_t{64} << 10;  // blocks are smaller
inline constexpr std::size_t most_small = std::size_t{4} << 20;

// 1 to 7 below 512 bytes, and eight for each doubling.
constexpr int list_of(std::size_t capacity) {
  if (capacity < 8 * block_alignment) return static_cast<int>(capacity / block_alignment);
  const int magnitude = magnitude_of(capacity);
  return 8 * (magnitude - 8) + static_cast<int>(capacity >> (magnitude - 3) & 7U);
}
inline constexpr int small_lists = list_of(capacity_for(small_end / 16 * 15)) + 1;

// Trivial, as tensors may go after all objects of their thread that have a destructor.
class SmallBlocks {
 public:
  // A block of that capacity, or nullptr where none is kept.
  void* take(std::size_t capacity) noexcept {
    Block*& first = lists_[list_of(capacity)];
    Block* found = first;
    if (found == nullptr) return nullptr;
    first = found->next;
    total_ -= capacity;
    return found;
  }

  void keep(void* memory, std::size_t capacity) noexcept {
    if (is_new_) watch();
    if (is_closed_) return free_block(memory);
    if (total_ + capacity > most_small) give_back();
    Block*& first = lists_[list_of(capacity)];
    first = ::new (memory) Block{first};
    total_ += capacity;
  }

  void give_back() noexcept {
    for (Block*& first : lists_) {
      while (first != nullptr) {
        Block* block = first;
        first = block->next;
        free_block(block);
      }
    }
    total_ = 0;
  }

 private:
  struct Block {
    Block* next;
  };

  // Has what is kept given back at the end of the thread. What is let go later is not kept.
  void watch() noexcept;

  Block* lists_[small_lists] = {};
  std::size_t total_ = 0;
  bool is_new_ = true;
  bool is_closed_ = false;
};

inline constinit thread_local SmallBlocks small_blocks;

inline void SmallBlocks::watch() noexcept {
  struct End {
    ~End() {
      small_blocks.give_back();
      small_blocks.is_closed_ = true;
    }
  };
  thread_local const End end;
  is_new_ = false;
}

}  // namespace shapeproof::detail
