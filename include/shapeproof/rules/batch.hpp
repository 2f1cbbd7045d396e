// SPDX-License-Identifier: BSL-1.0
// What is a batch of samples? The same parts as the samples have, with an axis in front that counts them.
//
//   dataset   [N, 3, 32, 32], [N]   holds samples of [3, 32, 32] and []
//   batches   of 64                 [64, 3, 32, 32], [64]
#pragma once

#include "axes.hpp"
#include "join.hpp"
#include "reshape.hpp"

namespace shapeproof {

// What is said of the samples that are left over behind the last full batch, or of how many a batch holds.
enum class BatchEnding { unsaid, keep_last, drop_last, pad_last, count, count_and_drop_last };

// Axis 0 of every part of a dataset counts the samples. The ruling's result is its extent, as a shape.
constexpr Ruling dataset_rule(const OperandShapes& parts, Refusal* why = nullptr) {
  Ruling result = allow({});
  for (int part = 0; part < parts.count; ++part) {
    if (parts[part].rank == 0) {
      return refuse(why) << "dataset: part " << part << " has rank 0; axis 0 of each part counts the samples";
    }
    if (part == 0) result.result.push_back(parts[0][0]);
    const ExtentValue& first = result.result[0];
    const ExtentValue& other = parts[part][0];
    const Comparison comparison = compare(first, other);
    if (!comparison.holds()) {
      const Relation relation = comparison.relation;
      const Objection objection = refuse(why, 0);
      objection << "dataset: axis 0 is " << detail::said(first, relation) << " in part 0 and "
                << detail::said(other, relation) << " in part " << part;
      if (relation == Relation::differ) objection << "; it counts the samples, which must be equally many";
      else detail::say_why(objection, relation, first, other);
      return objection;
    }
    result.checks_at_run_time = result.checks_at_run_time || comparison.relation == Relation::check;
    result.result[0] = comparison.kept;
  }
  if (const Ruling names = detail::names_of_operands_rule("dataset", parts, why); !names.holds) return names;
  return result;
}

// Only what has a type is put into batches that have one.
constexpr Ruling dataset_part_rule(int part, bool is_typed, Refusal* why = nullptr) {
  if (!is_typed) {
    return refuse(why) << "dataset: part " << part << " is a DynamicTensor; as<Shape<N, ...>>(x) or bind gives it axes";
  }
  return allow({});
}

namespace detail {

constexpr bool is_batch_extent(const ExtentValue& batch) {
  return batch.is_known() || batch.is_dyn() || (batch.is_named() && !has_claim(batch));
}

// "batches<N>"
constexpr const Objection& say_batches(const Objection& out, const ExtentValue& batch) {
  return out << "batches<" << batch << '>';
}

}  // namespace detail

// Whether a batch can be that long, and what is left over is spoken of.
constexpr Ruling batch_extent_rule(const ExtentValue& batch, BatchEnding ending, Refusal* why = nullptr) {
  const bool says_count = ending == BatchEnding::count || ending == BatchEnding::count_and_drop_last;
  if (!detail::is_batch_extent(batch)) {
    return refuse(why) << "batches: " << batch << " is no extent of a batch; a number, an axis of its own or dyn is";
  }
  if (batch.number == 0) return refuse(why) << "batches: a batch holds 0 samples; at least 1 is wanted";
  if (!batch.is_known() && !says_count) {
    return detail::say_batches(refuse(why), batch)
           << ": how many samples a batch holds is not said; batches<" << batch << ">(data, shuffle(seed), 64) says it";
  }
  if (batch.is_known() && says_count) {
    return detail::say_batches(refuse(why), batch)
           << ": a number is given, but the extent is known; give keep_last, drop_last or pad_last instead";
  }
  if (ending == BatchEnding::unsaid) {
    return detail::say_batches(refuse(why), batch)
           << ": the samples that are left over after the last full batch are not spoken of; say batches<" << batch
           << ">(data, shuffle(seed), keep_last) for a smaller batch of a shape of its own, drop_last or pad_last";
  }
  return allow(batch);
}

// How long batches of a named axis are at run time: what is declared of the name holds for the last one too.
constexpr Ruling batch_count_rule(const ExtentValue& batch, std::int64_t count, Refusal* why = nullptr) {
  if (count < 1) {
    // run time only: tests/data/batches.cpp
    return refuse(why, 0) << "batches: a batch of " << count << " samples is asked for; at least 1 is wanted";
  }
  if (batch.is_named() && !detail::may_hold(batch.symbol, count)) {
    const Objection objection = refuse(why, 0);
    // run time only: tests/data/batches.cpp
    objection << "batches: a batch would hold " << count << " samples on axis " << batch;
    detail::say_declared(objection, batch.symbol);
    return objection;
  }
  return allow(batch);
}

// A part of a batch, where `sample` is that part of one sample.
constexpr Ruling batch_rule(const ExtentValue& batch, int part, const ShapeValue& sample, Refusal* why = nullptr) {
  for (int axis = 0; axis < sample.rank && batch.is_named(); ++axis) {
    if (!detail::mentions(sample[axis], detail::Name::of(batch.symbol.text))) continue;
    return refuse(why, axis) << "batches: axis " << axis << " of a sample of part " << part << " is " << sample[axis]
                             << "; the axis that counts samples needs a name of its own, not "
                             << ExtentValue(-1, batch.symbol);
  }
  return well_formed_rule(detail::with_axis(sample, 0, batch), why);
}

// Where batches have two shapes, no loop takes them all.
constexpr Ruling one_shape_rule(const ExtentValue& batch, bool is_one, Refusal* why = nullptr) {
  if (!is_one) {
    return refuse(why) << "epoch: batches of " << batch
                       << " and a smaller one at the end have two shapes; for_each takes both, full() and remainder() "
                          "one of them";
  }
  return allow(batch);
}

}  // namespace shapeproof
