// SPDX-License-Identifier: BSL-1.0
// Which layers remember? RNN, LSTM and GRU: torch.nn's with batch_first, their parameters, names and layout.
//
//   LSTM<In, Hidden>                  [n, t, in] -> [n, t, hidden]
//   LSTM<In, Hidden, Bidirectional>   [n, t, in] -> [n, t, 2 * hidden]
//   lstm.with_state(x, h, c)          [n, t, in], [l, n, hidden], [l, n, hidden] -> output, state and memory
//   lstm.packed(x, lengths)           [n, t, in], [n] -> output, state and memory
//
// Options, in any order: NumLayers<2>, Bidirectional, NoBias, Sequence<N, T>, which names batch and time, so that an input whose
// two are swapped does not compile; relu in place of an RNN's tanh.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/at.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include "../ops/recurrent.hpp"
#include "init.hpp"
#include "layer.hpp"
#include "recurrent_options.hpp"

namespace shapeproof {
namespace detail {

// What a summary counts: each step's products, of inputs and states, in all layers and directions.
template <class Question, class... Shapes>
struct Called;
template <const RecurrentForm& Form, class Input, class... States>
constexpr ExtentValue multiply_adds(const Called<RecurrentQuestion<Form>, Input, States...>&) {
  const std::int64_t above = Form.hidden * Form.directions + Form.hidden;
  const std::int64_t each = Form.inputs + Form.hidden + (Form.layers - 1) * above;
  return Input::value.count(0, 2) * ExtentValue(Form.gates * Form.hidden * Form.directions * each);
}

// What RNN, LSTM and GRU have in common. Self::kind() is the cell, Self::class_name how it is called.
template <class Self, engine::Cell Kind, int Inputs, int Hidden, auto... Options>
struct Recurrent : Layer<Self> {
  static constexpr const RecurrentOptions& options = recurrent_options<Options...>;
  static constexpr int parameter_tensors = options.layers * options.directions * (options.has_bias ? 4 : 2);
  static constexpr bool has_memory = Kind == engine::Cell::lstm;
  static constexpr RecurrentForm form{.name = "recurrent",
                                      .gates = engine::gates_of(Kind),
                                      .inputs = Inputs,
                                      .hidden = Hidden,
                                      .layers = options.layers,
                                      .directions = options.directions,
                                      .names_axes = options.names_axes,
                                      .batch = options.batch,
                                      .time = options.time};
  using Indices = std::make_index_sequence<parameter_tensors>;

  typename RecurrentTuple<Kind, Inputs, Hidden, recurrent_options<Options...>, Indices>::type parameters;

  struct hana_accessors_impl {
    static constexpr auto apply() { return recurrent_accessors<recurrent_options<Options...>>(Indices{}); }
  };

  Recurrent() {
    Random random(default_seed);
    initialize(random);
  }
  explicit Recurrent(Random& random) { initialize(random); }
  // All within 1 / sqrt(Hidden), as PyTorch's begin.
  void initialize(Random& random) {
    boost::hana::unpack(parameters, [&](auto&... each) { (kaiming_uniform(each, Hidden, random), ...); });
  }

  template <class X>
  auto forward(const X& x) const -> RecurrentOutcome<form, X> {
    settle(RecurrentQuestion<form>{}, x);
    auto state = first_state<DynamicTensor<float>>(states_of(x));
    return run<RecurrentOutcome<form, X>>(x, state);
  }

  // Output and states after the last step; begins with the states that are given, or with zeros.
  template <class X, class... States>
  auto with_state(const X& x, const States&... states) const ->
      typename InTheNameOf<Self,
                           typename StatesOr<has_memory, RecurrentOutcome<form, X, States...>,
                                             RecurrentStateOutcome<form, X, States...>>::type,
                           X, States...>::type
    requires(sizeof...(States) <= 1 + has_memory) && Fits<RecurrentOutcome<form, X, States...>>
  {
    try {
      return begun_with<RecurrentOutcome<form, X, States...>, RecurrentStateOutcome<form, X, States...>>(x, states...);
    } catch (const ShapeError& error) {
      rethrow_for<Self>(error);
    }
  }
  template <class X, class... States>
  auto with_state(const X& x, const States&... states) const ->
      typename InTheNameOf<Self, RecurrentOutcome<form, X, States...>, X, States...>::type
    requires(sizeof...(States) <= 1 + has_memory) && Refuses<RecurrentOutcome<form, X, States...>>;

  // Sequences that are shorter than t: of each, `lengths` [n], int64, says how many steps it has, 1 to t. Output is 0 behind the
  // last, states are those after it, and the other direction begins there: PyTorch's pack_padded_sequence and its inverse.
  template <class X, class Lengths>
  auto packed(const X& x, const Lengths& lengths) const -> typename InTheNameOf<
      Self, typename StatesOr<has_memory, PackedOutcome<form, X, Lengths>, RecurrentStateOutcome<form, X>>::type, X,
      Lengths>::type
    requires Fits<PackedOutcome<form, X, Lengths>>
  {
    try {
      settle(PackedQuestion<form>{}, x, lengths);
      check_lengths(form, x.extents(), lengths.data());
      using State = RecurrentStateOutcome<form, X>;
      return run_with<PackedOutcome<form, X, Lengths>>(x, first_state<State>(states_of(x)),
                                                       first_state<State>(states_of(x)), lengths.data());
    } catch (const ShapeError& error) {
      rethrow_for<Self>(error);
    }
  }
  template <class X, class Lengths>
  auto packed(const X& x, const Lengths& lengths) const ->
      typename InTheNameOf<Self, PackedOutcome<form, X, Lengths>, X, Lengths>::type
    requires Refuses<PackedOutcome<form, X, Lengths>>;

  static constexpr Sentence name() { return named(Inputs); }
  static constexpr Sentence would_fit(const ShapeValue& input) {
    if (input.rank != 3 || !input[2].is_known() || input[2].number == Inputs) return {};
    return named(input[2].number);
  }

 private:
  static constexpr Sentence named(std::int64_t inputs) {
    Sentence name = sentence_of(Self::class_name, '<', inputs, ", ", Hidden);
    ((name << ", ", say_option(name, Options)), ...);
    return name << '>';
  }
  template <class X>
  static Extents states_of(const X& x) {
    return Extents(state_shape(form, x.extents().shape()));
  }

  template <class Output, class State, class X>
  auto begun_with(const X& x) const {
    settle(RecurrentQuestion<form>{}, x);
    return run_with<Output>(x, first_state<State>(states_of(x)), first_state<State>(states_of(x)));
  }
  template <class Output, class State, class X, class Given>
  auto begun_with(const X& x, const Given& state) const {
    settle(RecurrentQuestion<form>{}, x, state);
    return run_with<Output>(x, first_state<State>(states_of(x), state), first_state<State>(states_of(x)));
  }
  template <class Output, class State, class X, class Given, class Memory>
  auto begun_with(const X& x, const Given& state, const Memory& memory) const {
    settle(RecurrentQuestion<form>{}, x, state, memory);
    return run_with<Output>(x, first_state<State>(states_of(x), state), first_state<State>(states_of(x), memory));
  }

  template <class Output, class X, class State>
  auto run_with(const X& x, State state, State memory, const std::int64_t* lengths = nullptr) const {
    auto output = run<Output>(x, state, memory, lengths);
    if constexpr (has_memory) return LstmStates<Output, State>{std::move(output), std::move(state), std::move(memory)};
    else return RecurrentStates<Output, State>{std::move(output), std::move(state)};
  }
  template <class Output, class X, class State>
  Output run(const X& x, State& state) const {
    State memory = state;
    return run<Output>(x, state, memory, nullptr);
  }
  template <class Output, class X, class State>
  Output run(const X& x, State& state, State& memory, const std::int64_t* lengths) const {
    const Extents extents = settle(RecurrentQuestion<form>{}, x);
    auto result = uninitialized<Output>(extents);
    RecurrentParameters all[options.layers * options.directions];
    collect(all, Indices{});
    recur_all(form, Self::kind(), all, x.data(), extents, state.writable_data(), memory.writable_data(), lengths,
              fresh(result));
    return result;
  }
  template <std::size_t... Index>
  void collect(RecurrentParameters* all, std::index_sequence<Index...>) const {
    const float* each[] = {boost::hana::at_c<Index>(parameters).data()...};
    constexpr int count = options.has_bias ? 4 : 2;
    for (int i = 0; i < options.layers * options.directions; ++i) {
      const float* const* own = each + i * count;
      all[i] = {own[0], own[1], options.has_bias ? own[2] : nullptr, options.has_bias ? own[3] : nullptr};
    }
  }
};

}  // namespace detail

// RNN<In, Hidden>: h = tanh(W x + b + U h + c), or relu.
template <int Inputs, int Hidden, auto... Options>
struct RNN : detail::Recurrent<RNN<Inputs, Hidden, Options...>, engine::Cell::rnn_tanh, Inputs, Hidden, Options...> {
  using detail::Recurrent<RNN, engine::Cell::rnn_tanh, Inputs, Hidden, Options...>::Recurrent;
  static constexpr const char* class_name = "RNN";
  // Which cell the kernel computes.
  static constexpr engine::Cell kind() {
    return detail::recurrent_options<Options...>.is_relu ? engine::Cell::rnn_relu : engine::Cell::rnn_tanh;
  }
};

// LSTM<In, Hidden>: long short-term memory. Gates lie in PyTorch's order: input, forget, cell, output.
template <int Inputs, int Hidden, auto... Options>
struct LSTM : detail::Recurrent<LSTM<Inputs, Hidden, Options...>, engine::Cell::lstm, Inputs, Hidden, Options...> {
  using detail::Recurrent<LSTM, engine::Cell::lstm, Inputs, Hidden, Options...>::Recurrent;
  static constexpr const char* class_name = "LSTM";
  // Which cell the kernel computes.
  static constexpr engine::Cell kind() { return engine::Cell::lstm; }
};

// GRU<In, Hidden>: gated recurrent unit. Gates lie in PyTorch's order: reset, update, new.
template <int Inputs, int Hidden, auto... Options>
struct GRU : detail::Recurrent<GRU<Inputs, Hidden, Options...>, engine::Cell::gru, Inputs, Hidden, Options...> {
  using detail::Recurrent<GRU, engine::Cell::gru, Inputs, Hidden, Options...>::Recurrent;
  static constexpr const char* class_name = "GRU";
  // Which cell the kernel computes.
  static constexpr engine::Cell kind() { return engine::Cell::gru; }
};

}  // namespace shapeproof
