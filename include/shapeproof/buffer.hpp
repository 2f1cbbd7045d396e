// SPDX-License-Identifier: BSL-1.0
// Who owns the elements? A Buffer: memory with a shared owner. Its own memory is 64-byte aligned; memory of something
// else (a vector, a mapped file, another library's tensor) is kept alive with it.
#pragma once

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

#include "detail/recycle.hpp"

namespace shapeproof {

// Memory with a count of its owners. Copies share it; the last owner frees it.
class Buffer {
 public:
  // Of what allocate returns, in bytes.
  static constexpr std::size_t alignment = detail::block_alignment;

  Buffer() = default;
  // Shares the memory.
  Buffer(const Buffer& other) noexcept : block_(other.block_) {
    // The compilers' atomics, as <atomic> alone costs more to include than everything else here.
    if (block_ != nullptr) __atomic_add_fetch(&block_->owners, 1, __ATOMIC_RELAXED);
  }
  Buffer(Buffer&& other) noexcept : block_(std::exchange(other.block_, nullptr)) {}
  // Lets go of what was held, and holds what the other holds.
  Buffer& operator=(Buffer other) noexcept {
    std::swap(block_, other.block_);
    return *this;
  }
  ~Buffer() {
    if (block_ != nullptr && __atomic_sub_fetch(&block_->owners, 1, __ATOMIC_ACQ_REL) == 0) block_->destroy(block_);
  }

  // Memory that nobody has written yet; that of buffers which are gone is used again. Throws std::bad_alloc.
  static Buffer allocate(std::size_t bytes) {
    if (bytes > static_cast<std::size_t>(-1) / 4) throw std::bad_alloc();
    const std::size_t capacity = detail::capacity_for(sizeof(Block) + bytes);
    void* memory = detail::allocate_block(capacity);
    auto* block = ::new (memory) Block{1,
                                       true,
                                       nullptr,
                                       [](Block* self) {
                                         delete[] self->origin;
                                         detail::release_block(self, self->capacity);
                                       },
                                       nullptr,
                                       capacity};
    block->data = static_cast<std::byte*>(memory) + sizeof(Block);
    return Buffer(block);
  }

  // Returns to the system what is kept of buffers that are gone: of large ones at most 256 MiB, of those below 64 KiB what the
  // calling thread keeps, at most 4 MiB.
  static void give_back_memory() noexcept {
    detail::small_blocks.give_back();
    detail::kept_blocks.give_back();
  }

  // Memory that `owner` keeps alive; the buffer keeps the owner. Memory that is not writable is copied before the first
  // write.
  template <class Owner>
  static Buffer adopt(const void* data, Owner owner, bool is_writable) {
    return adopt_with(std::move(owner), is_writable, [&](Owner&) { return data; });
  }
  // The elements of a container that was moved in. Asked for only then: they may lie inside the container itself.
  template <class Container>
  static Buffer adopt(Container container) {
    return adopt_with(std::move(container), true, [](Container& kept) { return kept.data(); });
  }

  // The first byte, or nullptr where the buffer holds nothing.
  [[nodiscard]] void* data() const noexcept { return block_ == nullptr ? nullptr : block_->data; }

  // Whether writing is seen by nobody else. Acquires, so that what former owners read was read before.
  [[nodiscard]] bool is_writable() const noexcept {
    return block_ != nullptr && block_->is_writable && __atomic_load_n(&block_->owners, __ATOMIC_ACQUIRE) == 1;
  }

  // Whether the memory is the buffer's own, and no other object's.
  [[nodiscard]] bool is_own() const noexcept {
    return block_ != nullptr && block_->data == static_cast<const void*>(block_ + 1);
  }

  // Where the elements came from, for errors: a file's name, or "".
  [[nodiscard]] const char* origin() const noexcept {
    return block_ == nullptr || block_->origin == nullptr ? "" : block_->origin;
  }
  // Only for a buffer that nobody shares.
  void forget_origin() noexcept {
    if (block_ != nullptr) delete[] std::exchange(block_->origin, nullptr);
  }
  // Only for a buffer that nobody shares yet.
  void set_origin(const char* text) {
    std::size_t size = 1;
    while (text[size - 1] != '\0') ++size;
    auto* copy = new char[size];
    for (std::size_t i = 0; i < size; ++i) copy[i] = text[i];
    delete[] block_->origin;
    block_->origin = copy;
  }

 private:
  struct alignas(alignment) Block {
    std::size_t owners = 1;
    bool is_writable = true;
    void* data = nullptr;
    void (*destroy)(Block*) = nullptr;
    char* origin = nullptr;
    std::size_t capacity = 0;  // of memory of our own
  };

  explicit Buffer(Block* block) : block_(block) {}

  // find_data(owner) says where the elements are once the owner has its place.
  template <class Owner, class FindData>
  static Buffer adopt_with(Owner owner, bool is_writable, const FindData& find_data) {
    struct Foreign : Block {
      explicit Foreign(Owner&& kept) : owner(std::move(kept)) {}
      Owner owner;
    };
    auto* block = new Foreign(std::move(owner));
    block->owners = 1;
    block->is_writable = is_writable;
    block->destroy = [](Block* self) {
      delete[] self->origin;
      delete static_cast<Foreign*>(self);
    };
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): is_writable guards it
    block->data = const_cast<void*>(static_cast<const void*>(find_data(block->owner)));
    return Buffer(block);
  }

  Block* block_ = nullptr;
};

}  // namespace shapeproof
