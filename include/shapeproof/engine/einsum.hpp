// SPDX-License-Identifier: BSL-1.0
// How is an einsum computed? Two operands at a time, each pair as one product of matrices, or as a batch of them: indices
// of both and of the result are the batch, indices of both that are summed over the inner extent. An operand is copied
// only if it does not lie as a matrix, transposed or not.
#pragma once

#include "config.hpp"
#include "einsum_indices.hpp"

namespace shapeproof::engine {
// For float, double, half, std::complex of the two and integers without a sign.
template <class T>
void einsum_kernel(const Contraction& contraction, const T* const* operands, T* out);

// `out` overlaps no operand. Sums of half are kept as float within each pair of operands; integers wrap around.
template <class T>
constexpr void einsum(const Contraction& contraction, const T* const* operands, T* out) {
  const detail::IndexOrder order = detail::all_indices(contraction);
  const bool is_small = detail::count_of(contraction, order) <= detail::few_products;
  if (std::is_constant_evaluated() || is_small) return detail::einsum_plainly(contraction, operands, out);
  if constexpr (std::is_integral_v<T>) {
    // Both signs wrap around to the same bits.
    using Unsigned = std::make_unsigned_t<T>;
    const Unsigned* all[EinsumPattern::max_operands] = {};
    for (int i = 0; i < contraction.operand_count; ++i) all[i] = reinterpret_cast<const Unsigned*>(operands[i]);
    einsum_kernel(contraction, all, reinterpret_cast<Unsigned*>(out));
  } else {
    einsum_kernel(contraction, operands, out);
  }
}

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/einsum.hpp"
#endif
