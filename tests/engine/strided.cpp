// SPDX-License-Identifier: BSL-1.0
// Are elements copied in another order as their strides say?
#include <shapeproof/engine/strided.hpp>

#include <random>
#include <vector>

#include "catch.hpp"

using namespace shapeproof;
using engine::Strides;

namespace {

Strides strides_of(std::initializer_list<std::int64_t> numbers) {
  Strides strides;
  int axis = 0;
  for (const std::int64_t number : numbers) strides[axis++] = number;
  return strides;
}

std::vector<int> copied(const std::vector<int>& in, const ShapeValue& shape, const Strides& strides) {
  std::vector<int> out(static_cast<std::size_t>(shape.count().number), -1);
  engine::copy_strided(in.data(), out.data(), Extents(shape), strides);
  return out;
}

}  // namespace

TEST_CASE("row_major: the last axis is dense") {
  const Strides strides = engine::row_major(Extents(ShapeValue{2, 3, 4}));
  CHECK((strides[0] == 12 && strides[1] == 4 && strides[2] == 1));
  CHECK(engine::row_major(Extents(ShapeValue{7}))[0] == 1);
}

TEST_CASE("copy_strided: transposing, repeating, picking, turning round") {
  const std::vector<int> in{0, 1, 2, 3, 4, 5};
  CHECK(copied(in, {3, 2}, strides_of({1, 3})) == std::vector<int>{0, 3, 1, 4, 2, 5});
  CHECK(copied(in, {2, 3}, strides_of({0, 1})) == std::vector<int>{0, 1, 2, 0, 1, 2});
  CHECK(copied(in, {2, 3}, strides_of({1, 0})) == std::vector<int>{0, 0, 0, 1, 1, 1});
  CHECK(copied(in, {2, 2}, strides_of({4, 1})) == std::vector<int>{0, 1, 4, 5});
  CHECK(copied(in, ShapeValue(3), strides_of({2})) == std::vector<int>{0, 2, 4});
  CHECK(copied(in, {}, {}) == std::vector<int>{0});
}

TEST_CASE("copy_strided: where there is nothing, nothing is read or written") {
  CHECK(copied({}, ShapeValue(0), strides_of({1})).empty());
  CHECK(copied({}, {0, 3}, strides_of({3, 1})).empty());
  CHECK(copied({}, {3, 0}, strides_of({0, 1})).empty());
  CHECK(copied({}, {2, 0, 2}, strides_of({0, 2, 1})).empty());
}

TEST_CASE("copy_strided: any strides, compared with counting in base extents") {
  std::mt19937 random(11);
  for (int repetition = 0; repetition < 300; ++repetition) {
    ShapeValue shape;
    Strides strides;
    std::int64_t last = 0;
    for (int axis = 0, rank = static_cast<int>(random() % 6); axis < rank; ++axis) {
      shape.push_back(static_cast<std::int64_t>(1 + random() % 3));
      strides[axis] = static_cast<std::int64_t>(random() % 5);
      last += (shape[axis].number - 1) * strides[axis];
    }
    std::vector<int> in(static_cast<std::size_t>(last + 1));
    for (std::size_t i = 0; i < in.size(); ++i) in[i] = static_cast<int>(i);
    const std::vector<int> out = copied(in, shape, strides);
    bool all_right = true;
    for (std::size_t i = 0; i < out.size(); ++i) {
      auto rest = static_cast<std::int64_t>(i);
      std::int64_t wanted = 0;
      for (int axis = shape.rank - 1; axis >= 0; --axis) {
        wanted += rest % shape[axis].number * strides[axis];
        rest /= shape[axis].number;
      }
      all_right = all_right && out[i] == wanted;
    }
    CHECK(all_right);
  }
}
