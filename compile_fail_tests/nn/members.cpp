// SPDX-License-Identifier: BSL-1.0
// No member of a model is left out in silence.
// expect: a model declares its members by BOOST_HANA_DEFINE_STRUCT
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/parameters.hpp>
using namespace shapeproof;

struct Undeclared {
  Linear<4, 3> fc;
};
auto count = parameter_count<BAD_OR_GOOD(Undeclared, decltype(Undeclared::fc))>;  // error here
