// SPDX-License-Identifier: BSL-1.0
// Does try_as hand out what fits, and hand back what does not, whole?
#include <shapeproof/try_as.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N");

TEST_CASE("try_as: what fits is there") {
  const auto x = counted<float>({16, 30});
  const auto typed = try_as<Shape<N, 30>>(x);
  REQUIRE(typed.has_value());
  CHECK(static_cast<bool>(typed));
  CHECK(typed->extent<0>() == 16);
  CHECK((*typed)(1, 0) == 30);
  CHECK(typed.value().data() == x.data());
  CHECK(typed.shape_error() == nullptr);
}

TEST_CASE("try_as: what does not fit comes back, with the reason") {
  const auto x = counted<float>({16, 30});
  const auto typed = try_as<Shape<N, 31>>(x);
  CHECK_FALSE(typed.has_value());
  CHECK(typed.original().data() == x.data());
  REQUIRE(typed.shape_error() != nullptr);
  CHECK(typed.shape_error()->axis() == 1);
  CHECK_THAT(std::string(typed.error().what()), ContainsSubstring("axis 1 is 30, wanted is 31"));
  CHECK_THROWS_AS(typed.value(), ShapeError);
}

TEST_CASE("try_as: a vector that is moved in is taken over, or handed back as it was") {
  std::vector<float> values(100, 2.0F);
  const float* data = values.data();
  auto misfit = try_as<Shape<7>>(std::move(values));
  CHECK_FALSE(misfit);
  CHECK(misfit.original().size() == 100);
  values = std::move(misfit).original();
  CHECK(values.data() == data);

  auto fit = try_as<Shape<_, 5>>(std::move(values));
  REQUIRE(fit);
  auto taken = std::move(fit).value();
  CHECK(taken.data() == data);
  CHECK(taken.writable_data() == data);
  CHECK(taken.extent<0>() == 20);
}

TEST_CASE("try_as: a vector that is not moved in stays as it is") {
  const std::vector<float> values(100, 2.0F);
  CHECK(try_as<Shape<100>>(values));
  const auto misfit = try_as<Shape<7>>(values);
  CHECK_FALSE(misfit);
  CHECK(misfit.original() == values);
}

TEST_CASE("try_as: of an AnyTensor, the element type may be the reason") {
  const AnyTensor any = counted<std::int32_t>({4});
  CHECK(try_as<std::int32_t, Shape<N>>(any));
  const auto wrong_element = try_as<float, Shape<N>>(any);
  CHECK_FALSE(wrong_element);
  CHECK(wrong_element.shape_error() == nullptr);
  CHECK_THAT(std::string(wrong_element.error().what()), ContainsSubstring("elements are int32"));
  CHECK_THROWS_AS(wrong_element.value(), ElementTypeError);
  CHECK(wrong_element.original().data() == any.data());
  const auto wrong_shape = try_as<std::int32_t, Shape<5>>(any);
  CHECK(wrong_shape.shape_error() != nullptr);
}

TEST_CASE("try_as: a Tensor whose extents are checked at run time") {
  const auto x = counted<float, Shape<N, 3>>(2);
  CHECK(try_as<Shape<2, 3>>(x));
  CHECK_FALSE(try_as<Shape<3, 3>>(x));
  CHECK(std::move(try_as<Shape<2, 3>>(x)).value()(1, 2) == 5);
  CHECK_THROWS_AS((try_as<Shape<3, 3>>(x).value()), ShapeError);
}
