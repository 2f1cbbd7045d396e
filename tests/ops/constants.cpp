// SPDX-License-Identifier: BSL-1.0
// May an extent come as a value? An integral constant is known at compile time, a plain integer at run time.
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/reshape.hpp>

#include <boost/hana/integral_constant.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using namespace boost::hana::literals;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N");

namespace {

template <int Extent>
using Constant = std::integral_constant<int, Extent>;

template <class X>
using ShapeTypeOf = typename std::remove_cvref_t<X>::shape_type;

}  // namespace

TEST_CASE("reshape: constants are in the type, integers are dyn") {
  const auto x = counted<int, Shape<24>>();
  const auto constants = reshape(x, 2_c, Constant<3>{}, 4_c);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(constants)>, Shape<2, 3, 4>>);
  CHECK(constants(1, 2, 3) == 23);

  const int rows = 6;
  const auto mixed = reshape(x, rows, 4_c);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(mixed)>, Shape<dyn, 4>>);
  CHECK(mixed.extents() == Extents(ShapeValue{6, 4}));
  CHECK(reshape(x, std::size_t{6}, 4L).extents() == Extents(ShapeValue{6, 4}));
  CHECK(reshape(x, _, 8).extents() == Extents(ShapeValue{3, 8}));
  CHECK(reshape(x, 8_c, _).extents() == Extents(ShapeValue{8, 3}));
  CHECK(shape_error([&] { (void)reshape(x, 5, 4_c); }) ==
        "reshape: 24 elements cannot fill Shape<5, 4>, which holds 20; Shape<6, 4> would fit");
  CHECK_THAT(shape_error([&] { (void)reshape(x, -1, 24); }), ContainsSubstring("axis 0 is negative"));

  const auto named = reshape(counted<int, Shape<N, 4>>(6), 2, 12_c);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(named)>, Shape<dyn, 12>>);
  CHECK(named.extent<0>() == 2);
}

TEST_CASE("reshape: values for a DynamicTensor") {
  const auto x = counted<int>({24});
  CHECK(reshape(x, 2_c, 12).shape() == ShapeValue{2, 12});
  CHECK(reshape(x, {2, _}).shape() == ShapeValue{2, 12});
  CHECK(reshape(x, ShapeValue{4, 3, 2})(3, 2, 1) == 23);
  CHECK_THAT(shape_error([&] { (void)reshape(x, {5, _}); }), ContainsSubstring("24 / 5 leaves 4"));
}

TEST_CASE("split: parts as values") {
  const auto x = counted<int, Shape<2, 12>>();
  const auto constants = split<1>(x, 3_c, Constant<4>{});
  static_assert(std::is_same_v<ShapeTypeOf<decltype(constants)>, Shape<2, 3, 4>>);
  CHECK(constants(1, 2, 3) == 23);
  const auto mixed = split<-1>(x, 3, 4_c);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(mixed)>, Shape<2, dyn, 4>>);
  CHECK(mixed.extent<1>() == 3);
  CHECK(split<0>(x, 1, _).extents() == Extents(ShapeValue{1, 2, 12}));
  CHECK(!shape_error([&] { (void)split<1>(x, 5, 2); }).empty());
  CHECK(split<1>(DynamicTensor<int>(x), 6, 2_c).shape() == ShapeValue{2, 6, 2});
}

TEST_CASE("broadcast_to: extents as values") {
  const Tensor<int, Shape<3>> x{1, 2, 3};
  const auto constants = broadcast_to(x, 2_c, Constant<3>{});
  static_assert(std::is_same_v<ShapeTypeOf<decltype(constants)>, Shape<2, 3>>);
  CHECK(constants == Tensor<int, Shape<2, 3>>{{1, 2, 3}, {1, 2, 3}});
  const auto mixed = broadcast_to(x, 2, 3_c);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(mixed)>, Shape<dyn, 3>>);
  CHECK(mixed == constants);
  CHECK(broadcast_to(DynamicTensor<int>(x), 2, 3) == constants);
  CHECK(!shape_error([&] { (void)broadcast_to(x, 2, 4); }).empty());
  CHECK(!shape_error([&] { (void)broadcast_to(x, -2, 3); }).empty());
}
