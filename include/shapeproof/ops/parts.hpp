// SPDX-License-Identifier: BSL-1.0
// How is a tensor cut into parts along an axis? Parts along the leading axis share x's elements; others are copied.
//
//   auto [q, k, v] = split_with_sizes<1, 64, 64, _>(x)    [a, b] -> [a, 64], [a, 64], [a, b - 128]
//   auto [left, right] = chunk<1, 2>(x)                   [a, b] -> [a, b / 2], twice
//   for (const auto& row : unbind<0>(x))                  [3, a] -> [a], three times
#pragma once

#include <array>
#include <tuple>

#include "../message.hpp"
#include "../tensor.hpp"

#include "../rules/parts.hpp"
#include "moved.hpp"

namespace shapeproof {
namespace detail {

// What is refused comes in as many parts as were wanted, so that `auto [a, b] = ...` is no second error.
template <Text... Sentences, std::size_t Count>
inline constexpr bool is_refused<std::array<Refused<Sentences...>, Count>> = true;

template <int Axis, auto... Sizes>
struct SplitSizes {
  static constexpr ExtentValue sizes[] = {extent_value(Sizes)...};
  static constexpr PartSizes all{sizes, static_cast<int>(sizeof...(Sizes))};
};
template <int Axis, int Place, auto... Sizes>
struct SplitPart {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return split_with_sizes_rule(from, Axis, SplitSizes<Axis, Sizes...>::all, Place, why);
  }
};
template <int Axis, int Count>
struct ChunkPart {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const { return chunk_rule(from, Axis, Count, why); }
};
template <int Axis, int Count>
struct UnbindPart {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return unbind_rule(from, Axis, Count, why);
  }
};

template <class Question, class X>
using PartOutcome = typename OutcomeOf<ElementIn<X>, Question, X>::type;

// Parts of different types, or the first refusal as often as there are parts.
template <class First, class... Others>
constexpr auto tuple_of_parts() {
  constexpr std::size_t count = 1 + sizeof...(Others);
  if constexpr (is_refused<First>) return static_cast<std::array<First, count>*>(nullptr);
  else return static_cast<std::tuple<First, Others...>*>(nullptr);
}

template <int Axis, auto... Sizes>
struct SplitWithSizes {
  template <class Places, class... X>
  struct OutcomeOfParts {};
  template <int... Place, Operand X>
  struct OutcomeOfParts<std::integer_sequence<int, Place...>, X> {
    using type = std::remove_pointer_t<decltype(tuple_of_parts<PartOutcome<SplitPart<Axis, Place, Sizes...>, X>...>())>;
  };
  using Places = std::make_integer_sequence<int, sizeof...(Sizes)>;
  template <class... X>
  using Outcome = typename OutcomeOfParts<Places, X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x) {
    return cut<Result>(x, Places{});
  }

 private:
  // Braces evaluate from left to right, so that each part begins where the one before it ended.
  template <class Result, class X, int... Place>
  static constexpr Result cut(const X& x, std::integer_sequence<int, Place...> /*places*/) {
    std::int64_t begin = 0;
    return Result{next_part<std::tuple_element_t<Place, Result>, Place>(x, begin)...};
  }
  template <class Part, int Place, class X>
  static constexpr Part next_part(const X& x, std::int64_t& begin) {
    const Extents extents = settle(SplitPart<Axis, Place, Sizes...>{}, x);
    const std::int64_t start = begin;
    begin += extents[from_front(Axis, extents.rank)];
    return part_of<Part>(x, part_from(x.extents(), Axis, start), extents);
  }
};

// Parts of one type.
template <class Question, int Count, class... X>
struct EqualParts {};
template <class Question, int Count, Operand X>
struct EqualParts<Question, Count, X> {
  using type = std::array<PartOutcome<Question, X>, static_cast<std::size_t>(Count > 0 ? Count : 1)>;
};

template <class Result, std::size_t... Place, class Cut>
constexpr Result array_of_parts(std::index_sequence<Place...> /*places*/, const Cut& cut) {
  return Result{cut(static_cast<std::int64_t>(Place))...};
}

template <int Axis, int Count>
struct Chunk {
  template <class... X>
  using Outcome = typename EqualParts<ChunkPart<Axis, Count>, Count, X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x) {
    const Extents extents = settle(ChunkPart<Axis, Count>{}, x);
    const std::int64_t size = extents[from_front(Axis, extents.rank)];
    return array_of_parts<Result>(std::make_index_sequence<Count>{}, [&](std::int64_t place) {
      return part_of<typename Result::value_type>(x, part_from(x.extents(), Axis, place * size), extents);
    });
  }
};

// How many parts unbind gives: what is said, or what the type says.
template <int Axis, int Count, class X>
constexpr int unbind_count() {
  if constexpr (Count < 0 && is_tensor<X> && !Dynamic<X>) {
    if constexpr (Axis >= -X::rank && Axis < X::rank) {
      return static_cast<int>(X::shape_type::value[from_front(Axis, X::rank)].number);
    }
  }
  return Count;
}

// A DynamicTensor says nothing while compiling.
template <int Axis>
struct UnbindUnknown {
  constexpr Ruling operator()(Refusal* why) const { return unbind_rule(any_shape(), Axis, -1, why); }
  static constexpr ShapeValue any_shape() {
    ShapeValue shape;
    for (int axis = 0; axis < ShapeValue::max_rank; ++axis) shape.push_back(dyn);
    return shape;
  }
};

template <int Axis, int Count>
struct Unbind {
  template <class... X>
  struct OutcomeOfUnbind {};
  template <Operand X>
    requires(!Dynamic<X> || Count >= 0)
  struct OutcomeOfUnbind<X> : EqualParts<UnbindPart<Axis, Count>, unbind_count<Axis, Count, X>(), X> {};
  template <Dynamic X>
    requires(Count < 0)
  struct OutcomeOfUnbind<X> {
    using type = std::array<RefusedFor<WhyNot<UnbindUnknown<Axis>>>, 1>;
  };
  template <class... X>
  using Outcome = typename OutcomeOfUnbind<X...>::type;

  template <class Result, class X>
  static constexpr Result run(const X& x) {
    const Extents extents = settle(UnbindPart<Axis, Count>{}, x);
    constexpr std::size_t count = std::tuple_size_v<Result>;
    return array_of_parts<Result>(std::make_index_sequence<count>{}, [&](std::int64_t place) {
      const Part part = part_from(x.extents(), Axis, place);
      return part_of<typename Result::value_type>(x, without_axis(part, Axis, rank_of(x)), extents);
    });
  }
};

}  // namespace detail

// Whether an axis of From can be cut into equal parts.
template <class From, int Axis, int Count>
concept Chunkable = detail::HoldsFor<detail::ChunkPart<Axis, Count>, From>;

// split_with_sizes<Axis, Sizes...>(x): a std::tuple of parts that are so long, which add up to the axis; one may be _.
template <int Axis, auto... Sizes>
  requires(sizeof...(Sizes) > 0)
inline constexpr detail::Function<detail::SplitWithSizes<Axis, Sizes...>> split_with_sizes;

// chunk<Axis, Count>(x): a std::array of so many equal parts. PyTorch would make the last one shorter; here that is refused, or
// throws ShapeError, as the parts would have different types.
template <int Axis, int Count>
inline constexpr detail::Function<detail::Chunk<Axis, Count>> chunk;

// unbind<Axis>(x): a std::array with a tensor for each place of the axis. Where the type does not say how many there are,
// unbind<Axis, Count>(x) does, and run time checks it.
template <int Axis, int Count = -1>
inline constexpr detail::Function<detail::Unbind<Axis, Count>> unbind;

}  // namespace shapeproof
