// SPDX-License-Identifier: BSL-1.0
// Are elements picked and added where indices say, and is no index followed that points outside?
#include <complex>

#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/index.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), K = axis("K");

namespace {

using Open = Shape<dyn, dyn, dyn>;

// Indices that mostly are inside of an axis.
template <class I>
DynamicTensor<I> random_indices(const ShapeValue& shape, std::int64_t extent, bool& is_inside) {
  DynamicTensor<I> index(shape);
  const bool may_leave = random_below(6) == 0;
  for (I& each : index.writable_span()) {
    each = static_cast<I>(may_leave || extent == 0 ? random_from(-1, extent) : random_below(extent));
    is_inside = is_inside && each >= 0 && each < extent;
  }
  return index;
}

template <int Axis, class I>
bool selects() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 4));
  bool is_inside = true;
  const auto indices = random_indices<I>(ShapeValue(random_below(5)), x.shape()[Axis].number, is_inside);
  const Outcome found = outcome_of([&] { return index_select<Axis>(x, indices); });
  const auto as_type = detail::regroup<Tensor<I, Shape<dyn>>>(indices, indices.extents());
  if (!(outcome_of([&] { return index_select<Axis - 3>(typed<Open>(x), as_type); }) == found)) return false;
  if (found.sentence.empty() != is_inside) return false;
  ShapeValue extents = x.shape();
  extents[Axis] = indices.extent(0);
  return !is_inside || is_as(found.result, extents, [&](const Position& index) {
    return element_at(x, with(index, Axis, indices(index[Axis])));
  });
}

template <int Axis, class I>
bool gathers() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 4));
  ShapeValue shape = random_shape(3, 0, 4);
  bool fits = true;
  for (int axis = 0; axis < 3; ++axis) {
    if (axis != Axis && random_below(10) > 0) shape[axis] = random_from(0, x.shape()[axis].number);
    fits = fits && (axis == Axis || shape[axis].number <= x.shape()[axis].number);
  }
  bool is_inside = true;
  const auto index = random_indices<I>(shape, x.shape()[Axis].number, is_inside);
  const Outcome found = outcome_of([&] { return gather<Axis>(x, index); });
  const auto typed_index = detail::regroup<Tensor<I, Open>>(index, index.extents());
  if (!(outcome_of([&] { return gather<Axis>(typed<Open>(x), typed_index); }) == found)) return false;
  if (found.sentence.empty() != (fits && is_inside)) return false;
  return !found.sentence.empty() || is_as(found.result, shape, [&](const Position& at) {
    return element_at(x, with(at, Axis, index.data()[position_of(at, shape)]));
  });
}

template <int Axis, class I>
bool takes() {
  const Dynamic x = counted<Int>(random_shape(3, 0, 4));
  ShapeValue shape = x.shape();
  shape[Axis] = random_below(5);
  if (random_below(8) == 0) shape[(Axis + 1) % 3] = random_below(5);
  bool is_inside = true;
  const auto index = random_indices<I>(shape, x.shape()[Axis].number, is_inside);
  const Outcome found = outcome_of([&] { return take_along_axis<Axis>(x, index); });
  const bool fits = shape[(Axis + 1) % 3] == x.shape()[(Axis + 1) % 3] && is_inside;
  if (found.sentence.empty() != fits) return false;
  return !fits || found.result == gather<Axis>(x, index);
}

template <int Axis, class I>
bool scatters() {
  const Dynamic x = counted<Int>(random_shape(3, 1, 4));
  const Dynamic source = counted<Int>(random_shape(3, 0, 4));
  ShapeValue shape;
  for (int axis = 0; axis < 3; ++axis) {
    const std::int64_t most = axis == Axis ? 4 : x.shape()[axis].number;
    shape.push_back(random_from(0, std::min(most, source.shape()[axis].number)));
    if (random_below(20) == 0) shape[axis] = 4;
  }
  bool fits = true;
  for (int axis = 0; axis < 3; ++axis) {
    fits = fits && shape[axis].number <= source.shape()[axis].number &&
           (axis == Axis || shape[axis].number <= x.shape()[axis].number);
  }
  bool is_inside = true;
  const auto index = random_indices<I>(shape, x.shape()[Axis].number, is_inside);
  const Outcome found = outcome_of([&] { return scatter_add<Axis>(x, index, source); });
  const auto typed_index = detail::regroup<Tensor<I, Open>>(index, index.extents());
  const Outcome other = outcome_of([&] { return scatter_add<Axis>(typed<Open>(x), typed_index, typed<Open>(source)); });
  if (!(other == found) || found.sentence.empty() != (fits && is_inside)) return false;
  if (!found.sentence.empty()) return true;
  Dynamic wanted = x;
  samples::for_each_index(shape, [&](const Position& at) {
    const Position to = with(at, Axis, index.data()[position_of(at, shape)]);
    wanted.writable_data()[position_of(to, x.shape())] += element_at(source, at);
  });
  return found.result == wanted && scatter_add<Axis>(Dynamic(x), index, source) == wanted;
}

}  // namespace

TEST_CASE("index_select: any indices of any shape, refused exactly where one is outside") {
  CHECK(failures(800, [] {
          return selects<0, std::int64_t>() && selects<1, std::int32_t>() && selects<2, std::int64_t>() &&
                 selects<2, std::int32_t>();
        }) == 0);
}

TEST_CASE("gather: any indices of any shape that is not longer") {
  CHECK(failures(800, [] {
          return gathers<0, std::int64_t>() && gathers<1, std::int32_t>() && gathers<2, std::int64_t>();
        }) == 0);
}

TEST_CASE("take_along_axis is gather where the other axes are equal") {
  CHECK(failures(400,
                 [] { return takes<0, std::int32_t>() && takes<1, std::int64_t>() && takes<2, std::int32_t>(); }) == 0);
}

TEST_CASE("scatter_add: any indices of any shape that is not longer") {
  CHECK(failures(800, [] {
          return scatters<0, std::int32_t>() && scatters<1, std::int64_t>() && scatters<2, std::int32_t>();
        }) == 0);
}

TEST_CASE("indices: what is said of one that is outside") {
  const Dynamic x = counted<Int>({4, 5});
  CHECK(shape_error([&] { index_select<1>(x, Tensor<int, Shape<3>>{0, 7, 9}); }) ==
        "index_select: the index at [1] is 7, axis 1 is 5; indices are 0 to 4");
  CHECK(shape_error([&] { index_select<0>(x, Tensor<std::int64_t, Shape<2>>{0, -1}); }) ==
        "index_select: the index at [1] is -1, axis 0 is 4; indices are 0 to 3");
  CHECK(shape_error([&] { gather<1>(x, Tensor<int, Shape<2, 2>>{{0, 1}, {5, 0}}); }) ==
        "gather: the index at [1, 0] is 5, axis 1 is 5; indices are 0 to 4");
  CHECK(shape_error([&] { index_select<0>(Dynamic({0, 2}), Tensor<int, Shape<1>>{0}); }) ==
        "index_select: the index at [0] is 0, axis 0 is 0");
  // Nothing is written then.
  Dynamic sums = x;
  CHECK(shape_error([&] {
          scatter_add<0>(sums, Tensor<int, Shape<1, 2>>{{0, 4}}, Tensor<Int, Shape<1, 2>>{{1, 1}});
        }) == "scatter_add: the index at [0, 1] is 4, axis 0 is 4; indices are 0 to 3");
  CHECK(sums == x);
}

TEST_CASE("indices: the types of results, and names") {
  const auto x = counted<float, Shape<N, 5>>(4);
  const Tensor<std::int64_t, Shape<K>> indices = zeros<std::int64_t, Shape<K>>(3);
  static_assert(std::is_same_v<decltype(index_select<0>(x, indices)), Tensor<float, Shape<K, 5>>>);
  static_assert(std::is_same_v<decltype(index_select<1>(x, indices)), Tensor<float, Shape<N, K>>>);
  const auto index = zeros<std::int32_t, Shape<N, K>>(4, 3);
  static_assert(std::is_same_v<decltype(gather<1>(x, index)), Tensor<float, Shape<N, K>>>);
  static_assert(std::is_same_v<decltype(take_along_axis<1>(x, index)), Tensor<float, Shape<N, K>>>);
  static_assert(std::is_same_v<decltype(scatter_add<1>(x, index, counted<float, Shape<N, K>>(4, 3))),
                               Tensor<float, Shape<N, 5>>>);
  CHECK(gather<1>(x, index)(3, 2) == 15);
  CHECK(shape_error([&] { gather<1>(x, zeros<std::int32_t, Shape<N, K>>(3, 3)); }) ==
        "gather: axis 0 of the right operand is N(3), but the left operand says otherwise; a name holds one number");
}

TEST_CASE("scatter_add: sums are added in order, in x's memory where nobody needs x any more") {
  Dynamic x = counted<Int>({3, 100});
  const Int* place = x.data();
  const Dynamic source = counted<Int>({2, 100});
  const auto index = zeros<std::int32_t, Shape<2, 100>>();
  const Dynamic found = scatter_add<0>(std::move(x), index, source);
  CHECK(found.data() == place);
  CHECK((found(0, 7) == 7 + 7 + 107 && found(2, 7) == 207));

  using Number = std::complex<double>;
  const DynamicTensor<Number> numbers = counted<Number>({2, 3});
  CHECK(scatter_add<1>(numbers, Tensor<int, Shape<2, 1>>{{0}, {2}}, counted<Number>({2, 3}))(1, 2) == Number(5 + 3));
}

TEST_CASE("indices: large ones, which threads share") {
  const DynamicTensor<float> x = counted<float>({1000, 70});
  DynamicTensor<std::int64_t> indices(ShapeValue(2000));
  for (std::int64_t i = 0; i < 2000; ++i) indices(i) = i * 7 % 1000;
  const auto rows = index_select<0>(x, indices);
  const auto columns = index_select<1>(x, Tensor<int, Shape<2>>{69, 0});
  bool all = true;
  for (std::int64_t i = 0; i < 2000; ++i) all = all && rows(i, 69) == x(i * 7 % 1000, 69);
  for (std::int64_t i = 0; i < 1000; ++i) all = all && columns(i, 0) == x(i, 69) && columns(i, 1) == x(i, 0);
  CHECK(all);
}

TEST_CASE("indices work while compiling") {
  constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  constexpr Tensor<int, Shape<2, 1>> index{{2}, {0}};
  static_assert(index_select<1>(x, Tensor<int, Shape<2>>{2, 0}) == Tensor<int, Shape<2, 2>>{{3, 1}, {6, 4}});
  static_assert(gather<1>(x, index) == Tensor<int, Shape<2, 1>>{{3}, {4}});
  static_assert(take_along_axis<1>(x, index) == gather<1>(x, index));
  static_assert(scatter_add<1>(x, index, Tensor<int, Shape<2, 1>>{{10}, {20}}) ==
                Tensor<int, Shape<2, 3>>{{1, 2, 13}, {24, 5, 6}});
}
