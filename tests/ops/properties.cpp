// SPDX-License-Identifier: BSL-1.0
// Do the named and the run-time form of each operation agree, with each other and with a plain loop, for hundreds of
// random shapes, extents 0 and 1 among them? static_forms.cpp asks the same of the static form.
#include <random>

#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>

#include "catch.hpp"
#include "ops/outcome.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::Outcome;
using samples::outcome_of;

inline constexpr auto A = axis("A"), B = axis("B"), C = axis("C"), D = axis("D");

namespace {

using samples::Int;
using Dynamic = DynamicTensor<Int>;
using Index = std::vector<std::int64_t>;

std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}

std::int64_t random_below(std::int64_t end) {
  return static_cast<std::int64_t>(random_numbers()() % static_cast<std::uint32_t>(end));
}

// Small extents, so that pairs of shapes often agree and products stay small.
ShapeValue random_shape(int rank, std::int64_t smallest = 0) {
  ShapeValue shape;
  for (int axis = 0; axis < rank; ++axis) shape.push_back(smallest + random_below(4));
  return shape;
}

std::int64_t position_of(const Index& index, const ShapeValue& shape) {
  std::int64_t position = 0;
  for (std::size_t axis = 0; axis < index.size(); ++axis) {
    position = position * shape[static_cast<int>(axis)].number + index[axis];
  }
  return position;
}

// function(index) for each index of a shape, the last axis fastest.
template <class Function>
void for_each_index(const ShapeValue& shape, const Function& function, Index index = {}) {
  if (static_cast<int>(index.size()) == shape.rank) return function(index);
  for (std::int64_t i = 0; i < shape[static_cast<int>(index.size())].number; ++i) {
    Index longer = index;
    longer.push_back(i);
    for_each_index(shape, function, longer);
  }
}

// Checks that x has these extents, and at each index what element_at(index) says. Failures are counted, as each use of
// Catch2's macros would take longer than the checks.
template <class Function>
bool is_as(const Dynamic& x, const ShapeValue& shape, const Function& element_at) {
  bool all = x.shape() == shape;
  std::int64_t position = 0;
  if (all) for_each_index(shape, [&](const Index& index) { all = all && x.data()[position++] == element_at(index); });
  return all && position == x.element_count();
}

template <class S>
Tensor<Int, S> typed(const Dynamic& x) {
  return detail::regroup<Tensor<Int, S>>(x, x.extents());
}

// Repeats a check for hundreds of random shapes, and says for which it failed.
template <class Check>
void repeat(int times, const Check& check) {
  int failures = 0;
  for (int i = 0; i < times; ++i) {
    if (check()) continue;
    ++failures;
    UNSCOPED_INFO("failed at repetition " << i);
  }
  CHECK(failures == 0);
}

}  // namespace

TEST_CASE("permute: element [i, j, k] of the operand is [k, i, j] of the result") {
  repeat(300, [] {
    const ShapeValue shape = random_shape(3);
    const Dynamic x = counted<Int>(shape);
    const auto wanted = [&](const Index& index) {
      return static_cast<Int>(position_of({index[1], index[2], index[0]}, shape));
    };
    const ShapeValue turned{shape[2], shape[0], shape[1]};
    return is_as(permute<2, 0, 1>(x), turned, wanted) &&
           is_as(permute<2, 0, 1>(typed<Shape<dyn, dyn, dyn>>(x)), turned, wanted) &&
           permute<1, 2, 0>(permute<2, 0, 1>(x)) == x;
  });
}

TEST_CASE("permute: of rank 5, back and forth") {
  repeat(100, [] {
    const Dynamic x = counted<Int>(random_shape(5));
    const auto named = typed<Shape<dyn, dyn, dyn, dyn, dyn>>(x);
    return permute<2, 4, 0, 3, 1>(permute<2, 4, 0, 3, 1>(permute<2, 4, 0, 3, 1>(named))) ==
               permute<0, 4, 2, 3, 1>(
                   permute<0, 4, 2, 3, 1>(permute<2, 4, 0, 3, 1>(permute<2, 4, 0, 3, 1>(permute<2, 4, 0, 3, 1>(x))))) &&
           transpose<1, 3>(transpose<1, 3>(x)) == x;
  });
}

TEST_CASE("broadcast: an element is the one at its index, with 0 where the operand's extent is 1") {
  repeat(400, [] {
    const ShapeValue to = random_shape(3);
    // Some axes of it become 1, some at the front go, and now and then one does not fit.
    ShapeValue from;
    for (int axis = static_cast<int>(random_below(3)); axis < 3; ++axis) {
      const auto choice = random_below(8);
      from.push_back(choice < 3 ? ExtentValue(1) : choice == 3 ? ExtentValue(random_below(4)) : to[axis]);
    }
    bool fits = true;
    for (int axis = 0; axis < from.rank; ++axis) {
      fits = fits && (from[axis].number == 1 || from[axis] == to[axis + 3 - from.rank]);
    }
    const Dynamic x = counted<Int>(from);
    const Outcome found = outcome_of([&] { return broadcast_to(x, to); });
    const Outcome like = outcome_of([&] { return broadcast_like(x, Dynamic(to)); });
    if (!fits) {
      // The same words behind the operation's name.
      return found.sentence.starts_with("broadcast_to: ") && like.sentence.starts_with("broadcast_like: ") &&
             found.sentence.substr(13) == like.sentence.substr(15);
    }
    return found == like && is_as(found.result, to, [&](const Index& index) {
             Index source;
             for (int axis = 0; axis < from.rank; ++axis) {
               source.push_back(from[axis].number == 1 ? 0 : index[static_cast<std::size_t>(axis + 3 - from.rank)]);
             }
             return static_cast<Int>(position_of(source, from));
           });
  });
}

TEST_CASE("arithmetic: named and run-time forms agree, and refuse in the same cases") {
  int refused = 0;
  repeat(400, [&] {
    const ShapeValue left = random_shape(2);
    const ShapeValue right = random_below(3) == 0 ? random_shape(2) : left;
    const Dynamic a = counted<Int>(left);
    const Dynamic b = counted<Int>(right) * 3;
    const Outcome dynamic = outcome_of([&] { return a + b; });
    using Open = Shape<dyn, dyn>;
    const bool same = outcome_of([&] { return typed<Open>(a) + typed<Open>(b); }) == dynamic &&
                      outcome_of([&] { return typed<Open>(a) + b; }) == dynamic &&
                      outcome_of([&] { return a + typed<Open>(b); }) == dynamic;
    if (left == right) {
      return same && is_as(dynamic.result, left,
                           [&](const Index& index) { return static_cast<Int>(4 * position_of(index, left)); });
    }
    ++refused;
    return same && !dynamic.sentence.empty();
  });
  CHECK(refused > 50);
}

TEST_CASE("matmul: each element is the sum of products along a row and a column") {
  int refused = 0;
  repeat(400, [&] {
    const ShapeValue left = random_shape(3);
    ShapeValue right = random_shape(3);
    if (random_below(4) > 0) right = ShapeValue{left[0], left[2], right[2]};
    const Dynamic a = counted<Int>(left);
    const Dynamic b = counted<Int>(right);
    const Outcome dynamic = outcome_of([&] { return matmul(a, b); });
    using Open = Shape<dyn, dyn, dyn>;
    if (!(outcome_of([&] { return matmul(typed<Open>(a), typed<Open>(b)); }) == dynamic)) return false;
    if (left[0] == right[0] && left[2] == right[1]) {
      return is_as(dynamic.result, {left[0], left[1], right[2]}, [&](const Index& index) {
        std::int64_t sum = 0;
        for (std::int64_t k = 0; k < left[2].number; ++k) {
          sum += position_of({index[0], index[1], k}, left) * position_of({index[0], k, index[2]}, right);
        }
        return static_cast<Int>(sum);
      });
    }
    ++refused;
    return !dynamic.sentence.empty();
  });
  CHECK(refused > 50);
}

TEST_CASE("names: the named forms give what the run-time forms give") {
  repeat(200, [] {
    const ShapeValue shape = random_shape(3, 1);
    const Dynamic x = counted<Int>(shape);
    const auto named = typed<Shape<A, B, C>>(x);
    const Dynamic y = counted<Int>({shape[0], shape[2], shape[1]});
    const auto other = typed<Shape<A, C, D>>(y);
    return permute<0, 2, 1>(named) == permute<0, 2, 1>(x) && named + named == x + x &&
           matmul(named, other) == matmul(x, y) && flatten(named) == flatten(x) &&
           merge<1, 2>(named) == merge<1, 2>(x) && reshape<Shape<A, _>>(named) == reshape(x, {shape[0], _}) &&
           reshape<Shape<A, B * C>>(named) == flatten<1>(x) && unsqueeze<1>(named) == unsqueeze<1>(x) &&
           squeeze<1>(unsqueeze<1>(named)) == x &&
           broadcast_like(typed<Shape<C>>(counted<Int>(shape[2])), named) ==
               broadcast_to(counted<Int>(shape[2]), shape);
  });
}

TEST_CASE("reshape: the count decides, and the elements stay in their order") {
  repeat(300, [] {
    const Dynamic x = counted<Int>(random_shape(3));
    const ShapeValue to = random_shape(2);
    const Outcome found = outcome_of([&] { return reshape(x, to); });
    const Outcome typed_found =
        outcome_of([&] { return reshape(typed<Shape<dyn, dyn, dyn>>(x), to[0].number, to[1].number); });
    if (!(found == typed_found)) return false;
    if (to.count().number != x.element_count()) return !found.sentence.empty();
    return is_as(found.result, to, [&](const Index& index) { return static_cast<Int>(position_of(index, to)); });
  });
}
