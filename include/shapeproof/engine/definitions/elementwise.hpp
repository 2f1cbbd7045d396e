// SPDX-License-Identifier: BSL-1.0
// Element-wise kernels: loops that compilers make vector code of, shared between threads. Each element is computed in the
// same way wherever it stands.
#pragma once

#include "../elementwise.hpp"
#include "../math/half.hpp"
#include "functions.hpp"
#include "write_each.hpp"

namespace shapeproof::engine {

// half comes and goes as float, a run at a time.
inline void widen(const half* from, float* to, std::int64_t count) {
  write_each(to, count, [from](std::int64_t i) { return math::widened(from[i]); });
}
inline void store(const float* from, half* to, std::int64_t count) {
  write_each(to, count, [from](std::int64_t i) { return math::narrowed(from[i]); });
}
inline void store(const bool* from, bool* to, std::int64_t count) {
  write_each(to, count, [from](std::int64_t i) { return from[i]; });
}

// Calls body(first, size) for runs of at most run_length.
template <class Body>
void for_each_run(std::int64_t count, std::int64_t grain, const Body& body) {
  parallel_for(count, grain, [&](std::int64_t begin, std::int64_t end) {
    for (std::int64_t i = begin; i < end; i += run_length) body(i, end - i < run_length ? end - i : run_length);
  });
}

template <class Operation>
void map_blocks(const Operation& operation, const half* x, half* out, std::int64_t count);

// An operation that comes a block at a time; the last block is filled up with zeros.
template <class Operation, Floating T>
void map_blocks(const Operation& operation, const T* x, T* out, std::int64_t count) {
  Block<T> in{};
  Block<T> result{};
  for (std::int64_t i = 0; i < count; i += block_size) {
    const std::int64_t size = count - i < block_size ? count - i : block_size;
    if (size == block_size) {
      for (int k = 0; k < block_size; ++k) in.values[k] = x[i + k];
    } else {
      in = {};
      for (std::int64_t k = 0; k < size; ++k) in.values[k] = x[i + k];
    }
    evaluate_block(operation, in, result);
    if (size == block_size) {
      for (int k = 0; k < block_size; ++k) out[i + k] = result.values[k];
    } else {
      for (std::int64_t k = 0; k < size; ++k) out[i + k] = result.values[k];
    }
  }
}
template <class Operation>
void map_blocks(const Operation& operation, const half* x, half* out, std::int64_t count) {
  float wide[run_length];
  for (std::int64_t i = 0; i < count; i += run_length) {
    const std::int64_t size = count - i < run_length ? count - i : run_length;
    widen(x + i, wide, size);
    map_blocks(operation, wide, wide, size);
    store(wide, out + i, size);
  }
}

template <class Operation, class T>
void map(const Operation& operation, const T* x, Result<Operation, T>* out, std::int64_t count) {
  if constexpr (Plain<Operation, T> && std::is_same_v<T, half>) {
    for_each_run(count, light_grain, [&](std::int64_t first, std::int64_t size) {
      float wide[run_length];
      Result<Operation, float> result[run_length];
      widen(x + first, wide, size);
      write_each(result, size, [&](std::int64_t i) { return apply(operation, wide[i]); });
      store(result, out + first, size);
    });
  } else if constexpr (Plain<Operation, T>) {
    write_each_in_parallel(out, count, light_grain, [&](std::int64_t i) { return apply(operation, x[i]); });
  } else if constexpr (Complex<T>) {
    write_each_in_parallel(out, count, heavy_grain, [&](std::int64_t i) { return evaluate(operation, x[i]); });
  } else {
    parallel_for(count, heavy_grain, [&](std::int64_t begin, std::int64_t end) {
      map_blocks(operation, x + begin, out + begin, end - begin);
    });
  }
}

// Calls body(left, right) with functions of an index; that of a scalar gives the same each time.
template <class T, class Body>
void with_sides(Input<T> left, Input<T> right, const Body& body) {
  const auto of_left = [data = left.data](std::int64_t i) { return data[i]; };
  const auto of_right = [data = right.data](std::int64_t i) { return data[i]; };
  if (left.step == 0) return body([value = *left.data](std::int64_t) { return value; }, of_right);
  if (right.step == 0) return body(of_left, [value = *right.data](std::int64_t) { return value; });
  body(of_left, of_right);
}

// The elements [first, first + size) as float.
inline Input<float> widened_run(Input<half> from, float* to, std::int64_t first, std::int64_t size) {
  widen(from.data + first * from.step, to, from.step == 0 ? 1 : size);
  return {to, from.step};
}

template <class Operation, class T>
void combine(const Operation& operation, Input<T> left, Input<T> right, Result<Operation, T>* out, std::int64_t count) {
  if constexpr (std::is_same_v<Operation, IsGreater>) return combine(IsLess{}, right, left, out, count);
  if constexpr (std::is_same_v<Operation, IsAtLeast>) return combine(IsAtMost{}, right, left, out, count);
  const auto compute = [&operation](const auto& one, const auto& other) {
    if constexpr (Plain<Operation, T>) return apply(operation, one, other);
    else return evaluate(operation, one, other);
  };
  constexpr std::int64_t grain = Plain<Operation, T> ? light_grain : heavy_grain;
  if (count > 0 && left.step == 0 && right.step == 0) {
    Result<Operation, T> value;
    if constexpr (std::is_same_v<T, half>)
      value = compute(static_cast<float>(*left.data), static_cast<float>(*right.data));
    else value = compute(*left.data, *right.data);
    return write_each(out, count, [value](std::int64_t) { return value; });
  }
  if constexpr (std::is_same_v<T, half>) {
    for_each_run(count, grain, [&](std::int64_t first, std::int64_t size) {
      float lefts[run_length];
      float rights[run_length];
      Result<Operation, float> result[run_length];
      with_sides(widened_run(left, lefts, first, size), widened_run(right, rights, first, size),
                 [&](const auto& left_at, const auto& right_at) {
                   write_each(result, size, [&](std::int64_t i) { return compute(left_at(i), right_at(i)); });
                 });
      store(result, out + first, size);
    });
  } else {
    with_sides(left, right, [&](const auto& left_at, const auto& right_at) {
      write_each_in_parallel(out, count, grain, [&](std::int64_t i) { return compute(left_at(i), right_at(i)); });
    });
  }
}

template <class T>
void select(const bool* condition, Input<T> x, Input<T> y, T* out, std::int64_t count) {
  with_sides(x, y, [&](const auto& left_at, const auto& right_at) {
    write_each_in_parallel(out, count, light_grain, [&](std::int64_t i) {
      const T yes = left_at(i);
      const T no = right_at(i);
      return condition[i] ? yes : no;
    });
  });
}

}  // namespace shapeproof::engine
