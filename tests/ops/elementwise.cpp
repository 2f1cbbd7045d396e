// SPDX-License-Identifier: BSL-1.0
// What comes of element-wise functions, whose memory do they use, and what do they refuse at run time?
// numpy_elementwise.cpp compares the numbers with NumPy, engine/elementwise.cpp with the C library.
#include <shapeproof/ops/activation.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/compare.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/math.hpp>
#include <shapeproof/ops/numbers.hpp>
#include <shapeproof/ops/where.hpp>

#include <limits>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), M = axis("M");

namespace {

template <class T, int Count>
using Vector = Tensor<T, Shape<Count>>;

}  // namespace

TEST_CASE("elementwise: shapes and names go through, DynamicTensor stays one") {
  const auto x = counted<float, Shape<N, 40>>(3);
  static_assert(std::is_same_v<decltype(exp(x)), Tensor<float, Shape<N, 40>>>);
  static_assert(std::is_same_v<decltype(x < 1), Tensor<bool, Shape<N, 40>>>);
  static_assert(std::is_same_v<decltype(where(x < x, 1, x)), Tensor<float, Shape<N, 40>>>);
  static_assert(std::is_same_v<decltype(relu(DynamicTensor<half>())), DynamicTensor<half>>);
  static_assert(std::is_same_v<decltype(isnan(DynamicTensor<half>())), DynamicTensor<bool>>);
  static_assert(
      std::is_same_v<decltype(abs(Tensor<std::complex<float>, Shape<N>>(zeros<std::complex<float>, Shape<N>>(1)))),
                     Tensor<float, Shape<N>>>);
  CHECK(sigmoid(x).extent<0>() == 3);
  CHECK(exp(DynamicTensor<float>(ShapeValue{2, 0, 3})).element_count() == 0);
  CHECK(tanh(Tensor<double, Shape<>>(0.0))() == 0);
}

TEST_CASE("elementwise: arithmetic works in constant expressions") {
  constexpr Vector<float, 3> x{1, -2, 3};
  static_assert((relu(x) + x * 2 - 1)(1) == -5);
  static_assert((x < 2)(1) && abs(x)(1) == 2 && maximum(x, 2)(0) == 2 && where(x < 0, x, 9)(0) == 9);
  static_assert(floor(x / 2)(1) == -1 && round(x / 2)(2) == 2 && ceil(x / 4)(0) == 1 && sign(x)(1) == -1);
  static_assert(square(x)(2) == 9 && reciprocal(x)(1) == -0.5F && leaky_relu(x, 0.5)(1) == -1 &&
                clamp(x, 0, 1)(1) == 0);
  static_assert(!isnan(x)(0) && isfinite(x)(1) && !isinf(x)(2) && logical_and(x > 0, x < 2)(0));
  constexpr auto doubled = [](Vector<int, 2> y) {
    y += y;
    y *= 3;
    add_into(y, y, 1);
    return -y;
  }(Vector<int, 2>{1, 2});
  static_assert(doubled(0) == -7 && doubled(1) == -13);
  constexpr auto large = abs(Tensor<std::int8_t, Shape<200>>());
  static_assert(large(199) == 0);
  CHECK(cast<int>(x)(2) == 3);
}

TEST_CASE("elementwise: a chain of calls allocates once") {
  auto x = counted<float, Shape<N, 40>>(3);
  const auto kept = x;
  auto sum = x + x;
  const void* place = sum.data();
  const auto result = gelu(where(x < 50, clamp(relu(-std::move(sum)) * 2.0F - 1, -1, 1), 1.0F) / x);
  CHECK(result.data() != x.data());
  CHECK(x == kept);
  auto fresh = x * 2;
  place = fresh.data();
  const auto chained = exp(pow(std::move(fresh), 0.0F) * x - x);
  CHECK(chained.data() == place);
  CHECK(chained(2, 39) == 1);
  CHECK(x == kept);

  auto dynamic = DynamicTensor<double>(ShapeValue{50}) + 1.0;
  place = dynamic.data();
  CHECK(sqrt(std::move(dynamic)).data() == place);
  auto floats = counted<float, Shape<N>>(100);
  place = floats.data();
  CHECK(static_cast<const void*>((std::move(floats) < 1).data()) != place);
}

TEST_CASE("elementwise: the same tensor may be given twice, also as one that nobody needs") {
  auto x = counted<float, Shape<N, 40>>(2);
  const void* place = x.data();
  const auto sum = std::move(x) + std::move(x);
  CHECK(sum.data() == place);
  CHECK(sum(1, 39) == 158);
}

TEST_CASE("elementwise: compound assignment is in place, and parts from copies first") {
  auto x = counted<float, Shape<N, 40>>(2);
  const void* place = x.data();
  x += 1;
  x -= x * 0.5F;
  x *= 2.0;
  x /= x;
  CHECK(x.data() == place);
  CHECK(x == full<float, Shape<N, 40>>(1, 2));
  const auto copy = x;
  x += copy;
  CHECK(copy(0, 0) == 1);
  CHECK(x(1, 39) == 2);
  CHECK(&(x += 1) == &x);
  CHECK(shape_error([&] { x += counted<float, Shape<N, 40>>(3); }) ==
        "add: axis 0 is N(2) on the left and N(3) on the right; they must be equal");
  CHECK(x(0, 0) == 3);
  DynamicTensor<int> dynamic(ShapeValue{2, 3});
  dynamic += 4;
  dynamic *= Tensor<int, Shape<2, 3>>{{1, 2, 3}, {4, 5, 6}};
  CHECK(dynamic(1, 2) == 24);
}

TEST_CASE("x_into: writes into a tensor of the result's shape, and refuses every other") {
  const auto x = counted<float, Shape<N, 40>>(2);
  auto out = zeros<float, Shape<dyn, 40>>(2);
  const void* place = out.data();
  exp_into(out, x);
  CHECK(out == exp(x));
  add_into(out, x, x);
  sub_into(out, out, x);
  mul_into(out, 2, out);
  div_into(out, out, 4.0);
  CHECK(out == x / 2);
  relu_into(out, x - 3.0F);
  CHECK(out(0, 0) == 0);
  clamp_into(out, x, 2, 5);
  CHECK((out(0, 0) == 2 && out(1, 39) == 5));
  leaky_relu_into(out, -x, 0.5);
  CHECK(out(0, 4) == -2);
  leaky_relu_into(out, x);
  where_into(out, x < 10, x, -1);
  CHECK((out(0, 9) == 9 && out(0, 10) == -1));
  where_into(out, x < 10, 5, x);
  where_into(out, x < 10, out, x);
  CHECK(out == where(x < 10, 5, x));
  maximum_into(out, x, 7);
  CHECK(out.data() == place);

  auto truth = zeros<bool, Shape<N, 40>>(2);
  lt_into(truth, x, 1);
  CHECK((truth(0, 0) && !truth(0, 1)));
  auto other = zeros<float, Shape<N, 40>>(3);
  CHECK(shape_error([&] { exp_into(other, x); }) == "exp_into: the result is Shape<N(2), 40>, out is Shape<N(3), 40>");
  CHECK(shape_error([&] { add_into(other, x, x); }) ==
        "add_into: the result is Shape<N(2), 40>, out is Shape<N(3), 40>");
  DynamicTensor<float> dynamic(ShapeValue{40, 2});
  CHECK(shape_error([&] { exp_into(dynamic, x); }) == "exp_into: the result is Shape<N(2), 40>, out is Shape<40, 2>");
  CHECK_THAT(shape_error([&] { add_into(dynamic, x, other); }), ContainsSubstring("add: axis 0 is N(2) on the left"));
  try {
    exp_into(other, x);
  } catch (const ShapeError& error) {
    CHECK(error.found() == other.shape());
    CHECK(error.expected() == x.shape());
  }
}

TEST_CASE("where: takes from x or y, and checks all three shapes") {
  const Tensor<bool, Shape<3>> condition{true, false, true};
  const Vector<int, 3> x{1, 2, 3};
  const Vector<int, 3> y{-1, -2, -3};
  CHECK(where(condition, x, y) == Vector<int, 3>{1, -2, 3});
  CHECK(where(condition, x, 0) == Vector<int, 3>{1, 0, 3});
  CHECK(where(condition, 0, y) == Vector<int, 3>{0, -2, 0});
  const auto of = [](std::int64_t a, std::int64_t b, std::int64_t c) {
    return shape_error([&] { (void)where(DynamicTensor<bool>(a), DynamicTensor<float>(b), DynamicTensor<float>(c)); });
  };
  CHECK(of(2, 2, 2).empty());
  CHECK(of(2, 3, 3) == "where (condition, x): axis 0 is 2 on the left and 3 on the right; they must be equal");
  CHECK(of(2, 2, 3) == "where (x, y): axis 0 is 2 on the left and 3 on the right; they must be equal");
  const auto sixteen = counted<float, Shape<N>>(16);
  const auto fifteen = counted<float, Shape<N>>(15);
  CHECK_THAT(shape_error([&] { (void)where(sixteen < 1, fifteen, 0); }), ContainsSubstring("where (condition, x)"));
  CHECK_THAT(shape_error([&] { (void)where(sixteen < 1, 0, fifteen); }), ContainsSubstring("where (condition, y)"));
  CHECK(where(sixteen < 8, sixteen, counted<float, Shape<dyn>>(16)) == sixteen);
  const auto long_condition = counted<bool, Shape<M>>(70000);
  const auto chosen = where(long_condition, counted<int, Shape<M>>(70000), -1);
  CHECK((chosen(69999) == 69999 && chosen(69998) == -1));
}

TEST_CASE("comparisons with a number that the elements cannot hold are still right") {
  const Vector<std::uint8_t, 2> bytes{0, 255};
  const Tensor<bool, Shape<2>> all{true, true};
  const Tensor<bool, Shape<2>> none{false, false};
  CHECK(((bytes < 256) == all && (bytes > 256) == none && eq(bytes, 256) == none && ne(256, bytes) == all));
  CHECK(((bytes > -1) == all && (bytes <= -1) == none && (-1 < bytes) == all && (300 <= bytes) == none));
  CHECK(((bytes < 255) == Tensor<bool, Shape<2>>{true, false} && (bytes >= 255) == logical_not(bytes < 255)));
  const Vector<std::int8_t, 2> small{-128, 127};
  CHECK(((small < std::uint64_t{1} << 63) == all && (small >= -129) == all && eq(small, -129) == none));
  CHECK((minimum(bytes, 300) == bytes && maximum(bytes, -5) == bytes && clamp(bytes, -5, 300) == bytes));
  CHECK((clamp(small, -500, 0) == Vector<std::int8_t, 2>{-128, 0}));
  CHECK((eq(all, 2) == none && eq(all, true) == all));
  const auto large = counted<std::uint8_t, Shape<N>>(1000);
  CHECK(eq(large < 256, true) == full<bool, Shape<N>>(true, 1000));
  CHECK((bytes + 256 == bytes));  // arithmetic wraps around
}

TEST_CASE("NaN: minimum, maximum, clamp, relu and sign hand it on, comparisons are false, logic takes it for true") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const Vector<float, 3> x{nan, 1, nan};
  const Vector<float, 3> y{1, nan, nan};
  const auto all_nan = [](const auto& z) { return isnan(z) == Tensor<bool, Shape<3>>{true, true, true}; };
  CHECK((all_nan(minimum(x, y)) && all_nan(maximum(x, y)) && all_nan(minimum(y, x)) && all_nan(maximum(y, x))));
  CHECK((isnan(clamp(x, 0, 1)) == isnan(x) && isnan(relu(x)) == isnan(x) && isnan(sign(x)) == isnan(x)));
  CHECK((isnan(leaky_relu(x)) == isnan(x) && isnan(elu(x)) == isnan(x) && isnan(round(x)) == isnan(x)));
  CHECK((x <= y) == Tensor<bool, Shape<3>>{false, false, false});
  CHECK(ne(x, y) == Tensor<bool, Shape<3>>{true, true, true});
  CHECK(logical_not(x) == Tensor<bool, Shape<3>>{false, false, false});
}

TEST_CASE("functions are objects where C has no function of the name, and can be passed on") {
  const auto twice = [](const auto& function, const auto& x) { return function(function(x)); };
  const Vector<float, 2> x{-1, 4};
  CHECK(twice(relu, x) == Vector<float, 2>{0, 4});
  CHECK(twice(square, x) == Vector<float, 2>{1, 256});
  CHECK(elu(x, 2)(1) == 4);
  CHECK(exp(0.0) == 1);  // C's own
}

TEST_CASE("pow: tensors and scalars on either side") {
  const Vector<double, 3> x{1, 2, 3};
  CHECK(pow(x, 2) == Vector<double, 3>{1, 4, 9});
  CHECK(pow(2, x) == Vector<double, 3>{2, 4, 8});
  CHECK(pow(x, x) == Vector<double, 3>{1, 4, 27});
  CHECK_THAT(shape_error([&] { (void)pow(DynamicTensor<float>(2), DynamicTensor<float>(3)); }),
             ContainsSubstring("pow: axis 0 is 2 on the left and 3 on the right"));
}

TEST_CASE("static, named and run-time shapes give the same") {
  const auto check = [](const auto& function) {
    const Tensor<float, Shape<3, 50>> x = counted<float, Shape<3, 50>>() / 40 - 2;
    const Tensor<float, Shape<N, 50>> named = x;
    const DynamicTensor<float> dynamic = x;
    CHECK((function(x) == function(named) && function(named) == function(dynamic)));
  };
  check([](const auto& x) { return exp(x) + tanh(x) - sin(x) * erf(x) / (square(x) + 1); });
  check([](const auto& x) { return where(logical_or(x > 1, isnan(x)), silu(x), softplus(x)); });
  check([](const auto& x) { return cast<std::int8_t>(gelu(x) - gelu_tanh(x) + minimum(x, -x)); });
}
