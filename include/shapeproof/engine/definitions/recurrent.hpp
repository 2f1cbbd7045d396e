// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "../elementwise.hpp"
#include "../matmul.hpp"
#include "../recurrent.hpp"

namespace shapeproof::engine {
namespace detail {

// Each row of out begins as the sum of the biases that are there.
template <class T>
void begin_rows(const T* first, const T* second, T* out, std::int64_t rows, std::int64_t columns) {
  for (std::int64_t i = 0; i < rows; ++i) {
    for (std::int64_t j = 0; j < columns; ++j) {
      out[i * columns + j] = (first != nullptr ? first[j] : T{}) + (second != nullptr ? second[j] : T{});
    }
  }
}

// One sample's gates, of the input and the state, become its state.
template <class T>
void step_rnn(Cell cell, T* gates, T* state, std::int64_t hidden) {
  if (cell == Cell::rnn_tanh) map(Tanh{}, gates, state, hidden);
  else map(Relu{}, gates, state, hidden);
}
template <class T>
void step_lstm(T* gates, T* state, T* memory, std::int64_t hidden) {
  const T* input = gates;
  const T* forget = gates + hidden;
  T* cell = gates + 2 * hidden;
  const T* output = gates + 3 * hidden;
  map(Sigmoid{}, gates, gates, 2 * hidden);
  map(Tanh{}, cell, cell, hidden);
  map(Sigmoid{}, output, gates + 3 * hidden, hidden);
  for (std::int64_t j = 0; j < hidden; ++j) memory[j] = forget[j] * memory[j] + input[j] * cell[j];
  map(Tanh{}, memory, cell, hidden);
  for (std::int64_t j = 0; j < hidden; ++j) state[j] = output[j] * cell[j];
}
template <class T>
void step_gru(T* gates, const T* of_state, T* state, std::int64_t hidden) {
  for (std::int64_t j = 0; j < 2 * hidden; ++j) gates[j] += of_state[j];
  map(Sigmoid{}, gates, gates, 2 * hidden);
  const T* reset = gates;
  const T* update = gates + hidden;
  T* fresh = gates + 2 * hidden;
  for (std::int64_t j = 0; j < hidden; ++j) fresh[j] += reset[j] * of_state[2 * hidden + j];
  map(Tanh{}, fresh, fresh, hidden);
  for (std::int64_t j = 0; j < hidden; ++j) state[j] = (1 - update[j]) * fresh[j] + update[j] * state[j];
}

template <class T>
void step(const Recurrence<T>& what, T* gates, const T* extra, T* state, T* memory) {
  if (what.cell == Cell::lstm) step_lstm(gates, state, memory, what.hidden);
  else if (what.cell == Cell::gru) step_gru(gates, extra, state, what.hidden);
  else step_rnn(what.cell, gates, state, what.hidden);
}

// What the state adds to the gates of a step; of a gru it stays apart.
template <class T>
void add_state(const Recurrence<T>& what, const T* state, T* gates, T* extra, std::int64_t width) {
  Gemm product{.m = what.samples, .k = what.hidden, .n = width, .right_is_transposed = true, .adds = true};
  if (what.cell == Cell::gru) {
    begin_rows<T>(what.state_bias, nullptr, extra, what.samples, width);
    gemm(state, what.state_weight, extra, product);
  } else {
    product.out_stride = what.steps * width;
    gemm(state, what.state_weight, gates, product);
  }
}

}  // namespace detail

template <class T>
void recur(const Recurrence<T>& what, const T* in, T* state, T* memory, T* gates, T* extra, T* out) {
  const std::int64_t width = gates_of(what.cell) * what.hidden;
  const std::int64_t rows = what.samples * what.steps;
  detail::begin_rows(what.input_bias, what.cell == Cell::gru ? nullptr : what.state_bias, gates, rows, width);
  gemm(in, what.input_weight, gates,
       {.m = rows, .k = what.inputs, .n = width, .right_is_transposed = true, .adds = true});
  for (std::int64_t i = 0; i < what.steps; ++i) {
    const std::int64_t at = what.is_backwards ? what.steps - 1 - i : i;
    detail::add_state(what, state, gates + at * width, extra, width);
    for (std::int64_t sample = 0; sample < what.samples; ++sample) {
      T* own = state + sample * what.hidden;
      T* to = out + (sample * what.steps + at) * what.out_stride;
      if (what.lengths != nullptr && at >= what.lengths[sample]) {
        for (std::int64_t j = 0; j < what.hidden; ++j) to[j] = T{};
        continue;
      }
      detail::step(what, gates + (sample * what.steps + at) * width, extra + sample * width, own,
                   memory + sample * what.hidden);
      for (std::int64_t j = 0; j < what.hidden; ++j) to[j] = own[j];
    }
  }
}

}  // namespace shapeproof::engine
