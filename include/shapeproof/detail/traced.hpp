// SPDX-License-Identifier: BSL-1.0
// What stands for a tensor in a call that is never made? Traced, which operations take as they take what was refused, by
// declarations without a body. It carries the shape, and the log of what was called to get there.
#pragma once

#include "../ops/operand.hpp"

namespace shapeproof::detail {

// An operation that was called: what it asked, of which shapes.
template <class Question, class... Shapes>
struct Called {};

// A layer that was called: what it made, and the operations that it called.
template <class Layer, class Made, class Operations>
struct CalledLayer {};

template <class... Entries>
struct Log {};
// Keeps nothing: for whoever asks for shapes only.
struct NoLog {};

// What both logs begin with happened once; then each went its own way.
template <class Common, class Left, class Right>
struct MergedLogs {
  using type = NoLog;
};
template <class... Common, class... Left, class... Right>
struct MergedLogs<Log<Common...>, Log<Left...>, Log<Right...>> {
  using type = Log<Common..., Left..., Right...>;
};
template <class... Common, class Next, class... Left, class... Right>
struct MergedLogs<Log<Common...>, Log<Next, Left...>, Log<Next, Right...>>
    : MergedLogs<Log<Common..., Next>, Log<Left...>, Log<Right...>> {};

template <class... Logs>
struct AllLogs {
  using type = Log<>;
};
template <class Only>
struct AllLogs<Only> {
  using type = Only;
};
template <class First, class Second, class... Others>
struct AllLogs<First, Second, Others...> : AllLogs<typename MergedLogs<Log<>, First, Second>::type, Others...> {};

template <class L, class Entry>
struct Appended {
  using type = NoLog;
};
template <class... Entries, class Entry>
struct Appended<Log<Entries...>, Entry> {
  using type = Log<Entries..., Entry>;
};

// What came behind the first entries, as many as another log has.
template <class Entry>
using Ignored = const void*;
template <class... First>
struct Behind {
  template <class... Rest>
  static Log<Rest...> rest(Ignored<First>..., const Rest*...);
};
template <class Before, class L>
struct AddedTo {
  using type = Log<>;
};
template <class... First, class... Entries>
struct AddedTo<Log<First...>, Log<Entries...>> {
  using type = decltype(Behind<First...>::rest(static_cast<const Entries*>(nullptr)...));
};

// Whether a layer's log names operations alone, and no layers inside of it.
template <class L>
inline constexpr bool has_layers = false;
template <class Entry>
inline constexpr bool is_layer_entry = false;
template <class Layer, class Made, class Operations>
inline constexpr bool is_layer_entry<CalledLayer<Layer, Made, Operations>> = true;
template <class... Entries>
inline constexpr bool has_layers<Log<Entries...>> = (is_layer_entry<Entries> || ...);

// Stands for a tensor in a call that is never made. Operations take it as they take what was refused: by declarations
// without a body.
template <class T, class S, class L>
struct Traced {
  using element = T;
  using shape_type = S;
  using log = L;

  template <int Axis>
  std::int64_t extent() const;
  ShapeValue shape() const;
  std::int64_t element_count() const;
};
template <class T, class S, class L>
inline constexpr bool is_traced<Traced<T, S, L>> = true;
template <class T, class S, class L>
inline constexpr bool is_refused<Traced<T, S, L>> = true;

template <class X>
struct LogOf {
  using type = Log<>;
};
template <class T, class S, class L>
struct LogOf<Traced<T, S, L>> {
  using type = L;
};

// What an operation makes of operands some of which are traced, if S is the shape of its result; what it refuses is refused
// as ever.
template <class S, class T, class Question, class... X>
struct TracedOutcome {
  using type = S;
};
template <auto... Extents, class T, class Question, class... X>
struct TracedOutcome<Shape<Extents...>, T, Question, X...> {
  using Before = typename AllLogs<typename LogOf<X>::type...>::type;
  using After = typename Appended<Before, Called<Question, typename X::shape_type...>>::type;
  using type = Traced<T, Shape<Extents...>, After>;
};

template <class T, class Question, class... X>
  requires((is_traced<X> || ...) && !(Dynamic<X> || ...))
struct OutcomeOf<T, Question, X...>
    : TracedOutcome<ResultShape<Question, typename X::shape_type...>, T, Question, X...> {};

// The result of a layer: its operations become one entry, unless there are layers among them, which have their own.
template <class Self, class Result, class Before, bool IsLeaf>
struct ClosedAs {
  using type = Result;
};
template <class Self, class T, class S, class L, class... First>
struct ClosedAs<Self, Traced<T, S, L>, Log<First...>, true> {
  using type = Traced<T, S, Log<First..., CalledLayer<Self, S, typename AddedTo<Log<First...>, L>::type>>>;
};
template <class Self, class Result, class... X>
struct Closed {
  using type = Result;
};
template <class Self, class T, class S, class... Entries, class... X>
struct Closed<Self, Traced<T, S, Log<Entries...>>, X...> {
  using Before = typename AllLogs<typename LogOf<X>::type...>::type;
  using Added = typename AddedTo<Before, Log<Entries...>>::type;
  using type = typename ClosedAs<Self, Traced<T, S, Log<Entries...>>, Before, !has_layers<Added>>::type;
};

}  // namespace shapeproof::detail
