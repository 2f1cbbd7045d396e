// SPDX-License-Identifier: BSL-1.0
// How is a tensor padded? With a value, or with elements of its own: reflected at the edge, the edge itself, or from the other
// end.
//
//   pad<1, 2, 3>(x)                         [a, b] -> [a, 2 + b + 3]        zeros
//   pad<Sides(0), Sides(1)>(x, -1)          [a, b] -> [a, 1 + b + 1]
//   pad_reflect<...>(x), pad_replicate<...>(x), pad_circular<...>(x)
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/cast.hpp"
#include "../rules/elementwise.hpp"
#include "../rules/pad.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

template <class... Arguments>
constexpr PadSides pad_sides(const Arguments&... arguments) {
  PadSides all;
  constexpr std::size_t count = sizeof...(Arguments);
  if constexpr ((std::is_same_v<Arguments, Sides> && ...) && count > 0 && count <= ShapeValue::max_rank) {
    ((all.sides[all.count++] = arguments), ...);
  } else if constexpr ((Index<Arguments> && ...) && count == 3) {
    const std::int64_t numbers[] = {static_cast<std::int64_t>(arguments)...};
    all.names_axis = true;
    all.count = 1;
    all.axis = static_cast<int>(numbers[0]);
    all.sides[0] = Sides(numbers[1], numbers[2]);
  } else {
    all.is_wrong = true;
  }
  return all;
}

// Which elements fill one side of an axis: from `first` on, `step` apart.
struct Filling {
  std::int64_t first;
  std::int64_t step;
};
constexpr Filling filling(PadMode mode, const Sides& sides, std::int64_t extent, bool is_before) {
  const std::int64_t begin = sides.before;
  const std::int64_t end = begin + extent;
  if (mode == PadMode::reflect) return is_before ? Filling{2 * begin, -1} : Filling{end - 2, -1};
  if (mode == PadMode::replicate) return is_before ? Filling{begin, 0} : Filling{end - 1, 0};
  return is_before ? Filling{end - begin, 1} : Filling{begin, 1};
}

// Writes a padded tensor: what is inside first, then axis by axis what is before and after it.
template <class T>
class Padder {
 public:
  constexpr Padder(T* to, const Extents& from, const Extents& extents, const PadSides& all)
      : to_(to), from_(from), strides_(engine::row_major(extents)), region_(from) {
    for (int i = 0; i < all.count; ++i) {
      const int axis = all.names_axis ? from_front(all.axis, from.rank) : i;
      sides_[axis] = all.sides[i];
      first_ += sides_[axis].before * strides_[axis];
    }
  }
  constexpr void copy_inside(const T* in) {
    engine::move_elements(in, to_ + first_, engine::Moves(from_, engine::row_major(from_), strides_));
  }
  // Axes that are done are filled along their whole extents with those after them. `value` is for PadMode::constant.
  constexpr void fill_around(PadMode mode, const T& value) {
    for (int axis = 0; axis < from_.rank; ++axis) {
      fill_side(mode, axis, true, value);
      fill_side(mode, axis, false, value);
      first_ -= sides_[axis].before * strides_[axis];
      region_[axis] = from_[axis] + sides_[axis].before + sides_[axis].after;
    }
  }

 private:
  constexpr void fill_side(PadMode mode, int axis, bool is_before, const T& value) {
    const Sides& sides = sides_[axis];
    Extents side = region_;
    side[axis] = is_before ? sides.before : sides.after;
    if (side.count() == 0) return;
    // first_ is where the inside begins, which is sides.before along this axis.
    T* origin = to_ + (first_ - sides.before * strides_[axis]);
    T* place = origin + (is_before ? 0 : sides.before + from_[axis]) * strides_[axis];
    if (mode == PadMode::constant) return engine::move_elements(&value, place, engine::Moves(side, {}, strides_));
    const Filling filled = filling(mode, sides, from_[axis], is_before);
    engine::Strides reading = strides_;
    reading[axis] *= filled.step;
    engine::move_elements(static_cast<const T*>(origin + filled.first * strides_[axis]), place,
                          engine::Moves(side, reading, strides_));
  }

  T* to_;
  Extents from_;
  engine::Strides strides_;
  Extents region_;  // what is written already
  std::int64_t first_ = 0;
  Sides sides_[ShapeValue::max_rank] = {};
};

template <PadMode Kind, auto... Arguments>
struct Pad {
  static constexpr const char* name = name_of(Kind);
  static constexpr PadSides sides = pad_sides(Arguments...);

  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return pad_rule(Kind, from, sides, why); }

  template <class T, class X>
  static constexpr void write(T* to, const Extents& extents, const X& x, const T& value = T{}) {
    Padder<T> padder(to, x.extents(), extents, sides);
    padder.copy_inside(x.data());
    padder.fill_around(Kind, value);
  }
};

// The value is a number that the elements' type can take.
template <class T, class V>
struct PadValue {
  constexpr Ruling operator()(Refusal* why) const {
    return scalar_rule("pad", element_type<T>, !std::is_integral_v<V>, ComplexLike<V>, why);
  }
};
template <class Type>
concept PadScalar = std::is_arithmetic_v<Type> || std::is_same_v<Type, half> || ComplexLike<Type>;

template <auto... Arguments>
struct PadWith : Moving<Pad<PadMode::constant, Arguments...>> {
  using Asked = Pad<PadMode::constant, Arguments...>;

  template <class... X>
  struct OutcomeOfPad : MovedOutcome<Asked, MovableElements, X...> {};
  template <Operand X, PadScalar V>
  struct OutcomeOfPad<X, V> : OutcomeIf<PadValue<ElementIn<X>, V>, Asked, X> {};
  template <class... X>
  using Outcome = typename OutcomeOfPad<X...>::type;

  template <class Result, class X, class V = ElementIn<X>>
  static constexpr Result run(const X& x, const V& value = V{}) {
    auto result = uninitialized<Result>(settle(Asked{}, x));
    Asked::write(fresh(result), result.extents(), x, engine::cast_element<ElementIn<X>>(value));
    return result;
  }
};

}  // namespace detail

// Whether From can be padded with a value, as pad is told: Paddable<Shape<N, 3>, 1, 2, 2>.
template <class From, auto... Arguments>
concept Paddable = detail::HoldsFor<detail::Pad<PadMode::constant, Arguments...>, From>;
// Whether From can be padded by reflection.
template <class From, auto... Arguments>
concept Reflectable = detail::HoldsFor<detail::Pad<PadMode::reflect, Arguments...>, From>;

// pad<Axis, Before, After>(x), pad<Sides, ...>(x): so many elements before and after an axis, or each from the first on. They
// are zeros, or the value of pad<...>(x, value).
template <auto... Arguments>
inline constexpr detail::Function<detail::PadWith<Arguments...>> pad;
// The same with elements of x, which is mirrored without the edge itself: 2 1 | 0 1 2 | 1 0.
template <auto... Arguments>
inline constexpr detail::Function<detail::Moving<detail::Pad<PadMode::reflect, Arguments...>>> pad_reflect;
// The edge again and again: 0 0 | 0 1 2 | 2 2.
template <auto... Arguments>
inline constexpr detail::Function<detail::Moving<detail::Pad<PadMode::replicate, Arguments...>>> pad_replicate;
// What stands at the other end: 1 2 | 0 1 2 | 0 1.
template <auto... Arguments>
inline constexpr detail::Function<detail::Moving<detail::Pad<PadMode::circular, Arguments...>>> pad_circular;

// pad_into<...>(out, x), and so on: the same, written into a tensor that has the result's shape.
template <auto... Arguments>
inline constexpr detail::Function<detail::MovingInto<detail::Pad<PadMode::constant, Arguments...>>> pad_into;
template <auto... Arguments>
inline constexpr detail::Function<detail::MovingInto<detail::Pad<PadMode::reflect, Arguments...>>> pad_reflect_into;
template <auto... Arguments>
inline constexpr detail::Function<detail::MovingInto<detail::Pad<PadMode::replicate, Arguments...>>> pad_replicate_into;
template <auto... Arguments>
inline constexpr detail::Function<detail::MovingInto<detail::Pad<PadMode::circular, Arguments...>>> pad_circular_into;

}  // namespace shapeproof
