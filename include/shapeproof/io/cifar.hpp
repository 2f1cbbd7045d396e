// SPDX-License-Identifier: BSL-1.0
// How are the CIFAR datasets read? load_cifar10 and load_cifar100 read their binary version: images and labels of any
// number of files, one behind the other, bound to one N.
//   auto [images, labels] = load_cifar10("data_batch_1.bin", "data_batch_2.bin");   // [N, 3, 32, 32] and [N] of uint8
// The format: https://www.cs.toronto.edu/~kriz/cifar.html ("Binary version").
// run time only: tests/io/cifar.cpp
#pragma once

#include "../message.hpp"

#include "../tensor.hpp"
#include "detail/byte_stream.hpp"

namespace shapeproof {
namespace detail {

using CifarImages = Tensor<std::uint8_t, Shape<axis("N"), 3, 32, 32>>;
using CifarLabels = Tensor<std::uint8_t, Shape<axis("N")>>;

inline constexpr std::int64_t cifar_image_bytes = std::int64_t{3} * 32 * 32;

// A byte in front of each image, and how many classes there are of it.
struct CifarLabel {
  const char* name;  // "coarse", or nothing
  int classes;
};

// What a record is made of, and who reads the records of the other kind.
struct CifarFormat {
  const char* name;
  const char* other_reader;
  int label_count;
  CifarLabel labels[2];

  [[nodiscard]] constexpr std::int64_t record_bytes() const { return label_count + cifar_image_bytes; }
  [[nodiscard]] constexpr std::int64_t other_record_bytes() const { return 3 - label_count + cifar_image_bytes; }
};
inline constexpr CifarFormat cifar10_format{"CIFAR-10", "load_cifar100", 1, {{"", 10}, {}}};
inline constexpr CifarFormat cifar100_format{"CIFAR-100", "load_cifar10", 2, {{"coarse", 20}, {"fine", 100}}};

inline std::int64_t count_cifar_records(const InputFile& file, const CifarFormat& format) {
  const std::int64_t size = file.facts().size;
  const std::int64_t record = format.record_bytes();
  if (size > 0 && size % record == 0) return size / record;
  const Opening opening = read_opening(file);
  if (size == 0 || *kind_of(opening, size) != '\0') throw_other_kind(file.facts(), opening, "records are wanted");
  const std::int64_t other = format.other_record_bytes();
  if (size % other == 0) {
    throw file.facts().error("these are records of ", other, " bytes, as ", format.other_reader, " reads them, not of ",
                             record);
  }
  throw file.facts().error_at(size / record * record, "the last record ends early: ", size,
                              " bytes are no whole number of ", format.name, " records of ", record, " bytes");
}

// Where the records of all files go.
struct CifarTarget {
  std::uint8_t* images;
  std::uint8_t* labels[2];

  void take(const CifarFormat& format, const unsigned char* record) {
    for (int i = 0; i < format.label_count; ++i) *labels[i]++ = record[i];
    __builtin_memcpy(images, record + format.label_count, cifar_image_bytes);
    images += cifar_image_bytes;
  }
};

inline void check_cifar_labels(const FileFacts& file, const CifarFormat& format, std::int64_t nth,
                               const unsigned char* record) {
  for (int i = 0; i < format.label_count; ++i) {
    const CifarLabel& label = format.labels[i];
    if (record[i] < label.classes) continue;
    throw file.error_at(nth * format.record_bytes() + i, "the ", label.name, *label.name == '\0' ? "" : " ",
                        "label of record ", nth, " is ", record[i], "; 0 to ", label.classes - 1, " is wanted in ",
                        format.name);
  }
}

inline void read_cifar(const InputFile& file, const CifarFormat& format, CifarTarget& target) {
  constexpr std::int64_t most_at_once = 16;
  unsigned char records[most_at_once * (cifar_image_bytes + 2)];
  const std::int64_t size = format.record_bytes();
  const std::int64_t count = count_cifar_records(file, format);
  for (std::int64_t first = 0; first < count; first += most_at_once) {
    const std::int64_t some = count - first < most_at_once ? count - first : most_at_once;
    file.read_at(first * size, records, some * size);
    for (std::int64_t i = 0; i < some; ++i) {
      check_cifar_labels(file.facts(), format, first + i, records + i * size);
      target.take(format, records + i * size);
    }
  }
}

inline Extents cifar_extents(std::int64_t count, bool has_images) {
  Extents extents;
  extents.rank = has_images ? 4 : 1;
  extents[0] = count;
  if (has_images) extents[1] = 3, extents[2] = extents[3] = 32;
  return extents;
}

// Records of all files. Each was opened, and found to be whole, before memory is taken.
template <std::size_t Files>
std::int64_t count_cifar_records(const InputFile (&files)[Files], const CifarFormat& format) {
  std::int64_t count = 0;
  for (const InputFile& file : files) count += count_cifar_records(file, format);
  return count;
}

template <class Result>
Result uninitialized_cifar(std::int64_t count, bool has_images) {
  return uninitialized<Result>(cifar_extents(count, has_images));
}

}  // namespace detail

// What load_cifar10 returns.
struct Cifar10 {
  Tensor<std::uint8_t, Shape<axis("N"), 3, 32, 32>> images;  // red, green and blue planes
  Tensor<std::uint8_t, Shape<axis("N")>> labels;             // 0 to 9
};

// What load_cifar100 returns.
struct Cifar100 {
  Tensor<std::uint8_t, Shape<axis("N"), 3, 32, 32>> images;  // red, green and blue planes
  Tensor<std::uint8_t, Shape<axis("N")>> coarse_labels;      // 0 to 19
  Tensor<std::uint8_t, Shape<axis("N")>> fine_labels;        // 0 to 99
};

// Each path is a file of whole records. Throws FileError.
template <class... Paths>
  requires(sizeof...(Paths) > 0 && (std::is_convertible_v<const Paths&, Path> && ...))
Cifar10 load_cifar10(const Paths&... paths) {
  const detail::InputFile files[] = {detail::InputFile(Path(paths))...};
  const std::int64_t count = detail::count_cifar_records(files, detail::cifar10_format);
  Cifar10 all{detail::uninitialized_cifar<detail::CifarImages>(count, true),
              detail::uninitialized_cifar<detail::CifarLabels>(count, false)};
  detail::CifarTarget target{all.images.writable_data(), {all.labels.writable_data(), nullptr}};
  for (const detail::InputFile& file : files) detail::read_cifar(file, detail::cifar10_format, target);
  return all;
}

// load_cifar100(path, more...): images, fine and coarse labels of one or several files, one behind the other. Throws
// FileError.
template <class... Paths>
  requires(sizeof...(Paths) > 0 && (std::is_convertible_v<const Paths&, Path> && ...))
Cifar100 load_cifar100(const Paths&... paths) {
  const detail::InputFile files[] = {detail::InputFile(Path(paths))...};
  const std::int64_t count = detail::count_cifar_records(files, detail::cifar100_format);
  Cifar100 all{detail::uninitialized_cifar<detail::CifarImages>(count, true),
               detail::uninitialized_cifar<detail::CifarLabels>(count, false),
               detail::uninitialized_cifar<detail::CifarLabels>(count, false)};
  detail::CifarTarget target{all.images.writable_data(),
                             {all.coarse_labels.writable_data(), all.fine_labels.writable_data()}};
  for (const detail::InputFile& file : files) detail::read_cifar(file, detail::cifar100_format, target);
  return all;
}

}  // namespace shapeproof
