// SPDX-License-Identifier: BSL-1.0
// What is a layer? A struct that holds its parameters, and says in one expression what it makes of them and its input:
//
//   template <int Features>
//   struct Scale : Layer<Scale<Features>> {
//     BOOST_HANA_DEFINE_STRUCT(Scale, (Tensor<float, Shape<Features>>, weight));   PyTorch's names, order and layout
//     static constexpr Sentence name() { return sentence_of("Scale<", Features, '>'); }
//     template <class X>
//     constexpr auto forward(X&& x) const -> decltype(mul_last(std::forward<X>(x), weight)) { return ...; }
//   };
//
// The contract
//   forward    one call of an operation, const, for all tensors. Its result is spelled by decltype: what does not fit has an
//              error type for a result, which may be named there, and must not be made.
//   Layer      makes the call operator of it, for what fits and for what is refused, and lets the layer speak in place of the
//              operation: "Linear<576, 120>: the last axis holds 400 features, ...", at compile time and in what is thrown.
//   rules      a layer checks nothing: its operation asks a rule.
//   name()     how the layer is written in a program. Without it, its class's name.
//   would_fit(shape)   optional: the layer that would take an input of this shape, or nothing; ends the sentence.
//   parameters declared with BOOST_HANA_DEFINE_STRUCT, in the layer or its base; initialize(random) fills them. The last
//              `buffer_count` of them are buffers: saved, but not learned. A layer without parameters is an empty class.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../detail/traced.hpp"
#include "../detail/type_name.hpp"
#include "../errors.hpp"
#include "../ops/operand.hpp"

namespace shapeproof {
namespace detail {

// What was cut into pieces for a compiler, in one piece again: each but the last ended in a space, if it is not full.
constexpr void append_piece(Sentence& out, const Text& piece, bool is_last) {
  std::size_t size = piece.size();
  while (size > 0 && piece.data()[size - 1] == ' ') --size;
  for (std::size_t i = 0; i < size; ++i) out << piece.data()[i];
  if (!is_last && size < Text::capacity) out << ' ';
}
template <class... Pieces>
constexpr Sentence joined(const Pieces&... pieces) {
  Sentence sentence;
  std::size_t rest = sizeof...(Pieces);
  (append_piece(sentence, pieces, --rest == 0), ...);
  return sentence;
}

// Where the first `mark` begins, or the end.
constexpr std::size_t find(const Sentence& text, const char* mark) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::size_t length = 0;
    while (mark[length] != '\0' && text.data()[at + length] == mark[length]) ++length;
    if (mark[length] == '\0') return at;
  }
  return text.size();
}
constexpr void append(Sentence& out, const Sentence& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) out << text.data()[i];
}

// "layer 3 (Linear<400, 120>): ..." is said by a Sequential.
constexpr bool begins_with_place(const Sentence& said) { return find(said, "layer ") == 0; }
// A layer's name begins with a capital letter, an operation's with a small one.
constexpr bool speaks_for_a_layer(const Sentence& said) {
  return begins_with_place(said) || (said.size() > 0 && (said.data()[0] < 'a' || said.data()[0] > 'z'));
}

// "linear: the last axis holds ..." becomes "Linear<576, 120>: the last axis holds ...; Linear<400, 120> would fit": the
// layer's advice in place of the operation's. What an inner layer said stays as it is.
constexpr Sentence said_by(const Sentence& layer, const Sentence& said, const Sentence& would_fit) {
  if (speaks_for_a_layer(said)) return said;
  Sentence sentence = layer;
  append(sentence, said, find(said, ": "), would_fit.empty() ? said.size() : find(said, "; "));
  if (!would_fit.empty()) sentence << "; " << would_fit << " would fit";
  return sentence;
}

template <class Self>
constexpr Sentence layer_name() {
  if constexpr (requires { Self::name(); }) return Self::name();
  else return short_name<Self>();
}
template <class Self>
constexpr Sentence layer_that_fits(const ShapeValue& input) {
  if constexpr (requires { Self::would_fit(input); }) return Self::would_fit(input);
  else return {};
}

// The shape that a type says, if it says one.
template <class X>
constexpr ShapeValue declared_shape() {
  if constexpr (requires { X::shape_type::value; }) return X::shape_type::value;
  else return {};
}

template <class Self, class First, Text... Pieces>
struct SaidBy {
  static constexpr Sentence sentence =
      said_by(layer_name<Self>(), joined(Pieces...), layer_that_fits<Self>(declared_shape<First>()));
};

template <class X>
inline constexpr bool was_refused = is_refused<std::remove_cvref_t<X>> && !is_traced<std::remove_cvref_t<X>>;

// What an operation refused is refused by the layer; what had been refused before is handed on.
template <class Self, class Result, class... X>
struct InTheNameOf {
  using type = Result;
};
template <class Self, class T, class S, class L, class... X>
struct InTheNameOf<Self, Traced<T, S, L>, X...> : Closed<Self, Traced<T, S, L>, std::remove_cvref_t<X>...> {};
template <class Self, Text... Pieces, class First, class... X>
  requires(!was_refused<First> && !(was_refused<X> || ...))
struct InTheNameOf<Self, Refused<Pieces...>, First, X...> {
  using type = RefusedFor<SaidBy<Self, std::remove_cvref_t<First>, Pieces...>>;
};

// X is as an argument was given. Classes, so that nothing is asked of a layer before it is complete; and a call is named by
// decltype alone, which leaves an error type what it is.
template <class Self, class... X>
using ForwardOf = decltype(std::declval<const Self&>().forward(std::declval<X>()...));
template <class Self, class... X>
struct LayerOutcomeOf {};
template <class Self, class... X>
  requires requires { typename ForwardOf<Self, X...>; }
struct LayerOutcomeOf<Self, X...> : InTheNameOf<Self, ForwardOf<Self, X...>, X...> {};
template <class Self, class... X>
using LayerOutcome = typename LayerOutcomeOf<Self, X...>::type;

// The same facts in another sentence.
inline Refusal refusal_of(const ShapeError& error, const Sentence& sentence) {
  return {sentence, error.expected(), error.found(), error.axis()};
}
// What an operation threw is thrown by the layer. The shape found is that of the operation's first operand.
template <class Self>
[[noreturn]] void rethrow_for(const ShapeError& error) {
  const Sentence would_fit = layer_that_fits<Self>(error.found());
  throw ShapeError(refusal_of(error, said_by(layer_name<Self>(), sentence_of(error.what()), would_fit)));
}

// Whether an operation may find at run time that these do not fit: more is open than how many samples there are, or there are
// ids among them.
constexpr bool is_settled_but_for_batch(const ShapeValue& shape) {
  for (int axis = 0; axis < shape.rank; ++axis) {
    if (!shape[axis].is_known() && (axis > 0 || !shape[axis].is_named())) return false;
  }
  return true;
}
template <class... X>
inline constexpr bool may_throw = true;
template <class T, class S>
inline constexpr bool may_throw<Tensor<T, S>> = std::is_integral_v<T> || !is_settled_but_for_batch(S::value);

}  // namespace detail

// What a layer derives from, as Layer<Self>: the call operator, and the layer's name in errors.
template <class Self>
struct Layer {
  // What forward makes of the operands; or, where they do not fit, the error type, whose sentence names the layer. Throws
  // ShapeError with that sentence where a check that was left for run time fails.
  template <class First, class... X>
  constexpr auto operator()(First&& first, X&&... x) const -> detail::LayerOutcome<Self, First, X...>
    requires detail::Fits<detail::LayerOutcome<Self, First, X...>>
  {
    const Self& self = static_cast<const Self&>(*this);
    if constexpr (!detail::may_throw<std::remove_cvref_t<First>, std::remove_cvref_t<X>...>) {
      return self.forward(std::forward<First>(first), std::forward<X>(x)...);
    } else {
      try {
        return self.forward(std::forward<First>(first), std::forward<X>(x)...);
      } catch (const ShapeError& error) {
        detail::rethrow_for<Self>(error);
      }
    }
  }
  template <class First, class... X>
  auto operator()(First&& first, X&&... x) const -> detail::LayerOutcome<Self, First, X...>
    requires detail::Refuses<detail::LayerOutcome<Self, First, X...>>;
};

}  // namespace shapeproof
