// SPDX-License-Identifier: BSL-1.0
// How is a matrix transposed? In square tiles that fit into registers of 16 bytes: 4x4 words of 4 bytes, 8x8 of 2. Tiles
// that share a cache line follow each other, and rows are taken a few hundred at a time, as each may lie on its own page.
#pragma once

#include <cstring>
#include <utility>

#include "words.hpp"

namespace shapeproof::engine::detail {

// out[column * out_stride + row] = in[row * in_stride + column]; strides count words.
struct Matrix {
  std::int64_t rows;
  std::int64_t columns;
  std::int64_t in_stride;
  std::int64_t out_stride;
};

inline constexpr int register_bytes = 16;
inline constexpr int line_bytes = 64;

// A register of Lanes words.
template <int Bytes>
struct Register {
  using type [[gnu::vector_size(16)]] = std::uint64_t;
};
template <>
struct Register<1> {
  using type [[gnu::vector_size(16)]] = std::uint8_t;
};
template <>
struct Register<2> {
  using type [[gnu::vector_size(16)]] = std::uint16_t;
};
template <>
struct Register<4> {
  using type [[gnu::vector_size(16)]] = std::uint32_t;
};

// a0 b0 a1 b1 ..., of the first halves and of the second ones.
template <class Vector, int... I>
Vector interleave_first(Vector a, Vector b, std::integer_sequence<int, I...> /*lanes*/) {
  return __builtin_shufflevector(a, b, (I / 2 + I % 2 * int{sizeof...(I)})...);
}
template <class Vector, int... I>
Vector interleave_second(Vector a, Vector b, std::integer_sequence<int, I...> /*lanes*/) {
  constexpr int lanes = sizeof...(I);
  return __builtin_shufflevector(a, b, (lanes / 2 + I / 2 + I % 2 * lanes)...);
}

// Shuffling the rows of a tile like cards, as often as halving their number gives 1, transposes it.
template <class Vector, int... Half, int... Lane>
void shuffle_rows(Vector* rows, std::integer_sequence<int, Half...> /*half*/,
                  std::integer_sequence<int, Lane...> lanes) {
  constexpr int half = sizeof...(Half);
  const Vector shuffled[] = {(Half % 2 == 0 ? interleave_first(rows[Half / 2], rows[Half / 2 + half / 2], lanes)
                                            : interleave_second(rows[Half / 2], rows[Half / 2 + half / 2], lanes))...};
  ((rows[Half] = shuffled[Half]), ...);
}

template <int Bytes, int... Lane>
void transpose_tile(const char* in, std::int64_t in_stride, char* out, std::int64_t out_stride,
                    std::integer_sequence<int, Lane...> lanes) {
  using Vector = typename Register<Bytes>::type;
  Vector rows[sizeof...(Lane)];
  (std::memcpy(&rows[Lane], in + Lane * in_stride, register_bytes), ...);
  if constexpr (sizeof...(Lane) >= 2) shuffle_rows(rows, lanes, lanes);
  if constexpr (sizeof...(Lane) >= 4) shuffle_rows(rows, lanes, lanes);
  if constexpr (sizeof...(Lane) >= 8) shuffle_rows(rows, lanes, lanes);
  if constexpr (sizeof...(Lane) >= 16) shuffle_rows(rows, lanes, lanes);
  (std::memcpy(out + Lane * out_stride, &rows[Lane], register_bytes), ...);
}

// Up to three rows, or up to three columns.
template <int Bytes, int Rows>
void transpose_few_rows(const void* in, void* out, const Matrix& matrix) {
  using T = typename Word<Bytes>::type;
  const T* __restrict from = static_cast<const T*>(in);
  T* __restrict to = static_cast<T*>(out);
  for (std::int64_t column = 0; column < matrix.columns; ++column) {
    for (int row = 0; row < Rows; ++row) to[column * matrix.out_stride + row] = from[row * matrix.in_stride + column];
  }
}
template <int Bytes, int Columns>
void transpose_few_columns(const void* in, void* out, const Matrix& matrix) {
  using T = typename Word<Bytes>::type;
  const T* __restrict from = static_cast<const T*>(in);
  T* __restrict to = static_cast<T*>(out);
  for (std::int64_t row = 0; row < matrix.rows; ++row) {
    for (int column = 0; column < Columns; ++column) {
      to[column * matrix.out_stride + row] = from[row * matrix.in_stride + column];
    }
  }
}

// Three planes of 4-byte words become triples, as of an image's colours: four triples a turn. Returns how many were made.
inline std::int64_t join_triples(const char* in, char* out, std::int64_t stride, std::int64_t count) {
  using Vector = Register<4>::type;
  std::int64_t done = 0;
  for (; done + 4 <= count; done += 4) {
    Vector a;
    Vector b;
    Vector c;
    std::memcpy(&a, in + done * 4, register_bytes);
    std::memcpy(&b, in + (stride + done) * 4, register_bytes);
    std::memcpy(&c, in + (2 * stride + done) * 4, register_bytes);
    const Vector first = __builtin_shufflevector(a, b, 0, 4, 1, 5);
    const Vector second = __builtin_shufflevector(a, b, 2, 6, 3, 7);
    const Vector middle = __builtin_shufflevector(first, c, 3, 5, 3, 5);
    const Vector triples[] = {__builtin_shufflevector(first, c, 0, 1, 4, 2),
                              __builtin_shufflevector(middle, second, 0, 1, 4, 5),
                              __builtin_shufflevector(second, c, 6, 2, 3, 7)};
    std::memcpy(out + done * 12, triples, sizeof(triples));
  }
  return done;
}
// The way back.
inline std::int64_t part_triples(const char* in, char* out, std::int64_t stride, std::int64_t count) {
  using Vector = Register<4>::type;
  std::int64_t done = 0;
  for (; done + 4 <= count; done += 4) {
    Vector p;
    Vector q;
    Vector r;
    std::memcpy(&p, in + done * 12, register_bytes);
    std::memcpy(&q, in + done * 12 + register_bytes, register_bytes);
    std::memcpy(&r, in + done * 12 + std::int64_t{2} * register_bytes, register_bytes);
    const Vector a = __builtin_shufflevector(__builtin_shufflevector(p, q, 0, 3, 6, 6), r, 0, 1, 2, 5);
    const Vector b = __builtin_shufflevector(__builtin_shufflevector(p, q, 1, 4, 7, 7), r, 0, 1, 2, 6);
    const Vector c = __builtin_shufflevector(__builtin_shufflevector(p, q, 2, 5, 5, 5), r, 0, 1, 4, 7);
    std::memcpy(out + done * 4, &a, register_bytes);
    std::memcpy(out + (stride + done) * 4, &b, register_bytes);
    std::memcpy(out + (2 * stride + done) * 4, &c, register_bytes);
  }
  return done;
}

template <int Bytes, int Few>
bool transpose_few(const void* in, void* out, const Matrix& matrix) {
  if (matrix.rows == Few) transpose_few_rows<Bytes, Few>(in, out, matrix);
  else if (matrix.columns == Few) transpose_few_columns<Bytes, Few>(in, out, matrix);
  else return false;
  return true;
}

template <int Bytes>
bool transpose_triples(const void* in, void* out, const Matrix& matrix) {
  if constexpr (Bytes == 4) {
    const auto* from = static_cast<const char*>(in);
    auto* to = static_cast<char*>(out);
    if (matrix.rows == 3 && matrix.out_stride == 3) {
      const std::int64_t done = join_triples(from, to, matrix.in_stride, matrix.columns);
      return transpose_few<Bytes, 3>(from + done * 4, to + done * 12, {3, matrix.columns - done, matrix.in_stride, 3});
    }
    if (matrix.columns == 3 && matrix.in_stride == 3) {
      const std::int64_t done = part_triples(from, to, matrix.out_stride, matrix.rows);
      return transpose_few<Bytes, 3>(from + done * 12, to + done * 4, {matrix.rows - done, 3, 3, matrix.out_stride});
    }
  }
  return false;
}

// What is too narrow for tiles.
template <int Bytes>
void transpose_rest(const void* in, void* out, const Matrix& matrix) {
  if (matrix.rows == 0 || matrix.columns == 0) return;
  if (transpose_triples<Bytes>(in, out, matrix) || transpose_few<Bytes, 3>(in, out, matrix)) return;
  if (transpose_few<Bytes, 1>(in, out, matrix) || transpose_few<Bytes, 2>(in, out, matrix)) return;
  using T = typename Word<Bytes>::type;
  const T* __restrict from = static_cast<const T*>(in);
  T* __restrict to = static_cast<T*>(out);
  for (std::int64_t column = 0; column < matrix.columns; ++column) {
    for (std::int64_t row = 0; row < matrix.rows; ++row) {
      to[column * matrix.out_stride + row] = from[row * matrix.in_stride + column];
    }
  }
}

// Whether lines of the output drive each other out of the cache before they are full, as those that are 4 KiB apart do.
template <int Bytes>
bool collides(const Matrix& matrix) {
  return matrix.out_stride * Bytes % 2048 == 0;
}

// A square as wide as a cache line. It goes through memory of its own, so that each line on either side is touched once.
template <int Bytes>
void transpose_square(const char* in, std::int64_t in_stride, char* out, std::int64_t out_stride) {
  constexpr int lanes = register_bytes / Bytes;
  constexpr int width = line_bytes / Bytes;
  alignas(line_bytes) char turned[width * line_bytes];
  for (int row = 0; row < width; row += lanes) {
    for (int column = 0; column < width; column += lanes) {
      transpose_tile<Bytes>(in + row * in_stride + std::int64_t{column} * Bytes, in_stride,
                            turned + std::int64_t{column} * line_bytes + std::int64_t{row} * Bytes, line_bytes,
                            std::make_integer_sequence<int, lanes>{});
    }
  }
  for (int column = 0; column < width; ++column) {
    std::memcpy(out + column * out_stride, turned + column * line_bytes, line_bytes);
  }
}

// Whole tiles that do not fill squares.
template <int Bytes>
void transpose_tiles(const char* in, char* out, const Matrix& matrix) {
  constexpr int lanes = register_bytes / Bytes;
  const std::int64_t in_stride = matrix.in_stride * Bytes;
  const std::int64_t out_stride = matrix.out_stride * Bytes;
  for (std::int64_t row = 0; row < matrix.rows; row += lanes) {
    for (std::int64_t column = 0; column < matrix.columns; column += lanes) {
      transpose_tile<Bytes>(in + row * in_stride + std::int64_t{column} * Bytes, in_stride,
                            out + column * out_stride + row * Bytes, out_stride,
                            std::make_integer_sequence<int, lanes>{});
    }
  }
}

// Few enough rows that what is read once stays in the cache.
template <int Bytes>
void transpose_block(const void* in, void* out, const Matrix& matrix) {
  constexpr int lanes = register_bytes / Bytes;
  constexpr int width = line_bytes / Bytes;
  const auto* from = static_cast<const char*>(in);
  auto* to = static_cast<char*>(out);
  const auto read = [&](std::int64_t row, std::int64_t column) {
    return from + (row * matrix.in_stride + column) * Bytes;
  };
  const auto write = [&](std::int64_t row, std::int64_t column) {
    return to + (column * matrix.out_stride + row) * Bytes;
  };
  const std::int64_t rows = matrix.rows / lanes * lanes;
  const std::int64_t columns = matrix.columns / lanes * lanes;
  const std::int64_t square_rows = collides<Bytes>(matrix) ? rows / width * width : 0;
  for (std::int64_t column = 0; column < columns; column += width) {
    const std::int64_t wide = column + width <= columns ? width : columns - column;
    for (std::int64_t row = 0; wide == width && row < square_rows; row += width) {
      transpose_square<Bytes>(read(row, column), matrix.in_stride * Bytes, write(row, column),
                              matrix.out_stride * Bytes);
    }
    const std::int64_t row = wide == width ? square_rows : 0;
    transpose_tiles<Bytes>(read(row, column), write(row, column),
                           {rows - row, wide, matrix.in_stride, matrix.out_stride});
  }
  transpose_rest<Bytes>(read(rows, 0), write(rows, 0),
                        {matrix.rows - rows, columns, matrix.in_stride, matrix.out_stride});
  transpose_rest<Bytes>(read(0, columns), write(0, columns),
                        {matrix.rows, matrix.columns - columns, matrix.in_stride, matrix.out_stride});
}

template <int Bytes>
void transpose(const void* in, void* out, const Matrix& matrix) {
  constexpr std::int64_t height = 256;
  for (std::int64_t row = 0; row < matrix.rows; row += height) {
    const std::int64_t rows = matrix.rows - row < height ? matrix.rows - row : height;
    transpose_block<Bytes>(static_cast<const char*>(in) + row * matrix.in_stride * Bytes,
                           static_cast<char*>(out) + row * Bytes,
                           {rows, matrix.columns, matrix.in_stride, matrix.out_stride});
  }
}

}  // namespace shapeproof::engine::detail
