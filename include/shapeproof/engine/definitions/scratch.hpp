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

}  // namespace shapeproof::engine::detail
