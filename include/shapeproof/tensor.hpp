// SPDX-License-Identifier: BSL-1.0
// What is a tensor? Tensor<float, Shape<N, 3, 32, 32>>: a value, row-major, whose shape is part of its type. Copies
// share their elements until one of them is written.
#pragma once

#include <span>

#include "message.hpp"

#include "rules/axes.hpp"
#include "rules/convert.hpp"
#include "rules/outcome.hpp"
#include "storage.hpp"

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
  template <class Tensor>
  static constexpr auto& storage(Tensor& tensor) {
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

// The question that as<To> and every implicit conversion ask.
template <class To>
struct Convert {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return convert_rule("as", from, To::value, why);
  }
  static constexpr void keep_written(ShapeValue& result) { result = To::value; }
};

template <class From, class To>
concept ConvertsImplicitly = std::is_same_v<From, To> || (Holds<Convert<To>, From> &&
                                                          !Ruled<Convert<To>, From>::ruling.checks_at_run_time);

// Why a tensor is not converted without being asked to. A template argument of a deleted constructor, so that
// std::is_convertible answers honestly.
template <class T, class From, class U, class To>
struct WhyNotConverted {
  static constexpr Sentence sentence = [] {
    Refusal why;
    if constexpr (!std::is_same_v<T, U>) {
      why.sentence << "conversion: elements are " << element_type<T> << ", wanted are " << element_type<U> << "; cast<"
                   << code_of(element_type<U>) << ">(x) converts them";
    } else if (Ruled<Convert<To>, From>::ruling.holds) {
      why.sentence << "conversion: " << From::value << " may not be " << To::value << "; as<" << To::value
                   << ">(x) checks it at run time";
    } else {
      Convert<To>{}(From::value, &why);
    }
    return why.sentence;
  }();
};

// Looked at even for plain copies, before any constraint; so it says nothing about those cheaply.
template <class T, class From, class U, class To>
struct WhyNotConvertedIf {
  using type = RefusedFor<WhyNotConverted<T, From, U, To>>;
};
template <class T, class S>
struct WhyNotConvertedIf<T, S, T, S> {
  using type = void;
};

// Asks whether values in nested braces, Found... of them along each axis, make the shape.
template <bool IsRagged, std::size_t... Found>
struct FromValues {
  constexpr Ruling operator()(const ShapeValue& to, Refusal* why) const {
    if (IsRagged) {
      return refuse(why) << "values: the rows given for " << to << " hold different numbers of values";
    }
    ShapeValue found;
    (found.push_back(static_cast<std::int64_t>(Found)), ...);
    return convert_rule("values", found, to, why);
  }
};

template <std::size_t First, std::size_t... Others>
inline constexpr std::size_t first_of = First;
template <std::size_t First, std::size_t... Others>
inline constexpr bool differ = ((First != Others) || ...);

template <class U, class T, class S>
struct WhyNotTyped {
  static constexpr Sentence sentence =
      sentence_of("conversion: the shape of a DynamicTensor is known at run time only; as<", S::value,
                  ">(x) checks it there");
};

struct HasAxisAt {
  int axis = 0;
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    return axis_rule("extent", axis, shape.rank, why);
  }
};
template <int Axis>
struct HasAxis : HasAxisAt {
  constexpr HasAxis() : HasAxisAt{Axis} {}
};

constexpr bool is_inside(std::int64_t index, std::int64_t extent) { return index >= 0 && index < extent; }

struct InBounds {
  int axis = 0;
  std::int64_t index = 0;
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    if (!is_inside(index, shape[axis].number)) {
      return refuse(why, axis) << "at: index " << index << " on axis " << axis << " of " << shape;
    }
    return allow(shape);
  }
};

struct NeedsNumbers {
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    if (const Ruling formed = well_formed_rule(shape, why); !formed.holds) return formed;
    if (!shape.is_known()) {
      return refuse(why) << "Tensor: " << shape << " has extents that are known at run time only; zeros<T, " << shape
                         << ">(...) takes them";
    }
    return allow(shape);
  }
};

struct Indices {
  int count = 0;
  constexpr Ruling operator()(const ShapeValue& shape, Refusal* why) const {
    if (count != shape.rank) {
      return refuse(why) << "index: " << count << " indices for rank " << shape.rank << " of " << shape;
    }
    return allow(shape);
  }
};
template <int Count>
struct IndexCount : Indices {
  constexpr IndexCount() : Indices{Count} {}
};

template <class Question, class S>
constexpr auto demand() {
  if constexpr (Holds<Question, S>) return static_cast<Empty*>(nullptr);
  else return static_cast<RefusedFor<WhyNot<Question, S>>*>(nullptr);
}

// sizeof(Demand<...>) is an error where the answer is no. It stands in the function that the user called, because clang
// spends three lines on every function between the two.
template <class Question, class S>
using Demand = std::remove_pointer_t<decltype(demand<Question, S>())>;

template <class T, class Values>
constexpr T* append(const Values& values, T* to) {
  if constexpr (std::is_array_v<Values>) {
    for (const auto& inner : values) to = append(inner, to);
  } else if constexpr (std::is_same_v<T, half> && std::is_arithmetic_v<Values>) {
    *to++ = static_cast<float>(values);
  } else {
    *to++ = static_cast<T>(values);
  }
  return to;
}

// A value that a tensor's element can be made of without losing a fraction.
template <class Value, class T>
concept ValueFor = std::convertible_to<Value, T> && !is_refused<Value> && !is_tensor<Value> &&
                   !(std::is_floating_point_v<Value> && std::is_integral_v<T>);

template <class Type>
concept Index = std::is_integral_v<Type> && !std::is_same_v<Type, bool>;

}  // namespace detail

// A tensor of static, named or partly unknown extents. A moved-from tensor can be assigned to and destroyed, no more.
template <Element T, AnyShape S>
class Tensor {
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
    static_assert(sizeof(detail::Demand<detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>, detail::first_of<C...>>, S>) > 0);
    [[maybe_unused]] T* to = storage_.fresh_data();
    ((to = detail::append(rows, to)), ...);
  }
  template <std::size_t... B, std::size_t... C, std::size_t... D>
    requires(rank == 4 && sizeof...(B) > 0)
  constexpr Tensor(const T (&... rows)[B][C][D])  // NOLINT(google-explicit-constructor)
      : storage_(extents_of<sizeof...(B), detail::first_of<B...>, detail::first_of<C...>, detail::first_of<D...>>()) {
    constexpr bool is_ragged = detail::differ<B...> || detail::differ<C...> || detail::differ<D...>;
    static_assert(sizeof(detail::Demand<detail::FromValues<is_ragged, sizeof...(B), detail::first_of<B...>, detail::first_of<C...>, detail::first_of<D...>>, S>) > 0);
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
    return data()[offset({static_cast<std::int64_t>(index)...})];
  }
  template <detail::Index... I>
  constexpr T& operator()(I... index) {
    static_assert(sizeof(detail::Demand<detail::IndexCount<sizeof...(I)>, S>) > 0);
    return writable_data()[offset({static_cast<std::int64_t>(index)...})];
  }
  template <detail::Index... I>
  constexpr const T& at(I... index) const {
    check_bounds({static_cast<std::int64_t>(index)...});
    return (*this)(index...);
  }
  template <detail::Index... I>
  constexpr T& at(I... index) {
    check_bounds({static_cast<std::int64_t>(index)...});
    return (*this)(index...);
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
    if constexpr (S::is_static) return S::value.count().number;
    else return extents().count();
  }

  // The elements, row-major. Reading shares; the writable forms part from other owners first.
  [[nodiscard]] constexpr const T* data() const { return storage_.data(); }
  [[nodiscard]] constexpr T* writable_data() { return storage_.writable_data(element_count()); }
  [[nodiscard]] constexpr std::span<const T> span() const { return {data(), static_cast<std::size_t>(element_count())}; }
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

  [[nodiscard]] constexpr std::int64_t offset(const std::int64_t (&index)[rank > 0 ? rank : 1]) const {
    const Extents all = extents();
    std::int64_t position = 0;
    for (int axis = 0; axis < rank; ++axis) position = position * all[axis] + index[axis];
    return position;
  }
  constexpr void check_bounds(const std::int64_t (&index)[rank > 0 ? rank : 1]) const {
    const Extents all = extents();
    for (int axis = 0; axis < rank; ++axis) {
      // The shape with its names is made only for the sentence.
      if (!detail::is_inside(index[axis], all[axis])) detail::ask(detail::InBounds{axis, index[axis]}, shape());
    }
  }

  Storage storage_{};
};

}  // namespace shapeproof
