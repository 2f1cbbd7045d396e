// SPDX-License-Identifier: BSL-1.0
// Do slices hold what NumPy's would, and share their elements where these lie in one piece?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/slice.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), M = axis("M"), C = axis("C");

namespace {

// What NumPy's slice.indices says, where a bound outside is refused.
struct Wanted {
  bool fits = true;
  std::int64_t begin = 0;
  std::int64_t count = 0;
};
Wanted wanted_of(const Range& range, std::int64_t extent) {
  const auto place = [&](const RangeBound& bound, std::int64_t open) {
    if (bound.is_open) return open;
    return bound.number < 0 ? bound.number + extent : bound.number;
  };
  const std::int64_t begin = place(range.begin, 0);
  const std::int64_t end = place(range.end, extent);
  if (begin < 0 || begin > extent || end < 0 || end > extent || begin > end) return {false};
  std::int64_t count = 0;
  for (std::int64_t i = begin; i < end; i += range.step) ++count;
  return {true, begin, count};
}

RangeBound random_bound() { return random_below(5) == 0 ? RangeBound(_) : RangeBound(random_from(-5, 5)); }
Range random_range() { return random_below(4) == 0 ? All : Range(random_bound(), random_bound(), random_from(1, 3)); }

// The same questions with names instead of numbers, as a type asks them.
ShapeValue named(const ShapeValue& shape) {
  const Extent names[] = {N, M, C};
  ShapeValue result;
  for (int axis = 0; axis < shape.rank; ++axis) result.push_back(ExtentValue(names[axis]));
  return result;
}

// What an extent over N, M and C is for these numbers.
std::int64_t number_of(const ExtentValue& extent, const ShapeValue& numbers) {
  if (extent.is_known()) return extent.number;
  Bindings names;
  ShapeValue bound = named(numbers);
  for (int axis = 0; axis < numbers.rank; ++axis) bound[axis].number = numbers[axis].number;
  detail::first_contradiction(names, bound, bound, 0);
  return detail::with_numbers(ShapeValue(extent), names)[0].number;
}

}  // namespace

TEST_CASE("slice: any ranges of any shape, compared with counting, refused exactly where a bound is outside") {
  int refused = 0;
  CHECK(failures(4000, [&] {
          const ShapeValue shape = random_shape(static_cast<int>(random_from(1, 3)), 0, 5);
          SliceRanges all;
          all.count = static_cast<int>(random_from(0, shape.rank));
          for (int i = 0; i < all.count; ++i) all.ranges[i] = random_range();
          bool fits = true;
          ShapeValue extents = shape;
          Position begin(static_cast<std::size_t>(shape.rank), 0);
          for (int i = 0; i < all.count; ++i) {
            const Wanted wanted = wanted_of(all.ranges[i], shape[i].number);
            fits = fits && wanted.fits;
            extents[i] = wanted.count;
            begin[static_cast<std::size_t>(i)] = wanted.begin;
          }
          const Ruling ruling = slice_rule(shape, all);
          if (ruling.holds != fits) return false;
          refused += fits ? 0 : 1;
          if (!fits) return true;
          const Dynamic x = counted<Int>(shape);
          const detail::Part part = detail::sliced(x.extents(), all);
          const Dynamic found = detail::part_of<Dynamic>(x, part, Extents(ruling.result));
          return is_as(found, extents, [&](const Position& index) {
            Position source = index;
            for (int i = 0; i < shape.rank; ++i) {
              const auto axis = static_cast<std::size_t>(i);
              source[axis] = begin[axis] + index[axis] * (i < all.count ? all.ranges[i].step : 1);
            }
            return element_at(x, source);
          });
        }) == 0);
  CHECK(refused > 500);
}

TEST_CASE("slice: what is said of names is true of every number") {
  int never = 0;
  CHECK(failures(4000, [&] {
          const ShapeValue shape = random_shape(static_cast<int>(random_from(1, 3)), 1, 6);
          SliceRanges all;
          all.count = shape.rank;
          for (int i = 0; i < all.count; ++i) all.ranges[i] = random_range();
          const Ruling of_names = slice_rule(named(shape), all);
          const Ruling of_numbers = slice_rule(shape, all);
          never += of_names.holds ? 0 : 1;
          if (!of_names.holds) return !of_numbers.holds;
          if (!of_names.checks_at_run_time && !of_numbers.holds) return false;
          for (int i = 0; of_numbers.holds && i < shape.rank; ++i) {
            if (number_of(of_names.result[i], shape) != of_numbers.result[i].number) return false;
          }
          return true;
        }) == 0);
  CHECK(never > 100);
}

namespace {

// The static, named and run-time forms of one slice.
template <auto... Arguments>
bool forms_agree() {
  using Small = Shape<4, 5>;
  const Dynamic x = counted<Int>(Small::value);
  const Outcome dynamic = outcome_of([&] { return slice<Arguments...>(x); });
  if (!(outcome_of([&] { return slice<Arguments...>(typed<Shape<N, M>>(x)); }) == dynamic)) return false;
  if (!(outcome_of([&] { return slice<Arguments...>(typed<Shape<dyn, 5>>(x)); }) == dynamic)) return false;
  Dynamic out(dynamic.result.shape());
  slice_into<Arguments...>(out, x);
  return slice<Arguments...>(counted<Int, Small>()) == dynamic.result && out == dynamic.result &&
         dynamic.sentence.empty();
}

}  // namespace

TEST_CASE("slice: static, named and run-time forms are one") {
  CHECK(forms_agree<0, 1, 3>());
  CHECK(forms_agree<1, -3, _>());
  CHECK(forms_agree<-1, _, -1>());
  CHECK(forms_agree<0, 0, _, 2>());
  CHECK(forms_agree<1, 1, _, 3>());
  CHECK(forms_agree<0, 2, 2>());
  CHECK(forms_agree<All, Range(1, 4)>());
  CHECK(forms_agree<Range(0, _, 2), Range(-4, -1, 2)>());
  CHECK(forms_agree<Range(-2, 4)>());
  CHECK(forms_agree<>());
}

TEST_CASE("slice: the types of results") {
  using Image = Tensor<float, Shape<N, C(3), 32>>;
  const Image x = zeros<float, Shape<N, C(3), 32>>(5);
  static_assert(std::is_same_v<decltype(slice<0, 1, -1>(x)), Tensor<float, Shape<N - 2, C(3), 32>>>);
  static_assert(std::is_same_v<decltype(slice<0, 1, 4>(x)), Tensor<float, Shape<3, C(3), 32>>>);
  static_assert(std::is_same_v<decltype(slice<0, 0, _, 2>(x)), Tensor<float, Shape<ceil_div(N, 2), C(3), 32>>>);
  static_assert(std::is_same_v<decltype(slice<0, -3, _>(x)), Tensor<float, Shape<3, C(3), 32>>>);
  static_assert(std::is_same_v<decltype(slice<All, All, Range(0, 32)>(x)), Image>);
  static_assert(std::is_same_v<decltype(slice<1, 0, 3>(x)), Image>);
  static_assert(std::is_same_v<decltype(slice<1, 1, _>(x)), Tensor<float, Shape<N, 2, 32>>>);
  static_assert(
      std::is_same_v<decltype(slice<0, 1, 3>(std::declval<Tensor<float, Shape<dyn>>>())), Tensor<float, Shape<2>>>);
  static_assert(
      std::is_same_v<decltype(slice<0, 1, _>(std::declval<Tensor<float, Shape<dyn>>>())), Tensor<float, Shape<dyn>>>);
  CHECK(slice<0, 1, -1>(x).extent<0>() == 3);
}

TEST_CASE("slice: a named axis is checked at run time") {
  const auto x = zeros<float, Shape<N, 3>>(5);
  CHECK(samples::shape_error([&] { slice<0, 2, 10>(x); }) ==
        "slice: axis 0 is N(5), it cannot end at 10; bounds are -5 to 5");
  CHECK(samples::shape_error([&] { slice<0, -6, _>(x); }) ==
        "slice: axis 0 is N(5), it cannot begin at -6; bounds are -5 to 5");
  CHECK(samples::shape_error([&] { slice<0, 3, -3>(x); }) ==
        "slice: axis 0 is N(5), the slice would begin at 3 and end before, at 2");
  CHECK(slice<0, 2, 5>(x).extent<0>() == 3);
}

TEST_CASE("slices of the leading axis share x's elements until one of them is written") {
  Dynamic x = counted<Int>({6, 50});
  Dynamic part = slice<0, 2, 4>(x);
  CHECK(part.data() == x.data() + 100);
  CHECK(narrow<0, 3>(x, 1).data() == x.data() + 50);
  CHECK((narrow<0, 5, 1>(x).data() == x.data() + 250));
  CHECK(select<0>(x, 3).data() == x.data() + 150);
  CHECK((select<0, -1>(x).data() == x.data() + 250));
  const auto fixed = counted<Int, Shape<6, 100>>();
  CHECK((slice<0, 1, _>(fixed).data() == fixed.data() + 100));
  CHECK((select<0, 2>(fixed).data() == fixed.data() + 200));
  // Only one row: its columns lie in one piece.
  const Dynamic row = counted<Int>({1, 100});
  CHECK((slice<1, 10, 90>(row).data() == row.data() + 10));
  // Columns do not.
  CHECK((slice<1, 0, 2>(x).data() != x.data()));

  part(0, 0) = -1;
  CHECK(x(2, 0) == 100);
  CHECK((part(0, 0) == -1 && part(1, 49) == 199));
  const Int* kept = select<0>(x, 0).data();
  x(0, 0) = 7;
  CHECK(x.data() == kept);  // nobody shares any more
}

TEST_CASE("a slice outlives its tensor, and may be written in its place then") {
  Dynamic part = slice<0, 1, 2>(counted<Int>({3, 100}));
  const Int* place = part.data();
  part(0, 0) = 5;
  CHECK(part.data() == place);
  CHECK((part(0, 0) == 5 && part(0, 99) == 199));
}

TEST_CASE("narrow and select: any place of any shape, from either end") {
  int refused = 0;
  CHECK(failures(3000, [&] {
          const ShapeValue shape = random_shape(3, 0, 4);
          const Dynamic x = counted<Int>(shape);
          const std::int64_t place = random_from(-5, 5);
          const std::int64_t first = place < 0 ? place + shape[1].number : place;
          const Outcome found = outcome_of([&] { return narrow<1, 2>(x, place); });
          if (!(outcome_of([&] { return narrow<1, 2>(typed<Shape<dyn, dyn, dyn>>(x), place); }) == found)) return false;
          const bool fits = first >= 0 && first + 2 <= shape[1].number;
          if (found.sentence.empty() != fits) return false;
          const auto in = [&](const Position& index) { return element_at(x, with(index, 1, first + index[1])); };
          if (fits && !is_as(found.result, {shape[0], 2, shape[2]}, in)) return false;
          const Outcome one = outcome_of([&] { return select<-2>(x, place); });
          if (!(outcome_of([&] { return select<1>(typed<Shape<dyn, dyn, dyn>>(x), place); }) == one)) return false;
          const bool is_inside = first >= 0 && first < shape[1].number;
          refused += is_inside ? 0 : 1;
          if (one.sentence.empty() != is_inside) return false;
          return !is_inside || is_as(one.result, {shape[0], shape[2]},
                                     [&](const Position& index) { return element_at(x, {index[0], first, index[1]}); });
        }) == 0);
  CHECK(refused > 500);
}

TEST_CASE("narrow and select: what is said at run time") {
  const auto x = zeros<float, Shape<N, 3>>(5);
  static_assert(std::is_same_v<decltype(narrow<0, 2>(x, 1)), Tensor<float, Shape<2, 3>>>);
  static_assert(std::is_same_v<decltype(narrow<1, 3>(x, 0)), Tensor<float, Shape<N, 3>>>);
  static_assert(std::is_same_v<decltype(select<0>(x, 1)), Tensor<float, Shape<3>>>);
  CHECK(samples::shape_error([&] { narrow<0, 3>(x, 4); }) ==
        "narrow: axis 0 is N(5), 3 elements from 4 on do not fit; 1 does");
  CHECK(samples::shape_error([&] { narrow<0, 1>(x, 6); }) ==
        "narrow: axis 0 is N(5), it cannot begin at 6; it begins at -5 to 5");
  CHECK(samples::shape_error([&] { select<0>(x, -6); }) ==
        "select: axis 0 is N(5), there is no index -6; indices are -5 to 4");
  CHECK(samples::shape_error([&] { select<1>(x, 3); }) ==
        "select: axis 1 is 3, there is no index 3; indices are -3 to 2");
}

TEST_CASE("slices work while compiling") {
  constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  static_assert(slice<1, 1, _>(x) == Tensor<int, Shape<2, 2>>{{2, 3}, {5, 6}});
  static_assert(slice<All, Range(0, _, 2)>(x) == Tensor<int, Shape<2, 2>>{{1, 3}, {4, 6}});
  static_assert(select<0, -1>(x) == Tensor<int, Shape<3>>{4, 5, 6});
  static_assert(select<1>(x, 2) == Tensor<int, Shape<2>>{3, 6});
  static_assert(narrow<1, 2>(x, 1)(1, 1) == 6);
  static_assert(narrow<0, 1, 1>(x)(0, 0) == 4);
  static_assert(permute<1, 0>(x)(2, 1) == 6);
}
