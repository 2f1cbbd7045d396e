// SPDX-License-Identifier: BSL-1.0
// Do the parts of a tensor hold what they should, and add up?
#include <shapeproof/ops/concat.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/parts.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), H = axis("H");

namespace {

using Open = Shape<dyn, dyn, dyn>;

template <int Axis>
bool splits() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 6));
  const std::int64_t extent = x.shape()[Axis].number;
  const auto joined = [](const auto& parts) {
    return std::apply([](const auto&... part) { return concat<Axis>(part...); }, parts);
  };
  const Outcome found = outcome_of([&] { return joined(split_with_sizes<Axis, 1, _, 2>(x)); });
  if (!(outcome_of([&] { return joined(split_with_sizes<Axis - 3, 1, _, 2>(typed<Open>(x))); }) == found)) return false;
  if (extent < 3) return !found.sentence.empty();
  const Dynamic middle = std::get<1>(split_with_sizes<Axis, 1, _, 2>(x));
  ShapeValue extents = x.shape();
  extents[Axis] = extent - 3;
  return found.result == x && is_as(middle, extents, [&](const Position& index) {
           return element_at(x, with(index, Axis, index[Axis] + 1));
         });
}

template <int Axis>
bool chunks() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 6));
  const std::int64_t extent = x.shape()[Axis].number;
  const Outcome found = outcome_of([&] { return concat<Axis>(chunk<Axis, 3>(x)); });
  if (!(outcome_of([&] { return concat<Axis>(chunk<Axis, 3>(typed<Open>(x))); }) == found)) return false;
  if (extent % 3 != 0) return !found.sentence.empty();
  const Dynamic last = chunk<Axis, 3>(x)[2];
  ShapeValue extents = x.shape();
  extents[Axis] = extent / 3;
  return found.result == x && is_as(last, extents, [&](const Position& index) {
           return element_at(x, with(index, Axis, index[Axis] + 2 * (extent / 3)));
         });
}

template <int Axis>
bool unbinds() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 4));
  const Outcome found = outcome_of([&] { return stack<Axis>(unbind<Axis, 3>(x)); });
  if (!(outcome_of([&] { return stack<Axis>(unbind<Axis, 3>(typed<Open>(x))); }) == found)) return false;
  if (x.shape()[Axis].number != 3) return !found.sentence.empty();
  return found.result == x;
}

}  // namespace

TEST_CASE("split_with_sizes, chunk, unbind: along any axis of any shape; joined again, the parts are the tensor") {
  CHECK(failures(500, [] { return splits<0>() && splits<1>() && splits<2>(); }) == 0);
  CHECK(failures(500, [] { return chunks<0>() && chunks<1>() && chunks<2>(); }) == 0);
  CHECK(failures(500, [] { return unbinds<0>() && unbinds<1>() && unbinds<2>(); }) == 0);
}

TEST_CASE("parts: their types") {
  const auto x = counted<float, Shape<N, 3 * H>>(4, 2);
  static_assert(
      std::is_same_v<decltype(split_with_sizes<1, H, H, H>(x)),
                     std::tuple<Tensor<float, Shape<N, H>>, Tensor<float, Shape<N, H>>, Tensor<float, Shape<N, H>>>>);
  static_assert(std::is_same_v<decltype(split_with_sizes<0, 1, _>(x)),
                               std::tuple<Tensor<float, Shape<1, 3 * H>>, Tensor<float, Shape<N - 1, 3 * H>>>>);
  static_assert(std::is_same_v<decltype(split_with_sizes<1, H, _>(x)),
                               std::tuple<Tensor<float, Shape<N, H>>, Tensor<float, Shape<N, 2 * H>>>>);
  static_assert(std::is_same_v<decltype(chunk<1, 3>(x)), std::array<Tensor<float, Shape<N, H>>, 3>>);
  static_assert(std::is_same_v<decltype(chunk<0, 2>(x)), std::array<Tensor<float, Shape<N / 2, 3 * H>>, 2>>);
  static_assert(std::is_same_v<decltype(unbind<0, 4>(x)), std::array<Tensor<float, Shape<3 * H>>, 4>>);
  static_assert(
      std::is_same_v<decltype(unbind<0>(zeros<float, Shape<2, 3>>())), std::array<Tensor<float, Shape<3>>, 2>>);
  const auto [q, k, v] = split_with_sizes<1, H, H, H>(x);
  CHECK((q(0, 1) == 1 && k(0, 0) == 2 && v(3, 1) == 23 && v.extent<1>() == 2));
  CHECK(chunk<0, 2>(x)[1](0, 0) == 12);
}

TEST_CASE("parts: what is said at run time") {
  const auto x = counted<float, Shape<N, 3>>(5);
  CHECK(shape_error([&] { split_with_sizes<0, 2, 2>(x); }) ==
        "split_with_sizes: axis 0 is N(5), the sizes add up to 4; one of them may be _");
  CHECK(shape_error([&] { split_with_sizes<0, 4, 2, _>(x); }) ==
        "split_with_sizes: axis 0 is N(5), the sizes without _ add up to 6");
  CHECK(shape_error([&] { chunk<0, 2>(x); }) ==
        "chunk: axis 0 is N(5), which 2 equal parts do not make: 5 / 2 leaves 1; split_with_sizes<0, 3, 2> is what "
        "PyTorch "
        "does");
  CHECK(shape_error([&] { unbind<0, 4>(x); }) == "unbind: axis 0 is N(5), 4 parts are wanted");
  CHECK(shape_error([&] { split_with_sizes<0, N, _>(Dynamic({5, 3})); }) ==
        "split_with_sizes: a part is N long, which the operand does not say; one part may be _");
}

TEST_CASE("parts along the leading axis share x's elements") {
  const Dynamic x = counted<Int>({6, 50});
  const auto [first, rest] = split_with_sizes<0, 2, _>(x);
  CHECK((first.data() == x.data() && rest.data() == x.data() + 100));
  CHECK((chunk<0, 3>(x)[2].data() == x.data() + 200));
  CHECK((unbind<0, 6>(x)[5].data() == x.data() + 250));
  CHECK((chunk<1, 2>(x)[0].data() != x.data()));
}

TEST_CASE("parts work while compiling") {
  constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  static_assert(std::get<1>(split_with_sizes<1, 1, _>(x)) == Tensor<int, Shape<2, 2>>{{2, 3}, {5, 6}});
  static_assert(chunk<0, 2>(x)[1] == Tensor<int, Shape<1, 3>>{{4, 5, 6}});
  static_assert(unbind<1>(x)[2] == Tensor<int, Shape<2>>{3, 6});
}
