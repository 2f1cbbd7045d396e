// SPDX-License-Identifier: BSL-1.0
// The operands of an einsum: with an index for each axis, and how far apart the elements along it are. They are walked along,
// copied into another order, and looked at as matrices.
#pragma once

#include "../einsum_indices.hpp"
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
  using Summed = typename SumOf<T>::type;
  const Walk walk = walk_along(contraction, order, left, right);
  const std::int64_t inner = walk.extents[walk.count - 1];
  const std::int64_t left_step = walk.left[walk.count - 1];
  const std::int64_t right_step = walk.right[walk.count - 1];
  parallel_for(walk.outer_count(), einsum_grain / inner + 1, [&](std::int64_t begin, std::int64_t end) {
    for_rows(walk, begin, end, [&](std::int64_t row, std::int64_t left_offset, std::int64_t right_offset) {
      const T* a = left.data + left_offset;
      const T* b = right.data + right_offset;
      T* to = out + row * inner;
      for (std::int64_t i = 0; i < inner; ++i) {
        to[i] = static_cast<T>(static_cast<Summed>(a[i * left_step]) * static_cast<Summed>(b[i * right_step]));
      }
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

}  // namespace detail
}  // namespace shapeproof::engine
