// SPDX-License-Identifier: BSL-1.0
// Do joined tensors hold their operands, one behind the other?
#include <shapeproof/ops/concat.hpp>
#include <shapeproof/ops/equal.hpp>

#include <span>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T");

namespace {

using Open = Shape<dyn, dyn, dyn>;

Dynamic counted_from(const ShapeValue& shape, Int first) {
  Dynamic x = counted<Int>(shape);
  for (Int& element : x.writable_span()) element += first;
  return x;
}

// Three operands, which mostly fit, and all forms of joining them along an axis.
template <int Axis>
bool concatenates() {
  std::vector<Dynamic> all;
  const ShapeValue shape = random_shape(3, 0, 3);
  bool fits = true;
  std::int64_t total = 0;
  for (int i = 0; i < 3; ++i) {
    ShapeValue each = shape;
    each[Axis] = random_below(4);
    if (random_below(12) == 0) each[(Axis + 1) % 3] = random_below(4);
    fits = fits && each[(Axis + 1) % 3] == shape[(Axis + 1) % 3];
    total += each[Axis].number;
    all.push_back(counted_from(each, 1000 * i));
  }
  // The first operand's shape is what counts.
  fits = fits || (all[0].shape()[(Axis + 1) % 3] == all[1].shape()[(Axis + 1) % 3] &&
                  all[0].shape()[(Axis + 1) % 3] == all[2].shape()[(Axis + 1) % 3]);
  const Outcome found = outcome_of([&] { return concat<Axis>(all[0], all[1], all[2]); });
  if (found.sentence.empty() != fits) return false;
  if (!(outcome_of([&] { return concat<Axis - 3>(typed<Open>(all[0]), typed<Open>(all[1]), typed<Open>(all[2])); }) ==
        found)) {
    return false;
  }
  if (!(outcome_of([&] { return concat<Axis>(typed<Open>(all[0]), all[1], typed<Open>(all[2])); }) == found))
    return false;
  if (!(outcome_of([&] { return concat<Axis>(all); }) == found)) return false;
  if (!fits) return true;
  ShapeValue extents = all[0].shape();
  extents[Axis] = total;
  return is_as(found.result, extents, [&](const Position& index) {
    std::int64_t place = index[Axis];
    std::size_t operand = 0;
    while (place >= all[operand].shape()[Axis].number) place -= all[operand++].shape()[Axis].number;
    return element_at(all[operand], with(index, Axis, place));
  });
}

template <int Axis>
bool stacks() {
  const ShapeValue shape = random_shape(2, 0, 3);
  const ShapeValue other = random_below(6) == 0 ? random_shape(2, 0, 3) : shape;
  const std::vector<Dynamic> all{counted_from(shape, 0), counted_from(shape, 1000), counted_from(other, 2000)};
  using Pair = Shape<dyn, dyn>;
  const Outcome found = outcome_of([&] { return stack<Axis>(all[0], all[1], all[2]); });
  if (found.sentence.empty() != (shape == other)) return false;
  if (!(outcome_of([&] { return stack<Axis>(typed<Pair>(all[0]), typed<Pair>(all[1]), typed<Pair>(all[2])); }) ==
        found)) {
    return false;
  }
  if (!(outcome_of([&] { return stack<Axis>(std::span(all)); }) == found)) return false;
  if (!(shape == other)) return true;
  ShapeValue extents;
  for (int axis = 0; axis < 3; ++axis) extents.push_back(axis == Axis ? ExtentValue(3) : shape[axis - (axis > Axis)]);
  return is_as(found.result, extents, [&](const Position& index) {
    Position source = index;
    source.erase(source.begin() + Axis);
    return element_at(all[static_cast<std::size_t>(index[Axis])], source);
  });
}

}  // namespace

TEST_CASE("concat: three operands along any axis, as operands and as a list") {
  CHECK(failures(1000, [] { return concatenates<0>() && concatenates<1>() && concatenates<2>(); }) == 0);
}

TEST_CASE("stack: three operands along any axis, as operands and as a list") {
  CHECK(failures(1000, [] { return stacks<0>() && stacks<1>() && stacks<2>(); }) == 0);
}

TEST_CASE("concat and stack: the types of results") {
  const auto x = counted<float, Shape<N, 3>>(2);
  const auto y = counted<float, Shape<M, 3>>(4);
  static_assert(std::is_same_v<decltype(concat<0>(x)), Tensor<float, Shape<N, 3>>>);
  static_assert(std::is_same_v<decltype(concat<0>(x, y, x)), Tensor<float, Shape<2 * N + M, 3>>>);
  static_assert(std::is_same_v<decltype(concat<1>(x, zeros<float, Shape<dyn, 2>>(2))), Tensor<float, Shape<N, 5>>>);
  static_assert(std::is_same_v<decltype(concat<0>(x, zeros<float, Shape<2, 3>>())), Tensor<float, Shape<N + 2, 3>>>);
  static_assert(std::is_same_v<decltype(concat<0>(x, zeros<float, Shape<dyn, 3>>(2))), Tensor<float, Shape<dyn, 3>>>);
  static_assert(std::is_same_v<decltype(stack<0>(x, x, x)), Tensor<float, Shape<3, N, 3>>>);
  static_assert(std::is_same_v<decltype(stack<-1>(x, zeros<float, Shape<2, dyn>>(3))), Tensor<float, Shape<2, 3, 2>>>);
  CHECK(concat<0>(x, y, x).extent<0>() == 8);
}

TEST_CASE("concat and stack: what is said at run time") {
  const auto x = counted<float, Shape<N, 3>>(2);
  const auto z = counted<float, Shape<N, 3>>(4);
  CHECK(shape_error([&] { concat<0>(x, z); }) ==
        "concat: axis 0 of operand 1 is N(4), but an operand before it says otherwise; a name holds one number");
  CHECK(shape_error([&] { stack<0>(x, x, z); }) ==
        "stack along axis 0: axis 0 is N(2) in operand 0 and N(4) in operand 2; all axes must be equal");
  CHECK(
      shape_error([&] { concat<1>(counted<float>({2, 1, 61}), counted<float>({2, 5, 60})); }) ==
      "concat along axis 1: axis 2 is 61 in operand 0 and 60 in operand 1; all axes but the joined one must be equal");
}

TEST_CASE("a list of tensors: of any number, and of any length along the joined axis") {
  // Sequences of different length become one.
  std::vector<Tensor<Int, Shape<T, 2>>> sequences;
  CHECK(shape_error([&] { concat<0>(sequences); }) == "concat: there is no tensor to join; at least one is wanted");
  CHECK(shape_error([&] { stack<0>(sequences); }) == "stack: there is no tensor to join; at least one is wanted");
  for (int i = 1; i < 5; ++i) sequences.push_back(counted<Int, Shape<T, 2>>(i));
  const auto joined = concat<0>(sequences);
  static_assert(std::is_same_v<decltype(joined), const Tensor<Int, Shape<dyn, 2>>>);
  CHECK((joined.extent<0>() == 10 && joined(9, 1) == 7 && joined(1, 0) == 0));
  CHECK(shape_error([&] { stack<0>(sequences); }) ==
        "stack along axis 0: axis 0 is T(1) in operand 0 and T(2) in operand 1; all axes must be equal");
  CHECK(shape_error([&] { concat<1>(sequences); }) ==
        "concat along axis 1: axis 0 is T(1) in operand 0 and T(2) in operand 1; all axes but the joined one must be "
        "equal");

  const std::vector<Tensor<Int, Shape<3>>> rows(4, Tensor<Int, Shape<3>>{1, 2, 3});
  const auto matrix = stack<0>(rows);
  static_assert(std::is_same_v<decltype(matrix), const Tensor<Int, Shape<dyn, 3>>>);
  CHECK((matrix.extent<0>() == 4 && matrix(3, 2) == 3));
}

TEST_CASE("concat and stack: into a tensor that is there, and while compiling") {
  const Dynamic x = counted<Int>({2, 3});
  Dynamic out({4, 3});
  const Int* place = out.data();
  concat_into<0>(out, x, x);
  CHECK((out == concat<0>(x, x) && out.data() == place));
  Dynamic layers({2, 2, 3});
  stack_into<1>(layers, x, x);
  CHECK(layers == stack<1>(x, x));
  CHECK(shape_error([&] { concat_into<1>(out, x, x); }) ==
        "concat_into: the result is Shape<2, 6>, out is Shape<4, 3>");

  constexpr Tensor<int, Shape<2>> y{1, 2};
  static_assert(concat<0>(y, Tensor<int, Shape<1>>{3}) == Tensor<int, Shape<3>>{1, 2, 3});
  static_assert(stack<1>(y, y) == Tensor<int, Shape<2, 2>>{{1, 1}, {2, 2}});
}
