// SPDX-License-Identifier: BSL-1.0
// What a rule lets through without knowing its result is caught before anything is allocated.
#include "../catch.hpp"

#include <shapeproof/rules/outcome.hpp>
#include <string>

using namespace shapeproof;

namespace {

struct Careless {
  constexpr Ruling operator()(const ShapeValue&, Refusal*) const { return allow({3, dyn}); }
};

}  // namespace

TEST_CASE("a result that no operand determines is refused at run time") {
  std::string said;
  try {
    detail::ask(Careless{}, ShapeValue{3, 4});
  } catch (const ShapeError& error) {
    said = error.what();
  }
  CHECK(said == "the operands do not say how long the axes of Shape<3, dyn> are");
}
