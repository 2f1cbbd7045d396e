// SPDX-License-Identifier: BSL-1.0
// .npz: the list and the arrays tell of one and the same archive, which is written, stored and deflated, and read again the
// same. libFuzzer finds no checksum, so that those of what it makes are put right.
#include "fuzz.hpp"
#include "zip_checksums.hpp"

#include <shapeproof/io/npz.hpp>

using namespace shapeproof;

namespace {

void check_list(const std::vector<TensorInfo>& list, const NamedTensors& tensors) {
  fuzz::require(list.size() == tensors.size(), "listed are more arrays than read, or fewer");
  for (std::size_t i = 0; i < list.size(); ++i) {
    fuzz::require(list[i].name == tensors[i].name && list[i].extents == tensors[i].tensor.extents(),
                  "listed otherwise than read");
  }
}

void check_written(const NamedTensors& tensors, Packing packing) {
  save_npz(fuzz::output().path(), tensors, packing);
  const NamedTensors again = load_npz(fuzz::output().path());
  fuzz::require(again.size() == tensors.size(), "another number of arrays than was written");
  for (std::size_t i = 0; i < again.size(); ++i) {
    fuzz::require(again[i].name == tensors[i].name && fuzz::is_same(again[i].tensor, tensors[i].tensor),
                  "another array than was written");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string& path = fuzz::input().path();
  fuzz::input().hold(bytes, size);
  // A byte that is deflated becomes 1032 (RFC 1951), and columns are put into rows in a second buffer.
  constexpr std::size_t growth = std::size_t{2} * 1032;
  const auto list = fuzz::taken_within(growth, size, [&] { return list_npz(path); });
  const auto tensors = fuzz::taken_within(growth, size, [&] { return load_npz(path); });
  static_cast<void>(fuzz::taken_within(growth, size, [&] { return load_npz(path, Floats::to_float32); }));
  fuzz::require(list || !tensors, "read, but not listed");
  if (!tensors) return 0;
  check_list(*list, *tensors);
  check_written(*tensors, Packing::stored);
  check_written(*tensors, Packing::deflated);
  return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  size = LLVMFuzzerMutate(bytes, size, most);
  // Now and then as it comes, for what the reader says of a wrong checksum.
  if (seed % 8 != 0) fuzz::put_zip_checksums(bytes, size);
  return size;
}
