// SPDX-License-Identifier: BSL-1.0
// Who owns memory, who may write it, and when does it go?
#include <shapeproof/buffer.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "catch.hpp"

using shapeproof::Buffer;

namespace {

// An owner that counts how many of its kind are alive.
struct Counted {
  int* alive;
  explicit Counted(int& count) : alive(&count) { ++count; }
  Counted(Counted&& other) noexcept : alive(other.alive) { ++*alive; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  Counted& operator=(Counted&&) = delete;
  ~Counted() { --*alive; }
};

}  // namespace

TEST_CASE("Buffer: own memory is 64-byte aligned, of any number of bytes") {
  for (const std::size_t bytes : {0U, 1U, 63U, 64U, 65U, 1000U, 1'000'000U}) {
    const Buffer buffer = Buffer::allocate(bytes);
    REQUIRE(buffer.data() != nullptr);
    CHECK(reinterpret_cast<std::uintptr_t>(buffer.data()) % 64 == 0);
    auto* memory = static_cast<unsigned char*>(buffer.data());
    for (std::size_t i = 0; i < bytes; ++i) memory[i] = 255;  // the sanitizer sees whether all of it is there
    CHECK(buffer.is_writable());
  }
}

TEST_CASE("Buffer: more memory than there can be is std::bad_alloc") {
  CHECK_THROWS_AS(Buffer::allocate(static_cast<std::size_t>(-1)), std::bad_alloc);
  CHECK_THROWS_AS(Buffer::allocate(static_cast<std::size_t>(-1) / 2 + 1), std::bad_alloc);
}

TEST_CASE("Buffer: a large block that is gone serves the next buffer of about its size") {
  if (!shapeproof::detail::recycles) return;  // sanitizers see each block go
  Buffer::give_back_memory();
  const auto address = [](std::size_t bytes) { return Buffer::allocate(bytes).data(); };
  const void* first = address(10'000'000);
  const Buffer other = Buffer::allocate(5'000'000);  // of another size: none that is kept
  CHECK(other.data() != first);
  CHECK(address(10'000'000) == first);
  CHECK(address(10'000'001) == first);
  const Buffer holder = Buffer::allocate(10'000'000);
  CHECK(holder.data() == first);
  CHECK(address(10'000'000) != first);  // it is in use
}

TEST_CASE("Buffer: what is kept is bounded, and can be given back") {
  using namespace shapeproof::detail;
  KeptBlocks kept;
  const auto keep = [&](std::size_t bytes) {
    void* memory = fresh_block(bytes);
    kept.keep(memory, bytes);
    return memory;
  };
  // The sixty-fifth drives out the first.
  for (std::size_t i = 0; i < 65; ++i) keep(small_end + i * 64);
  CHECK(kept.take(small_end) == nullptr);
  void* last = kept.take(small_end + std::size_t{64} * 64);
  REQUIRE(last != nullptr);
  free_block(last);
  // One as large as all that may be kept drives out all others; a larger one is not kept.
  keep(most_kept);
  CHECK(kept.take(small_end + 64) == nullptr);
  keep(most_kept + 64);
  CHECK(kept.take(most_kept + 64) == nullptr);
  kept.give_back();
  CHECK(kept.take(most_kept) == nullptr);
}

TEST_CASE("Buffer: a kept block is at most an eighth larger than what was asked for") {
  using shapeproof::detail::capacity_for;
  CHECK(capacity_for(1) == 64);
  CHECK(capacity_for(100) == 128);
  CHECK(capacity_for(513) == 576);
  for (std::size_t bytes = 512; bytes < 100'000'000'000; bytes += bytes / 3 + 1) {
    CHECK(capacity_for(bytes) >= bytes);
    CHECK(capacity_for(bytes) <= bytes + bytes / 8);
    CHECK(capacity_for(capacity_for(bytes)) == capacity_for(bytes));
  }
}

TEST_CASE("Buffer: a small block that is gone serves the next buffer of about its size, in its thread") {
  if (!shapeproof::detail::recycles) return;
  Buffer::give_back_memory();
  const auto address = [](std::size_t bytes) { return Buffer::allocate(bytes).data(); };
  const void* first = address(1000);
  const Buffer other = Buffer::allocate(500);
  CHECK(other.data() != first);
  CHECK(address(1000) == first);
  CHECK(address(1001) == first);
  const Buffer holder = Buffer::allocate(1000);
  CHECK(holder.data() == first);
  const void* elsewhere = nullptr;
  std::thread([&] { elsewhere = address(1000); }).join();
  CHECK(elsewhere != first);
}

TEST_CASE("Buffer: each size of a small block has a list, with no other size") {
  using namespace shapeproof::detail;
  int last = 0;
  for (std::size_t capacity = 64; capacity < small_end; capacity = capacity_for(capacity + 1)) {
    CHECK(list_of(capacity) == last + 1);
    last = list_of(capacity);
  }
  CHECK(last == small_lists - 1);
}

TEST_CASE("Buffer: small blocks that are kept are bounded, and can be given back") {
  using namespace shapeproof::detail;
  SmallBlocks kept;
  const auto keep = [&](std::size_t bytes) { kept.keep(fresh_block(bytes), bytes); };
  keep(64);
  constexpr std::size_t bytes = 32768;
  for (std::size_t i = 0; i < most_small / bytes - 1; ++i) keep(bytes);
  void* smallest = kept.take(64);
  REQUIRE(smallest != nullptr);
  kept.keep(smallest, 64);
  keep(bytes);  // one more: all others go
  CHECK(kept.take(64) == nullptr);
  void* only = kept.take(bytes);
  REQUIRE(only != nullptr);
  CHECK(kept.take(bytes) == nullptr);
  kept.keep(only, bytes);
  kept.give_back();
  CHECK(kept.take(bytes) == nullptr);
}

TEST_CASE("Buffer: may go in another thread than it came from, and after all of its thread") {
  for (int i = 0; i < 4; ++i) {
    std::vector<Buffer> made;
    std::thread([&] {
      for (std::size_t bytes = 1; bytes < 100'000; bytes *= 3) made.push_back(Buffer::allocate(bytes));
    }).join();
    std::thread([buffers = std::move(made)]() mutable { buffers.clear(); }).join();
  }
  struct Late {
    Buffer buffer;
  };
  std::thread([] {
    thread_local Late late;  // is there before anything is kept, so it goes after that was given back
    Buffer::allocate(1000);
    late.buffer = Buffer::allocate(1000);
  }).join();
  CHECK(Buffer::allocate(1000).is_writable());
}

TEST_CASE("Buffer: writable while it has one owner") {
  Buffer first = Buffer::allocate(4);
  {
    const Buffer second = first;
    CHECK(second.data() == first.data());
    CHECK_FALSE(first.is_writable());
    CHECK_FALSE(second.is_writable());
  }
  CHECK(first.is_writable());

  Buffer moved = std::move(first);
  CHECK(moved.is_writable());
  first = moved;  // a moved-from buffer can be assigned to
  CHECK_FALSE(moved.is_writable());
  first = Buffer();
  CHECK(moved.is_writable());
  auto& self = moved;
  moved = self;
  moved = std::move(self);
  CHECK(moved.is_writable());
}

TEST_CASE("Buffer: an empty one has no memory") {
  const Buffer none;
  CHECK(none.data() == nullptr);
  CHECK_FALSE(none.is_writable());
  CHECK(std::string(none.origin()).empty());
}

TEST_CASE("Buffer: a foreign owner is destroyed once, after the last copy") {
  int alive = 0;
  float memory[3] = {};
  {
    Buffer first = Buffer::adopt(memory, Counted(alive), true);
    CHECK(alive == 1);
    CHECK(first.data() == memory);
    CHECK(first.is_writable());
    Buffer second = first;
    first = Buffer();
    CHECK(alive == 1);
    const Buffer third = std::move(second);
    CHECK(alive == 1);
  }
  CHECK(alive == 0);
}

TEST_CASE("Buffer: memory that is not writable never is") {
  const float memory[3] = {};
  const Buffer buffer = Buffer::adopt(memory, 0, false);
  CHECK_FALSE(buffer.is_writable());
}

TEST_CASE("Buffer: owners that can only be moved, and over-aligned ones") {
  auto owner = std::make_unique<std::vector<int>>(100, 7);
  const int* data = owner->data();
  const Buffer buffer = Buffer::adopt(data, std::move(owner), true);
  CHECK(static_cast<const int*>(buffer.data())[99] == 7);

  struct alignas(256) Wide {
    int number = 3;
  };
  const Buffer wide = Buffer::adopt(data, Wide{}, true);
  CHECK(wide.data() == data);
}

TEST_CASE("Buffer: says where its elements are from, to its last copy") {
  Buffer last;
  {
    Buffer buffer = Buffer::allocate(4);
    CHECK(std::string(buffer.origin()).empty());
    buffer.set_origin("a.npy");
    buffer.set_origin("another, longer name.npy");
    last = buffer;
  }
  CHECK(std::string(last.origin()) == "another, longer name.npy");
}
