// SPDX-License-Identifier: BSL-1.0
// What is prepared once for each shape? Making a oneDNN primitive takes longer than a small convolution, so those that were
// made are kept, for all threads, a bounded number of them.
#pragma once

#include "onednn.hpp"

#if SHAPEPROOF_ONEDNN

#include <array>
#include <mutex>
#include <unordered_map>
#include <utility>

namespace shapeproof::engine::onednn {

// What destroys each of oneDNN's objects.
struct Destroy {
  void operator()(dnnl_primitive_t primitive) const { dnnl_primitive_destroy(primitive); }
  void operator()(dnnl_primitive_desc_t description) const { dnnl_primitive_desc_destroy(description); }
  void operator()(dnnl_primitive_attr_t attributes) const { dnnl_primitive_attr_destroy(attributes); }
  void operator()(dnnl_memory_t memory) const { dnnl_memory_destroy(memory); }
};
template <class Pointer>
using Handle = std::unique_ptr<std::remove_pointer_t<Pointer>, Destroy>;

// Memory as oneDNN sees it; it keeps nothing alive.
inline Handle<dnnl_memory_t> memory(const dnnl_memory_desc_t& description, const void* data) {
  dnnl_memory_t made = nullptr;
  // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): what is read and what is written stands in the arguments' names
  check(dnnl_memory_create(&made, &description, processor(), const_cast<void*>(data)));
  return Handle<dnnl_memory_t>(made);
}

// A primitive that threads may run at once: each brings the memory that it works in.
struct Primitive {
  Handle<dnnl_primitive_t> primitive;
  dnnl_memory_desc_t scratch{};

  void run(std::initializer_list<dnnl_exec_arg_t> arguments) const {
    dnnl_exec_arg_t all[8];
    int count = 0;
    for (const dnnl_exec_arg_t& argument : arguments) {
      if (argument.memory != nullptr) all[count++] = argument;
    }
    const std::size_t bytes = dnnl_memory_desc_get_size(&scratch);
    const Buffer buffer = bytes > 0 ? Buffer::allocate(bytes) : Buffer();
    Handle<dnnl_memory_t> work;
    if (bytes > 0) {
      work = memory(scratch, buffer.data());
      all[count++] = {DNNL_ARG_SCRATCHPAD, work.get()};
    }
    check(dnnl_primitive_execute(primitive.get(), stream(), count, all));
    check(dnnl_stream_wait(stream()));
  }
};

inline Handle<dnnl_primitive_attr_t> own_scratch() {
  dnnl_primitive_attr_t made = nullptr;
  check(dnnl_primitive_attr_create(&made));
  Handle<dnnl_primitive_attr_t> attributes(made);
  check(dnnl_primitive_attr_set_scratchpad_mode(made, dnnl_scratchpad_mode_user));
  return attributes;
}

inline dnnl_memory_desc_t layout_of(const_dnnl_primitive_desc_t description, dnnl_query_t what) {
  return *dnnl_primitive_desc_query_md(description, what, 0);
}

inline Primitive primitive_of(const_dnnl_primitive_desc_t description) {
  dnnl_primitive_t made = nullptr;
  check(dnnl_primitive_create(&made, description));
  return {Handle<dnnl_primitive_t>(made), layout_of(description, dnnl_query_scratchpad_md)};
}

// Elements from one layout to another; no primitive where both are the same.
inline Primitive reorder(const dnnl_memory_desc_t& from, const dnnl_memory_desc_t& to) {
  if (dnnl_memory_desc_equal(&from, &to) != 0) return {};
  dnnl_primitive_desc_t made = nullptr;
  check(dnnl_reorder_primitive_desc_create(&made, &from, processor(), &to, processor(), own_scratch().get()));
  return primitive_of(Handle<dnnl_primitive_desc_t>(made).get());
}

// Numbers that say all about a primitive.
template <std::size_t Size>
using Key = std::array<std::int64_t, Size>;

struct HashOfKey {
  template <std::size_t Size>
  std::size_t operator()(const Key<Size>& key) const {
    std::uint64_t hash = 14695981039346656037U;  // FNV-1a, by whole numbers
    for (const std::int64_t number : key) hash = (hash ^ static_cast<std::uint64_t>(number)) * 1099511628211U;
    return hash ^ (hash >> 32);
  }
};

// At most `most` plans. When it is full it is emptied; who uses a plan keeps it alive.
template <class Plan, std::size_t Size>
class Cache {
 public:
  static constexpr std::size_t most = 1024;

  template <class Make>
  std::shared_ptr<const Plan> find(const Key<Size>& key, const Make& make) {
    {
      const std::lock_guard lock(mutex_);
      if (const auto found = plans_.find(key); found != plans_.end()) return found->second;
    }
    // Made without the lock: two threads may make the same plan, and one of them is kept.
    std::shared_ptr<const Plan> made = make();
    const std::lock_guard lock(mutex_);
    if (plans_.size() >= most) plans_.clear();
    return plans_.emplace(key, std::move(made)).first->second;
  }
  std::size_t size() {
    const std::lock_guard lock(mutex_);
    return plans_.size();
  }

 private:
  std::mutex mutex_;
  std::unordered_map<Key<Size>, std::shared_ptr<const Plan>, HashOfKey> plans_;
};

}  // namespace shapeproof::engine::onednn

#endif
