// SPDX-License-Identifier: BSL-1.0
// What can be picked by indices that a tensor holds? PyTorch's rules: the other axes of an index are at most as long as
// those they point into; each index is at least 0 and inside of its axis, which is seen at run time.
//
//   index_select<1>      [a, b], [n] -> [a, n]
//   gather<1>            [a, b], [a, n] -> [a, n]              out[i, j] = x[i, index[i, j]]
//   take_along_axis<1>   the same; all other axes are equal
//   scatter_add<1>       [a, b], [a, n], [a, n] -> [a, b]      out[i, index[i, j]] += source[i, j]
#pragma once

#include "../element.hpp"
#include "axes.hpp"
#include "bounds.hpp"
#include "same.hpp"
#include "well_formed.hpp"

namespace shapeproof {

// Indices are integers.
constexpr Ruling index_element_rule(const char* operation, ElementType type, Refusal* why = nullptr) {
  if (type != ElementType::int64 && type != ElementType::int32) {
    return refuse(why) << operation << ": the indices are " << type
                       << ", int32 or int64 are wanted: cast<std::int64_t>(index)";
  }
  return allow({});
}

// One index, of which only run time knows. `position` says where it stands.
constexpr Ruling index_rule(const char* operation, int axis, std::int64_t extent, std::int64_t index,
                            const ShapeValue& position, Refusal* why = nullptr) {
  if (index < 0 || index >= extent) {
    const Objection objection = refuse(why, axis);
    // run time only: tests/ops/index.cpp
    objection << operation << ": the index at " << AsList{position} << " is " << index << ", axis " << axis << " is "
              << extent;
    // run time only: tests/ops/index.cpp
    if (extent > 0) objection << "; indices are 0 to " << extent - 1;
    return objection;
  }
  return allow({});
}

namespace detail {

// Whether an axis of the index is at most as long as that of what is called `whole`.
constexpr Ruling at_most_rule(const char* operation, int axis, const ExtentValue& index, const ExtentValue& extent,
                              const char* whole, Refusal* why) {
  const bool names_differ = index.is_named() && extent.is_named() && !(index.symbol == extent.symbol);
  const Answer answer = names_differ ? Answer::never : is_at_least(extent, index);
  if (answer == Answer::never) {
    const Relation relation = names_differ ? Relation::names : Relation::differ;
    const Objection objection = refuse(why, axis);
    objection << operation << ": axis " << axis << " of the index is " << said(index, relation) << ", of the " << whole
              << " it is " << said(extent, relation);
    objection << (names_differ ? "; their names must be equal" : "; the index must not be longer");
    return objection;
  }
  return allow({}, true);
}

constexpr Ruling rank_rule(const char* operation, const ShapeValue& index, const ShapeValue& whole, const char* name,
                           Refusal* why) {
  if (index.rank != whole.rank) {
    return refuse(why) << operation << ": the index has rank " << index.rank << ", the " << name << " rank "
                       << whole.rank << "; ranks must be equal";
  }
  return allow({});
}

constexpr bool are_known(const ShapeValue& a, const ShapeValue& b) { return a.is_known() && b.is_known(); }

}  // namespace detail

// [..., a, ...], indices [k] -> [..., k, ...].
constexpr Ruling index_select_rule(const ShapeValue& from, int axis, const ShapeValue& indices,
                                   Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("index_select", axis, from.rank, why); !ruling.holds) return ruling;
  if (indices.rank != 1) {
    return refuse(why) << "index_select: the indices have rank " << indices.rank << ", wanted is rank 1";
  }
  if (const Ruling names = same_names_rule("index_select", from, indices, why); !names.holds) return names;
  ShapeValue result = from;
  result[detail::from_front(axis, from.rank)] = indices[0];
  if (const Ruling formed = well_formed_rule(result, why); !formed.holds) return formed;
  return allow(result, !detail::are_known(from, indices));
}

// [a, b], index [c, d] along axis 1 -> [c, d]; c is at most a.
constexpr Ruling gather_rule(const ShapeValue& from, int axis, const ShapeValue& index, Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("gather", axis, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::rank_rule("gather", index, from, "operand", why); !ruling.holds) return ruling;
  for (int i = 0; i < from.rank; ++i) {
    if (i == detail::from_front(axis, from.rank)) continue;
    const Ruling ruling = detail::at_most_rule("gather", i, index[i], from[i], "operand", why);
    if (!ruling.holds) return ruling;
  }
  if (const Ruling names = same_names_rule("gather", from, index, why); !names.holds) return names;
  return allow(index, !detail::are_known(from, index));
}

// NumPy would broadcast the other axes; nothing is broadcast silently here.
constexpr Ruling take_along_axis_rule(const ShapeValue& from, int axis, const ShapeValue& index,
                                      Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("take_along_axis", axis, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::rank_rule("take_along_axis", index, from, "operand", why); !ruling.holds) {
    return ruling;
  }
  const int at = detail::from_front(axis, from.rank);
  ShapeValue result = index;
  for (int i = 0; i < from.rank; ++i) {
    if (i == at) continue;
    const Ruling same = same_extent_rule("take_along_axis", i, from[i], index[i], why);
    if (!same.holds) return same;
    result[i] = same.result[0];
  }
  if (const Ruling names = same_names_rule("take_along_axis", from, index, why); !names.holds) return names;
  return allow(result, !detail::are_known(from, index));
}

// [a, b], index [c, d] along axis 1, source -> [a, b]; c is at most a, and the source is at least as long as the index.
constexpr Ruling scatter_add_rule(const ShapeValue& from, int axis, const ShapeValue& index, const ShapeValue& source,
                                  Refusal* why = nullptr) {
  if (const Ruling ruling = axis_rule("scatter_add", axis, from.rank, why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::rank_rule("scatter_add", index, from, "operand", why); !ruling.holds) return ruling;
  if (const Ruling ruling = detail::rank_rule("scatter_add", index, source, "source", why); !ruling.holds)
    return ruling;
  for (int i = 0; i < from.rank; ++i) {
    const Ruling in_source = detail::at_most_rule("scatter_add", i, index[i], source[i], "source", why);
    if (!in_source.holds) return in_source;
    if (i == detail::from_front(axis, from.rank)) continue;
    const Ruling in_result = detail::at_most_rule("scatter_add", i, index[i], from[i], "operand", why);
    if (!in_result.holds) return in_result;
  }
  if (const Ruling names = same_names_rule("scatter_add", from, index, why); !names.holds) return names;
  if (const Ruling names = same_names_rule("scatter_add", from, source, why); !names.holds) return names;
  if (const Ruling names = same_names_rule("scatter_add", index, source, why); !names.holds) return names;
  return allow(from, !detail::are_known(from, index) || !source.is_known());
}

// Operand and source hold elements of one type, which has a sum.
constexpr Ruling scatter_element_rule(ElementType operand, ElementType source, Refusal* why = nullptr) {
  if (operand != source) {
    return refuse(why) << "scatter_add: elements of the operand are " << operand << ", of the source " << source
                       << "; cast<" << code_of(operand) << ">(source) makes them equal";
  }
  if (operand == ElementType::boolean) {
    return refuse(why)
           << "scatter_add: elements are bool, which have no sum; cast<std::int32_t>(x) makes numbers of them";
  }
  return allow({});
}

}  // namespace shapeproof
