// SPDX-License-Identifier: BSL-1.0
// xtensor alone, into memory that is there.
#include <xtensor/xmath.hpp>
#include <xtensor/xnoalias.hpp>
#include <xtensor/xtensor.hpp>
#include <xtensor/xview.hpp>

#include <memory>

#include "rows.hpp"

namespace {

template <std::size_t Rank>
auto tensor(const std::array<std::size_t, Rank>& extents) {
  auto made = std::make_shared<xt::xtensor<float, Rank>>(extents);
  const auto numbers = rows::numbers(made->size());
  std::copy(numbers.begin(), numbers.end(), made->begin());
  return made;
}

// expression(x) is written into a tensor of these extents.
template <std::size_t Rank, std::size_t OutRank, class Expression>
void add(const std::string& row, const std::array<std::size_t, Rank>& in, const std::array<std::size_t, OutRank>& out,
         const Expression& expression) {
  const auto x = tensor(in);
  const auto y = tensor(out);
  rows::add(row, "xtensor", [=] {
    xt::noalias(*y) = expression(*x);
    rows::use(y->data());
  });
}

const int registered = [] {
  using Vector = std::array<std::size_t, 1>;
  using Matrix = std::array<std::size_t, 2>;
  using Images = std::array<std::size_t, 4>;
  const auto twice = [](const auto& x) { return x + x; };
  add(rows::add_small, Vector{rows::small_count}, Vector{rows::small_count}, twice);
  add(rows::add_large, Vector{rows::large_count}, Vector{rows::large_count}, twice);
  add(rows::tanh, Vector{rows::large_count}, Vector{rows::large_count}, [](const auto& x) { return xt::tanh(x); });
  add(rows::relu, Vector{rows::images_count}, Vector{rows::images_count},
      [](const auto& x) { return xt::maximum(x, 0.0F); });
  add(rows::sum_rows, Matrix{4096, 4096}, Vector{4096},
      [](const auto& x) { return xt::sum(x, {0}, xt::evaluation_strategy::immediate); });
  add(rows::sum_columns, Matrix{4096, 4096}, Vector{4096},
      [](const auto& x) { return xt::sum(x, {1}, xt::evaluation_strategy::immediate); });
  add(rows::to_nhwc, Images{64, 64, 32, 32}, Images{64, 32, 32, 64},
      [](const auto& x) { return xt::transpose(x, {0, 2, 3, 1}); });
  return 0;
}();

}  // namespace
