// SPDX-License-Identifier: BSL-1.0
// What if rank and extents are known at run time only? A DynamicTensor has every operation that Tensor has, under the
// same names, and throws the same sentences. The doors in convert.hpp lead from here to Tensor.
#pragma once

#include "message.hpp"

#include "tensor.hpp"

namespace shapeproof {

// Row-major elements of type T with any rank from 0 to 8. Copies share their elements until one of them is written.
template <Element T>
class DynamicTensor {
 public:
  // The type of an element.
  using element = T;
  // The same, as containers call it.
  using value_type = T;

  // Rank 1 and no element.
  DynamicTensor() : DynamicTensor(ShapeValue(0)) {}
  // Zeros. Throws ShapeError where an extent is missing or the shape is none.
  explicit DynamicTensor(const ShapeValue& shape)
      : storage_(Extents(detail::ask(detail::NeedsNumbers{}, shape).result)) {
    for (T& value : writable_span()) value = T{};
  }
  template <class S>
  DynamicTensor(const Tensor<T, S>& other)  // NOLINT(google-explicit-constructor): nothing is lost but names
      : DynamicTensor(detail::regroup<DynamicTensor>(other, other.extents())) {}

  // How many axes there are.
  [[nodiscard]] int rank() const noexcept { return extents().rank; }
  // The extents of all axes, as numbers.
  [[nodiscard]] const Extents& extents() const noexcept { return storage_.extents(); }
  // The same as a shape, without names.
  [[nodiscard]] ShapeValue shape() const { return extents().shape(); }
  // How many elements there are: the product of the extents.
  [[nodiscard]] std::int64_t element_count() const noexcept { return extents().count(); }
  // Throws ShapeError where there is no such axis; a negative axis counts from the end.
  [[nodiscard]] std::int64_t extent(int axis) const {
    detail::ask(detail::HasAxisAt{axis}, shape());
    return extents()[detail::from_front(axis, rank())];
  }

  // The element at an index for each axis. at() checks number and bounds of the indices; () checks their number.
  template <detail::Index... I>
  const T& operator()(I... index) const {
    return data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  T& operator()(I... index) {
    return writable_data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  // The same, checked: throws ShapeError where the indices are too few, too many or out of bounds.
  template <detail::Index... I>
  const T& at(I... index) const {
    check_bounds({static_cast<std::int64_t>(index)..., 0});
    return (*this)(index...);
  }
  template <detail::Index... I>
  T& at(I... index) {
    check_bounds({static_cast<std::int64_t>(index)..., 0});
    return (*this)(index...);
  }

  // The elements, row-major. Reading shares; the writable forms part from other owners first.
  [[nodiscard]] const T* data() const noexcept { return storage_.elements().data(); }
  // The elements, to be written. Parts from other owners first, which copies where there are any.
  [[nodiscard]] T* writable_data() { return storage_.writable_data(); }
  // All elements, to be read.
  [[nodiscard]] std::span<const T> span() const { return {data(), static_cast<std::size_t>(element_count())}; }
  // All elements, to be written; parts from other owners first.
  [[nodiscard]] std::span<T> writable_span() { return {writable_data(), static_cast<std::size_t>(element_count())}; }
  // The first element.
  [[nodiscard]] const T* begin() const noexcept { return data(); }
  // Behind the last element.
  [[nodiscard]] const T* end() const noexcept { return data() + element_count(); }

 private:
  friend struct detail::Access;

  class Storage {
   public:
    explicit Storage(const Extents& extents) : elements_(extents.count()), extents_(extents) {}
    Storage(detail::SharedElements<T> elements, const Extents& extents)
        : elements_(std::move(elements)), extents_(extents) {}

    [[nodiscard]] T* fresh_data() noexcept { return elements_.fresh_data(); }
    [[nodiscard]] T* writable_data() { return elements_.writable_data(extents_.count()); }
    [[nodiscard]] const detail::SharedElements<T>& elements() const noexcept { return elements_; }
    // Leaves none.
    [[nodiscard]] detail::SharedElements<T> take_elements() noexcept {
      elements_.forget_origin();
      return std::move(elements_);
    }
    [[nodiscard]] const Extents& extents() const noexcept { return extents_; }

   private:
    detail::SharedElements<T> elements_;
    Extents extents_;
  };

  explicit DynamicTensor(Storage storage) : storage_(std::move(storage)) {}

  // `index` ends in a zero that is none of the indices, as no array is empty.
  template <std::size_t Size>
  [[nodiscard]] std::int64_t offset(const std::int64_t (&index)[Size]) const {
    if (static_cast<int>(Size) - 1 != rank()) detail::ask(detail::Indices{static_cast<int>(Size) - 1}, shape());
    std::int64_t position = 0;
    for (int axis = 0; axis < rank(); ++axis) position = position * extents()[axis] + index[axis];
    return position;
  }
  template <std::size_t Size>
  void check_bounds(const std::int64_t (&index)[Size]) const {
    detail::ask(detail::Indices{static_cast<int>(Size) - 1}, shape());
    for (int axis = 0; axis < rank(); ++axis) {
      if (!detail::is_inside(index[axis], extents()[axis])) detail::ask(detail::InBounds{axis, index[axis]}, shape());
    }
  }

  Storage storage_;
};

}  // namespace shapeproof
