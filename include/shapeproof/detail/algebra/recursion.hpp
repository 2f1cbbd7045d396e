// SPDX-License-Identifier: BSL-1.0
// Which functions of the algebra call each other? Reading, writing, bounding, dividing and comparing: (N/2)/3 is read by
// dividing, a quotient is kept by writing it, and what is kept is read again. Each header of them brings all.
#pragma once

#include "polynomial.hpp"

namespace shapeproof::detail {

constexpr Polynomial read(const Name& text, Workspace& work);
constexpr Polynomial read_maximum(const Name& factor, Workspace& work);
constexpr Polynomial read_minimum(const Name& factor, Workspace& work);

constexpr FactorId add_quotient(const Polynomial& dividend, char sign, const Polynomial& divisor);
constexpr FactorId add_extreme(const char* function, const Polynomial* arguments, int size);
constexpr Polynomial extreme_coefficients(const Polynomial* sums, int size, bool least);

constexpr bool is_always_at_least(const Polynomial& sum, std::int64_t number);
namespace bounds {
constexpr std::int64_t least(FactorId factor, Workspace& work);
}

constexpr Polynomial floor_quotient(Polynomial dividend, Polynomial divisor);
constexpr Polynomial maximum(const Polynomial* arguments, int size);

}  // namespace shapeproof::detail
