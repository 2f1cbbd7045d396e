// SPDX-License-Identifier: BSL-1.0
// Elements and nothing else: of every type, in both orders of bytes, written and read again the same.
#include "fuzz.hpp"

#include <complex>

#include <shapeproof/io/raw.hpp>

using namespace shapeproof;

namespace {

template <class T>
void check(std::size_t size, ByteOrder order) {
  using Rows = Shape<axis("N"), 3>;
  const std::string& path = fuzz::input().path();
  const auto read = fuzz::taken_within(1, size, [&] { return AnyTensor(load_raw<T, Rows>(path, order)); });
  fuzz::require(!read || static_cast<std::size_t>(read->byte_count()) == size, "not all bytes are read");
  fuzz::require(read || std::is_same_v<T, bool> || size == 0 || size % (3 * sizeof(T)) != 0, "whole rows are not read");
  if (!read) return;
  save_raw(fuzz::output().path(), *read, order);
  fuzz::require(fuzz::output().bytes() == fuzz::input().bytes(), "written otherwise than read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  fuzz::input().hold(bytes, size);
  for (const ByteOrder order : {ByteOrder::little_endian, ByteOrder::big_endian}) {
    check<bool>(size, order);
    check<std::uint8_t>(size, order);
    check<std::int16_t>(size, order);
    check<float>(size, order);
    check<std::complex<double>>(size, order);
  }
  return 0;
}
