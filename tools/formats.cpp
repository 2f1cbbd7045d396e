// SPDX-License-Identifier: BSL-1.0
#include "formats.hpp"

#include <shapeproof/io/cifar.hpp>
#include <shapeproof/io/csv.hpp>
#include <shapeproof/io/idx.hpp>
#include <shapeproof/io/npy.hpp>
#include <shapeproof/io/safetensors.hpp>
#if defined(SHAPEPROOF_ZLIB)
#include <shapeproof/io/npz.hpp>
#endif
#if defined(SHAPEPROOF_TOOL_PNG)
#include <shapeproof/io/png.hpp>
#endif
#if defined(SHAPEPROOF_TOOL_JPEG)
#include <shapeproof/io/jpeg.hpp>
#endif

namespace shapeproof::tool {
namespace {

using detail::InputFile;
using detail::Opening;
using Name = const std::string&;

std::vector<Array> described(const AnyTensor& tensor) {
  return {{"", name_of(tensor.element_type()), tensor.extents(), tensor.byte_count(), false}};
}
std::vector<Array> described(const std::vector<TensorInfo>& all) {
  std::vector<Array> arrays;
  for (const TensorInfo& info : all) {
    arrays.push_back({info.name, info.element_type, info.extents, info.byte_count, false});
  }
  return arrays;
}

std::vector<Array> list_npy(Name path) {
  const InputFile file(path);
  const detail::NpyHeader header = detail::read_npy_header(file);
  return {{"", name_of(header.element.type), header.extents, header.byte_count, header.is_fortran}};
}

// CIFAR has no first bytes of its own: its size and its name have to do.
template <int RecordBytes>
bool is_cifar(const InputFile& file, const Opening&) {
  const std::string path = file.facts().path;
  return path.ends_with(".bin") && file.facts().size > 0 && file.facts().size % RecordBytes == 0;
}
std::vector<Array> cifar_arrays(const AnyTensor& images, const std::vector<NamedTensor>& labels) {
  std::vector<Array> arrays = described(images);
  arrays[0].name = "images";
  for (const NamedTensor& each : labels) {
    arrays.push_back(described(each.tensor)[0]);
    arrays.back().name = each.name;
  }
  return arrays;
}
std::vector<Array> list_cifar10(Name path) {
  const Cifar10 data = load_cifar10(path);
  return cifar_arrays(data.images, {{"labels", data.labels}});
}
std::vector<Array> list_cifar100(Name path) {
  const Cifar100 data = load_cifar100(path);
  return cifar_arrays(data.images, {{"coarse_labels", data.coarse_labels}, {"fine_labels", data.fine_labels}});
}
AnyTensor load_cifar10_part(Name path, Name name) {
  const Cifar10 data = load_cifar10(path);
  return name == "images" ? AnyTensor(data.images) : AnyTensor(data.labels);
}
AnyTensor load_cifar100_part(Name path, Name name) {
  const Cifar100 data = load_cifar100(path);
  if (name == "images") return data.images;
  return name == "fine_labels" ? data.fine_labels : data.coarse_labels;
}

AnyTensor load_table(Name path) { return load_csv<double, Shape<dyn, dyn>>(path).values; }

// Loads what holds one array.
template <auto Load>
AnyTensor load_only(Name path, Name) {
  return Load(path);
}
template <auto Load>
std::vector<Array> list_only(Name path) {
  return described(Load(path));
}

AnyTensor read_npy(Name path) { return load_npy(path); }
AnyTensor read_idx(Name path) { return load_idx(path); }

bool is_npy(const InputFile&, const Opening& opening) { return opening.begins_with("\x93NUMPY"); }
bool is_safetensors(const InputFile& file, const Opening& opening) { return opening.is_safetensors(file.facts().size); }
bool is_idx(const InputFile&, const Opening& opening) {
  const bool begins = opening.size >= 4 && opening.bytes[0] == 0 && opening.bytes[1] == 0;
  return detail::is_gzip(opening) || (begins && opening.bytes[2] >= 8 && opening.bytes[2] <= 14);
}
bool never(const InputFile&, const Opening&) { return false; }

const Format formats[] = {
    {".npy", "load_npy", "npy.hpp", ".npy", is_npy, list_npy, load_only<read_npy>},
#if defined(SHAPEPROOF_ZLIB)
    {".npz", "load_npz", "npz.hpp", ".npz",
     [](const InputFile&, const Opening& opening) {
       return opening.begins_with("PK\x03\x04") && !opening.contains("data.pkl");
     },
     [](Name path) { return described(list_npz(path)); }, [](Name path, Name name) { return load_npz(path, name); }},
#endif
    {".safetensors", "load_safetensors", "safetensors.hpp", ".safetensors", is_safetensors,
     [](Name path) { return described(list_safetensors(path)); },
     [](Name path, Name name) { return load_safetensors(path, name, Floats::to_float32); }},
#if defined(SHAPEPROOF_TOOL_PNG)
    {"PNG", "load_png", "png.hpp", ".png",
     [](const InputFile&, const Opening& opening) { return PngImages::begins(opening); },
     list_only<[](Name path) { return load_png(path); }>, load_only<[](Name path) { return load_png(path); }>},
#endif
#if defined(SHAPEPROOF_TOOL_JPEG)
    {"JPEG", "load_jpeg", "jpeg.hpp", ".jpg",
     [](const InputFile&, const Opening& opening) { return JpegImages::begins(opening); },
     list_only<[](Name path) { return load_jpeg(path); }>, load_only<[](Name path) { return load_jpeg(path); }>},
#endif
    {"CIFAR-10", "load_cifar10", "cifar.hpp", "", is_cifar<3073>, list_cifar10, load_cifar10_part},
    {"CIFAR-100", "load_cifar100", "cifar.hpp", "", is_cifar<3074>, list_cifar100, load_cifar100_part},
    {"IDX", "load_idx", "idx.hpp", "-ubyte", is_idx, list_only<read_idx>, load_only<read_idx>},
    {"CSV", "load_csv", "csv.hpp", ".csv", never, list_only<load_table>, load_only<load_table>},
};

}  // namespace

const Format& format_of(const std::string& path) {
  const InputFile file(path);
  const Opening opening = detail::read_opening(file);
  for (const Format& format : formats) {
    if (format.begins(file, opening)) return format;
  }
  // What is damaged is explained best by whoever should read it.
  for (const Format& format : formats) {
    if (*format.extension != '\0' && path.ends_with(format.extension)) return format;
  }
  detail::throw_other_kind(file.facts(), opening,
                           "a file of numbers or an image is wanted; shapeproof --help lists them");
}

bool find_element_type(const std::string& name, ElementType& type) {
  for (int i = 0; i < element_type_count; ++i) {
    type = static_cast<ElementType>(i);
    if (name == name_of(type)) return true;
  }
  return false;
}

}  // namespace shapeproof::tool
