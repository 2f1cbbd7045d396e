// SPDX-License-Identifier: BSL-1.0
// How are MNIST's files read? load_idx reads IDX: numbers of one type, any extents; plain, or gzip where zlib is linked.
//   auto images = load_idx<std::uint8_t, Shape<N, 28, 28>>("train-images-idx3-ubyte.gz");
// The format: https://yann.lecun.com/exdb/mnist/ ("The IDX file format").
// run time only: tests/io/idx.cpp
#pragma once

#include "../message.hpp"

#include "../convert.hpp"
#include "detail/byte_order.hpp"
#include "detail/byte_stream.hpp"

namespace shapeproof {
namespace detail {

struct IdxHeader {
  ElementType type{};
  Extents extents{};
  std::int64_t byte_count = 0;
};

// By the third byte of the file.
inline bool find_idx_type(unsigned char code, ElementType& type) {
  constexpr struct {
    unsigned char code;
    ElementType type;
  } types[] = {{0x08, ElementType::uint8}, {0x09, ElementType::int8},    {0x0B, ElementType::int16},
               {0x0C, ElementType::int32}, {0x0D, ElementType::float32}, {0x0E, ElementType::float64}};
  for (const auto& known : types) {
    if (known.code == code) type = known.type;
    if (known.code == code) return true;
  }
  return false;
}

template <class Stream>
IdxHeader read_idx_magic(const InputFile& file, ByteStream<Stream>& bytes) {
  IdxHeader header;
  unsigned char magic[4] = {1, 1, 1, 1};
  const std::int64_t there = bytes.read_some(magic, 4);
  constexpr const char* wanted = "an IDX file begins with two zero bytes, a type and a rank";
  const bool is_zero = magic[0] == 0 && magic[1] == 0;
  if (!is_zero && Stream::is_plain) throw_other_kind(file.facts(), read_opening(file), wanted);
  if (!is_zero || there < 4) throw bytes.error_at(there < 4 ? there : 0, "the data is none of IDX; ", wanted);
  if (!find_idx_type(magic[2], header.type)) {
    throw bytes.error_at(2, "type ", magic[2],
                         " is none of IDX; 8 (uint8), 9 (int8), 11 (int16), 12 (int32), 13 (float32) or 14 (float64) "
                         "is wanted");
  }
  if (magic[3] > ShapeValue::max_rank) {
    throw bytes.error_at(3, "the array has rank ", magic[3], ", at most 8 are supported");
  }
  header.extents.rank = magic[3];
  return header;
}

template <class Stream>
void read_idx_extents(ByteStream<Stream>& bytes, IdxHeader& header) {
  for (int axis = 0; axis < header.extents.rank; ++axis) {
    unsigned char number[4] = {};
    const std::int64_t there = bytes.read_some(number, 4);
    if (there < 4) throw bytes.error_at(bytes.offset(), "the data ends here; the extent of axis ", axis, " is wanted");
    header.extents[axis] = std::int64_t{number[0]} << 24 | number[1] << 16 | number[2] << 8 | number[3];
  }
}

// Before memory is taken for them.
template <class Stream>
void count_idx_bytes(const ByteStream<Stream>& bytes, IdxHeader& header) {
  const ShapeValue shape = header.extents.shape();
  std::int64_t count = bytes_of(header.type);
  for (int axis = 0; axis < header.extents.rank; ++axis) {
    if (__builtin_mul_overflow(count, header.extents[axis], &count)) {
      throw bytes.error_at(4, AsList{shape}, " of ", header.type, " is more bytes than 64 bits count");
    }
  }
  const std::int64_t most = bytes.most_bytes() - (Stream::is_plain ? bytes.offset() : 0);
  if (count > most) {
    throw bytes.error_at(4, AsList{shape}, " of ", header.type, " is ", count, " bytes of data, there are ",
                         Stream::is_plain ? "" : "at most ", most);
  }
  header.byte_count = count;
}

template <class Stream>
Buffer read_idx_data(ByteStream<Stream>& bytes, const IdxHeader& header) {
  Buffer data = Buffer::allocate(static_cast<std::size_t>(header.byte_count));
  const std::int64_t there = bytes.read_some(data.data(), header.byte_count);
  const ShapeValue shape = header.extents.shape();
  if (there < header.byte_count) {
    throw bytes.error_at(bytes.offset(), "the data ends here: ", AsList{shape}, " of ", header.type, " is ",
                         header.byte_count, " bytes, there are ", there);
  }
  if (!bytes.is_at_end()) {
    throw bytes.error_at(bytes.offset(), "the data should end here: ", AsList{shape}, " of ", header.type, " is ",
                         header.byte_count, " bytes, there are more");
  }
  reverse_bytes(header.type, static_cast<unsigned char*>(data.data()), header.byte_count);
  return data;
}

template <class Stream>
AnyTensor load_idx(const InputFile& file) {
  ByteStream<Stream> bytes(file);
  IdxHeader header = read_idx_magic(file, bytes);
  read_idx_extents(bytes, header);
  count_idx_bytes(bytes, header);
  Buffer elements = read_idx_data(bytes, header);
  elements.set_origin(sentence_of(ShownPath{file.facts().path}).c_str());
  const void* data = elements.data();
  return {header.type, header.extents, std::move(elements), data};
}

}  // namespace detail

// Throws FileError. Memory is taken once the file's length allows for what the header says: of gzip data, at most 1032
// bytes for each byte of the file.
inline AnyTensor load_idx(const Path& path) {
  const detail::InputFile file(path);
  return is_gzip(detail::read_opening(file)) ? detail::load_idx<detail::GzipStream>(file)
                                             : detail::load_idx<detail::PlainStream>(file);
}

// The same, through the door: throws FileError, ElementTypeError or ShapeError.
template <Element T, AnyShape S>
Tensor<T, S> load_idx(const Path& path) {
  return detail::open_door<T, S>(load_idx(path), {"load_idx", true});
}

}  // namespace shapeproof
