// SPDX-License-Identifier: BSL-1.0
// Is what the rules of slicing, joining and indexing say about names true of every number that the names can hold? Asked as in
// properties.cpp.
#include "../catch.hpp"
#include "properties.hpp"

#include <shapeproof/rules/index.hpp>
#include <shapeproof/rules/join.hpp>
#include <shapeproof/rules/pad.hpp>
#include <shapeproof/rules/parts.hpp>
#include <shapeproof/rules/slice.hpp>
#include <shapeproof/rules/tile.hpp>

namespace {

ShapeValue with_number(ShapeValue shape, int axis, std::int64_t number) {
  shape[axis] = number;
  return without_names(shape);
}

// What a shape becomes along one axis; -1 where that cannot be.
template <class Rule, class Wanted>
void try_along_axis(unsigned seed, const Rule& rule, const Wanted& wanted) {
  Random random(seed);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int axis = random(0, from.rank - 1);
    const int a = random(-5, 5);
    const int b = random(-5, 5);
    const int c = random(0, 3);
    INFO("axis " << axis << " with " << a << ", " << b << ", " << c);
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return rule(shape, axis, a, b, c, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          const std::int64_t number = wanted(shape[axis].number, a, b, c);
          return number >= 0 && without_names(result) == with_number(shape, axis, number);
        });
  }
}

}  // namespace

TEST_CASE("slices are ruled for names as they are for numbers") {
  try_along_axis(
      21,
      [](const ShapeValue& shape, int axis, int a, int b, int c, Refusal* why) {
        SliceRanges all;
        all.names_axis = true;
        all.count = 1;
        all.axis = axis;
        all.ranges[0] = Range(a, b == 5 ? RangeBound(_) : RangeBound(b), c + 1);
        return slice_rule(shape, all, why);
      },
      [](std::int64_t extent, int a, int b, int c) -> std::int64_t {
        const std::int64_t begin = a < 0 ? a + extent : a;
        const std::int64_t end = b == 5 ? extent : b < 0 ? b + extent : b;
        return begin < 0 || begin > end || end > extent ? -1 : (end - begin + c) / (c + 1);
      });
}

TEST_CASE("narrow is ruled for names as it is for numbers") {
  try_along_axis(
      22,
      [](const ShapeValue& shape, int axis, int a, int /*b*/, int c, Refusal* why) {
        return narrow_rule(shape, axis, a, c, why);
      },
      [](std::int64_t extent, int a, int /*b*/, int c) -> std::int64_t {
        const std::int64_t start = a < 0 ? a + extent : a;
        return start < 0 || start + c > extent ? -1 : c;
      });
}

TEST_CASE("padding is ruled for names as it is for numbers") {
  for (const PadMode mode : {PadMode::constant, PadMode::reflect, PadMode::replicate, PadMode::circular}) {
    try_along_axis(
        23,
        [&](const ShapeValue& shape, int axis, int a, int /*b*/, int c, Refusal* why) {
          PadSides all;
          all.names_axis = true;
          all.count = 1;
          all.axis = axis;
          all.sides[0] = Sides(a, c);
          return pad_rule(mode, shape, all, why);
        },
        [&](std::int64_t extent, int a, int /*b*/, int c) -> std::int64_t {
          const std::int64_t most = a > c ? a : c;
          const bool reflects = mode != PadMode::reflect || most < extent || most == 0;
          const bool replicates = mode != PadMode::replicate || extent > 0 || most == 0;
          const bool wraps = mode != PadMode::circular || most <= extent;
          return a >= 0 && reflects && replicates && wraps ? extent + a + c : -1;
        });
  }
}

TEST_CASE("repeating is ruled for names as it is for numbers") {
  try_along_axis(
      24,
      [](const ShapeValue& shape, int axis, int a, int, int, Refusal* why) {
        return repeat_interleave_rule(shape, axis, a, why);
      },
      [](std::int64_t extent, int a, int, int) -> std::int64_t { return a < 0 ? -1 : extent * a; });
  try_along_axis(
      25,
      [](const ShapeValue& shape, int axis, int a, int, int, Refusal* why) {
        Repeats repeats{shape.rank, {1, 1, 1, 1, 1, 1, 1, 1}};
        repeats.numbers[axis] = a;
        return tile_rule(shape, repeats, why);
      },
      [](std::int64_t extent, int a, int, int) -> std::int64_t { return a < 0 ? -1 : extent * a; });
}

TEST_CASE("equal parts are ruled for names as they are for numbers") {
  try_along_axis(
      26,
      [](const ShapeValue& shape, int axis, int, int, int c, Refusal* why) { return chunk_rule(shape, axis, c, why); },
      [](std::int64_t extent, int, int, int c) -> std::int64_t { return c == 0 || extent % c != 0 ? -1 : extent / c; });
}

TEST_CASE("parts of given sizes are ruled for names as they are for numbers") {
  Random random(27);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int axis = random(0, from.rank - 1);
    ExtentValue sizes[3];
    int holes = 0;
    for (ExtentValue& size : sizes) {
      const int kind = random(0, 3);
      size = kind == 0 ? ExtentValue(_) : kind == 1 ? ExtentValue(random.name()) : ExtentValue(random(0, 3));
      holes += kind == 0 ? 1 : 0;
    }
    INFO("axis " << axis << ", sizes " << text_of({sizes[0], sizes[1], sizes[2]}));
    for (int place = 0; place < 3; ++place) {
      try_one(
          random, from,
          [&](const ShapeValue& shape, Refusal* why) {
            return split_with_sizes_rule(shape, axis, {sizes, 3}, place, why);
          },
          [&](const ShapeValue& shape, const ShapeValue& result) {
            std::int64_t total = 0;
            for (int i = 0; i < 3; ++i) {
              const Ruling part = split_with_sizes_rule(shape, axis, {sizes, 3}, i);
              total += part.result[axis].number;
            }
            return holes < 2 && total == shape[axis].number && result[axis].number >= 0;
          });
    }
  }
}

TEST_CASE("select and unbind are ruled for names as they are for numbers") {
  Random random(28);
  for (int trial = 0; trial < trials; ++trial) {
    const ShapeValue from = random.shape(3);
    if (from.rank == 0) continue;
    const int axis = random(0, from.rank - 1);
    const int place = random(-5, 5);
    INFO("axis " << axis << ", place or count " << place);
    const auto is_right = [&](bool fits, const ShapeValue& shape, const ShapeValue& result) {
      return fits && without_names(result) == without_names(detail::without_axis(shape, axis));
    };
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return select_rule(shape, axis, place, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return is_right(place < shape[axis].number && place >= -shape[axis].number, shape, result);
        });
    try_one(
        random, from, [&](const ShapeValue& shape, Refusal* why) { return unbind_rule(shape, axis, place, why); },
        [&](const ShapeValue& shape, const ShapeValue& result) {
          return is_right(place < 0 || place == shape[axis].number, shape, result);
        });
  }
}

namespace {

Ruling concat_two(int axis, const ShapeValue& left, const ShapeValue& right, Refusal* why) {
  const ShapeValue* shapes[] = {&left, &right};
  return concat_rule(axis, {shapes, 2}, why);
}
Ruling stack_two(int axis, const ShapeValue& left, const ShapeValue& right, Refusal* why) {
  const ShapeValue* shapes[] = {&left, &right};
  return stack_rule(axis, {shapes, 2}, why);
}

}  // namespace

TEST_CASE("joining is ruled for names as it is for numbers") {
  Random random(29);
  for (int trial = 0; trial < trials; ++trial) {
    const int axis = random(0, 2);
    INFO("axis " << axis);
    try_two(
        random,
        [&](const ShapeValue& left, const ShapeValue& right, Refusal* why) {
          return concat_two(axis, left, right, why);
        },
        [&](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          const std::int64_t total = left[axis].number + right[axis].number;
          return with_number(left, axis, 0) == with_number(right, axis, 0) &&
                 without_names(result) == with_number(left, axis, total);
        },
        3);
    try_two(
        random,
        [&](const ShapeValue& left, const ShapeValue& right, Refusal* why) {
          return stack_two(axis, left, right, why);
        },
        [&](const ShapeValue& left, const ShapeValue& right, const ShapeValue& result) {
          return without_names(left) == without_names(right) &&
                 without_names(result) == without_names(detail::with_axis(left, axis, 2));
        },
        3);
  }
}

TEST_CASE("indexing is ruled for names as it is for numbers") {
  Random random(30);
  for (int trial = 0; trial < trials; ++trial) {
    const int axis = random(0, 2);
    INFO("axis " << axis);
    try_two(
        random,
        [&](const ShapeValue& from, const ShapeValue& index, Refusal* why) {
          return index_select_rule(from, axis, index, why);
        },
        [&](const ShapeValue& from, const ShapeValue& index, const ShapeValue& result) {
          return index.rank == 1 && without_names(result) == with_number(from, axis, index[0].number);
        },
        2);
    try_two(
        random,
        [&](const ShapeValue& from, const ShapeValue& index, Refusal* why) {
          return gather_rule(from, axis, index, why);
        },
        [&](const ShapeValue& from, const ShapeValue& index, const ShapeValue& result) {
          for (int i = 0; i < from.rank; ++i) {
            if (i != axis && index[i].number > from[i].number) return false;
          }
          return from.rank == index.rank && without_names(result) == without_names(index);
        },
        3);
    try_two(
        random,
        [&](const ShapeValue& from, const ShapeValue& index, Refusal* why) {
          return take_along_axis_rule(from, axis, index, why);
        },
        [&](const ShapeValue& from, const ShapeValue& index, const ShapeValue& result) {
          return from.rank == index.rank && with_number(from, axis, 0) == with_number(index, axis, 0) &&
                 without_names(result) == without_names(index);
        },
        3);
  }
}
