// SPDX-License-Identifier: BSL-1.0
// How do features become other features? Each is a weighted sum of all: x times the weight's transpose, plus a bias.
//
//   linear   [..., in], weight [out, in], bias [out] -> [..., out]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/create.hpp"
#include "../engine/matmul.hpp"
#include "../rules/linear.hpp"
#include "normalize.hpp"
#include "window.hpp"

namespace shapeproof {
namespace detail {

// The bias first, once for each row; products are added to it.
template <class T>
constexpr void repeat_row(const T* row, T* out, std::int64_t rows, std::int64_t columns) {
  for (std::int64_t i = 0; i < rows; ++i) {
    for (std::int64_t j = 0; j < columns; ++j) out[i * columns + j] = row[j];
  }
}

struct LinearRule : ByWeightAndBias {
  static constexpr const char* name = "linear";
  static constexpr int least_operands = 2;
  static constexpr int most_operands = 3;

  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& weight, Refusal* why) const {
    return linear_rule(input, weight, why);
  }
  constexpr Ruling operator()(const ShapeValue& input, const ShapeValue& weight, const ShapeValue& bias,
                              Refusal* why) const {
    return linear_rule(input, weight, bias, why);
  }

  template <class... T>
  using Elements = NormElements<LinearRule, T...>;

  template <class T, class X, class W, class... B>
  static constexpr void compute(T* out, const Extents& extents, const X& x, const W& weight, const B&... bias) {
    const Extents rows = x.extents();
    engine::Gemm product{.m = rows.count(0, rows.rank - 1), .k = rows[rows.rank - 1], .n = extents[extents.rank - 1]};
    product.right_is_transposed = true;
    product.adds = sizeof...(B) > 0;
    (repeat_row(bias.data(), out, product.m, product.n), ...);
    engine::gemm(x.data(), weight.data(), out, product);
  }
};

template <auto... Specification>
struct LinearSpecification {};

}  // namespace detail

// Whether features of shape X meet a weight of shape W, and a bias. All are shapes, or tensors of these.
template <class X, class W, class... B>
concept LinearlyMappable = detail::HoldsFor<detail::LinearRule, X, W, B...>;

// linear<>(x, weight), linear<>(x, weight, bias): as PyTorch's functional linear. Elements are float, double or half, whose
// sums are kept as float. linear<120>, linear<120, NoBias> stand for a layer of a Sequential: nn/sequential.hpp.
template <auto... Specification>
inline constexpr detail::LinearSpecification<Specification...> linear;
template <>
inline constexpr detail::Function<detail::WindowOperation<detail::LinearRule>> linear<>;
// linear_into(out, x, weight), linear_into(out, x, weight, bias): the same, written into out.
inline constexpr detail::WindowInto<detail::LinearRule> linear_into;

}  // namespace shapeproof
