// SPDX-License-Identifier: BSL-1.0
// operator new that counts what it is asked for. One file of a program includes it.
#pragma once

#include "damage.hpp"

#include <stdlib.h>

#include <cstdlib>
#include <new>

namespace damage {

inline void* allocate(std::size_t bytes, std::size_t alignment) {
  requests.note(bytes);
  void* memory = nullptr;
  if (::posix_memalign(&memory, alignment < sizeof(void*) ? sizeof(void*) : alignment, bytes) != 0)
    throw std::bad_alloc();
  return memory;
}

}  // namespace damage

void* operator new(std::size_t bytes) { return damage::allocate(bytes, alignof(std::max_align_t)); }
void* operator new(std::size_t bytes, std::align_val_t alignment) {
  return damage::allocate(bytes, static_cast<std::size_t>(alignment));
}
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept try {
  return damage::allocate(bytes, alignof(std::max_align_t));
} catch (const std::bad_alloc&) {
  return nullptr;
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
