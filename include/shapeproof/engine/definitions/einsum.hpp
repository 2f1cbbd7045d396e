// SPDX-License-Identifier: BSL-1.0
// An einsum as products of matrices. What lies as a matrix is multiplied where it lies; all else is copied first.
#pragma once

#include "../einsum.hpp"
#include "einsum_view.hpp"

namespace shapeproof::engine {
namespace detail {

// Two operands and what is wanted of them.
template <class T>
class Pair {
 public:
  Pair(const Contraction& contraction, IndexedView<T> left, IndexedView<T> right, IndexOrder wanted)
      : contraction_(contraction), left_(std::move(left)), right_(std::move(right)), wanted_(wanted) {}

  void contract(T* out) {
    left_ = without_lone_sums(std::move(left_), right_.indices);
    right_ = without_lone_sums(std::move(right_), left_.indices);
    const IndexOrder inner = common(common(left_.indices, right_.indices), wanted_, false);
    if (count_of(contraction_, inner) == 1) {
      return multiply_along(contraction_, wanted_, left_, right_, out);
    }
    // The result's last index is one of the right operand alone, where there is a choice.
    const bool swaps = wanted_.count > 0 && !right_.indices.has(wanted_[wanted_.count - 1]);
    if (swaps) std::swap(left_, right_);
    multiply_matrices(inner, out);
  }

 private:
  // Indices that neither the other operand nor the result has are summed over first: a product with ones.
  IndexedView<T> without_lone_sums(IndexedView<T> view, const IndexOrder& other) const {
    const IndexOrder lone = common(common(view.indices, other, false), wanted_, false);
    if (lone.count == 0) return view;
    IndexedView<T> result = new_view<T>(contraction_, common(view.indices, lone, false));
    Pair(contraction_, std::move(view), ones_along<T>(contraction_, lone), result.indices)
        .contract(result.elements.fresh_data());
    return result;
  }

  // Where the operands lie, or copies of them, multiplied into `out`, or into a copy that is put in order there.
  void multiply_matrices(IndexOrder inner, T* out) {
    const IndexOrder both = common(left_.indices, right_.indices);
    const IndexOrder batch = common(wanted_, both);
    const IndexOrder rows = common(common(wanted_, both, false), left_.indices);
    const IndexOrder columns = common(common(wanted_, both, false), right_.indices);
    const IndexOrder other_inner = common(right_.indices, inner);
    if (matrices_with(batch, rows, inner, columns) < matrices_with(batch, rows, other_inner, columns)) {
      inner = other_inner;
    }
    IndexOrder natural = batch;
    natural.add_all(rows);
    natural.add_all(columns);
    const Lie left = lay(left_, batch, rows, inner);
    const Lie right = lay(right_, batch, inner, columns);
    Gemm product{.m = count_of(contraction_, rows),
                 .k = count_of(contraction_, inner),
                 .n = count_of(contraction_, columns),
                 .left_is_transposed = left.is_transposed,
                 .right_is_transposed = right.is_transposed,
                 .left_stride = left.stride,
                 .right_stride = right.stride,
                 .batches = count_of(contraction_, batch),
                 .left_batch_stride = left.batch_stride,
                 .right_batch_stride = right.batch_stride};
    product.out_batch_stride = product.m * product.n;
    if (is_wanted(natural)) return gemm(left_.data, right_.data, out, product);
    IndexedView<T> result = new_view<T>(contraction_, natural);
    gemm(left_.data, right_.data, result.elements.fresh_data(), product);
    copy_along(contraction_, wanted_, result, out);
  }

  // How many of the operands lie as matrices.
  [[nodiscard]] int matrices_with(const IndexOrder& batch, const IndexOrder& rows, const IndexOrder& inner,
                                  const IndexOrder& columns) const {
    return (lie_of(contraction_, left_, batch, rows, inner).is_matrix ? 1 : 0) +
           (lie_of(contraction_, right_, batch, inner, columns).is_matrix ? 1 : 0);
  }

  // Copies the operand if it does not lie as matrices.
  Lie lay(IndexedView<T>& view, const IndexOrder& batch, const IndexOrder& rows, const IndexOrder& columns) const {
    if (const Lie lie = lie_of(contraction_, view, batch, rows, columns); lie.is_matrix) return lie;
    IndexOrder order = batch;
    order.add_all(rows);
    order.add_all(columns);
    IndexedView<T> copy = new_view<T>(contraction_, order);
    copy_along(contraction_, order, view, copy.elements.fresh_data());
    view = std::move(copy);
    return lie_of(contraction_, view, batch, rows, columns);
  }

  // Whether indices of extent 1 are all that stand elsewhere in `natural`.
  [[nodiscard]] bool is_wanted(const IndexOrder& natural) const {
    int k = 0;
    for (int i = 0; i < wanted_.count; ++i) {
      if (contraction_.extents[wanted_[i]] == 1) continue;
      while (contraction_.extents[natural[k]] == 1) ++k;
      if (natural[k++] != wanted_[i]) return false;
    }
    return true;
  }

  const Contraction& contraction_;
  IndexedView<T> left_;
  IndexedView<T> right_;
  IndexOrder wanted_;
};

}  // namespace detail

template <class T>
void einsum_kernel(const Contraction& contraction, const T* const* operands, T* out) {
  using View = detail::IndexedView<T>;
  detail::IndexOrder result;
  result.add_all(contraction.result);
  const detail::IndexOrder all = detail::all_indices(contraction);
  if (detail::count_of(contraction, all) == 0) {
    const std::int64_t count = detail::count_of(contraction, result);
    for (std::int64_t i = 0; i < count; ++i) out[i] = T{};
    return;
  }
  View views[2 * EinsumPattern::max_operands];
  int count = contraction.operand_count;
  for (int i = 0; i < count; ++i) views[i] = detail::view_of(contraction, i, operands[i]);
  if (count == 1) {
    const detail::IndexOrder summed = detail::common(views[0].indices, result, false);
    if (summed.count == 0) return detail::copy_along(contraction, result, views[0], out);
    return detail::Pair<T>(contraction, std::move(views[0]), detail::ones_along<T>(contraction, summed), result)
        .contract(out);
  }
  const ContractionOrder order = contraction_order(contraction);
  for (int step = 0; step < order.step_count; ++step) {
    View left = std::move(views[order.steps[step].left]);
    View right = std::move(views[order.steps[step].right]);
    views[order.steps[step].left].indices = views[order.steps[step].right].indices = {};
    if (step == order.step_count - 1) {
      return detail::Pair<T>(contraction, std::move(left), std::move(right), result).contract(out);
    }
    detail::IndexOrder needed = result;
    for (int i = 0; i < count; ++i) needed.add_all(views[i].indices);
    // As one product of matrices gives it.
    const detail::IndexOrder both = detail::common(left.indices, right.indices);
    detail::IndexOrder wanted = detail::common(both, needed);
    wanted.add_all(detail::common(left.indices, needed));
    wanted.add_all(detail::common(right.indices, needed));
    views[count] = detail::new_view<T>(contraction, wanted);
    detail::Pair<T>(contraction, std::move(left), std::move(right), wanted)
        .contract(views[count].elements.fresh_data());
    ++count;
  }
}

}  // namespace shapeproof::engine
