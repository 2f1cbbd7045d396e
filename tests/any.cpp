// SPDX-License-Identifier: BSL-1.0
// Does a tensor of any element type say what it holds, hand it out as that, and refuse the rest?
#include <shapeproof/any.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/visit.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N");

TEST_CASE("AnyTensor: says what it holds") {
  const AnyTensor any = counted<std::int16_t>({2, 3});
  CHECK(any.element_type() == ElementType::int16);
  CHECK(any.rank() == 2);
  CHECK(any.shape() == ShapeValue{2, 3});
  CHECK(any.element_count() == 6);
  CHECK(any.byte_count() == 12);
  CHECK(any.holds<std::int16_t>());
  CHECK_FALSE(any.holds<std::uint16_t>());
  CHECK(std::string(any.origin()).empty());
}

TEST_CASE("AnyTensor: shares its elements with the tensor it came from, and with those it becomes") {
  const auto typed = counted<float, Shape<N, 40>>(2);
  const AnyTensor any = typed;
  CHECK(any.data() == typed.data());
  DynamicTensor<float> back = any.get<float>();
  CHECK(back.data() == typed.data());
  back(0, 0) = 7;
  CHECK(typed(0, 0) == 0);
  CHECK(any.get<float>() == typed);

  // Elements that lie inline are copied.
  AnyTensor number = Tensor<double, Shape<>>(2.5);
  CHECK(number.get<double>()() == 2.5);
  number = typed;
  CHECK(number.data() == typed.data());
}

TEST_CASE("AnyTensor: another element type is an ElementTypeError with both") {
  const AnyTensor any = counted<std::uint8_t>({2});
  try {
    (void)any.get<float>();
    FAIL("nothing was thrown");
  } catch (const ElementTypeError& error) {
    CHECK(error.expected() == ElementType::float32);
    CHECK(error.found() == ElementType::uint8);
    CHECK(std::string(error.what()) ==
          "elements are uint8, wanted are float32; take them as std::uint8_t, then cast<float>(x)");
  }
  CHECK_THROWS_AS((void)any.get<std::int8_t>(), Error);
  CHECK_THROWS_AS((void)any.get<bool>(), std::exception);
}

TEST_CASE("visit: calls the function with the type that is there, for all fourteen") {
  int count = 0;
  boost::hana::unpack(element_types, [&](auto... types) {
    const auto check = [&](auto type) {
      using T = typename decltype(type)::type;
      CHECK(static_cast<int>(element_type<T>) == count++);  // their order is that of ElementType
      const AnyTensor any = counted<T>({3});
      const bool is_right = visit(any, [](const auto& tensor) {
        using Found = typename std::remove_cvref_t<decltype(tensor)>::element;
        return std::is_same_v<Found, T> && tensor.rank() == 1 && tensor.at(2) == samples::nth<Found>(2);
      });
      CHECK(is_right);
    };
    (check(types), ...);
  });
  CHECK(count == element_type_count);
}

TEST_CASE("visit: hands on what the function returns, changes and throws") {
  const AnyTensor any = counted<int>({5});
  int calls = 0;
  visit(any, [&calls](const auto&) { ++calls; });
  CHECK(calls == 1);
  CHECK(visit(any, [](const auto& tensor) { return tensor.element_count(); }) == 5);
  CHECK_THROWS_AS(visit(any, [](const auto&) { throw std::runtime_error("mine"); }), std::runtime_error);
}
