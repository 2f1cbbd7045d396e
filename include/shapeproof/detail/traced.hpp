// SPDX-License-Identifier: BSL-1.0
// What stands for a tensor in a call that is never made? Traced, which operations take as they take what was refused, by
// declarations without a body. It carries the shape, and the log of what was called to get there.
#pragma once

#include "../ops/operand.hpp"

namespace shapeproof::detail {

// An operation that was called: what it asked, of which shapes.
template <class Question, class... Shapes>
struct Called {};

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

// What an operation makes of operands some of which are traced; what it refuses is refused as ever.
template <class T, class Question, class... X>
constexpr auto traced_outcome() {
  using S = ResultShape<Question, typename X::shape_type...>;
  if constexpr (is_shape<S>) {
    using Before = typename AllLogs<typename LogOf<X>::type...>::type;
    using After = typename Appended<Before, Called<Question, typename X::shape_type...>>::type;
    return static_cast<Traced<T, S, After>*>(nullptr);
  } else {
    return static_cast<S*>(nullptr);
  }
}

template <class T, class Question, class... X>
  requires((is_traced<X> || ...) && !(Dynamic<X> || ...))
struct OutcomeOf<T, Question, X...> {
  using type = std::remove_pointer_t<decltype(traced_outcome<T, Question, X...>())>;
};

}  // namespace shapeproof::detail
