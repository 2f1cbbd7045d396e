// SPDX-License-Identifier: BSL-1.0
// Are elements copied in another order as their strides say?
#include <shapeproof/engine/strided.hpp>

#include <algorithm>
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

namespace {

using engine::MovedAxis;
using engine::Moves;

// Words of a size that tell their position.
template <class T>
std::vector<T> numbered(std::int64_t count) {
  std::vector<T> all(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::uint64_t bits = i * 0x9E3779B97F4A7C15U;
    for (std::size_t byte = 0; byte < sizeof(T); ++byte) {
      reinterpret_cast<unsigned char*>(&all[i])[byte] = static_cast<unsigned char>(bits >> (byte % 8 * 8));
    }
  }
  return all;
}

struct Sixteen {
  std::uint64_t first;
  std::uint64_t second;
  friend bool operator==(const Sixteen&, const Sixteen&) = default;
};

// What the kernel writes into a buffer of zeros is what is written one by one.
template <class T>
bool moves_alike(const Moves& moves, std::int64_t first, std::int64_t in_count, std::int64_t out_count) {
  const std::vector<T> in = numbered<T>(in_count);
  std::vector<T> wanted(static_cast<std::size_t>(out_count));
  std::vector<T> found = wanted;
  engine::move_one_by_one(in.data() + first, wanted.data(), moves);
  engine::move_words<sizeof(T)>(in.data() + first, found.data(), moves);
  return wanted == found;
}
bool moves_alike(const Moves& moves, std::int64_t first, std::int64_t in_count, std::int64_t out_count) {
  return moves_alike<std::uint8_t>(moves, first, in_count, out_count) &&
         moves_alike<std::uint16_t>(moves, first, in_count, out_count) &&
         moves_alike<std::uint32_t>(moves, first, in_count, out_count) &&
         moves_alike<std::uint64_t>(moves, first, in_count, out_count) &&
         moves_alike<Sixteen>(moves, first, in_count, out_count);
}

struct Layout {
  std::vector<std::int64_t> strides;
  std::int64_t first = 0;
  std::int64_t count = 1;
};

// Row-major in a random order of axes, with a gap behind some, some turned round, some repeated.
Layout random_layout(std::mt19937& random, const std::vector<std::int64_t>& extents, bool is_output) {
  Layout layout{std::vector<std::int64_t>(extents.size())};
  std::vector<std::size_t> order(extents.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  if (!is_output || random() % 4 == 0) std::shuffle(order.begin(), order.end(), random);
  for (std::size_t i = order.size(); i-- > 0;) {
    const std::size_t axis = order[i];
    if (!is_output && random() % 8 == 0) continue;
    layout.strides[axis] = layout.count;
    layout.count *= extents[axis];
    if (random() % 4 == 0) layout.count += static_cast<std::int64_t>(random() % 3);
    if (is_output || random() % 8 != 0) continue;
    layout.first += layout.strides[axis] * (extents[axis] - 1);
    layout.strides[axis] = -layout.strides[axis];
  }
  return layout;
}

}  // namespace

TEST_CASE("move_words: any strides on both sides, elements of every size, compared with moving one by one") {
  std::mt19937 random(12);
  bool all_alike = true;
  for (int repetition = 0; repetition < 3000; ++repetition) {
    const std::size_t rank = random() % 5;
    std::vector<std::int64_t> extents;
    for (std::size_t axis = 0; axis < rank; ++axis) {
      const int kind = static_cast<int>(random() % 3);
      extents.push_back(static_cast<std::int64_t>(kind == 0 ? 1 + random() % 4 : 1 + random() % (rank < 3 ? 80 : 18)));
    }
    const Layout in = random_layout(random, extents, false);
    const Layout out = random_layout(random, extents, true);
    Moves moves;
    for (std::size_t axis = 0; axis < rank; ++axis) moves.add({extents[axis], in.strides[axis], out.strides[axis]});
    all_alike = all_alike && moves_alike(moves, in.first, in.count, out.count);
  }
  CHECK(all_alike);
}

TEST_CASE("move_words: large work, which threads share, and lines that are a power of two apart") {
  for (const auto& [rows, columns] : {std::pair<std::int64_t, std::int64_t>{512, 512},
                                      {1000, 300},
                                      {3, 50000},
                                      {50000, 3},
                                      {2, 60001},
                                      {60001, 2},
                                      {1, 100000},
                                      {33, 4096}}) {
    Moves transposed;
    transposed.add({columns, 1, rows});
    transposed.add({rows, columns, 1});
    CHECK(moves_alike(transposed, 0, rows * columns, rows * columns));
    Moves copied;
    copied.add({rows, columns, columns + 1});
    copied.add({columns, 1, 1});
    CHECK(moves_alike(copied, 0, rows * columns, rows * (columns + 1)));
  }
  Moves batches;  // NCHW to NHWC
  batches.add({5, 64 * 1024, 64 * 1024});
  batches.add({1024, 1, 64});
  batches.add({64, 1024, 1});
  CHECK(moves_alike(batches, 0, 5 * 64 * 1024, 5 * 64 * 1024));
}

TEST_CASE("move_words: where there is nothing, nothing is moved") {
  Moves moves;
  moves.add({0, 1, 1});
  moves.add({std::int64_t{1} << 62, 4, 4});
  engine::move_words<4>(nullptr, nullptr, moves);
  CHECK(moves.count() == 0);
}
