// SPDX-License-Identifier: BSL-1.0
// Do errors carry the sentence and the facts?
#include <shapeproof/errors.hpp>

#include <string>

#include "catch.hpp"

using namespace shapeproof;

TEST_CASE("ShapeError: the sentence, what was wanted and found, and the axis") {
  Refusal why;
  why.sentence << "axis " << 1;
  why.expected = ShapeValue{2, 3};
  why.found = ShapeValue{2, 4};
  why.axis = 1;
  const ShapeError error(why);
  const ShapeError copy = error;
  CHECK(std::string(copy.what()) == "axis 1");
  CHECK(copy.expected() == ShapeValue{2, 3});
  CHECK(copy.found() == ShapeValue{2, 4});
  CHECK(copy.axis() == 1);
}

TEST_CASE("Errors are told apart, and have one base") {
  static_assert(std::is_base_of_v<std::exception, Error>);
  static_assert(std::is_base_of_v<Error, ShapeError> && std::is_base_of_v<Error, ElementTypeError>);
  static_assert(!std::is_base_of_v<ShapeError, ElementTypeError> && !std::is_base_of_v<ElementTypeError, ShapeError>);
  CHECK_THROWS_AS(detail::ask_element("", ElementType::int8, ElementType::float32), ElementTypeError);
  CHECK_NOTHROW(detail::ask_element("", ElementType::int8, ElementType::int8));
  try {
    detail::ask_element("images.npy", ElementType::boolean, ElementType::complex64);
  } catch (const Error& error) {
    CHECK(std::string(error.what()) ==
          "images.npy: elements are complex64, wanted are bool; take them as std::complex<float>, then cast<bool>(x)");
  }
}
