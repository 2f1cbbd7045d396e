// SPDX-License-Identifier: BSL-1.0
// CIFAR's records: labels and images are what stands there. What libFuzzer makes is the first bytes of each of a few
// records; records are too long for it to learn.
#include "fuzz.hpp"

#include <shapeproof/io/cifar.hpp>

using namespace shapeproof;

namespace {

constexpr std::size_t image_bytes = std::size_t{3} * 32 * 32;

// Each record is so many bytes from the input, then bytes that count up.
std::string records_of(const unsigned char* bytes, std::size_t size, std::size_t record) {
  constexpr std::size_t piece = 8;
  std::string all;
  for (std::size_t first = 0; first < size && all.size() < 20 * record; first += piece) {
    const std::size_t end = all.size() + record;
    for (std::size_t i = first; i < first + piece && i < size; ++i) all += static_cast<char>(bytes[i]);
    while (all.size() < end) all += static_cast<char>(all.size() % 251);
  }
  return all;
}

// Plane `first` of each record, `bytes` long.
template <class T>
bool is_held(const T& read, const std::string& all, std::size_t record, std::size_t first, std::size_t bytes) {
  if (static_cast<std::size_t>(read.element_count()) * record != all.size() * bytes) return false;
  for (std::size_t at = 0, i = 0; at < all.size(); at += record, i += bytes) {
    if (std::memcmp(read.data() + i, all.data() + at + first, bytes) != 0) return false;
  }
  return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  if (size == 0) return 0;
  const std::string& path = fuzz::input().path();
  // The last byte says how many bytes are missing at the end.
  const std::size_t missing = bytes[size - 1] % 4 == 0 ? bytes[size - 1] : 0;
  for (const std::size_t labels : {std::size_t{1}, std::size_t{2}}) {
    const std::size_t record = labels + image_bytes;
    std::string all = records_of(bytes, size, record);
    all.resize(all.size() - (missing < all.size() ? missing : all.size()));
    fuzz::input().hold(all.data(), all.size());
    const auto ten = fuzz::taken_within(2, all.size(), [&] { return load_cifar10(path); });
    fuzz::require(
        !ten || (is_held(ten->images, all, record, 1, image_bytes) && is_held(ten->labels, all, record, 0, 1)),
        "CIFAR-10 is read otherwise than it stands there");
    const auto hundred = fuzz::taken_within(2, all.size(), [&] { return load_cifar100(path); });
    fuzz::require(!hundred || (is_held(hundred->images, all, record, 2, image_bytes) &&
                               is_held(hundred->coarse_labels, all, record, 0, 1) &&
                               is_held(hundred->fine_labels, all, record, 1, 1)),
                  "CIFAR-100 is read otherwise than it stands there");
  }
  return 0;
}
