// SPDX-License-Identifier: BSL-1.0
// How many numbers lie between two others in equal steps?
//
//   start, stop, step -> [ceil((stop - start) / step)]
#pragma once

#include "../detail/decimal.hpp"
#include "../element.hpp"
#include "create.hpp"

namespace shapeproof {

// From start on, in steps, up to stop, which is left out. Numbers are std::int64_t or double.
template <class Number>
struct Progression {
  Number start = 0;  // the first number
  Number stop = 0;   // excluded
  Number step = 1;   // may be negative
};

namespace detail {

constexpr std::int64_t said_number(std::int64_t number) { return number; }
constexpr Decimal said_number(double number) { return {number}; }

// -1 where 63 bits do not hold the count. The step is not 0 and leads from start to stop.
constexpr std::int64_t count_of(const Progression<std::int64_t>& all) {
  const auto start = static_cast<std::uint64_t>(all.start);
  const auto stop = static_cast<std::uint64_t>(all.stop);
  const auto step = static_cast<std::uint64_t>(all.step);
  const std::uint64_t distance = all.step > 0 ? stop - start : start - stop;
  const std::uint64_t length = all.step > 0 ? step : 0 - step;
  const std::uint64_t count = distance / length + (distance % length != 0 ? 1 : 0);
  return count >> 63 != 0 ? -1 : static_cast<std::int64_t>(count);
}
constexpr std::int64_t count_of(const Progression<double>& all) {
  const double steps = (all.stop - all.start) / all.step;
  if (!(steps < 9.2e18)) return -1;
  const auto whole = static_cast<std::int64_t>(steps);
  return whole + (static_cast<double>(whole) < steps ? 1 : 0);
}

// The last one of `count`, which lies between start and stop, though what is added to start may not.
constexpr std::int64_t last_of(const Progression<std::int64_t>& all, std::int64_t count) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(all.start) +
                                   static_cast<std::uint64_t>(count - 1) * static_cast<std::uint64_t>(all.step));
}
constexpr double last_of(const Progression<double>& all, std::int64_t count) {
  return all.start + static_cast<double>(count - 1) * all.step;
}

constexpr bool holds_number(ElementType type, std::int64_t number) {
  if (is_floating(type)) return true;
  if (type >= ElementType::uint8) {
    return number >= 0 && (type == ElementType::uint64 || number >> (8 * bytes_of(type)) == 0);
  }
  const int sign_bit = 8 * bytes_of(type) - 1;
  return type == ElementType::int64 || number >> sign_bit == 0 || number >> sign_bit == -1;
}
constexpr bool holds_number(ElementType, double) { return true; }

}  // namespace detail

// Elements that can be counted with: no bool, and no integers where the bounds have fractions.
constexpr Ruling arange_elements_rule(ElementType type, bool bounds_have_fractions, Refusal* why = nullptr) {
  if (type == ElementType::boolean) {
    return refuse(why) << "arange: elements are bool, which do not count; arange<std::int64_t>(...) does";
  }
  if (bounds_have_fractions && !is_floating(type)) {
    return refuse(why) << "arange: elements are " << type
                       << " and floating-point bounds would be cut; arange<float>(...) keeps them";
  }
  return allow({});
}

// As torch.arange: steps that are 0, or that lead away from stop, are refused; start itself may be stop.
template <class Number>
constexpr Ruling arange_rule(ElementType type, const Progression<Number>& all, Refusal* why = nullptr) {
  const auto start = detail::said_number(all.start);
  const auto stop = detail::said_number(all.stop);
  const auto step = detail::said_number(all.step);
  if (all.step == 0) {
    return refuse(why) << "arange: steps of 0 lead from " << start << " nowhere, wanted is " << stop;
  }
  if (all.step > 0 ? all.stop < all.start : all.stop > all.start) {
    return refuse(why) << "arange: steps of " << step << " lead from " << start << " away from " << stop
                       << "; steps of the other sign would fit";
  }
  const std::int64_t count = detail::count_of(all);
  if (count < 0) {
    // run time only: tests/ops/arange.cpp
    return refuse(why) << "arange: from " << start << " to " << stop << " in steps of " << step
                       << " are more numbers than 64 bits count";
  }
  const Number last = detail::last_of(all, count);
  if (count > 0 && !(detail::holds_number(type, all.start) && detail::holds_number(type, last))) {
    return refuse(why) << "arange: numbers from " << start << " to " << detail::said_number(last) << " do not fit "
                       << type;
  }
  return allow(count);
}

// A shape that holds `numbers` of the progression: one axis.
constexpr Ruling vector_rule(const char* operation, const ShapeValue& shape, const std::int64_t* numbers, int count,
                             Refusal* why = nullptr) {
  if (shape.rank != 1) {
    return refuse(why) << operation << ": " << shape << " has rank " << shape.rank << ", wanted is rank 1";
  }
  return create_rule(operation, shape, numbers, count, why);
}

// linspace has fractions between its ends.
constexpr Ruling linspace_elements_rule(ElementType type, Refusal* why = nullptr) {
  if (!is_floating(type)) {
    return refuse(why) << "linspace: elements are " << type
                       << " and what lies between would be cut; linspace<float>(...) keeps it";
  }
  return allow({});
}

}  // namespace shapeproof
