// SPDX-License-Identifier: BSL-1.0
// Shape<64, 3, 32, 32>, Shape<N, C(3), 2 * T, dyn>: a shape as a type.
#pragma once

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

template <auto E>
inline constexpr bool is_extent_argument =
    std::is_same_v<decltype(E), int> || std::is_same_v<std::remove_const_t<decltype(E)>, Extent>;

template <auto E>
constexpr ExtentValue extent_value() {
  if constexpr (is_extent_argument<E>) {
    if constexpr (std::is_same_v<decltype(E), int>) return ExtentValue(std::int64_t{E});
    else return E;
  } else {
    return -2;
  }
}

template <auto... Extents>
constexpr ShapeValue shape_value() {
  ShapeValue shape;
  (shape.push_back(extent_value<Extents>()), ...);
  return shape;
}

// Says which template argument is no extent.
template <auto E>
constexpr bool object_to_argument(int axis, Sentence& out) {
  if constexpr (!is_extent_argument<E>) {
    out << "Shape: axis " << axis << " is ";
    if constexpr (std::is_integral_v<decltype(E)>) {
      out << E << " of type " << integer_name<decltype(E)>() << "; an extent is an int: write " << E;
    } else {
      out << "of a type that is no extent; write an int, an axis, an expression over axes, dyn or _";
    }
  }
  return !is_extent_argument<E>;
}

template <auto... Extents>
struct MalformedShape {
  static constexpr Sentence sentence = [] {
    Refusal why;
    int axis = 0;
    if (!(object_to_argument<Extents>(axis++, why.sentence) || ...)) {
      well_formed_rule(shape_value<Extents...>(), &why);
    }
    return why.sentence;
  }();
};

template <auto... Extents>
constexpr bool shape_is_well_formed() {
  if constexpr (!(is_extent_argument<Extents> && ...)) return false;
  else return well_formed_rule(shape_value<Extents...>()).holds;
}

struct Empty {};

template <auto... Extents>
constexpr auto shape_base() {
  if constexpr (shape_is_well_formed<Extents...>()) return Empty{};
  else return static_cast<RefusedFor<MalformedShape<Extents...>>*>(nullptr);
}

}  // namespace detail

template <auto... Extents>
struct Shape : private std::remove_pointer_t<decltype(detail::shape_base<Extents...>())> {
  static constexpr int rank = sizeof...(Extents);
  static constexpr ShapeValue value = detail::shape_value<Extents...>();
  // Whether every extent is a number, with or without a name.
  static constexpr bool is_static = value.is_known();

  friend constexpr bool operator==(Shape, Shape) { return true; }
};

namespace detail {

template <class Type>
inline constexpr bool is_shape = false;
template <auto... Extents>
inline constexpr bool is_shape<Shape<Extents...>> = true;

// The template argument that stands for an extent: an int where it is a plain number that an int holds.
template <class Source, int Axis>
constexpr auto extent_argument() {
  constexpr const ExtentValue& extent = Source::value.extents[Axis];
  if constexpr (!extent.has_symbol() && extent.is_known() && extent.number <= 2147483647) {
    return static_cast<int>(extent.number);
  } else {
    return to_extent(extent);
  }
}

template <class Source, int... Axes>
Shape<extent_argument<Source, Axes>()...> shape_type(std::integer_sequence<int, Axes...>);

// The type that says what the ShapeValue Source::value says.
template <class Source>
using ShapeOf = decltype(shape_type<Source>(std::make_integer_sequence<int, Source::value.rank>{}));

}  // namespace detail

template <class Type>
concept AnyShape = detail::is_shape<Type>;

}  // namespace shapeproof
