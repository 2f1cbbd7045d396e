// SPDX-License-Identifier: BSL-1.0
// Which sequences may look at which? A query at each place t of [n, t, w] looks at keys and values at all places s of
// [n, s, w]. Masks say where it may not, or what is added to a score.
//
//   attention   query [n, t, w], key [n, s, w], value [n, s, w], mask [t, s], key padding [n, s] -> [n, t, w]
#pragma once

#include "sequence.hpp"

namespace shapeproof {

// Each head takes an equal part of the width.
constexpr Ruling heads_rule(const char* operation, std::int64_t width, std::int64_t heads, Refusal* why = nullptr) {
  if (heads < 1) return refuse(why) << operation << ": " << heads << " heads; at least 1 is wanted";
  if (width % heads != 0) {
    const Objection objection = refuse(why);
    objection << operation << ": " << heads << " heads do not divide a width of " << width;
    detail::say_groups_that_fit(objection, width, heads);
    return objection;
  }
  return allow({});
}

// Query [n, t, w], key and value [n, s, w] -> [n, t, w]; the heads divide the width.
constexpr Ruling attention_rule(const char* operation, std::int64_t width, std::int64_t heads, const ShapeValue& query,
                                const ShapeValue& key, const ShapeValue& value, Refusal* why = nullptr) {
  if (const Ruling fit = heads_rule(operation, width, heads, why); !fit.holds) return fit;
  const Ruling of_query = sequence_rule(operation, "query", query, width, why);
  if (!of_query.holds) return of_query;
  const Ruling of_key = sequence_rule(operation, "key", key, width, why);
  if (!of_key.holds) return of_key;
  const Ruling of_value = sequence_rule(operation, "value", value, width, why);
  if (!of_value.holds) return of_value;
  ShapeValue result{query[0], query[1], width};
  bool checks = of_query.checks_at_run_time || of_key.checks_at_run_time || of_value.checks_at_run_time;
  const detail::AxisOf q{"query", query, 0};
  const detail::AxisOf pairs[][2] = {
      {q, {"key", key, 0}}, {q, {"value", value, 0}}, {{"key", key, 1}, {"value", value, 1}}};
  for (const auto& pair : pairs) {
    const Ruling agree = detail::axes_agree_rule(operation, pair[0], pair[1], why);
    if (!agree.holds) return agree;
    if (const Ruling names = detail::names_agree_rule(operation, pair[0], pair[1], why); !names.holds) return names;
    checks = checks || agree.checks_at_run_time;
  }
  return allow(result, checks);
}

// A mask for all samples and heads: a row for each place of the query, a column for each of the key.
constexpr Ruling attention_mask_rule(const char* operation, const ShapeValue& query, const ShapeValue& key,
                                     const ShapeValue& mask, Refusal* why = nullptr) {
  if (mask.rank != 2) {
    return refuse(why) << operation << ": the mask is " << mask << ", " << ShapeValue{query[1], key[1]}
                       << " is wanted; key_padding(mask) takes one for each sample";
  }
  const detail::AxisOf rows{"mask", mask, 0};
  const detail::AxisOf columns{"mask", mask, 1};
  const Ruling of_rows = detail::axes_agree_rule(operation, {"query", query, 1}, rows, why);
  if (!of_rows.holds) return of_rows;
  const Ruling of_columns = detail::axes_agree_rule(operation, {"key", key, 1}, columns, why);
  if (!of_columns.holds) return of_columns;
  return allow({}, of_rows.checks_at_run_time || of_columns.checks_at_run_time);
}

// A place of each sample's key that nobody looks at.
constexpr Ruling key_padding_rule(const char* operation, const ShapeValue& key, const ShapeValue& padding,
                                  Refusal* why = nullptr) {
  if (padding.rank != 2) {
    return refuse(why) << operation << ": the key padding is " << padding << ", " << ShapeValue{key[0], key[1]}
                       << " is wanted";
  }
  bool checks = false;
  for (const int axis : {0, 1}) {
    const Ruling agree = detail::axes_agree_rule(operation, {"key", key, axis}, {"key padding", padding, axis}, why);
    if (!agree.holds) return agree;
    checks = checks || agree.checks_at_run_time;
  }
  return allow({}, checks);
}

// true where nobody looks, or what is added to a score.
constexpr Ruling mask_element_rule(const char* operation, ElementType query, ElementType mask, bool takes_numbers,
                                   Refusal* why = nullptr) {
  if (mask == ElementType::boolean || (takes_numbers && mask == query)) return allow({});
  const Objection objection = refuse(why);
  objection << operation << ": the mask holds " << mask << "; bool, true where nobody looks,";
  if (takes_numbers) objection << " or " << query << ", added to the scores,";
  objection << " is wanted";
  return objection;
}

// A mask, if there is one.
struct MaskShape {
  ShapeValue shape{};     // of no meaning where none is given
  bool is_given = false;  // whether there is one
};
// A mask of that shape.
constexpr MaskShape given(const ShapeValue& shape) { return {shape, true}; }

// All of a call.
struct AttentionShapes {
  const ShapeValue& query;  // [n, t, w]
  const ShapeValue& key;    // [n, s, w]
  const ShapeValue& value;  // [n, s, w]
  MaskShape mask{};         // [t, s]
  MaskShape padding{};      // [n, s]
};
// The operands, and the masks that are given: [n, t, w].
constexpr Ruling attention_call_rule(const char* operation, std::int64_t width, std::int64_t heads,
                                     const AttentionShapes& shapes, Refusal* why = nullptr) {
  Ruling ruling = attention_rule(operation, width, heads, shapes.query, shapes.key, shapes.value, why);
  if (ruling.holds && shapes.mask.is_given) {
    const Ruling mask = attention_mask_rule(operation, shapes.query, shapes.key, shapes.mask.shape, why);
    if (!mask.holds) return mask;
    ruling.checks_at_run_time = ruling.checks_at_run_time || mask.checks_at_run_time;
  }
  if (ruling.holds && shapes.padding.is_given) {
    const Ruling padding = key_padding_rule(operation, shapes.key, shapes.padding.shape, why);
    if (!padding.holds) return padding;
    ruling.checks_at_run_time = ruling.checks_at_run_time || padding.checks_at_run_time;
  }
  return ruling;
}

}  // namespace shapeproof
