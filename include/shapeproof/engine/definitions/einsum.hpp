// SPDX-License-Identifier: BSL-1.0
// An einsum as products of matrices. What lies as a matrix is multiplied where it lies; all else is copied first.
#pragma once

#include "../einsum.hpp"
#include "../parallel.hpp"

namespace shapeproof::engine {
namespace detail {

// A tensor with an index for each axis: an operand, or what came of two. It keeps alive what nobody else does.
template <class T>
struct IndexedView {
  const T* data = nullptr;
  IndexOrder indices{};
  std::int64_t strides[EinsumIndices::kinds] = {};  // of each index
  shapeproof::detail::SharedElements<T> elements{};
};

// Axes that are walked along in row-major order, and how far two tensors move with each. Neighbours that move as one axis
// would are one axis; none has extent 1, but where there is no other.
struct Walk {
  int count = 0;
  std::int64_t extents[EinsumIndices::kinds + 1] = {};
  std::int64_t left[EinsumIndices::kinds + 1] = {};
  std::int64_t right[EinsumIndices::kinds + 1] = {};

  void add(std::int64_t extent, std::int64_t left_stride, std::int64_t right_stride) {
    if (extent == 1) return;
    const int last = count - 1;
    if (count > 0 && left[last] == left_stride * extent && right[last] == right_stride * extent) {
      extents[last] *= extent;
    } else {
      extents[count++] = extent;
    }
    left[count - 1] = left_stride;
    right[count - 1] = right_stride;
  }
  // Never without an axis, so that there is an innermost one.
  void finish() {
    if (count == 0) extents[count++] = 1;
  }
  [[nodiscard]] std::int64_t outer_count() const {
    std::int64_t outer = 1;
    for (int i = 0; i < count - 1; ++i) outer *= extents[i];
    return outer;
  }
};

template <class T>
Walk walk_along(const Contraction& contraction, const IndexOrder& order, const IndexedView<T>& left,
                const IndexedView<T>& right) {
  Walk walk;
  for (int i = 0; i < order.count; ++i) {
    walk.add(contraction.extents[order[i]], left.strides[order[i]], right.strides[order[i]]);
  }
  walk.finish();
  return walk;
}

// Calls with_row(row, left offset, right offset) for rows [begin, end) along the innermost axis.
template <class WithRow>
void for_rows(const Walk& walk, std::int64_t begin, std::int64_t end, const WithRow& with_row) {
  const int inner = walk.count - 1;
  for (std::int64_t row = begin; row < end; ++row) {
    std::int64_t left = 0;
    std::int64_t right = 0;
    std::int64_t rest = row;
    for (int i = inner - 1; i >= 0; --i) {
      left += rest % walk.extents[i] * walk.left[i];
      right += rest % walk.extents[i] * walk.right[i];
      rest /= walk.extents[i];
    }
    with_row(row, left, right);
  }
}

inline constexpr std::int64_t einsum_grain = 1 << 15;  // elements that are worth another thread

// out[order] = left[...] * right[...]: nothing is summed over.
template <class T>
void multiply_along(const Contraction& contraction, const IndexOrder& order, const IndexedView<T>& left,
                    const IndexedView<T>& right, T* out) {
  const Walk walk = walk_along(contraction, order, left, right);
  const std::int64_t inner = walk.extents[walk.count - 1];
  const std::int64_t left_step = walk.left[walk.count - 1];
  const std::int64_t right_step = walk.right[walk.count - 1];
  parallel_for(walk.outer_count(), einsum_grain / inner + 1, [&](std::int64_t begin, std::int64_t end) {
    for_rows(walk, begin, end, [&](std::int64_t row, std::int64_t left_offset, std::int64_t right_offset) {
      const T* a = left.data + left_offset;
      const T* b = right.data + right_offset;
      T* to = out + row * inner;
      for (std::int64_t i = 0; i < inner; ++i) to[i] = apply<Multiply>(a[i * left_step], b[i * right_step]);
    });
  });
}

// out[order] = view[...].
template <class T>
void copy_along(const Contraction& contraction, const IndexOrder& order, const IndexedView<T>& view, T* out) {
  const Walk walk = walk_along(contraction, order, view, view);
  Extents extents;
  Strides strides;
  const int beyond = walk.count > ShapeValue::max_rank ? walk.count - ShapeValue::max_rank : 0;
  extents.rank = walk.count - beyond;
  for (int i = 0; i < extents.rank; ++i) {
    extents[i] = walk.extents[beyond + i];
    strides[i] = walk.left[beyond + i];
  }
  // What has more axes than a tensor is copied in parts.
  Walk outer = walk;
  outer.count = beyond + 1;
  const std::int64_t inner = extents.count();
  for_rows(outer, 0, outer.outer_count(), [&](std::int64_t row, std::int64_t offset, std::int64_t) {
    copy_strided(view.data + offset, out + row * inner, extents, strides);
  });
}

// New elements with these indices, row-major.
template <class T>
IndexedView<T> new_view(const Contraction& contraction, const IndexOrder& order) {
  IndexedView<T> view;
  view.indices = order;
  std::int64_t stride = 1;
  for (int i = order.count - 1; i >= 0; --i) {
    view.strides[order[i]] = stride;
    stride *= contraction.extents[order[i]];
  }
  view.elements = shapeproof::detail::SharedElements<T>(stride);
  view.data = view.elements.fresh_data();
  return view;
}

// Ones: a product with them is a sum.
template <class T>
IndexedView<T> ones_along(const Contraction& contraction, const IndexOrder& indices) {
  IndexedView<T> view = new_view<T>(contraction, indices);
  const std::int64_t count = count_of(contraction, indices);
  for (std::int64_t i = 0; i < count; ++i) view.elements.fresh_data()[i] = static_cast<T>(1);
  return view;
}

// An index that an operand has twice moves along both axes: the diagonal.
template <class T>
IndexedView<T> view_of(const Contraction& contraction, int operand, const T* data) {
  IndexedView<T> view;
  view.data = data;
  const EinsumIndices& indices = contraction.operands[operand];
  std::int64_t stride = 1;
  for (int i = indices.count - 1; i >= 0; --i) {
    view.strides[indices[i]] += stride;
    stride *= contraction.extents[indices[i]];
  }
  view.indices.add_all(indices);
  return view;
}

// Some indices as one. They lie evenly where they do so already.
struct IndexGroup {
  std::int64_t count = 1;
  std::int64_t stride = 0;
  bool is_even = true;
};
template <class T>
IndexGroup group_of(const Contraction& contraction, const IndexedView<T>& view, const IndexOrder& indices) {
  IndexGroup group;
  for (int i = indices.count - 1; i >= 0; --i) {
    const std::int64_t extent = contraction.extents[indices[i]];
    if (extent == 1) continue;
    const std::int64_t stride = view.strides[indices[i]];
    if (group.count == 1) group.stride = stride;
    else group.is_even = group.is_even && stride == group.stride * group.count;
    group.count *= extent;
  }
  return group;
}

// How matrices lie for gemm.
struct Lie {
  bool is_matrix = false;
  bool is_transposed = false;
  std::int64_t stride = 0;
  std::int64_t batch_stride = 0;
};
template <class T>
Lie lie_of(const Contraction& contraction, const IndexedView<T>& view, const IndexOrder& batch, const IndexOrder& rows,
           const IndexOrder& columns) {
  const IndexGroup matrices = group_of(contraction, view, batch);
  const IndexGroup row = group_of(contraction, view, rows);
  const IndexGroup column = group_of(contraction, view, columns);
  const std::int64_t batch_stride = matrices.stride;
  if (!matrices.is_even || !row.is_even || !column.is_even) return {};
  if (column.count == 1 || column.stride == 1) {
    return {true, false, row.count == 1 ? column.count : row.stride, batch_stride};
  }
  if (row.count == 1 || row.stride == 1) return {true, true, column.stride, batch_stride};
  return {};
}

// The indices of `from` that are, or are not, in `others`, in the order of `from`.
template <class Indices>
IndexOrder common(const Indices& from, const IndexOrder& others, bool are_in = true) {
  IndexOrder order;
  for (int i = 0; i < from.count; ++i) {
    if (others.has(from[i]) == are_in) order.add(from[i]);
  }
  return order;
}

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
