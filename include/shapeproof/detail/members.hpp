// SPDX-License-Identifier: BSL-1.0
// What do a tensor's own functions ask? Whether values in braces make its shape, indices are as many as its axes and inside
// its bounds, an axis is there.
#pragma once

#include "../rules/axes.hpp"
#include "../rules/convert.hpp"
#include "../rules/outcome.hpp"
#include "access.hpp"

namespace shapeproof::detail {

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
      // run time only: tests/tensor.cpp
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

// A value that a tensor's element can be made of without losing a fraction.
template <class Value, class T>
concept ValueFor = std::convertible_to<Value, T> && !is_refused<Value> && !is_tensor<Value> &&
                   !((std::is_floating_point_v<Value> || std::is_same_v<Value, half>) && std::is_integral_v<T>);

template <class Type>
concept Index = std::is_integral_v<Type> && !std::is_same_v<Type, bool>;

template <class Question, class S>
constexpr auto demand() {
  if constexpr (Holds<Question, S>) return static_cast<Empty*>(nullptr);
  else return static_cast<RefusedFor<WhyNot<Question, S>>*>(nullptr);
}

// sizeof(Demand<...>) is an error where the answer is no. It stands in the function that the user called, because clang
// spends three lines on every function between the two.
template <class Question, class S>
using Demand = std::remove_pointer_t<decltype(demand<Question, S>())>;

}  // namespace shapeproof::detail
