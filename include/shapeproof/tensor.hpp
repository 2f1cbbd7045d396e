// SPDX-License-Identifier: BSL-1.0
// What is a tensor? Tensor<float, Shape<N, 3, 32, 32>>: a value, row-major, whose shape is part of its type. Copies
// share their elements until one of them is written.
#pragma once

#include "message.hpp"

#include "detail/conversion.hpp"
#include "detail/members.hpp"

namespace shapeproof {

// A tensor of static, named or partly unknown extents. A moved-from tensor can be assigned to and destroyed, no more.
template <Element T, AnyShape S>
class Tensor : private detail::WellFormedOr<S, detail::NoError>::type,
               public detail::TensorElements<T, detail::Storage<T, S>> {
  using Elements = detail::TensorElements<T, detail::Storage<T, S>>;

 public:
  // The type of an element.
  using element = T;
  // The shape's type.
  using shape_type = S;
  // The type of an element, as containers call it.
  using value_type = T;
  // How many axes there are.
  static constexpr int rank = S::rank;

  // Zeros. A shape with extents that are known at run time only does not compile: zeros<T, S>(...) takes them.
  constexpr Tensor() {
    static_assert(sizeof(detail::Demand<detail::NeedsNumbers, S>) > 0);
    if constexpr (!detail::is_inline<T, S>) {
      this->storage_ = Storage(Extents(S::value));
      for (T* to = this->storage_.fresh_data(); to != Elements::end(); ++to) *to = T{};
    }
  }

  // The one element of a tensor of rank 0.
  constexpr Tensor(const T& value)  // NOLINT(google-explicit-constructor): a number is a tensor of rank 0
    requires(rank == 0)
  {
    *this->storage_.fresh_data() = value;
  }

  // Values in nested braces, {1, 2, 3} or {{1, 2}, {3, 4}}, up to rank 4. A wrong number of them does not compile.
  template <class... V>
    requires(rank == 1 && sizeof...(V) > 0 && (detail::ValueFor<V, T> && ...))
  constexpr Tensor(V... values)  // NOLINT(google-explicit-constructor)
      : Elements(Storage(detail::extents_of<sizeof...(V)>())) {
    using Asked = detail::FromValues<false, sizeof...(V)>;
    static_assert(sizeof(detail::Demand<Asked, S>) > 0);
    [[maybe_unused]] T* to = this->storage_.fresh_data();
    ((to = detail::append(values, to)), ...);
  }
  template <std::size_t... B>
    requires(rank == 2 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B])  // NOLINT(google-explicit-constructor)
      : Elements(Storage(detail::extents_of<sizeof...(B), detail::first_of<B...>>())) {
    constexpr bool is_ragged = detail::differ<B...>;
    using Asked = detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>>;
    static_assert(sizeof(detail::Demand<Asked, S>) > 0);
    [[maybe_unused]] T* to = this->storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }
  template <std::size_t... B, std::size_t... C>
    requires(rank == 3 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B][C])  // NOLINT(google-explicit-constructor)
      : Elements(Storage(detail::extents_of<sizeof...(B), detail::first_of<B...>, detail::first_of<C...>>())) {
    constexpr bool is_ragged = detail::differ<B...> || detail::differ<C...>;
    using Asked = detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>, detail::first_of<C...>>;
    static_assert(sizeof(detail::Demand<Asked, S>) > 0);
    [[maybe_unused]] T* to = this->storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }
  template <std::size_t... B, std::size_t... C, std::size_t... D>
    requires(rank == 4 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B][C][D])  // NOLINT(google-explicit-constructor)
      : Elements(Storage(detail::extents_of<sizeof...(B), detail::first_of<B...>, detail::first_of<C...>,
                                            detail::first_of<D...>>())) {
    constexpr bool is_ragged = detail::differ<B...> || detail::differ<C...> || detail::differ<D...>;
    using Asked = detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>, detail::first_of<C...>,
                                     detail::first_of<D...>>;
    static_assert(sizeof(detail::Demand<Asked, S>) > 0);
    [[maybe_unused]] T* to = this->storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }

  // The same elements under another shape type: implicit where nothing has to be checked and no names contradict.
  template <class From>
    requires(!std::is_same_v<From, S> && detail::ConvertsImplicitly<From, S>)
  constexpr Tensor(const Tensor<T, From>& other)  // NOLINT(google-explicit-constructor)
      : Tensor(detail::regroup<Tensor>(other, other.extents())) {}
  template <class U, class From, class Why = typename detail::WhyNotConvertedIf<U, From, T, S>::type>
    requires(!std::is_void_v<Why> && (!std::is_same_v<U, T> || !detail::ConvertsImplicitly<From, S>))
  Tensor(const Tensor<U, From>& other) = delete;
  template <class U, class Why = detail::RefusedFor<detail::WhyNotTyped<U, T, S>>>
  Tensor(const DynamicTensor<U>& other) = delete;

  // The element at an index for each axis. at() checks the bounds and throws ShapeError; () does not.
  template <detail::Index... I>
  constexpr const T& operator()(I... index) const {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return this->data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  constexpr T& operator()(I... index) {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return this->writable_data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  // The same, checked: throws ShapeError where an index is out of bounds. A wrong number of indices does not compile.
  template <detail::Index... I>
  constexpr const T& at(I... index) const {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return this->data()[checked_offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  constexpr T& at(I... index) {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    const std::int64_t position = checked_offset({static_cast<std::int64_t>(index)..., 0});
    return this->writable_data()[position];
  }

  // The extent of an axis; a negative axis counts from the end.
  template <int Axis>
  [[nodiscard]] constexpr std::int64_t extent() const {
    static_assert(sizeof(detail::Demand<detail::HasAxis<Axis>, S>) > 0);
    return extents()[detail::from_front(Axis, rank)];
  }
  // The extents of all axes, as numbers.
  [[nodiscard]] constexpr Extents extents() const {
    Extents all(S::value);
    this->storage_.put_open(all);
    return all;
  }
  // Names and numbers.
  [[nodiscard]] constexpr ShapeValue shape() const {
    if constexpr (S::is_static) return S::value;
    else return detail::with_extents(S::value, extents());
  }
  // How many elements there are: the product of the extents.
  [[nodiscard]] constexpr std::int64_t element_count() const {
    if constexpr (S::is_static) return detail::layout<S>.count;
    else return this->storage_.count();
  }

 private:
  friend struct detail::Access;
  using Storage = detail::Storage<T, S>;

  constexpr explicit Tensor(Storage storage) : Elements(std::move(storage)) {}

  // `index` ends in a zero that is none of the indices, as no array is empty. A wrong number of them was refused already.
  [[nodiscard]] constexpr std::int64_t offset(std::initializer_list<std::int64_t> index) const {
    return detail::offset_of(extents(), index.begin());
  }
  [[nodiscard]] constexpr std::int64_t checked_offset(std::initializer_list<std::int64_t> index) const {
    const Extents all = extents();
    for (int axis = 0; axis < rank; ++axis) {
      const std::int64_t at = index.begin()[axis];
      // The shape with its names is made only for the sentence.
      if (!detail::is_inside(at, all[axis])) detail::ask(detail::InBounds{axis, at}, shape());
    }
    return detail::offset_of(all, index.begin());
  }
};

}  // namespace shapeproof
