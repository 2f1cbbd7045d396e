// SPDX-License-Identifier: BSL-1.0
// Where do a tensor's elements lie? A small static tensor (at most 256 bytes) holds them itself, is trivially copyable
// and works in constant expressions. Every other one shares a Buffer, and parts from it at the first write.
#pragma once

#include <initializer_list>
#include <span>

#include "buffer.hpp"
#include "element.hpp"
#include "shape.hpp"

namespace shapeproof {

// Extents as numbers only, as kernels take them.
struct Extents {
  int rank = 0;                                     // how many axes
  std::int64_t numbers[ShapeValue::max_rank] = {};  // the first `rank` of them

  constexpr Extents() = default;
  // The numbers of a shape, whose extents are all known.
  constexpr explicit Extents(const ShapeValue& shape) : rank(shape.rank) {
    for (int axis = 0; axis < rank; ++axis) numbers[axis] = shape[axis].number;
  }

  // The extent of an axis from 0 on.
  [[nodiscard]] constexpr std::int64_t operator[](int axis) const { return numbers[axis]; }
  [[nodiscard]] constexpr std::int64_t& operator[](int axis) { return numbers[axis]; }
  // The product of the extents of axes [first, last).
  [[nodiscard]] constexpr std::int64_t count(int first, int last) const {
    std::int64_t product = 1;
    for (int axis = first; axis < last; ++axis) {
      // First of all: what stands beside an extent of 0 may be too large to multiply.
      if (numbers[axis] == 0) return 0;
    }
    for (int axis = first; axis < last; ++axis) product *= numbers[axis];
    return product;
  }
  // The product of all extents.
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

// Where the element at an index for each axis lies.
constexpr std::int64_t offset_of(const Extents& extents, const std::int64_t* index) {
  std::int64_t position = 0;
  for (int axis = 0; axis < extents.rank; ++axis) position = position * extents[axis] + index[axis];
  return position;
}

// The shape with the numbers that it holds.
constexpr ShapeValue with_extents(const ShapeValue& shape, const Extents& extents) {
  ShapeValue value = shape;
  for (int axis = 0; axis < extents.rank; ++axis) value[axis].number = extents[axis];
  return value;
}

template <std::size_t... Found>
constexpr Extents extents_of() {
  Extents extents;
  ((extents.numbers[extents.rank++] = static_cast<std::int64_t>(Found)), ...);
  return extents;
}

// What is kept of a shape beside the elements.
struct Layout {
  std::int64_t count = 1;  // -1 where it is known at run time only
  unsigned open_axes = 0;  // bit i: axis i has no number of its own
};
constexpr Layout layout_of(const ShapeValue& shape) {
  Layout layout;
  for (int axis = 0; axis < shape.rank && axis < ShapeValue::max_rank; ++axis) {
    const std::int64_t number = shape.extents[axis].number;
    if (number < 0) layout.open_axes |= 1U << axis;
    // What exceeds 64 bits is no shape, and refused as such.
    if (number == 0 || __builtin_mul_overflow(layout.count, number, &layout.count)) layout.count = 0;
  }
  if (layout.open_axes != 0) layout.count = -1;
  return layout;
}
// What most shapes are: nothing is looked up in a ShapeValue.
constexpr Layout layout_of_numbers(std::initializer_list<int> numbers) {
  Layout layout;
  for (const int number : numbers) {
    if (number <= 0 || __builtin_mul_overflow(layout.count, std::int64_t{number}, &layout.count)) layout.count = 0;
  }
  return layout;
}
template <class S>
inline constexpr Layout layout{};
// Asks for no complete S: where that is no shape, the tensor says so, by a shorter way.
template <auto... Extents>
inline constexpr Layout layout<Shape<Extents...>> = layout_of(shape_value(Extents...));
template <int... Numbers>
inline constexpr Layout layout<Shape<Numbers...>> = layout_of_numbers({Numbers...});

inline constexpr std::int64_t max_inline_bytes = 256;

template <class T, class S>
inline constexpr bool is_inline = layout<S>.count >= 0 && layout<S>.count <= max_inline_bytes / int{sizeof(T)};

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

// For every shape with the same axes open: nothing here is compiled for each of them.
template <class T, unsigned OpenAxes>
class SharedStorage {
 public:
  // Holds no elements yet.
  SharedStorage() = default;
  explicit SharedStorage(const Extents& extents) : SharedStorage(SharedElements<T>(extents.count()), extents) {}
  SharedStorage(SharedElements<T> elements, const Extents& extents) : elements_(std::move(elements)) {
    numbers_[open_count] = extents.count();
    int next = 0;
    for (int axis = 0; OpenAxes >> axis != 0; ++axis) {
      if ((OpenAxes >> axis & 1U) != 0) numbers_[next++] = extents[axis];
    }
  }

  // Writes the extents that are known at run time only in their places.
  void put_open(Extents& extents) const noexcept {
    int next = 0;
    for (int axis = 0; OpenAxes >> axis != 0; ++axis) {
      if ((OpenAxes >> axis & 1U) != 0) extents[axis] = numbers_[next++];
    }
  }
  [[nodiscard]] std::int64_t count() const noexcept { return numbers_[open_count]; }
  [[nodiscard]] const T* data() const noexcept { return elements_.data(); }
  [[nodiscard]] T* fresh_data() noexcept { return elements_.fresh_data(); }
  [[nodiscard]] T* writable_data() { return elements_.writable_data(count()); }
  [[nodiscard]] const SharedElements<T>& elements() const noexcept { return elements_; }
  // Leaves none.
  [[nodiscard]] SharedElements<T> take_elements() noexcept {
    elements_.forget_origin();
    return std::move(elements_);
  }

 private:
  static constexpr int open_count = __builtin_popcount(OpenAxes);
  SharedElements<T> elements_;
  std::int64_t numbers_[open_count + 1] = {};  // the open extents and, last, the count of elements
};

template <class T, std::int64_t Count>
class InlineStorage {
 public:
  constexpr InlineStorage() = default;
  constexpr explicit InlineStorage(const Extents&) {}

  constexpr void put_open(Extents&) const noexcept {}
  [[nodiscard]] static constexpr std::int64_t count() noexcept { return Count; }
  [[nodiscard]] constexpr const T* data() const noexcept { return elements_; }
  [[nodiscard]] constexpr T* fresh_data() noexcept { return elements_; }
  [[nodiscard]] constexpr T* writable_data() noexcept { return elements_; }

 private:
  T elements_[Count > 0 ? Count : 1] = {};
};

template <class T, class S>
using Storage =
    std::conditional_t<is_inline<T, S>, InlineStorage<T, layout<S>.count>, SharedStorage<T, layout<S>.open_axes>>;

// What a tensor does whatever its shape is. It is a class of its own because every member of Tensor is compiled for each new
// shape.
template <class T, class Storage>
class TensorElements {
 public:
  // The elements, row-major. Reading shares; the writable forms part from other owners first, and are for use at once: what
  // is written through one later is seen by copies that were made in between.
  [[nodiscard]] constexpr const T* data() const { return storage_.data(); }
  [[nodiscard]] constexpr T* writable_data() { return storage_.writable_data(); }
  [[nodiscard]] constexpr std::span<const T> span() const { return {data(), size()}; }
  [[nodiscard]] constexpr std::span<T> writable_span() { return {writable_data(), size()}; }
  [[nodiscard]] constexpr const T* begin() const { return data(); }
  [[nodiscard]] constexpr const T* end() const { return data() + storage_.count(); }

 protected:
  friend struct Access;

  constexpr TensorElements() = default;
  constexpr explicit TensorElements(Storage storage) : storage_(std::move(storage)) {}

  Storage storage_{};

 private:
  [[nodiscard]] constexpr std::size_t size() const { return static_cast<std::size_t>(storage_.count()); }
};

}  // namespace detail
}  // namespace shapeproof
