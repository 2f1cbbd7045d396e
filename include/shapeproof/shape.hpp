// SPDX-License-Identifier: BSL-1.0
// Shape<64, 3, 32, 32>, Shape<N, C(3), 2 * T, dyn>: a shape as a type.
#pragma once

#include <initializer_list>

#include "message.hpp"

#include "rules/well_formed.hpp"

namespace shapeproof {
namespace detail {

// The name of an integer type, for the sentence that says which one was written.
template <class Integer>
constexpr const char* integer_name() {
  if constexpr (std::is_same_v<Integer, unsigned>) return "unsigned";
  if constexpr (std::is_same_v<Integer, long>) return "long";
  if constexpr (std::is_same_v<Integer, unsigned long>) return "unsigned long";
  if constexpr (std::is_same_v<Integer, long long>) return "long long";
  if constexpr (std::is_same_v<Integer, unsigned long long>) return "unsigned long long";
  if constexpr (std::is_same_v<Integer, bool>) return "bool";
  return "another type";
}

template <class Type>
inline constexpr bool is_extent_type = std::is_same_v<Type, int> || std::is_same_v<Type, Extent>;

// Overloads instead of one template, because what is instantiated for each extent costs each time.
constexpr ExtentValue extent_value(int number) { return number; }
constexpr ExtentValue extent_value(const Extent& extent) { return extent; }
template <class Other>
  requires(!is_extent_type<Other>)
constexpr ExtentValue extent_value(const Other&) {
  return -1;
}

template <class... Arguments>
constexpr ShapeValue shape_value(const Arguments&... extents) {
  ShapeValue shape;
  (shape.push_back(extent_value(extents)), ...);
  return shape;
}

// Says which template argument is no extent.
template <class Argument>
constexpr bool object_to_argument(const Argument& argument, int axis, Sentence& out) {
  if constexpr (!is_extent_type<Argument>) {
    out << "Shape: axis " << axis << " is ";
    if constexpr (std::is_integral_v<Argument>) {
      out << argument << " of type " << integer_name<Argument>() << "; an extent is an int: write " << argument;
    } else {
      out << "of a type that is no extent; write an int, an axis, an expression over axes, dyn or _";
    }
  }
  return !is_extent_type<Argument>;
}

template <auto... Extents>
struct MalformedShape {
  static constexpr Sentence sentence = [] {
    Refusal why;
    int axis = 0;
    if (!(object_to_argument(Extents, axis++, why.sentence) || ...)) well_formed_rule(shape_value(Extents...), &why);
    return why.sentence;
  }();
};

struct Empty {};

template <bool IsWellFormed>
struct ShapeBase {
  template <auto...>
  using type = Empty;
};
template <>
struct ShapeBase<false> {
  template <auto... Extents>
  using type = RefusedFor<MalformedShape<Extents...>>;
};

// What most shapes are: a few numbers that are no mistake at a glance. Answers yes, or nothing.
constexpr bool are_fine_at_a_glance(std::initializer_list<int> numbers) {
  std::int64_t count = 1;
  for (const int number : numbers) {
    if (number < 0 || __builtin_mul_overflow(count, std::int64_t{number}, &count)) return false;
  }
  return numbers.size() <= ShapeValue::max_rank;
}

template <class... Arguments>
constexpr bool are_well_formed(const Arguments&... extents) {
  if constexpr ((std::is_same_v<Arguments, int> && ...)) {
    if (are_fine_at_a_glance({extents...})) return true;
  }
  return well_formed_rule(shape_value(extents...)).holds;
}

template <auto... Extents>
inline constexpr bool is_well_formed =
    (is_extent_type<std::remove_const_t<decltype(Extents)>> && ...) && are_well_formed(Extents...);

}  // namespace detail

// A shape as a type: Shape<64, 3, N, C(3), 2 * T, dyn>, of at most eight extents.
template <auto... Extents>
struct Shape : private detail::ShapeBase<detail::is_well_formed<Extents...>>::template type<Extents...> {
  // How many axes there are.
  static constexpr int rank = sizeof...(Extents);
  // The same as a value, which rules read.
  static constexpr ShapeValue value = detail::shape_value(Extents...);
  // Whether every extent is a number, with or without a name.
  static constexpr bool is_static = value.is_known();

  // Shapes of one type are one shape.
  friend constexpr bool operator==(Shape, Shape) { return true; }
};

namespace detail {

template <class Type>
inline constexpr bool is_shape = false;
template <auto... Extents>
inline constexpr bool is_shape<Shape<Extents...>> = true;

// Whether an extent is written as a plain int.
constexpr bool is_plain(const ExtentValue& extent) {
  return extent.is_known() && !extent.is_named() && extent.number <= 2147483647;
}

// The template argument that stands for an extent.
template <bool IsPlain>
constexpr auto extent_argument(const ExtentValue& extent) {
  if constexpr (IsPlain) {
    return static_cast<int>(extent.number);
  } else {
    // As it was written: nothing has to be written anew.
    if (!extent.is_known() && extent.has_symbol()) return extent.symbol;
    return to_extent(extent);
  }
}

constexpr bool are_plain(const ShapeValue& shape) {
  for (const ExtentValue& extent : shape) {
    if (!is_plain(extent)) return false;
  }
  return true;
}

template <class Source, class Axes, bool ArePlain>
struct ShapeTypeOf;
template <class Source, int... Axes>
struct ShapeTypeOf<Source, std::integer_sequence<int, Axes...>, true> {
  using type = Shape<static_cast<int>(Source::value.extents[Axes].number)...>;
};
template <class Source, int... Axes>
struct ShapeTypeOf<Source, std::integer_sequence<int, Axes...>, false> {
  using type = Shape<extent_argument<is_plain(Source::value.extents[Axes])>(Source::value.extents[Axes])...>;
};

// The type that says what the ShapeValue Source::value says.
template <class Source>
using ShapeOf =
    typename ShapeTypeOf<Source, std::make_integer_sequence<int, Source::value.rank>, are_plain(Source::value)>::type;

struct NoError {
  using type = Empty;
};

// Lazy::type; or, where the shape that was written is none, the error that the shape itself is.
template <class S, class Lazy>
struct WellFormedOr : Lazy {};
template <auto... Extents, class Lazy>
  requires(!is_well_formed<Extents...>)
struct WellFormedOr<Shape<Extents...>, Lazy> {
  using type = RefusedFor<MalformedShape<Extents...>>;
};

}  // namespace detail

template <class Type>
concept AnyShape = detail::is_shape<Type>;

}  // namespace shapeproof
