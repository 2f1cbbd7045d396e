// SPDX-License-Identifier: BSL-1.0
// What must hold for any bytes at all? Each program here hands the bytes that libFuzzer makes up to one reader, which takes
// them or says in an Error why not. Everything else is a finding: a crash, undefined behaviour, another exception, memory
// that no file of this length warrants, a wrong value. A finding ends the program; libFuzzer then keeps the bytes.
#pragma once

#include <sanitizer/allocator_interface.h>
#include <sys/mman.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string>

#include <shapeproof/any.hpp>
#include <shapeproof/io/detail/input_file.hpp>

namespace fuzz {

using shapeproof::AnyTensor;

[[noreturn]] inline void find(const char* what) {
  std::fprintf(stderr, "FINDING: %s\n", what);
  std::abort();
}
inline void require(bool holds, const char* what) {
  if (!holds) find(what);
}

// As long as one lives, no more memory than that may be in use at once beyond what was. Whoever takes more is stopped there,
// so that the stack shows who.
class Allowance {
 public:
  explicit Allowance(std::size_t bytes) {
    static const int installed = __sanitizer_install_malloc_and_free_hooks(on_taken, on_freed);
    require(installed > 0, "this sanitizer counts no memory");
    __atomic_store_n(&left_, static_cast<std::int64_t>(bytes), __ATOMIC_RELAXED);
    __atomic_store_n(&counts_, true, __ATOMIC_RELAXED);
  }
  Allowance(const Allowance&) = delete;
  Allowance& operator=(const Allowance&) = delete;
  ~Allowance() { __atomic_store_n(&counts_, false, __ATOMIC_RELAXED); }

 private:
  static void on_taken(const volatile void*, std::size_t bytes) {
    if (!__atomic_load_n(&counts_, __ATOMIC_RELAXED)) return;
    if (__atomic_sub_fetch(&left_, static_cast<std::int64_t>(bytes), __ATOMIC_RELAXED) >= 0) return;
    __atomic_store_n(&counts_, false, __ATOMIC_RELAXED);
    find("more memory than the file's length warrants");
  }
  static void on_freed(const volatile void* memory) {
    if (!__atomic_load_n(&counts_, __ATOMIC_RELAXED) || memory == nullptr) return;
    const std::size_t bytes = __sanitizer_get_allocated_size(memory);
    __atomic_add_fetch(&left_, static_cast<std::int64_t>(bytes), __ATOMIC_RELAXED);
  }

  static inline std::int64_t left_ = 0;
  static inline bool counts_ = false;
};

// A file in memory, with a path. What is written is written beside it, under another name: so where there is a directory in
// memory, that is used.
class File {
 public:
  File() {
    for (const char* directory : {"/dev/shm", "/tmp"}) {
      path_ = std::string(directory) + "/shapeproof-fuzz-XXXXXX";
      const int made = ::mkstemp(path_.data());
      if (made < 0) continue;
      ::close(made);
      return;
    }
    find("no file can be made");
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() { ::unlink(path_.c_str()); }

  [[nodiscard]] const std::string& path() const { return path_; }

  void hold(const void* bytes, std::size_t size) const {
    const shapeproof::detail::Descriptor file(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    require(file.is_open() && ::write(file.number(), bytes, size) == static_cast<ssize_t>(size), "no file is written");
  }
  [[nodiscard]] std::string bytes() const {
    const shapeproof::detail::InputFile file(path_);
    std::string bytes(static_cast<std::size_t>(file.facts().size), '\0');
    file.read_at(0, bytes.data(), file.facts().size);
    return bytes;
  }

 private:
  std::string path_;
};

// The file that the bytes under test lie in, and one for what is written.
inline File& input() {
  static File file;
  return file;
}
inline File& output() {
  static File file;
  return file;
}

// What users read is one line of text, or several that begin with blanks.
inline void check_sentence(const char* sentence) {
  require(std::strlen(sentence) > 10, "an error says nothing");
  for (const char* next = sentence; *next != '\0'; ++next) {
    const auto letter = static_cast<unsigned char>(*next);
    require((letter >= ' ' && letter != 0x7F) || letter == '\n', "a control character stands in an error");
  }
}

// What read() makes of the file; nothing where it throws one of the library's own errors.
template <class Read>
auto taken(const Read& read) -> std::optional<decltype(read())> {
  try {
    return read();
  } catch (const shapeproof::Error& error) {
    check_sentence(error.what());
    return std::nullopt;
  }
}
// The same, with at most `growth` bytes of memory for each byte of the file, and what a decoder needs beside it.
template <class Read>
auto taken_within(std::size_t growth, std::size_t size, const Read& read) {
  constexpr std::size_t beside = std::size_t{256} << 10;
  const Allowance allowance(growth * size + beside);
  return taken(read);
}

inline bool is_same(const AnyTensor& left, const AnyTensor& right) {
  return left.element_type() == right.element_type() && left.extents() == right.extents() &&
         (left.byte_count() == 0 ||
          std::memcmp(left.data(), right.data(), static_cast<std::size_t>(left.byte_count())) == 0);
}

}  // namespace fuzz
