// SPDX-License-Identifier: BSL-1.0
// How are axes of a tensor folded into one value each? An operation says what is kept while it goes over elements (an
// accumulator), how two of these become one, and what becomes of the last.
//
// Sums of half and float are kept as double, over blocks that are summed as a tree in float. The order of all of it is
// fixed by extents alone, so that the number of threads changes no bit of a result.
#pragma once

#include <limits>

#include "../rules/reduce.hpp"
#include "../storage.hpp"
#include "cast.hpp"
#include "config.hpp"
#include "strided.hpp"

namespace shapeproof::engine {
namespace detail {

using shapeproof::detail::ComplexLike;
using shapeproof::detail::has_axis;
using shapeproof::detail::is_integer;

template <class T>
struct WholeOf {
  using type = T;
};
template <class T>
  requires is_integer<T>
struct WholeOf<T> {
  using type = std::conditional_t<std::is_unsigned_v<T> && sizeof(T) == 8, std::uint64_t, std::int64_t>;
};

template <class T>
struct SummedAsOf {
  using type = double;
};
template <class T>
  requires is_integer<T>
struct SummedAsOf<T> {
  using type = std::uint64_t;  // without a sign: sums wrap around
};
template <ComplexLike T>
struct SummedAsOf<T> {
  using type = T;
};

template <class T>
constexpr bool is_nan(const T& value) {
  if constexpr (std::is_floating_point_v<T>) return value != value;
  else return false;
}

}  // namespace detail

// What sums and products of T are: integers become std::int64_t, as PyTorch's do; std::uint64_t stays.
template <class T>
using Whole = typename detail::WholeOf<T>::type;
// What they are computed as.
template <class T>
using SummedAs = typename detail::SummedAsOf<T>::type;
// half is compared as float.
template <class T>
using Compared = std::conditional_t<std::is_same_v<T, half>, float, T>;

struct Sum {
  static constexpr Reduction reduction{"sum"};
  static constexpr Wanted wanted = Wanted::numbers;
  template <class T>
  using Result = Whole<T>;
  template <class T>
  using Accumulator = SummedAs<T>;
  template <class T>
  static constexpr SummedAs<T> initial() {
    return {};
  }
  template <class T>
  static constexpr SummedAs<T> load(const T& value, std::int64_t) {
    return static_cast<SummedAs<T>>(value);
  }
  template <class A>
  static constexpr A combine(const A& a, const A& b) {
    return a + b;
  }
  template <class T>
  static constexpr Whole<T> finish(const SummedAs<T>& sum, std::int64_t) {
    return cast_element<Whole<T>>(sum);
  }
};

struct Mean : Sum {
  static constexpr Reduction reduction{"mean", false};
  static constexpr Wanted wanted = Wanted::fractions;
  template <class T>
  static constexpr T finish(const SummedAs<T>& sum, std::int64_t count) {
    if constexpr (detail::ComplexLike<T>) return sum / static_cast<typename T::value_type>(count);
    else return cast_element<T>(sum / static_cast<double>(count));
  }
};

struct Product {
  static constexpr Reduction reduction{"prod"};
  static constexpr Wanted wanted = Wanted::numbers;
  template <class T>
  using Result = Whole<T>;
  template <class T>
  using Accumulator = SummedAs<T>;
  template <class T>
  static constexpr SummedAs<T> initial() {
    return SummedAs<T>(1);
  }
  template <class T>
  static constexpr SummedAs<T> load(const T& value, std::int64_t) {
    return static_cast<SummedAs<T>>(value);
  }
  template <class A>
  static constexpr A combine(const A& a, const A& b) {
    return a * b;
  }
  template <class T>
  static constexpr Whole<T> finish(const SummedAs<T>& product, std::int64_t) {
    return cast_element<Whole<T>>(product);
  }
};

// NaN wins over every number.
struct Largest {
  static constexpr Reduction reduction{"max", false};
  static constexpr Wanted wanted = Wanted::ordered;
  template <class T>
  using Result = T;
  template <class T>
  using Accumulator = Compared<T>;
  template <class T>
  static constexpr Compared<T> initial() {
    using Limits = std::numeric_limits<Compared<T>>;
    if constexpr (Limits::has_infinity) return -Limits::infinity();
    else return Limits::lowest();
  }
  template <class T>
  static constexpr Compared<T> load(const T& value, std::int64_t) {
    return value;
  }
  template <class A>
  static constexpr bool beats(const A& a, const A& b) {
    return a > b;
  }
  template <class A>
  static constexpr A combine(const A& a, const A& b) {
    return b > a || detail::is_nan(b) ? b : a;
  }
  template <class T>
  static constexpr T finish(const Compared<T>& value, std::int64_t) {
    return value;
  }
};

struct Smallest : Largest {
  static constexpr Reduction reduction{"min", false};
  template <class T>
  static constexpr Compared<T> initial() {
    using Limits = std::numeric_limits<Compared<T>>;
    if constexpr (Limits::has_infinity) return Limits::infinity();
    else return Limits::max();
  }
  template <class A>
  static constexpr bool beats(const A& a, const A& b) {
    return a < b;
  }
  template <class A>
  static constexpr A combine(const A& a, const A& b) {
    return b < a || detail::is_nan(b) ? b : a;
  }
};

struct Any {
  static constexpr Reduction reduction{"any"};
  static constexpr Wanted wanted = Wanted::any;
  template <class T>
  using Result = bool;
  template <class T>
  using Accumulator = bool;
  template <class T>
  static constexpr bool initial() {
    return false;
  }
  template <class T>
  static constexpr bool load(const T& value, std::int64_t) {
    if constexpr (std::is_same_v<T, half>) return static_cast<float>(value) != 0;
    else return value != T{};
  }
  static constexpr bool combine(bool a, bool b) { return a || b; }
  template <class T>
  static constexpr bool finish(bool found, std::int64_t) {
    return found;
  }
};

struct All : Any {
  static constexpr Reduction reduction{"all"};
  template <class T>
  static constexpr bool initial() {
    return true;
  }
  static constexpr bool combine(bool a, bool b) { return a && b; }
};

// A value and its place among those that are reduced; -1 before there is one.
template <class T>
struct Placed {
  T value;
  std::int64_t index;
};

// The first place of the largest value, or of the first NaN.
template <class Order>
struct Place {
  static constexpr Wanted wanted = Wanted::ordered;
  template <class T>
  using Result = std::int64_t;
  template <class T>
  using Accumulator = Placed<Compared<T>>;
  template <class T>
  static constexpr Accumulator<T> initial() {
    return {Order::template initial<T>(), -1};
  }
  template <class T>
  static constexpr Accumulator<T> load(const T& value, std::int64_t index) {
    return {value, index};
  }
  // `b` comes after `a`.
  template <class V>
  static constexpr Placed<V> combine(const Placed<V>& a, const Placed<V>& b) {
    if (a.index < 0 || b.index < 0) return a.index < 0 ? b : a;
    if (detail::is_nan(a.value)) return a;
    return Order::beats(b.value, a.value) || detail::is_nan(b.value) ? b : a;
  }
  template <class T>
  static constexpr std::int64_t finish(const Accumulator<T>& found, std::int64_t) {
    return found.index;
  }
};
struct PlaceOfLargest : Place<Largest> {
  static constexpr Reduction reduction{"argmax", false, true};
};
struct PlaceOfSmallest : Place<Smallest> {
  static constexpr Reduction reduction{"argmin", false, true};
};

// The mean squared distance from the mean, with `correction` taken off the count that divides; its root.
struct Variance {
  static constexpr Reduction reduction{"var"};
  static constexpr Wanted wanted = Wanted::reals;
  template <class T>
  using Result = T;
  double correction = 1;
};
struct Deviation : Variance {
  static constexpr Reduction reduction{"stddev"};
};

// log(exp(a) + exp(b) + ...), without overflow.
struct LogSumExp {
  static constexpr Reduction reduction{"logsumexp"};
  static constexpr Wanted wanted = Wanted::reals;
  template <class T>
  using Result = T;
};

// (|a|^p + |b|^p + ...)^(1/p); the largest |a| for an order of infinity, the smallest for -infinity, and how many are not
// zero for 0.
struct Norm {
  static constexpr Reduction reduction{"norm"};
  static constexpr Wanted wanted = Wanted::reals;
  template <class T>
  using Result = T;
  double order = 2;
};

// A shape's axes, neighbours of a kind merged, axes of extent 1 left out: reduced and kept ones take turns.
struct Runs {
  int size = 0;
  std::int64_t extents[ShapeValue::max_rank] = {};
  std::int64_t strides[ShapeValue::max_rank] = {};
  bool reduced[ShapeValue::max_rank] = {};
  std::int64_t kept_count = 1;
  std::int64_t reduced_count = 1;

  // Where the nth element lies when only the kept, or the reduced, runs are counted through.
  [[nodiscard]] constexpr std::int64_t place(bool of_reduced, std::int64_t nth) const {
    std::int64_t offset = 0;
    for (int i = size - 1; i >= 0; --i) {
      if (reduced[i] != of_reduced) continue;
      // The first run of its kind takes what is left: no division for the usual one or two runs.
      if (i < 2) return offset + nth * strides[i];
      offset += nth % extents[i] * strides[i];
      nth /= extents[i];
    }
    return offset;
  }
};

constexpr Runs runs_of(const Extents& from, unsigned reduced) {
  Runs runs;
  bool is_empty = false;
  for (int axis = 0; axis < from.rank; ++axis) {
    std::int64_t& count = detail::has_axis(reduced, axis) ? runs.reduced_count : runs.kept_count;
    if (from[axis] == 0) count = 0;
    is_empty = is_empty || from[axis] == 0;
  }
  const Strides strides = row_major(from);
  for (int axis = 0; axis < from.rank; ++axis) {
    const bool is_reduced = detail::has_axis(reduced, axis);
    std::int64_t& count = is_reduced ? runs.reduced_count : runs.kept_count;
    count *= from[axis];
    // Where there is no element, there is nothing to go through either, and extents may be too large to multiply.
    if (from[axis] == 1 || is_empty) continue;
    if (runs.size == 0 || runs.reduced[runs.size - 1] != is_reduced) {
      runs.reduced[runs.size] = is_reduced;
      runs.extents[runs.size++] = 1;
    }
    runs.extents[runs.size - 1] *= from[axis];
    runs.strides[runs.size - 1] = strides[axis];
  }
  return runs;
}

// Element by element: in constant expressions, and where there are few elements.
template <class Operation, class T>
constexpr void reduce_plainly(const Operation& operation, const T* in, const Runs& runs,
                              typename Operation::template Result<T>* out) {
  for (std::int64_t kept = 0; kept < runs.kept_count; ++kept) {
    const T* first = in + runs.place(false, kept);
    auto found = operation.template initial<T>();
    for (std::int64_t i = 0; i < runs.reduced_count; ++i) {
      found = operation.combine(found, operation.load(first[runs.place(true, i)], i));
    }
    out[kept] = operation.template finish<T>(found, runs.reduced_count);
  }
}

// The same for any number of elements.
template <class Operation, class T>
void reduce_kernel(const Operation& operation, const T* in, const Runs& runs,
                   typename Operation::template Result<T>* out);

// Operations that are computed with what a constant expression has.
template <class Operation, class T>
concept PlainReduction = requires { typename Operation::template Accumulator<T>; };

// `reduced` has a bit for each axis of `from` that is reduced; `out` holds one element for each position of the others.
template <class Operation, class T>
constexpr void reduce(const Operation& operation, const T* in, const Extents& from, unsigned reduced,
                      typename Operation::template Result<T>* out) {
  constexpr std::int64_t few = 64;
  const Runs runs = runs_of(from, reduced);
  if constexpr (PlainReduction<Operation, T>) {
    if (std::is_constant_evaluated() || runs.reduced_count <= few / (runs.kept_count > 0 ? runs.kept_count : 1)) {
      return reduce_plainly(operation, in, runs, out);
    }
  }
  reduce_kernel(operation, in, runs, out);
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/reduce.hpp"
#endif
