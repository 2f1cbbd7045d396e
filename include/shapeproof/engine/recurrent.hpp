// SPDX-License-Identifier: BSL-1.0
// How does a state go along a sequence? Each step mixes it with the next input. PyTorch's formulas and order of gates:
//
//   rnn    h = tanh(W x + b + U h + c), or relu
//   lstm   i, f, o = sigmoid(...), g = tanh(...); c = f * c + i * g; h = o * tanh(c)
//   gru    r, z = sigmoid(...), n = tanh(W x + b + r * (U h + c)); h = (1 - z) * n + z * h
#pragma once

#include <cstdint>

#include "config.hpp"

namespace shapeproof::engine {

enum class Cell { rnn_tanh, rnn_relu, lstm, gru };

constexpr std::int64_t gates_of(Cell cell) { return cell == Cell::lstm ? 4 : cell == Cell::gru ? 3 : 1; }

// One layer in one direction. The weights of inputs are [gates * hidden, inputs], those of the state [gates * hidden, hidden];
// biases may be nullptr.
template <class T>
struct Recurrence {
  Cell cell = Cell::rnn_tanh;
  const T* input_weight = nullptr;
  const T* state_weight = nullptr;
  const T* input_bias = nullptr;
  const T* state_bias = nullptr;
  std::int64_t samples = 0;
  std::int64_t steps = 0;
  std::int64_t inputs = 0;
  std::int64_t hidden = 0;
  std::int64_t out_stride = 0;  // from one step of the output to the next
  bool is_backwards = false;
  const std::int64_t* lengths =
      nullptr;  // [samples]: steps from there on are padding, which leaves the state and makes 0
};

// in [samples, steps, inputs]; state, and memory of an lstm, [samples, hidden], are read and written; out is where the first
// step's state goes. `gates` is room for [samples, steps, gates * hidden], `extra` for [samples, gates * hidden]. For float and
// double.
template <class T>
void recur(const Recurrence<T>& what, const T* in, T* state, T* memory, T* gates, T* extra, T* out);

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/recurrent.hpp"
#endif
