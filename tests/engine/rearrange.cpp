// SPDX-License-Identifier: BSL-1.0
// Do elements go where a pattern says? For thousands of patterns that are made at random, every element is looked up by
// the numbers of its axes.
#include <shapeproof/engine/rearrange.hpp>
#include <shapeproof/rules/rearrange.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;

namespace {

std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}
int random_from(int first, int last) { return std::uniform_int_distribution<int>(first, last)(random_numbers()); }

// Axes a, b, c, ... in some order, in parentheses here and there.
struct Side {
  std::vector<int> axes;
  std::vector<int> last_of_place;  // how many axes stand up to the end of each place

  [[nodiscard]] std::string text() const {
    std::string text;
    int begin = 0;
    for (const int end : last_of_place) {
      std::string place;
      for (int i = begin; i < end; ++i)
        place += std::string(i > begin ? " " : "") + static_cast<char>('a' + axes[at(i)]);
      text += end - begin == 1 ? place + " " : "(" + place + ") ";
      begin = end;
    }
    return text;
  }
  [[nodiscard]] ShapeValue shape(const std::vector<std::int64_t>& extents) const {
    ShapeValue shape;
    int begin = 0;
    for (const int end : last_of_place) {
      std::int64_t product = 1;
      for (int i = begin; i < end; ++i) product *= extents[at(axes[at(i)])];
      shape.push_back(product);
      begin = end;
    }
    return shape;
  }
  // Where the element lies whose axes have these numbers.
  [[nodiscard]] std::int64_t position(const std::vector<std::int64_t>& index,
                                      const std::vector<std::int64_t>& extents) const {
    std::int64_t position = 0;
    for (const int axis : axes) position = position * extents[at(axis)] + index[at(axis)];
    return position;
  }
  static std::size_t at(int i) { return static_cast<std::size_t>(i); }
};

Side random_side(int axis_count) {
  Side side;
  for (int axis = 0; axis < axis_count; ++axis) side.axes.push_back(axis);
  std::shuffle(side.axes.begin(), side.axes.end(), random_numbers());
  for (int end = 0; end < axis_count;) {
    end = std::min(axis_count, end + (random_from(0, 2) == 0 ? random_from(1, 3) : 1));
    side.last_of_place.push_back(end);
    if (random_from(0, 9) == 0) side.last_of_place.push_back(end);  // ()
  }
  while (side.last_of_place.size() > 8) side.last_of_place.pop_back();
  side.last_of_place.back() = axis_count;
  return side;
}

// Sizes of all axes of a place but one, or of all.
std::vector<std::string> given_names(const Side& left) {
  std::vector<std::string> names;
  int begin = 0;
  for (const int end : left.last_of_place) {
    const int left_out = random_from(begin, end);
    for (int i = begin; i < end; ++i) {
      if (i != left_out) names.emplace_back(1, static_cast<char>('a' + left.axes[Side::at(i)]));
    }
    begin = end;
  }
  return names;
}

bool check_one() {
  const int axis_count = random_from(1, 6);
  std::vector<std::int64_t> extents;
  for (int i = 0; i < axis_count; ++i) extents.push_back(random_from(1, 3));
  const Side left = random_side(axis_count);
  const Side right = random_side(axis_count);
  const std::string text = left.text() + "-> " + right.text();
  const std::vector<std::string> names = given_names(left);
  std::vector<GivenExtent> given;
  for (const std::string& name : names) given.push_back({{name.data(), 1}, extents[Side::at(name[0] - 'a')]});
  Refusal why;
  Arrangement arrangement;
  const Pattern pattern = read_pattern(Rewriting::rearrange, text.data(), static_cast<int>(text.size()));
  const Ruling ruling =
      rearrange_rule(pattern, {given.data(), static_cast<int>(given.size())}, left.shape(extents), &why, &arrangement);
  INFO(text << why.sentence.c_str());
  if (!ruling.holds || !(ruling.result == right.shape(extents))) return false;

  const std::int64_t count = ruling.result.count().number;
  std::vector<int> in(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<int>(i);
  std::vector<int> out(in.size(), -1);
  const auto moves =
      engine::rearrangement_of(Extents(arrangement.left), Extents(arrangement.right), arrangement.sources);
  engine::copy_strided(in.data(), out.data(), moves.extents, moves.strides);
  if (moves.is_nothing() != (in == out)) return false;
  std::vector<std::int64_t> index(extents.size(), 0);
  for (std::int64_t i = 0; i < count; ++i) {
    std::int64_t rest = i;
    for (std::size_t axis = 0; axis < extents.size(); ++axis) {
      index[axis] = rest % extents[axis];
      rest /= extents[axis];
    }
    if (out[Side::at(static_cast<int>(right.position(index, extents)))] != left.position(index, extents)) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("rearrange: 5000 patterns, element by element") {
  int failures = 0;
  for (int i = 0; i < 5000; ++i) failures += check_one() ? 0 : 1;
  CHECK(failures == 0);
}

TEST_CASE("rearrange: neighbours that stay together move as one axis") {
  const int turned[] = {2, 0, 1};
  const auto moves = engine::rearrangement_of(Extents(ShapeValue{2, 3, 4}), Extents(ShapeValue{4, 2, 3}), turned);
  CHECK((moves.extents.rank == 2 && moves.extents[0] == 4 && moves.extents[1] == 6));
  CHECK((moves.strides[0] == 1 && moves.strides[1] == 4));
  const int kept[] = {0, 1, 2};
  CHECK(engine::rearrangement_of(Extents(ShapeValue{2, 3, 4}), Extents(ShapeValue{2, 3, 4}), kept).is_nothing());
  const int around_one[] = {1, 0, 2};
  CHECK(engine::rearrangement_of(Extents(ShapeValue{1, 3, 4}), Extents(ShapeValue{3, 1, 4}), around_one).is_nothing());
  const int repeated[] = {-1, 0};
  CHECK_FALSE(engine::rearrangement_of(Extents(ShapeValue(3)), Extents(ShapeValue{2, 3}), repeated).is_nothing());
}

TEST_CASE("rearrange: where there is no element, extents may be larger than 64 bits together") {
  const int kept[] = {0, 1, 2};
  const ShapeValue shape{0, std::int64_t{1} << 40, std::int64_t{1} << 40};
  const auto moves = engine::rearrangement_of(Extents(shape), Extents(shape), kept);
  engine::copy_strided<int>(nullptr, nullptr, moves.extents, moves.strides);
  CHECK(moves.extents.count() == 0);
}
