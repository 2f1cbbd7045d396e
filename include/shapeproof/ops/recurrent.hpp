// SPDX-License-Identifier: BSL-1.0
// What do recurrent layers compute? Sequences become sequences of states, layer after layer, in one direction or both.
//
//   recurrent   [n, t, in] -> output [n, t, d * h], states [l * d, n, h]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/recurrent.hpp"
#include "../rules/recurrent.hpp"
#include "operand.hpp"

namespace shapeproof {

// What a recurrent layer's with_state returns: the last layer's state at each step, and the states after the last step, a
// layer and direction each; `memory` is what an LSTM calls its cell state.
template <class Output, class State>
struct RecurrentStates {
  Output output;  // of every step
  State state;    // after the last step
};
template <class Output, class State>
struct LstmStates {
  Output output;  // of every step
  State state;    // after the last step
  State memory;   // the cells' memory, after the last step
};

namespace detail {

// The parameters of one layer in one direction; biases may be nullptr.
struct RecurrentParameters {
  const float* input_weight;
  const float* state_weight;
  const float* input_bias;
  const float* state_bias;
};

// Form is a RecurrentForm, as a template argument. States behind the input: none, the hidden state, that and the memory.
template <const RecurrentForm& Form>
struct RecurrentQuestion {
  static constexpr const char* name = Form.name;
  constexpr Ruling operator()(const ShapeValue& input, Refusal* why) const { return recurrent_rule(Form, input, why); }
  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& state, Refusal* why) const {
    return with(recurrent_rule(Form, input, why), "state", input, state, why);
  }
  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& state, const ShapeValue& memory,
                              Refusal* why) const {
    return with((*this)(input, state, why), "memory", input, memory, why);
  }

 private:
  static constexpr Ruling with(Ruling ruling, const char* word, const ShapeValue& input, const ShapeValue& state,
                               Refusal* why) {
    if (!ruling.holds) return ruling;
    const Ruling of_state = recurrent_state_rule(Form, word, input, state, why);
    if (!of_state.holds) return of_state;
    ruling.checks_at_run_time = ruling.checks_at_run_time || of_state.checks_at_run_time;
    return ruling;
  }
};

// The shape of the states that come out.
template <const RecurrentForm& Form>
struct RecurrentStateQuestion {
  static constexpr const char* name = Form.name;
  template <class... States>
  constexpr Ruling operator()(const ShapeValue& input, const States&... states) const {
    Ruling ruling = RecurrentQuestion<Form>{}(input, states...);
    if (ruling.holds) ruling.result = state_shape(Form, input);
    return ruling;
  }
};

template <const RecurrentForm& Form, class X, class... States>
struct RecurrentElements {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = layer_element_rule(Form.name, "input", element_type<X>, why);
    (void)((ruling.holds && (ruling = layer_element_rule(Form.name, "state", element_type<States>, why)).holds) && ...);
    return ruling;
  }
};

// With a length for each sequence.
template <const RecurrentForm& Form>
struct PackedQuestion {
  static constexpr const char* name = Form.name;
  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& lengths, Refusal* why) const {
    Ruling ruling = recurrent_rule(Form, input, why);
    if (!ruling.holds) return ruling;
    const Ruling of_lengths = recurrent_lengths_rule(Form, input, lengths, why);
    if (!of_lengths.holds) return of_lengths;
    ruling.checks_at_run_time = ruling.checks_at_run_time || of_lengths.checks_at_run_time;
    return ruling;
  }
};
template <const RecurrentForm& Form, class X, class Lengths>
struct PackedElements {
  constexpr Ruling operator()(Refusal* why) const {
    const Ruling ruling = layer_element_rule(Form.name, "input", element_type<X>, why);
    return ruling.holds ? lengths_element_rule(Form.name, element_type<Lengths>, why) : ruling;
  }
};
template <const RecurrentForm& Form, class X, class Lengths>
using PackedOutcome = typename OutcomeIfWith<float, PackedElements<Form, ElementIn<X>, ElementIn<Lengths>>,
                                             PackedQuestion<Form>, X, Lengths>::type;

// Throws ShapeError where a length is none.
inline void check_lengths(const RecurrentForm& form, const Extents& input, const std::int64_t* lengths) {
  for (std::int64_t i = 0; i < input[0]; ++i) {
    Refusal why;
    if (length_rule(form.name, i, lengths[i], input[1], &why).holds) continue;
    why.found = input.shape();
    throw ShapeError(why);
  }
}

template <const RecurrentForm& Form, class X, class... States>
using RecurrentOutcome = typename OutcomeIfWith<float, RecurrentElements<Form, ElementIn<X>, ElementIn<States>...>,
                                                RecurrentQuestion<Form>, X, States...>::type;
template <const RecurrentForm& Form, class X, class... States>
using RecurrentStateOutcome = OutcomeWith<float, RecurrentStateQuestion<Form>, X, States...>;

// Output and states, or what was refused.
template <bool HasMemory, class Output, class State>
struct StatesOr {
  using type = std::conditional_t<HasMemory, LstmStates<Output, State>, RecurrentStates<Output, State>>;
};
template <bool HasMemory, class Output, class State>
  requires is_refused<Output>
struct StatesOr<HasMemory, Output, State> {
  using type = Output;
};

// A whole stack: `parameters` holds layers * directions of them, `state` and `memory` [layers * directions, n, h]; all of
// them are written. out [n, t, directions * h]. `lengths` may be nullptr.
inline void recur_all(const RecurrentForm& form, engine::Cell cell, const RecurrentParameters* parameters,
                      const float* input, const Extents& extents, float* state, float* memory,
                      const std::int64_t* lengths, float* out) {
  const std::int64_t width = engine::gates_of(cell) * form.hidden;
  const std::int64_t rows = extents[0] * extents[1];
  auto gates = uninitialized<DynamicTensor<float>>(Extents(ShapeValue{rows, width}));
  auto extra = uninitialized<DynamicTensor<float>>(Extents(ShapeValue{extents[0], width}));
  // Layers read what the one before wrote, so they write to one of two places in turn, the last one to `out`.
  auto between = uninitialized<DynamicTensor<float>>(form.layers > 1 ? extents : Extents(ShapeValue(0)));
  float* places[] = {out, fresh(between)};
  const float* in = input;
  for (std::int64_t layer = 0; layer < form.layers; ++layer) {
    float* to = places[(form.layers - 1 - layer) % 2];
    for (std::int64_t direction = 0; direction < form.directions; ++direction) {
      const std::int64_t i = layer * form.directions + direction;
      const RecurrentParameters& own = parameters[i];
      const engine::Recurrence<float> what{.cell = cell,
                                           .input_weight = own.input_weight,
                                           .state_weight = own.state_weight,
                                           .input_bias = own.input_bias,
                                           .state_bias = own.state_bias,
                                           .samples = extents[0],
                                           .steps = extents[1],
                                           .inputs = layer == 0 ? form.inputs : form.hidden * form.directions,
                                           .hidden = form.hidden,
                                           .out_stride = form.hidden * form.directions,
                                           .is_backwards = direction == 1,
                                           .lengths = lengths};
      const std::int64_t at = i * extents[0] * form.hidden;
      engine::recur(what, in, state + at, memory + at, fresh(gates), fresh(extra), to + direction * form.hidden);
    }
    in = to;
  }
}

// A state to begin with: a copy of what is given, or zeros.
template <class State>
State first_state(const Extents& extents) {
  auto state = uninitialized<State>(extents);
  float* to = fresh(state);
  for (std::int64_t i = 0; i < extents.count(); ++i) to[i] = 0;
  return state;
}
template <class State, class Given>
State first_state(const Extents& extents, const Given& given) {
  auto state = uninitialized<State>(extents);
  copy_elements(given.data(), fresh(state), extents.count());
  return state;
}

}  // namespace detail
}  // namespace shapeproof
