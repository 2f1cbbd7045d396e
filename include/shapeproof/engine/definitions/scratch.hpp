// SPDX-License-Identifier: BSL-1.0
// Where do kernels put what they need for a moment? In memory that each thread keeps from call to call: new memory would be
// asked from the system page by page.
#pragma once

#include <cstdint>

#include "../../buffer.hpp"

namespace shapeproof::engine::detail {

// `count` elements that nobody has written. They are the caller's until this thread asks again for the same type and slot.
template <class T, int Slot = 0>
T* scratch(std::int64_t count) {
  thread_local Buffer buffer;
  thread_local std::int64_t capacity = 0;
  if (count > capacity) {
    buffer = Buffer::allocate(static_cast<std::size_t>(count) * sizeof(T));
    capacity = count;
  }
  return static_cast<T*>(buffer.data());
}

// `count` elements that nobody has written, for as long as it lives: where a call may come to itself again.
template <class T>
class Room {
 public:
  explicit Room(std::int64_t count)
      : buffer_(count > 0 ? Buffer::allocate(static_cast<std::size_t>(count) * sizeof(T)) : Buffer()) {}

  [[nodiscard]] T* get() const { return static_cast<T*>(buffer_.data()); }
  [[nodiscard]] T& operator[](std::int64_t i) const { return get()[i]; }

 private:
  Buffer buffer_;
};

}  // namespace shapeproof::engine::detail
