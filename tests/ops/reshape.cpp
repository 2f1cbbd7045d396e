// SPDX-License-Identifier: BSL-1.0
// Which type comes out of a regrouping, which numbers, and what is left to be refused at run time?
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), H = axis("H"), C = axis("C");

namespace {

template <class Wanted, class X>
bool has_shape(const X& x, const ShapeValue& numbers) {
  static_assert(std::is_same_v<typename X::shape_type, Wanted>);
  return x.extents() == Extents(numbers);
}

}  // namespace

TEST_CASE("reshape: one extent is worked out") {
  const auto x = counted<int, Shape<24>>();
  CHECK(has_shape<Shape<2, 3, 4>>(reshape<Shape<2, _, 4>>(x), {2, 3, 4}));
  CHECK(has_shape<Shape<N, 4>>(reshape<Shape<N, 4>>(x), {6, 4}));
  CHECK(has_shape<Shape<2 * N, 2>>(reshape<Shape<2 * N, 2>>(x), {12, 2}));
  const auto named = counted<int, Shape<N, 3, 8>>(4);
  CHECK(has_shape<Shape<N, 24>>(reshape<Shape<N, _>>(named), {4, 24}));
  CHECK(has_shape<Shape<3 * N, 8>>(reshape<Shape<_, 8>>(named), {12, 8}));
  CHECK(has_shape<Shape<12, 8>>(reshape<Shape<12, 8>>(named), {12, 8}));
  const DynamicTensor<int> dynamic = named;
  CHECK(has_shape<Shape<dyn, 8>>(reshape<Shape<_, 8>>(dynamic), {12, 8}));
  CHECK(has_shape<Shape<M, 3, 8>>(reshape<Shape<M, 3, 8>>(dynamic), {4, 3, 8}));
  CHECK(has_shape<Shape<>>(reshape<Shape<>>(counted<int>({1, 1})), {}));
}

TEST_CASE("reshape: what the types leave open is compared at run time") {
  const auto x = counted<int, Shape<N, 3>>(5);
  CHECK(has_shape<Shape<15>>(reshape<Shape<15>>(x), ShapeValue(15)));
  CHECK(shape_error([&] { (void)reshape<Shape<16>>(counted<int, Shape<dyn, 3>>(5)); }) ==
        "reshape: 15 elements cannot fill Shape<16>, which holds 16; Shape<15> would fit");
  CHECK_THAT(shape_error([&] { (void)reshape<Shape<_, 7>>(counted<int, Shape<dyn, dyn>>(5, 3)); }),
             ContainsSubstring("15 / 7 leaves 1"));
}

TEST_CASE("merge, split and flatten compute with names") {
  const auto tokens = counted<int, Shape<N, T, H * 64>>(2, 5, 8);
  const auto heads = split<2, H, 64>(tokens);
  CHECK(has_shape<Shape<N, T, H, 64>>(heads, {2, 5, 8, 64}));
  CHECK(has_shape<Shape<N, T, 64 * H>>(merge<2, 3>(heads), {2, 5, 512}));
  CHECK(has_shape<Shape<N, H * T, 64>>(merge<1, 2>(permute<0, 2, 1, 3>(heads)), {2, 40, 64}));
  CHECK(has_shape<Shape<N, 64 * T * H>>(flatten<1>(tokens), {2, 2560}));
  CHECK(has_shape<Shape<N, T, H, 64>>(split<-1, _, 64>(tokens), {2, 5, 8, 64}));
  CHECK(has_shape<Shape<C(3)>>(flatten(counted<int, Shape<C(3)>>()), ShapeValue(3)));
}

TEST_CASE("squeeze: by type; a named axis that happens to be 1 stays") {
  const auto x = counted<int, Shape<N, 1, 2>>(1);
  CHECK(has_shape<Shape<N, 2>>(squeeze(x), {1, 2}));
  CHECK(has_shape<Shape<1, 2>>(squeeze<0>(x), {1, 2}));
  CHECK(shape_error([] { (void)squeeze<0>(counted<int, Shape<N, 1, 2>>(3)); }) ==
        "squeeze: axis 0 is N(3); only an axis of extent 1 can go");
  CHECK(squeeze(DynamicTensor<int>(x)).shape() == ShapeValue{2});
  CHECK(has_shape<Shape<N, 1, 2, 1>>(unsqueeze<-1>(x), {1, 1, 2, 1}));
}

TEST_CASE("broadcast_to: names keep their numbers") {
  const auto x = counted<int, Shape<N, 1>>(2);
  CHECK(has_shape<Shape<N, 3>>(broadcast_to<Shape<N, 3>>(x), {2, 3}));
  CHECK(has_shape<Shape<4, N, 3>>(broadcast_to<Shape<4, N, 3>>(x), {4, 2, 3}));
  CHECK(has_shape<Shape<T, N, 3>>(broadcast_like(x, counted<int, Shape<T, N, 3>>(5, 2)), {5, 2, 3}));
  CHECK(has_shape<Shape<N, 3>>(broadcast_to<Shape<N, 3>>(DynamicTensor<int>(x)), {2, 3}));
  CHECK(!shape_error([&] { (void)broadcast_like(x, counted<int, Shape<N, 3>>(4)); }).empty());
}

TEST_CASE("extents beside a 0 may be as large as they like") {
  constexpr std::int64_t large = std::int64_t{1} << 40;
  const DynamicTensor<int> x(ShapeValue{large, large, 0});
  CHECK(x.element_count() == 0);
  CHECK(permute<2, 0, 1>(x).shape() == ShapeValue{0, large, large});
}

TEST_CASE("reshape: names that the element count does not determine are refused") {
  // They came out as extents of -1.
  CHECK(!shape_error([] { (void)reshape<Shape<N, N>>(counted<int>({100})); }).empty());
}

TEST_CASE("reshape: a product of names is no way back to the names") {
  // The numbers of N and M are not kept in N*M.
  CHECK_FALSE(Reshapable<Shape<N * M>, Shape<N, M>>);
}

TEST_CASE("split: a product of names is no way back to the names") {
  CHECK_FALSE(detail::Holds<detail::Split<0, Shape<N, M>>, Shape<N * M>>);
}

TEST_CASE("broadcast_to: a hole is worked out of a DynamicTensor as it is of a Tensor") {
  const auto x = broadcast_to<Shape<_, 3>>(DynamicTensor<int>(ShapeValue{1, 3}));
  CHECK(std::is_same_v<decltype(x), const Tensor<int, Shape<dyn, 3>>>);
}
