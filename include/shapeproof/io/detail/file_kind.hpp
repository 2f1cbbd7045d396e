// SPDX-License-Identifier: BSL-1.0
// A file is not what was wanted: what is it? The first bytes say so. Where they show a format that people do mistake for
// another, the clause says which, and what to do.
// run time only: tests/io/npy_header.cpp
#pragma once

#include "../file_error.hpp"

namespace shapeproof::detail {

// The first bytes of a file.
struct Opening {
  static constexpr std::int64_t capacity = 64;
  unsigned char bytes[capacity] = {};
  std::int64_t size = 0;

  // `text` may hold zeros, but for its last character.
  template <std::size_t Size>
  [[nodiscard]] bool begins_with(const char (&text)[Size]) const {
    if (size < static_cast<std::int64_t>(Size - 1)) return false;
    for (std::size_t i = 0; i + 1 < Size; ++i) {
      if (bytes[i] != static_cast<unsigned char>(text[i])) return false;
    }
    return true;
  }
  template <std::size_t Size>
  [[nodiscard]] bool contains(const char (&text)[Size]) const {
    for (std::int64_t at = 0; at + static_cast<std::int64_t>(Size) - 1 <= size; ++at) {
      if (__builtin_memcmp(bytes + at, text, Size - 1) == 0) return true;
    }
    return false;
  }
  // ASCII, behind the mark that some programs put before UTF-8.
  [[nodiscard]] bool is_text() const {
    for (std::int64_t i = begins_with("\xef\xbb\xbf") ? 3 : 0; i < size; ++i) {
      const bool is_blank = bytes[i] == '\t' || bytes[i] == '\n' || bytes[i] == '\r';
      if (!is_blank && (bytes[i] < 0x20 || bytes[i] > 0x7E)) return false;
    }
    return true;
  }
  // A number of 8 bytes, then a JSON object that is so long.
  [[nodiscard]] bool is_safetensors(std::int64_t file_size) const {
    if (size < 10 || bytes[8] != '{') return false;
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i) length = length << 8 | bytes[i];
    return length <= static_cast<std::uint64_t>(file_size - 8);
  }
};

inline const char* compressed_kind(const Opening& file) {
  if (file.begins_with("\x1f\x8b")) return "gzip data; gunzip it first";
  if (file.begins_with("BZh")) return "bzip2 data; bunzip2 it first";
  if (file.begins_with("\xfd\x37zXZ")) return "xz data; unxz it first";
  if (file.begins_with("\x28\xb5\x2f\xfd")) return "zstd data; unzstd it first";
  if (file.begins_with("PK\x03\x04") && file.contains("data.pkl"))
    return "a PyTorch file; safetensors.torch.save_file(tensors, path) writes one that load_safetensors reads";
  if (file.begins_with("PK\x03\x04") || file.begins_with("PK\x05\x06"))
    return "a zip archive, as .npz files are; load_npz of io/npz.hpp reads them";
  return "";
}

inline const char* array_kind(const Opening& file, std::int64_t file_size) {
  if (file.begins_with("\x93NUMPY")) return "a .npy file; load_npy of io/npy.hpp reads it";
  if (file.begins_with("\x89HDF\r\n\x1a\n")) return "an HDF5 file; save each of its arrays with numpy.save";
  if (file.begins_with("CDF")) return "a NetCDF file; save each of its arrays with numpy.save";
  if (file.begins_with("MATLAB")) return "a MATLAB file; save each of its arrays with numpy.save";
  if (file.begins_with("PAR1")) return "a Parquet file; save each of its columns with numpy.save";
  if (file.is_safetensors(file_size)) return "a safetensors file; load_safetensors of io/safetensors.hpp reads it";
  // Protocols 2 to 5.
  const bool is_pickle = file.begins_with("\x80") && file.size > 1 && file.bytes[1] >= 2 && file.bytes[1] <= 5;
  return is_pickle ? "a Python pickle; save the arrays in it with numpy.save" : "";
}

inline const char* image_kind(const Opening& file) {
  if (file.begins_with("\x89PNG")) return "a PNG image; load_png of io/png.hpp reads it";
  if (file.begins_with("\xff\xd8\xff")) return "a JPEG image; load_jpeg of io/jpeg.hpp reads it";
  if (file.begins_with("GIF8")) return "a GIF image; save its pixels with numpy.save";
  if (file.begins_with("RIFF") && !file.is_text()) return "a WebP image or another RIFF file; convert it to PNG";
  if (file.begins_with("BM") && !file.is_text()) return "a BMP image, by its first bytes; convert it to PNG";
  return "";
}

inline const char* text_kind(const Opening& file) {
  // \x93 as UTF-8 says it, and as UTF-8 replaces it.
  if (file.begins_with("\xc2\x93NUMPY") || file.begins_with("\xef\xbf\xbdNUMPY")) {
    return "a .npy file that was copied as text, which changed its bytes; copy it again as binary";
  }
  if (file.is_text()) return "text; load_csv of io/csv.hpp reads numbers in columns";
  return "";
}

// What a file that is not of the wanted kind seems to be, or "".
inline const char* kind_of(const Opening& file, std::int64_t file_size) {
  if (const char* kind = compressed_kind(file); *kind != '\0') return kind;
  if (const char* kind = array_kind(file, file_size); *kind != '\0') return kind;
  if (const char* kind = image_kind(file); *kind != '\0') return kind;
  return text_kind(file);
}

}  // namespace shapeproof::detail
