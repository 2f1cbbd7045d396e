// SPDX-License-Identifier: BSL-1.0
// What is a tensor? Tensor<float, Shape<N, 3, 32, 32>>: a value, row-major, whose shape is part of its type. Copies
// share their elements until one of them is written.
#pragma once

#include <span>

#include "message.hpp"

#include "detail/conversion.hpp"
#include "detail/members.hpp"

namespace shapeproof {

// A tensor of static, named or partly unknown extents. A moved-from tensor can be assigned to and destroyed, no more.
template <Element T, AnyShape S>
class Tensor : private detail::WellFormedOr<S, detail::NoError>::type {
 public:
  using element = T;
  using shape_type = S;
  using value_type = T;
  static constexpr int rank = S::rank;

  // Zeros. A shape with extents that are known at run time only does not compile: zeros<T, S>(...) takes them.
  constexpr Tensor() { static_assert(sizeof(detail::Demand<detail::NeedsNumbers, S>) > 0); }

  // The one element of a tensor of rank 0.
  constexpr Tensor(const T& value)  // NOLINT(google-explicit-constructor): a number is a tensor of rank 0
    requires(rank == 0)
  {
    *storage_.fresh_data() = value;
  }

  // Values in nested braces, {1, 2, 3} or {{1, 2}, {3, 4}}, up to rank 4. A wrong number of them does not compile.
  template <class... V>
    requires(rank == 1 && sizeof...(V) > 0 && (detail::ValueFor<V, T> && ...))
  constexpr Tensor(V... values)  // NOLINT(google-explicit-constructor)
      : storage_(extents_of<sizeof...(V)>()) {
    static_assert(sizeof(detail::Demand<detail::FromValues<false, sizeof...(V)>, S>) > 0);
    [[maybe_unused]] T* to = storage_.fresh_data();
    ((to = detail::append(values, to)), ...);
  }
  template <std::size_t... B>
    requires(rank == 2 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B])  // NOLINT(google-explicit-constructor)
      : storage_(extents_of<sizeof...(B), detail::first_of<B...>>()) {
    constexpr bool is_ragged = detail::differ<B...>;
    static_assert(sizeof(detail::Demand<detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>>, S>) > 0);
    [[maybe_unused]] T* to = storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }
  template <std::size_t... B, std::size_t... C>
    requires(rank == 3 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B][C])  // NOLINT(google-explicit-constructor)
      : storage_(extents_of<sizeof...(B), detail::first_of<B...>, detail::first_of<C...>>()) {
    constexpr bool is_ragged = detail::differ<B...> || detail::differ<C...>;
    static_assert(
        sizeof(
            detail::Demand<detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>, detail::first_of<C...>>,
                           S>) > 0);
    [[maybe_unused]] T* to = storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }
  template <std::size_t... B, std::size_t... C, std::size_t... D>
    requires(rank == 4 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B][C][D])  // NOLINT(google-explicit-constructor)
      : storage_(extents_of<sizeof...(B), detail::first_of<B...>, detail::first_of<C...>, detail::first_of<D...>>()) {
    constexpr bool is_ragged = detail::differ<B...> || detail::differ<C...> || detail::differ<D...>;
    static_assert(sizeof(detail::Demand<detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>,
                                                           detail::first_of<C...>, detail::first_of<D...>>,
                                        S>) > 0);
    [[maybe_unused]] T* to = storage_.fresh_data();
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
    return data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  constexpr T& operator()(I... index) {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return writable_data()[offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  constexpr const T& at(I... index) const {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return data()[checked_offset({static_cast<std::int64_t>(index)..., 0})];
  }
  template <detail::Index... I>
  constexpr T& at(I... index) {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    const std::int64_t position = checked_offset({static_cast<std::int64_t>(index)..., 0});
    return writable_data()[position];
  }

  // The extent of an axis; a negative axis counts from the end.
  template <int Axis>
  [[nodiscard]] constexpr std::int64_t extent() const {
    static_assert(sizeof(detail::Demand<detail::HasAxis<Axis>, S>) > 0);
    return extents()[detail::from_front(Axis, rank)];
  }
  [[nodiscard]] constexpr Extents extents() const {
    Extents all(S::value);
    for (int axis = 0; axis < rank; ++axis) {
      if (!S::value.extents[axis].is_known()) all[axis] = storage_.open_extent(detail::open_axes_before<S>(axis));
    }
    return all;
  }
  // Names and numbers.
  [[nodiscard]] constexpr ShapeValue shape() const {
    ShapeValue value = S::value;
    for (int axis = 0; axis < rank; ++axis) {
      if (!value[axis].is_known()) value[axis].number = storage_.open_extent(detail::open_axes_before<S>(axis));
    }
    return value;
  }
  [[nodiscard]] constexpr std::int64_t element_count() const {
    if constexpr (S::is_static) {
      constexpr std::int64_t count = S::value.count().number;
      return count;
    } else {
      return extents().count();
    }
  }

  // The elements, row-major. Reading shares; the writable forms part from other owners first, and are for use at once: what
  // is written through one later is seen by copies that were made in between.
  [[nodiscard]] constexpr const T* data() const { return storage_.data(); }
  [[nodiscard]] constexpr T* writable_data() { return storage_.writable_data(element_count()); }
  [[nodiscard]] constexpr std::span<const T> span() const {
    return {data(), static_cast<std::size_t>(element_count())};
  }
  [[nodiscard]] constexpr std::span<T> writable_span() {
    return {writable_data(), static_cast<std::size_t>(element_count())};
  }
  [[nodiscard]] constexpr const T* begin() const { return data(); }
  [[nodiscard]] constexpr const T* end() const { return data() + element_count(); }

 private:
  friend struct detail::Access;
  using Storage = detail::Storage<T, S>;

  constexpr explicit Tensor(Storage storage) : storage_(std::move(storage)) {}

  template <std::size_t... Found>
  static constexpr Extents extents_of() {
    Extents extents;
    ((extents.numbers[extents.rank++] = static_cast<std::int64_t>(Found)), ...);
    return extents;
  }

  // `index` ends in a zero that is none of the indices, as no array is empty. A wrong number of them was refused already.
  template <std::size_t Size>
  [[nodiscard]] constexpr std::int64_t offset(const std::int64_t (&index)[Size]) const {
    const Extents all = extents();
    std::int64_t position = 0;
    for (int axis = 0; axis < rank && axis < int{Size}; ++axis) position = position * all[axis] + index[axis];
    return position;
  }
  template <std::size_t Size>
  [[nodiscard]] constexpr std::int64_t checked_offset(const std::int64_t (&index)[Size]) const {
    const Extents all = extents();
    for (int axis = 0; axis < rank && axis < int{Size}; ++axis) {
      // The shape with its names is made only for the sentence.
      if (!detail::is_inside(index[axis], all[axis])) detail::ask(detail::InBounds{axis, index[axis]}, shape());
    }
    return offset(index);
  }

  Storage storage_{};
};

}  // namespace shapeproof
