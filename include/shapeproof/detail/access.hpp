// SPDX-License-Identifier: BSL-1.0
// How do operations reach the elements of a tensor, and make new ones?
#pragma once

#include "../storage.hpp"

namespace shapeproof {

template <Element T, AnyShape S>
class Tensor;
template <Element T>
class DynamicTensor;

namespace detail {

template <class Type>
inline constexpr bool is_tensor = false;
template <class T, class S>
inline constexpr bool is_tensor<Tensor<T, S>> = true;
template <class T>
inline constexpr bool is_tensor<DynamicTensor<T>> = true;

// What operations may see of a tensor that users may not.
struct Access {
  // Once for all shapes that are stored alike.
  template <class T, class Storage>
  static constexpr Storage& storage(TensorElements<T, Storage>& tensor) {
    return tensor.storage_;
  }
  template <class T, class Storage>
  static constexpr const Storage& storage(const TensorElements<T, Storage>& tensor) {
    return tensor.storage_;
  }
  template <class T>
  static constexpr auto& storage(DynamicTensor<T>& tensor) {
    return tensor.storage_;
  }
  template <class T>
  static constexpr auto& storage(const DynamicTensor<T>& tensor) {
    return tensor.storage_;
  }
  template <class Tensor, class... Parts>
  static constexpr Tensor make(Parts&&... parts) {
    return Tensor(typename Tensor::Storage(std::forward<Parts>(parts)...));
  }
};

template <class Type>
inline constexpr bool is_inline_tensor = false;
template <class T, class S>
inline constexpr bool is_inline_tensor<Tensor<T, S>> = is_inline<T, S>;

// The file that a tensor's elements were read from, or "".
template <class Tensor>
constexpr const char* origin_of(const Tensor& tensor) {
  if constexpr (is_inline_tensor<Tensor>) return "";
  else return Access::storage(tensor).elements().buffer().origin();
}

// A tensor whose elements the caller writes next.
template <class Result>
constexpr Result uninitialized(const Extents& extents) {
  return Access::make<Result>(extents);
}

// The elements of `from` under other extents that count the same. Elements in a buffer stay where they are.
template <class Result, class From>
constexpr Result regroup(const From& from, const Extents& extents) {
  if constexpr (!is_inline_tensor<Result> && !is_inline_tensor<From>) {
    return Access::make<Result>(Access::storage(from).elements(), extents);
  } else {
    auto result = uninitialized<Result>(extents);
    copy_elements(from.data(), Access::storage(result).fresh_data(), extents.count());
    return result;
  }
}

}  // namespace detail
}  // namespace shapeproof
