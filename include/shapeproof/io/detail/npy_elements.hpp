// SPDX-License-Identifier: BSL-1.0
// How do the bytes of a .npy file become row-major elements of this machine? Bytes in the other order are turned in
// place; columns (Fortran order) are laid out as rows in new memory.
// run time only: tests/io/npy.cpp
#pragma once

#include "byte_order.hpp"
#include "npy_header.hpp"

namespace shapeproof::detail {

// A byte that is neither 0 nor 1 is no bool: reading it as one would be undefined.
inline void check_bools(const FileFacts& file, std::int64_t offset, const unsigned char* bytes, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) {
    if (bytes[i] > 1) throw file.error_at(offset + i, "a bool is ", bytes[i], "; 0 or 1 is wanted");
  }
}

// Of a complex number: of its parts.
inline int alignment_of(ElementType type) {
  return type >= ElementType::complex64 ? bytes_of(type) / 2 : bytes_of(type);
}

// Whether columns and rows are the same, as at most one axis has more than one element.
inline bool order_matters(const Extents& extents) {
  int longer = 0;
  for (int axis = 0; axis < extents.rank; ++axis) longer += extents[axis] > 1 ? 1 : 0;
  return longer > 1;
}

// A matrix between two memories: `rows` x `columns` elements, with the distances between them on both sides.
struct Slab {
  std::int64_t rows, columns;
  std::int64_t from_row, from_column;
  std::int64_t to_row, to_column;
};

// In squares that fit the cache, as one of the two sides is always crossed against its grain.
template <int Bytes>
void copy_slab(const Slab& slab, const unsigned char* from, unsigned char* to) {
  constexpr std::int64_t edge = 32;
  for (std::int64_t row = 0; row < slab.rows; row += edge) {
    for (std::int64_t column = 0; column < slab.columns; column += edge) {
      const std::int64_t row_end = row + edge < slab.rows ? row + edge : slab.rows;
      const std::int64_t column_end = column + edge < slab.columns ? column + edge : slab.columns;
      for (std::int64_t i = row; i < row_end; ++i) {
        for (std::int64_t j = column; j < column_end; ++j) {
          __builtin_memcpy(to + (i * slab.to_row + j * slab.to_column) * Bytes,
                           from + (i * slab.from_row + j * slab.from_column) * Bytes, Bytes);
        }
      }
    }
  }
}

// `from` counts the first axis fastest, `to` the last. Neither is empty, and the rank is at least 2.
template <int Bytes>
void columns_to_rows(const Extents& extents, const unsigned char* from, unsigned char* to) {
  const int last = extents.rank - 1;
  const Slab slab{extents[0], extents[last], 1, extents.count(0, last), extents.count(1, extents.rank), 1};
  const std::int64_t slabs = extents.count(1, last);
  for (std::int64_t nth = 0; nth < slabs; ++nth) {
    // nth counts the axes between the first and the last as rows do.
    std::int64_t rest = nth;
    std::int64_t from_at = 0;
    for (int axis = last - 1; axis > 0; --axis) {
      from_at += rest % extents[axis] * extents.count(0, axis);
      rest /= extents[axis];
    }
    copy_slab<Bytes>(slab, from + from_at * Bytes, to + nth * extents[last] * Bytes);
  }
}

inline void columns_to_rows(int bytes, const Extents& extents, const unsigned char* from, unsigned char* to) {
  switch (bytes) {
    case 1:
      return columns_to_rows<1>(extents, from, to);
    case 2:
      return columns_to_rows<2>(extents, from, to);
    case 4:
      return columns_to_rows<4>(extents, from, to);
    case 8:
      return columns_to_rows<8>(extents, from, to);
    default:
      return columns_to_rows<16>(extents, from, to);
  }
}

// `raw` holds the bytes as they stand in the file.
inline Buffer to_elements(const FileFacts& file, const NpyHeader& header, Buffer raw) {
  auto* bytes = static_cast<unsigned char*>(raw.data());
  const ElementType type = header.element.type;
  if (type == ElementType::boolean) check_bools(file, header.data_offset, bytes, header.byte_count);
  if (header.element.is_big_endian) reverse_bytes(type, bytes, header.byte_count);
  if (!header.is_fortran || header.byte_count == 0 || !order_matters(header.extents)) return raw;
  Buffer rows = Buffer::allocate(static_cast<std::size_t>(header.byte_count));
  columns_to_rows(bytes_of(type), header.extents, bytes, static_cast<unsigned char*>(rows.data()));
  return rows;
}

}  // namespace shapeproof::detail
