// SPDX-License-Identifier: BSL-1.0
// How do several tensors become one? concat joins them along an axis that they have, stack along a new one.
//
//   concat<1>(x, y, ...)    [a, b], [a, c] -> [a, b + c]
//   stack<0>(x, y, ...)     [a, b], [a, b] -> [2, a, b]
//   concat<0>(all)          a std::vector or std::span of tensors of one type; how long the axis is comes out at run time
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/join.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

// What a rule of any number of operands is asked with: their shapes and, last, where the reason goes.
template <std::size_t Size>
struct GatheredShapes {
  const ShapeValue* shapes[Size] = {};
  int count = 0;
  Refusal* why = nullptr;

  constexpr void take(const ShapeValue& shape) { shapes[count++] = &shape; }
  constexpr void take(Refusal* reason) { why = reason; }
  constexpr void take(std::nullptr_t) {}
  [[nodiscard]] constexpr OperandShapes all() const { return {shapes, count}; }
};
template <class... Arguments>
constexpr auto gathered(const Arguments&... shapes_and_why) {
  GatheredShapes<sizeof...(Arguments)> gathered;
  (gathered.take(shapes_and_why), ...);
  return gathered;
}

// The element types of what is joined.
template <class Join, class First, class... Others>
struct JoinedElements {
  constexpr Ruling operator()([[maybe_unused]] Refusal* why) const {
    Ruling ruling = allow({});
    int operand = 0;
    (void)((ruling = joined_element_rule(Join::name, ++operand, element_type<First>, element_type<Others>, why),
            ruling.holds) &&
           ...);
    return ruling;
  }
};

// Writes the operands into a tensor where blocks of `count` elements of each alternate.
template <class T>
class Joiner {
 public:
  constexpr Joiner(T* to, std::int64_t outer, std::int64_t block) : to_(to), outer_(outer), block_(block) {}
  constexpr void add(const T* from, std::int64_t count) {
    engine::Moves moves;
    moves.add({outer_, count, block_});
    moves.add({count, 1, 1});
    engine::move_elements(from, to_, moves);
    to_ += count;
  }

 private:
  T* to_;
  std::int64_t outer_;
  std::int64_t block_;
};

// Along an axis that the operands have, or along a new one.
enum class Along { own, added };

template <int Axis, Along Which>
struct Join {
  static constexpr const char* name = Which == Along::own ? "concat" : "stack";
  static constexpr int added_rank = Which == Along::own ? 0 : 1;
  template <class... T>
  using Elements = JoinedElements<Join, T...>;

  static constexpr Ruling rule(const OperandShapes& all, Refusal* why) {
    return Which == Along::own ? concat_rule(Axis, all, why) : stack_rule(Axis, all, why);
  }
  template <class... Arguments>
  constexpr Ruling operator()(const Arguments&... shapes_and_why) const {
    const auto operands = gathered(shapes_and_why...);
    return rule(operands.all(), operands.why);
  }

  template <class T>
  static constexpr Joiner<T> joiner(T* to, const Extents& extents) {
    const int axis = from_front(Axis, extents.rank);
    const std::int64_t block = extents.count(axis, extents.rank);
    return {to, block == 0 ? 0 : extents.count(0, axis), block};
  }
  template <class X>
  static constexpr std::int64_t block_of(const X& x) {
    const int rank = rank_of(x);
    return x.extents().count(from_front(Axis, rank + added_rank), rank);
  }
  template <class T, class... X>
  static constexpr void write(T* to, const Extents& extents, const X&... x) {
    auto joined = joiner(to, extents);
    (joined.add(x.data(), block_of(x)), ...);
  }
};

// Tensors of one type, as many as run time says.
template <class Type>
concept TensorList = !is_tensor<Type> && !is_refused<Type> && requires(const Type& list) {
  { list.size() } -> std::convertible_to<std::size_t>;
  requires is_tensor<std::remove_cvref_t<decltype(*list.data())>>;
};
template <class List>
using TensorIn = std::remove_cvref_t<decltype(*std::declval<const List&>().data())>;

// What the type of a list says of the result: everything but how long the joined axis is.
template <int Axis, Along Which>
struct JoinList {
  constexpr Ruling operator()(const ShapeValue& each, Refusal* why) const {
    Ruling ruling = Join<Axis, Which>{}(each, why);
    if (ruling.holds) ruling.result[from_front(Axis, ruling.result.rank)] = dyn;
    return ruling;
  }
};

// Joins the shapes of a list one by one.
template <int Axis, Along Which>
class ListShape {
 public:
  constexpr void add(const ShapeValue& shape) {
    ShapeValue each = shape;
    // Tensors of a list may be of different lengths along the joined axis, also where it has a name.
    if (Which == Along::own && Axis >= -shape.rank && Axis < shape.rank) {
      each[from_front(Axis, shape.rank)] = shape[from_front(Axis, shape.rank)].number;
    }
    const ShapeValue* pair[] = {&joined_, &each};
    if (count_ == 0) joined_ = ask_of({pair + 1, 1});
    else if (Which == Along::own) joined_ = ask_of({pair, 2, count_});
    else ask_of({pair, 2, count_});
    if (Which == Along::added && count_ == 0) joined_ = each;
    ++count_;
  }
  [[nodiscard]] constexpr Extents extents() const {
    if (count_ == 0) ask_of({});
    if (Which == Along::own) return Extents(joined_);
    const ShapeValue* only = &joined_;
    ShapeValue result = ask_of({&only, 1});
    result[from_front(Axis, result.rank)] = count_;
    return Extents(result);
  }

 private:
  static constexpr ShapeValue ask_of(const OperandShapes& all) {
    const Ruling ruling = Join<Axis, Which>::rule(all, nullptr);
    if (ruling.holds) return ruling.result;
    Refusal why;
    Join<Axis, Which>::rule(all, &why);
    throw ShapeError(why);
  }

  ShapeValue joined_{};
  int count_ = 0;
};

template <int Axis, Along Which>
struct JoinTensors : Moving<Join<Axis, Which>> {
  template <class... X>
  struct OutcomeOfJoin : MovedOutcome<Join<Axis, Which>, ElementQuestion<Join<Axis, Which>, X...>, X...> {};
  template <TensorList List>
  struct OutcomeOfJoin<List> : OutcomeOf<ElementIn<TensorIn<List>>, JoinList<Axis, Which>, TensorIn<List>> {};
  template <class... X>
  using Outcome = typename OutcomeOfJoin<X...>::type;

  template <class Result, class... X>
  static constexpr Result run(const X&... x) {
    if constexpr ((TensorList<X> && ...)) return run_list<Result>(x...);
    else return Moving<Join<Axis, Which>>::template run<Result>(x...);
  }

 private:
  template <class Result, class List>
  static constexpr Result run_list(const List& list) {
    ListShape<Axis, Which> shape;
    const auto count = static_cast<std::int64_t>(list.size());
    for (std::int64_t i = 0; i < count; ++i) shape.add(list.data()[i].shape());
    auto result = uninitialized<Result>(shape.extents());
    auto joined = Join<Axis, Which>::joiner(fresh(result), result.extents());
    for (std::int64_t i = 0; i < count; ++i)
      joined.add(list.data()[i].data(), Join<Axis, Which>::block_of(list.data()[i]));
    return result;
  }
};

}  // namespace detail

// Whether tensors can be joined along an axis, or along a new one.
template <int Axis, class... X>
concept Concatenable = detail::HoldsFor<detail::Join<Axis, detail::Along::own>, X...>;
template <int Axis, class... X>
concept Stackable = detail::HoldsFor<detail::Join<Axis, detail::Along::added>, X...>;

// concat<Axis>(x, y, ...): any number of tensors, equal along all other axes. concat<Axis>(list): those of a std::vector,
// std::array or std::span of tensors of one type; the joined axis is dyn then.
template <int Axis>
inline constexpr detail::Function<detail::JoinTensors<Axis, detail::Along::own>> concat;
// concat_into<Axis>(out, x, y, ...): the same, written into a tensor that has the result's shape.
template <int Axis>
inline constexpr detail::Function<detail::MovingInto<detail::Join<Axis, detail::Along::own>>> concat_into;

// stack<Axis>(x, y, ...), stack<Axis>(list): tensors of one shape along a new axis, which stands at Axis in the result.
template <int Axis>
inline constexpr detail::Function<detail::JoinTensors<Axis, detail::Along::added>> stack;
// stack_into<Axis>(out, x, y, ...): the same, written into a tensor that has the result's shape.
template <int Axis>
inline constexpr detail::Function<detail::MovingInto<detail::Join<Axis, detail::Along::added>>> stack_into;

}  // namespace shapeproof
