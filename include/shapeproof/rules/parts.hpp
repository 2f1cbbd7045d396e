// SPDX-License-Identifier: BSL-1.0
// Into which parts can an axis be cut? Into parts of given sizes, which add up; into equal parts; into its elements.
//
//   split_with_sizes<1, 2, _>   [a, b] -> [a, 2], [a, b - 2]
//   chunk<1, 3>                 [a, b] -> [a, b / 3], three times
//   unbind<1>                   [a, 3] -> [a], three times
#pragma once

#include "axes.hpp"
#include "bounds.hpp"
#include "reshape.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// The sizes of the parts; somebody else keeps them.
struct PartSizes {
  const ExtentValue* sizes = nullptr;  // in order
  int count = 0;                       // how many
};

namespace detail {

// A size with the number that its names have in the operand.
constexpr ExtentValue size_in(const ShapeValue& from, const ExtentValue& size) {
  if (size.is_known() || !size.has_symbol() || size.is_hole()) return size;
  Bindings names;
  first_contradiction(names, from, from, 0);
  return with_numbers(ShapeValue(size), names)[0];
}

constexpr Ruling size_rule(const ShapeValue& from, const ExtentValue& size, Refusal* why) {
  if (size.is_hole()) return allow({});
  if (const Ruling formed = well_formed_rule(ShapeValue(size), why); !formed.holds) return formed;
  if (!size_in(from, size).is_known() && !stands_in(size, from)) {
    return refuse(why) << "split_with_sizes: a part is " << size
                       << " long, which the operand does not say; one part may be _";
  }
  return allow({});
}

// What is left for the one size that is _.
constexpr Ruling rest_rule(int axis, const ExtentValue& extent, const ExtentValue& sum, Refusal* why) {
  const ExtentValue rest = extent - sum;
  const Answer answer = is_at_least(rest, 0);
  if (answer == Answer::never) {
    return refuse(why, axis) << "split_with_sizes: axis " << axis << " is " << extent
                             << ", the sizes without _ add up to " << sum;
  }
  return allow(rest, answer == Answer::open);
}

constexpr Ruling sum_rule(int axis, const ExtentValue& extent, const ExtentValue& sum, Refusal* why) {
  const Comparison comparison = compare(extent, sum);
  if (!comparison.holds()) {
    const Objection objection = refuse(why, axis);
    objection << "split_with_sizes: axis " << axis << " is " << extent << ", the sizes add up to " << sum;
    if (comparison.relation == Relation::differ) objection << "; one of them may be _";
    else say_why(objection, comparison.relation, extent, sum);
    return objection;
  }
  return allow(extent, comparison.relation == Relation::check);
}

// The extents, as many as PyTorch's chunk would give, for a sentence.
constexpr void say_uneven(const Objection& out, int axis, std::int64_t extent, std::int64_t count) {
  const std::int64_t size = (extent + count - 1) / count;
  if (extent > 16 * size) return;
  out << "; split_with_sizes<" << axis;
  for (std::int64_t left = extent; left > 0; left -= size) out << ", " << (left < size ? left : size);
  out << "> is what PyTorch does";
}

}  // namespace detail

// The shape of one part; the rule is the same for all of them.
constexpr Ruling split_with_sizes_rule(const ShapeValue& from, int axis, const PartSizes& all, int part,
                                       Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("split_with_sizes", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  ExtentValue sum = 0;
  int holes = 0;
  for (int i = 0; i < all.count; ++i) {
    if (const Ruling ruling = detail::size_rule(from, all.sizes[i], why); !ruling.holds) return ruling;
    if (all.sizes[i].is_hole()) ++holes;
    else sum = sum + detail::size_in(from, all.sizes[i]);
  }
  if (holes > 1) {
    return refuse(why, at) << "split_with_sizes: " << holes << " sizes are _; one can be worked out";
  }
  const Ruling whole =
      holes == 1 ? detail::rest_rule(at, from[at], sum, why) : detail::sum_rule(at, from[at], sum, why);
  if (!whole.holds) return whole;
  const ExtentValue& size = all.sizes[part];
  const ShapeValue result =
      detail::with_extent(from, at, size.is_hole() ? whole.result[0] : detail::size_in(from, size));
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, whole.checks_at_run_time || !from.is_known());
}

// PyTorch makes a last part that is shorter where the parts do not come out equal; then their types would differ.
constexpr Ruling chunk_rule(const ShapeValue& from, int axis, int count, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("chunk", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  if (count < 1) return refuse(why, at) << "chunk: " << count << " parts are wanted; at least 1 is";
  const ExtentValue rest = from[at] % ExtentValue(count);
  if (is_at_least(rest, 1) == Answer::yes) {
    const Objection objection = refuse(why, at);
    objection << "chunk: axis " << at << " is " << from[at] << ", which " << count << " equal parts do not make";
    if (from[at].is_known()) {
      objection << ": " << from[at].number << " / " << count << " leaves " << rest.number;
      detail::say_uneven(objection, at, from[at].number, count);
    }
    return objection;
  }
  const ShapeValue result = detail::with_extent(from, at, count == 1 ? from[at] : from[at] / ExtentValue(count));
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, rest.number != 0);
}

// `count` is how many parts there are; -1 where the extent says it.
constexpr Ruling unbind_rule(const ShapeValue& from, int axis, int count, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("unbind", axis, from.rank, why); !ruling.holds) return ruling;
  const int at = detail::from_front(axis, from.rank);
  if (count < 0 && !from[at].is_known()) {
    return refuse(why, at) << "unbind: axis " << at << " is " << from[at]
                           << ", the number of parts must be known; unbind<" << at << ", 3>(x) says it is 3";
  }
  const Comparison comparison = compare(from[at], count < 0 ? from[at] : ExtentValue(count));
  if (!comparison.holds()) {
    return refuse(why, at) << "unbind: axis " << at << " is " << from[at] << ", " << count << " parts are wanted";
  }
  return allow(detail::without_axis(from, at), comparison.relation == Relation::check);
}

}  // namespace shapeproof
