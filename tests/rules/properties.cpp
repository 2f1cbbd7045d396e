// SPDX-License-Identifier: BSL-1.0
// Is what a rule says about names true of every number that the names can hold? Random shapes over N, M and T are ruled
// as types are, and then with numbers:
// - yes without a check: yes for all numbers, and the result is the one that was said;
// - yes with a check: what passes at run time has a result of known extents that agrees with the one that was said;
// - no, and not for want of knowledge: no for all numbers, also without names.
// What is right for numbers is worked out here a second time, as simply as can be.
#include "properties.hpp"
#include "../catch.hpp"

#include <shapeproof/rules/bind.hpp>
#include <shapeproof/rules/contract.hpp>
#include <shapeproof/rules/create.hpp>
#include <shapeproof/rules/einsum.hpp>
#include <shapeproof/rules/elementwise.hpp>
#include <shapeproof/rules/merge.hpp>
#include <shapeproof/rules/rearrange.hpp>
#include <shapeproof/rules/squeeze.hpp>

#include <algorithm>
#include <string>
#include <vector>

TEST_CASE("reshape is ruled for names as it is for numbers") {
  Random random(1);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    ShapeValue to = random.shape(3);
    if (to.rank > 0 && random(0, 2) == 0) to[random(0, to.rank - 1)] = _;
    INFO("reshape to " << text_of(to));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return reshape_rule(shape, to, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && can_be(to, result, {}, {});
        });
  }
}

TEST_CASE("a regrouping that is possible by construction is possible by its names") {
  Random random(2);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int first = random(0, from.rank - 1);
    const int last = random(first, from.rank - 1);
    INFO("merge " << first << " to " << last << " and back");
    try_one(
        random, from,
        [&](const ShapeValue& shape, Refusal* why) { return merge_rule("merge", shape, first, last, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && result.rank == shape.rank - (last - first);
        });
    const Ruling merged = merge_rule("merge", from, first, last);
    if (!merged.holds) continue;
    ShapeValue parts;
    for (int axis = first; axis <= last; ++axis) parts.push_back(from[axis]);
    INFO("split " << text_of(merged.result) << " into " << text_of(parts));
    try_one(
        random, merged.result,
        [&](const ShapeValue& shape, Refusal* why) { return split_rule(shape, first, parts, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result) && can_be(from, result, {}, {});
        });
  }
}

TEST_CASE("split is ruled for names as it is for numbers") {
  Random random(3);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    ShapeValue parts = random.shape(2);
    if (parts.rank == 0) continue;
    if (random(0, 2) == 0) parts[random(0, parts.rank - 1)] = _;
    const int axis = random(-from.rank, from.rank - 1);
    INFO("split axis " << axis << " into " << text_of(parts));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return split_rule(shape, axis, parts, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return result.is_known() && count_of(shape) == count_of(result);
        });
  }
}

TEST_CASE("squeeze is ruled for names as it is for numbers") {
  Random random(4);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int axis = random(0, from.rank - 1);
    INFO("squeeze " << axis);
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return squeeze_rule(shape, axis, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return shape[axis].number == 1 && result.rank == shape.rank - 1;
        });
  }
}

TEST_CASE("conversions are ruled for names as they are for numbers") {
  Random random(5);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    ShapeValue to = random.shape(3);
    for (int turn = 0; turn < 20 && to.rank != from.rank; ++turn) to = random.shape(3);
    for (int axis = 0; axis < from.rank && axis < to.rank; ++axis) {
      if (random(0, 2) == 0) to[axis] = from[axis];
    }
    if (!well_formed_rule(to).holds) continue;
    INFO("convert to " << text_of(to));
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return convert_rule("as", shape, to, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return without_names(shape) == without_names(result) && can_be(to, result, {}, {});
        });
  }
}

TEST_CASE("broadcast_to is ruled for names as it is for numbers") {
  Random random(6);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    const ShapeValue to = random.shape(3);
    INFO("broadcast to " << text_of(to));
    // A type keeps what is written, as Broadcast::keep_written does it.
    const auto rule = [&](const ShapeValue& shape, Refusal* why) {
      Ruling ruling = broadcast_rule(shape, to, why);
      if (ruling.holds && !shape.is_known()) ruling.result = to;
      return ruling;
    };
    try_one(random, from, rule, [&](const ShapeValue& shape, const ShapeValue& result) {
      for (int axis = 0; axis < shape.rank; ++axis) {
        const std::int64_t wide = result[result.rank - shape.rank + axis].number;
        if (shape[axis].number != wide && shape[axis].number != 1) return false;
      }
      return result.is_known() && can_be(to, result, {}, {});
    });
  }
}

TEST_CASE("element-wise operations are ruled for names as they are for numbers") {
  Random random(7);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& left, const ShapeValue& right, Refusal* why) {
          return elementwise_rule("add", left, right, why);
        },
        [](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          return without_names(left) == without_names(right) && without_names(left) == without_names(result);
        },
        2);
  }
}

TEST_CASE("broadcast_like is ruled for names as it is for numbers") {
  Random random(8);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& from, const ShapeValue& like, Refusal* why) {
          return broadcast_rule(from, like, why, Values::follow);
        },
        [](const ShapeValue&, const ShapeValue& like, const ShapeValue& result) {
          return without_names(like) == without_names(result);
        },
        2);
  }
}

TEST_CASE("matmul is ruled for names as it is for numbers") {
  Random random(9);
  for (int trial = 0; trial < trials; ++trial) {
    try_two(
        random,
        [](const ShapeValue& left, const ShapeValue& right, Refusal* why) { return matmul_rule(left, right, why); },
        [](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          const auto batch = [](const ShapeValue& shape) { return shape.rank > 2 ? shape.rank - 2 : 0; };
          return left[left.rank - 1].number == right[right.rank == 1 ? 0 : right.rank - 2].number &&
                 result.rank == std::max(batch(left), batch(right)) + (left.rank > 1) + (right.rank > 1);
        },
        3);
  }
}

TEST_CASE("einsum is ruled for names as it is for numbers") {
  Random random(11);
  static constexpr EinsumPattern patterns[] = {read_einsum("ij,jk->ik", 9), read_einsum("ij,ij->j", 8),
                                               read_einsum("i...,i->...i", 12), read_einsum("iji,i", 5)};
  for (int trial = 0; trial < 4 * trials; ++trial) {
    const EinsumPattern& pattern = patterns[trial % 4];
    try_two(
        random,
        [&](const ShapeValue& left, const ShapeValue& right, Refusal* why) {
          const ShapeValue* const operands[] = {&left, &right};
          return einsum_rule(pattern, operands, 2, why);
        },
        [&](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          if (trial % 4 == 0) return left[1].number == right[0].number && result[1].number == right[1].number;
          if (trial % 4 == 1) return left[0].number == right[0].number && left[1].number == right[1].number;
          if (trial % 4 == 2) return left[0].number == right[0].number && result.rank == left.rank;
          return left[0].number == left[2].number && left[0].number == right[0].number && result.rank == 1;
        },
        3);
  }
}

TEST_CASE("rearrange is ruled for names as it is for numbers") {
  Random random(12);
  static constexpr Pattern patterns[] = {read_pattern(Rewriting::rearrange, "(a b) c -> c b a", 16),
                                         read_pattern(Rewriting::rearrange, "c (b a) ... -> ... (c a) b", 26),
                                         read_pattern(Rewriting::rearrange, "a 1 b -> (a b)", 14),
                                         read_pattern(Rewriting::repeat, "b -> b a", 8)};
  for (int trial = 0; trial < 4 * trials; ++trial) {
    const Pattern& pattern = patterns[trial % 4];
    ExtentValue extent = random.extent();
    if (extent.is_dyn() || extent.is_known()) extent = random(1, 3);
    const GivenExtent given[] = {{detail::Name::of("a"), extent}};
    INFO(pattern.head.text.begin << ", a is " << sentence_of(extent).c_str());
    try_one(
        random, random.shape(3),
        [&](const ShapeValue& shape, Refusal* why) { return rearrange_rule(pattern, {given, 1}, shape, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return pattern.rewriting == Rewriting::repeat ? result[0].number == shape[0].number
                                                        : result.count().number == shape.count().number;
        });
  }
}

TEST_CASE("what zeros makes is what it was asked for") {
  Random random(10);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue shape = random.shape(3);
    const std::int64_t numbers[] = {random(-1, 5), random(-1, 5), random(-1, 5),
                                    random(-1, 5), random(-1, 5), random(-1, 5)};
    for (int count = 0; count < 7; ++count) {
      INFO(text_of(shape) << " of " << count << " numbers: " << numbers[0] << ' ' << numbers[1] << ' ' << numbers[2]);
      const Ruling said = create_rule("zeros", shape, nullptr, count);
      const Ruling made = create_rule("zeros", shape, numbers, count);
      if (made.holds) {
        REQUIRE(said.holds);
        REQUIRE(made.result.is_known());
        REQUIRE(can_be(shape, made.result, {}, {}));
      }
    }
  }
}
