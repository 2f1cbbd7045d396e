// SPDX-License-Identifier: BSL-1.0
// Does run-time data become typed through a door, without moving where that is promised, and with a reason where not?
#include <shapeproof/convert.hpp>
#include <shapeproof/create.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/squeeze.hpp>

#include <array>
#include <memory>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), M = axis("M"), K = axis("K"), C = axis("C");

namespace {

std::vector<float> counting_vector(std::size_t count) {
  std::vector<float> values(count);
  samples::count_up(values);
  return values;
}

template <class X>
using ShapeTypeOf = typename std::remove_cvref_t<X>::shape_type;

}  // namespace

TEST_CASE("as: a Tensor under another shape type") {
  const auto x = counted<float, Shape<N, 30>>(16);
  const auto fixed = as<Shape<16, 30>>(x);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(fixed)>, Shape<16, 30>>);
  CHECK(fixed.data() == x.data());
  CHECK(as<Shape<dyn, C(30)>>(x).data() == x.data());
  CHECK(as<Shape<2 * M, 30>>(as<Shape<dyn, 30>>(x)).shape()[0].number == 16);
  CHECK_THAT(shape_error([&] { (void)as<Shape<15, 30>>(x); }), ContainsSubstring("axis 0 is N(16), wanted is 15"));
  static_assert(as<Shape<N(2)>>(Tensor<int, Shape<2>>{1, 2})(1) == 2);
}

TEST_CASE("as: a DynamicTensor becomes typed, or says why not") {
  const auto x = counted<float>({16, 3, 32, 32});
  const auto images = as<Shape<N, 3, 32, 32>>(x);
  CHECK(images.data() == x.data());
  CHECK(images.extent<0>() == 16);
  CHECK(as<Shape<16, 3, 32, 32>>(x) == x);
  CHECK(as<Shape<N, C(3), M, M>>(x).extent<3>() == 32);
  CHECK(as<Shape<N, 3, 2 * M, K>>(x).shape()[2].number == 32);

  try {
    (void)as<Shape<64, 3, 32, 32>>(x);
    FAIL("nothing was thrown");
  } catch (const ShapeError& error) {
    CHECK(error.expected() == ShapeValue{64, 3, 32, 32});
    CHECK(error.found() == ShapeValue{16, 3, 32, 32});
    CHECK(error.axis() == 0);
    CHECK_THAT(std::string(error.what()), ContainsSubstring("axis 0 is 16, wanted is 64"));
  }
  CHECK_THAT(shape_error([&] { (void)as<Shape<N, 3, 32>>(x); }), ContainsSubstring("rank 4, wanted is rank 3"));
  CHECK_THAT(shape_error([&] { (void)as<Shape<N, N, 32, 32>>(x); }),
             ContainsSubstring("which another axis contradicts"));
  CHECK_THAT(shape_error([&] { (void)as<Shape<2 * N + 1, 3, 32, 32>>(x); }), ContainsSubstring("axis 0"));
  CHECK_THAT(shape_error([&] { (void)as<Shape<N, 3, 32, 2 * N>>(counted<float>({15, 3, 32, 32})); }),
             ContainsSubstring("contradicts"));
}

TEST_CASE("as: what the operand's own names say holds behind the door") {
  const auto x = matmul(unsqueeze<1>(flatten(zeros<float, Shape<M, N>>(3, 4))), zeros<float, Shape<1, dyn>>(5));
  CHECK_THAT(shape_error([&] { (void)as<Shape<dyn, N>>(x); }),
             ContainsSubstring("as: 60 elements, as [M*N = 12, 5], are wanted as [dyn, N]: axis 0 is M*N = 12, which "
                               "Shape<dyn, N> contradicts"));
}

TEST_CASE("as: a named axis is at least 1, an unnamed one may be empty") {
  const DynamicTensor<float> empty(ShapeValue{0, 3});
  CHECK_THAT(shape_error([&] { (void)as<Shape<N, 3>>(empty); }), ContainsSubstring("a named axis is at least 1"));
  CHECK(as<Shape<dyn, 3>>(empty).element_count() == 0);
  CHECK(as<Shape<0, 3>>(empty).element_count() == 0);
}

TEST_CASE("as: an AnyTensor, whose element type is asked first") {
  const AnyTensor any = counted<std::uint8_t>({16, 3});
  CHECK(as<std::uint8_t, Shape<N, 3>>(any).extent<0>() == 16);
  CHECK(as<std::uint8_t, Shape<16, 3>>(any).element_count() == 48);
  CHECK_THROWS_AS((as<float, Shape<N, 3>>(any)), ElementTypeError);
  CHECK_THROWS_AS((as<float, Shape<N, 4>>(any)), ElementTypeError);
  CHECK_THROWS_AS((as<std::uint8_t, Shape<N, 4>>(any)), ShapeError);
}

TEST_CASE("as: a vector that is moved in keeps its place, one that is not is copied") {
  auto values = counting_vector(300);
  const float* data = values.data();
  const auto copy = as<Shape<_, 3>>(values);
  static_assert(std::is_same_v<ShapeTypeOf<decltype(copy)>, Shape<dyn, 3>>);
  CHECK(copy.data() != data);
  CHECK(copy.extent<0>() == 100);
  CHECK(values.size() == 300);

  auto taken = as<Shape<N, 3>>(std::move(values));
  CHECK(taken.data() == data);
  CHECK(taken.extent<0>() == 100);
  taken(0, 0) = 5;
  CHECK(taken.data() == data);  // its own now, so that writing copies nothing
  const auto shared = taken;
  taken(0, 0) = 6;
  CHECK(shared.data() == data);
  CHECK(shared(0, 0) == 5);

  const std::vector<int> constant{1, 2, 3, 4, 5, 6};
  CHECK(as<Shape<2, 3>>(constant) == Tensor<int, Shape<2, 3>>{{1, 2, 3}, {4, 5, 6}});
  CHECK(as<Shape<2, 3>>(std::vector<int>{1, 2, 3, 4, 5, 6})(1, 2) == 6);  // lies inline: the vector goes
}

TEST_CASE("as: spans and arrays are copied") {
  const auto values = counting_vector(300);
  const auto from_span = as<Shape<300>>(std::span<const float>(values));
  CHECK(from_span.data() != values.data());
  CHECK(from_span(299) == 299);
  CHECK(as<Shape<N>>(std::span(values).first(5)).extent<0>() == 5);
  const std::array<int, 4> array{1, 2, 3, 4};
  CHECK(as<Shape<2, 2>>(array)(1, 0) == 3);
  CHECK(as<Shape<2, dyn>>(std::array<bool, 4>{true})(0, 0));
}

TEST_CASE("as: elements without axes that cannot fill the shape, and the vector is still whole") {
  auto values = counting_vector(100);
  CHECK_THAT(shape_error([&] { (void)as<Shape<7, 14>>(std::move(values)); }),
             ContainsSubstring("100 elements cannot fill Shape<7, 14>, which holds 98"));
  CHECK(values.size() == 100);
  CHECK_THAT(shape_error([&] { (void)as<Shape<_, 3>>(values); }), ContainsSubstring("100 / 3 leaves 1"));
  CHECK_THAT(shape_error([&] { (void)as<Shape<N, M>>(values); }), ContainsSubstring("leaves 2 extents open"));
  CHECK(!shape_error([&] { (void)as<Shape<N>>(std::vector<float>()); }).empty());
  CHECK(as<Shape<dyn>>(std::vector<float>()).element_count() == 0);
}

TEST_CASE("adopt: a foreign owner is kept until the last tensor goes, and no longer") {
  auto owner = std::make_shared<std::vector<float>>(counting_vector(100));
  const std::weak_ptr<std::vector<float>> watched = owner;
  float* data = owner->data();
  {
    auto x = adopt<Shape<N, 10>>(data, 100, std::move(owner));
    CHECK(x.data() == data);
    x(0, 0) = 7;
    CHECK(*data == 7);  // written where it lies
    const AnyTensor any = reshape<Shape<100>>(x);
    CHECK(any.data() == data);
    x = zeros<float, Shape<N, 10>>(1);
    CHECK_FALSE(watched.expired());
    CHECK(any.get<float>()(0) == 7);
  }
  CHECK(watched.expired());
}

TEST_CASE("adopt: a small static tensor copies, and lets the owner go") {
  auto owner = std::make_unique<float[]>(4);
  float* data = owner.get();
  data[3] = 4;
  const auto x = adopt<Shape<4>>(data, 4, std::move(owner));
  CHECK(x(3) == 4);
}

TEST_CASE("adopt: elements that are const are copied before they are written") {
  const auto owner = std::make_shared<const std::vector<float>>(counting_vector(100));
  auto x = adopt<Shape<100>>(owner->data(), 100, owner);
  CHECK(x.data() == owner->data());
  const auto untouched = x;
  x(0) = -1;
  CHECK(x.data() != owner->data());
  CHECK(owner->front() == 0);
  CHECK(untouched.data() == owner->data());
  CHECK(owner.use_count() == 2);
}

TEST_CASE("adopt: a part of what is owned, and a count that does not fit") {
  const auto owner = std::make_shared<std::vector<float>>(counting_vector(300));
  const auto middle = adopt<Shape<100>>(owner->data() + 100, 100, owner);
  CHECK(middle(0) == 100);
  auto written = middle;
  written(99) = -1;
  CHECK((*owner)[199] == 199);
  CHECK_THAT(shape_error([&] { (void)adopt<Shape<100>>(owner->data(), 99, owner); }), ContainsSubstring("99 elements"));
  CHECK(owner.use_count() == 2);
}

TEST_CASE("borrow: memory stays where it is; const memory is copied before it is written") {
  auto values = counting_vector(100);
  auto x = borrow<Shape<N, 10>>(std::span(values));
  CHECK(x.data() == values.data());
  x(0, 1) = 50;
  CHECK(values[1] == 50);
  const auto shared = x;
  x(0, 1) = 51;  // parts from the copy, which keeps the memory
  CHECK(values[1] == 50);
  CHECK(shared.data() == values.data());

  const auto& constant = values;
  auto y = borrow<Shape<_, 10>>(std::span(constant));
  CHECK(y.data() == values.data());
  y(0, 0) = -1;
  CHECK(y.data() != values.data());
  CHECK(values[0] == 0);
}

TEST_CASE("as: names that the element count does not determine are refused") {
  CHECK(!shape_error([] { (void)as<Shape<N, N>>(std::vector<float>(16)); }).empty());
}

TEST_CASE("as: expressions over names that are found later are checked too") {
  // K = 3, so M = 12 / 3 = 4, so 7 is no multiple of M.
  const DynamicTensor<float> x(ShapeValue{7, 12, 3});
  CHECK(!shape_error([&] { (void)as<Shape<N * M, M * K, K>>(x); }).empty());
}

TEST_CASE("as: a container whose elements move with it is read after the move") {
  std::basic_string<std::uint8_t> bytes{1, 2, 3};  // lies inside the string object itself
  CHECK(as<Shape<3>>(std::move(bytes)) == Tensor<std::uint8_t, Shape<3>>{1, 2, 3});
}

TEST_CASE("adopt: a negative count is refused") {
  static int values[3] = {};
  CHECK(!shape_error([] { (void)adopt<Shape<dyn>>(values, -5, 0); }).empty());
}
