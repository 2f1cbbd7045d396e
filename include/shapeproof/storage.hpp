// SPDX-License-Identifier: BSL-1.0
// Where do a tensor's elements lie? A small static tensor (at most 256 bytes) holds them itself, is trivially copyable
// and works in constant expressions. Every other one shares a Buffer, and parts from it at the first write.
#pragma once

#include "buffer.hpp"
#include "element.hpp"
#include "shape.hpp"

namespace shapeproof {

// Extents as numbers only, as kernels take them.
struct Extents {
  int rank = 0;
  std::int64_t numbers[ShapeValue::max_rank] = {};

  constexpr Extents() = default;
  constexpr explicit Extents(const ShapeValue& shape) : rank(shape.rank) {
    for (int axis = 0; axis < rank; ++axis) numbers[axis] = shape[axis].number;
  }

  [[nodiscard]] constexpr std::int64_t operator[](int axis) const { return numbers[axis]; }
  [[nodiscard]] constexpr std::int64_t& operator[](int axis) { return numbers[axis]; }
  [[nodiscard]] constexpr std::int64_t count(int first, int last) const {
    std::int64_t product = 1;
    for (int axis = first; axis < last; ++axis) {
      // First of all: what stands beside an extent of 0 may be too large to multiply.
      if (numbers[axis] == 0) return 0;
    }
    for (int axis = first; axis < last; ++axis) product *= numbers[axis];
    return product;
  }
  [[nodiscard]] constexpr std::int64_t count() const { return count(0, rank); }
  // With no names: what a DynamicTensor's shape is.
  [[nodiscard]] constexpr ShapeValue shape() const {
    ShapeValue value;
    for (int axis = 0; axis < rank; ++axis) value.push_back(numbers[axis]);
    return value;
  }

  friend constexpr bool operator==(const Extents&, const Extents&) = default;
};

namespace detail {

inline constexpr std::int64_t max_inline_bytes = 256;

template <class T, class S>
inline constexpr bool is_inline = S::is_static && S::value.count().number <= max_inline_bytes / int{sizeof(T)};

// How many axes of the shape stand in front of `axis` without a number: where its number is kept.
template <class S>
constexpr int open_axes_before(int axis) {
  int count = 0;
  for (int i = 0; i < axis; ++i) count += S::value.extents[i].is_known() ? 0 : 1;
  return count;
}

template <class T>
Buffer allocate_elements(std::int64_t count) {
  std::int64_t bytes = 0;
  if (__builtin_mul_overflow(count, std::int64_t{sizeof(T)}, &bytes)) throw std::bad_alloc();
  return Buffer::allocate(static_cast<std::size_t>(bytes));
}

template <class T>
constexpr void copy_elements(const T* from, T* to, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) to[i] = from[i];
}

// Elements in a buffer that may be shared. `data` may point into the middle of it.
template <class T>
class SharedElements {
 public:
  SharedElements() = default;
  explicit SharedElements(std::int64_t count)
      : buffer_(allocate_elements<T>(count)), data_(static_cast<T*>(buffer_.data())) {}
  SharedElements(Buffer buffer, T* data) : buffer_(std::move(buffer)), data_(data) {}

  [[nodiscard]] const T* data() const noexcept { return data_; }
  [[nodiscard]] const Buffer& buffer() const noexcept { return buffer_; }
  // For elements that are about to be written anew: where they came from is no longer true.
  void forget_origin() noexcept { buffer_.forget_origin(); }
  // Those from one of them on.
  [[nodiscard]] SharedElements from(std::int64_t first) const { return {buffer_, data_ + first}; }
  // For elements that were made just now and that nobody shares.
  [[nodiscard]] T* fresh_data() noexcept { return data_; }
  [[nodiscard]] T* writable_data(std::int64_t count) {
    if (!buffer_.is_writable()) {
      SharedElements own(count);
      copy_elements(data_, own.data_, count);
      *this = std::move(own);
    }
    return data_;
  }

 private:
  Buffer buffer_;
  T* data_ = nullptr;
};

template <class T, class S>
class SharedStorage {
 public:
  SharedStorage() : SharedStorage(Extents(S::value)) {
    for (std::int64_t i = 0; i < S::value.count().number; ++i) elements_.fresh_data()[i] = T{};
  }
  explicit SharedStorage(const Extents& extents) : elements_(extents.count()) { keep(extents); }
  SharedStorage(SharedElements<T> elements, const Extents& extents) : elements_(std::move(elements)) { keep(extents); }

  [[nodiscard]] std::int64_t open_extent(int index) const noexcept { return open_[index]; }
  [[nodiscard]] const T* data() const noexcept { return elements_.data(); }
  [[nodiscard]] T* fresh_data() noexcept { return elements_.fresh_data(); }
  [[nodiscard]] T* writable_data(std::int64_t count) { return elements_.writable_data(count); }
  [[nodiscard]] const SharedElements<T>& elements() const noexcept { return elements_; }
  // Leaves none.
  [[nodiscard]] SharedElements<T> take_elements() noexcept {
    elements_.forget_origin();
    return std::move(elements_);
  }

 private:
  void keep(const Extents& extents) {
    for (int axis = 0; axis < S::rank; ++axis) {
      if (!S::value.extents[axis].is_known()) open_[open_axes_before<S>(axis)] = extents[axis];
    }
  }

  static constexpr int open_count = open_axes_before<S>(S::rank);
  SharedElements<T> elements_;
  std::int64_t open_[open_count > 0 ? open_count : 1] = {};
};

template <class T, class S>
class InlineStorage {
 public:
  constexpr InlineStorage() = default;
  constexpr explicit InlineStorage(const Extents&) {}

  [[nodiscard]] constexpr std::int64_t open_extent(int) const noexcept { return 0; }
  [[nodiscard]] constexpr const T* data() const noexcept { return elements_; }
  [[nodiscard]] constexpr T* fresh_data() noexcept { return elements_; }
  [[nodiscard]] constexpr T* writable_data(std::int64_t) noexcept { return elements_; }

 private:
  static constexpr std::int64_t count = S::value.count().number;
  T elements_[count > 0 ? count : 1] = {};
};

template <class T, class S>
using Storage = std::conditional_t<is_inline<T, S>, InlineStorage<T, S>, SharedStorage<T, S>>;

}  // namespace detail
}  // namespace shapeproof
