// SPDX-License-Identifier: BSL-1.0
// What if even the element type is known at run time only, as with a file? An AnyTensor says what it holds; get<T>() and
// the doors in convert.hpp lead on.
#pragma once

#include "message.hpp"

#include "dynamic.hpp"

namespace shapeproof {

// Row-major elements of a type that element_type() says. Copies share; nothing here writes.
class AnyTensor {
 public:
  // Shares the tensor's elements, and forgets the names of its axes.
  template <class T>
  AnyTensor(const DynamicTensor<T>& tensor)  // NOLINT(google-explicit-constructor): nothing is lost
      : type_(shapeproof::element_type<T>),
        extents_(tensor.extents()),
        buffer_(detail::Access::storage(tensor).elements().buffer()),
        data_(tensor.data()) {}
  template <class T, class S>
  AnyTensor(const Tensor<T, S>& tensor)  // NOLINT(google-explicit-constructor)
      : AnyTensor(DynamicTensor<T>(tensor)) {}
  // `data` points to elements of that type, as many as the extents count, inside what `buffer` keeps alive.
  AnyTensor(ElementType type, const Extents& extents, Buffer buffer, const void* data)
      : type_(type), extents_(extents), buffer_(std::move(buffer)), data_(data) {}

  // How each element is kept.
  [[nodiscard]] ElementType element_type() const noexcept { return type_; }
  // How many axes there are.
  [[nodiscard]] int rank() const noexcept { return extents_.rank; }
  // The extents of all axes, as numbers.
  [[nodiscard]] const Extents& extents() const noexcept { return extents_; }
  // The same as a shape, without names.
  [[nodiscard]] ShapeValue shape() const { return extents_.shape(); }
  // How many elements there are: the product of the extents.
  [[nodiscard]] std::int64_t element_count() const noexcept { return extents_.count(); }
  // How many bytes the elements are.
  [[nodiscard]] std::int64_t byte_count() const noexcept { return element_count() * bytes_of(type_); }
  // The first element, of the type that element_type() says; the others follow, row-major.
  [[nodiscard]] const void* data() const noexcept { return data_; }
  // The file that the elements were read from, or "".
  [[nodiscard]] const char* origin() const noexcept { return buffer_.origin(); }

  // Whether the elements are of type T, which get<T>() needs.
  template <Element T>
  [[nodiscard]] bool holds() const noexcept {
    return type_ == shapeproof::element_type<T>;
  }
  // The same elements, typed. Throws ElementTypeError.
  template <Element T>
  [[nodiscard]] DynamicTensor<T> get() const {
    detail::ask_element(origin(), shapeproof::element_type<T>, type_);
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): the buffer copies before it writes what is not its own
    auto* elements = static_cast<T*>(const_cast<void*>(data_));
    return detail::Access::make<DynamicTensor<T>>(detail::SharedElements<T>(buffer_, elements), extents_);
  }

 private:
  ElementType type_;
  Extents extents_;
  Buffer buffer_;
  const void* data_;
};

}  // namespace shapeproof
