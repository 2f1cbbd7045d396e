// SPDX-License-Identifier: BSL-1.0
// How are elements used where they lie in a file, without a copy? The file is mapped into memory, read-only; a Buffer that
// keeps the mapping is copied before the first write, as every foreign one is.
#pragma once

#include <sys/mman.h>

#include "input_file.hpp"

namespace shapeproof::detail {

class MappedFile {
 public:
  // A file that is not empty. What it holds is read when it is used; who shortens it in place meanwhile ends the program
  // (SIGBUS). Replacing it by another, as this library's own writing does, is harmless.
  explicit MappedFile(const InputFile& file) : size_(static_cast<std::size_t>(file.facts().size)) {
    data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
    // run time only: tests/io/map_npy.cpp
    if (data_ == MAP_FAILED) throw file.facts().error("cannot be mapped into memory: ", ::strerror(errno));
  }
  MappedFile(MappedFile&& other) noexcept : data_(std::exchange(other.data_, MAP_FAILED)), size_(other.size_) {}
  MappedFile& operator=(MappedFile&&) = delete;
  ~MappedFile() {
    if (data_ != MAP_FAILED) ::munmap(data_, size_);
  }

  [[nodiscard]] const unsigned char* data() const { return static_cast<const unsigned char*>(data_); }

  // The bytes from `offset` on, which keep the whole file mapped.
  static Buffer buffer_at(MappedFile&& file, std::int64_t offset) {
    const unsigned char* data = file.data() + offset;
    return Buffer::adopt(data, std::move(file), false);
  }

 private:
  void* data_;
  std::size_t size_;
};

}  // namespace shapeproof::detail
