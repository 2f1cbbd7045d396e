// SPDX-License-Identifier: BSL-1.0
// What do archives hold? Tensors with names: .npz and .safetensors files are read into NamedTensors and written from them.
//   save_npz("batch.npz", {{"images", images}, {"labels", labels}});
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "../any.hpp"

namespace shapeproof {

// One tensor of a file that holds several.
struct NamedTensor {
  std::string name;  // as the file says it
  AnyTensor tensor;  // of the type that the file says
};
// The tensors of a file, in its order.
using NamedTensors = std::vector<NamedTensor>;

// What an archive says about a tensor, before its elements are read. A type that no tensor here holds has a name too: bfloat16.
struct TensorInfo {
  std::string name;             // as the file says it
  std::string element_type;     // by the file's own word
  Extents extents;              // of all axes
  std::int64_t byte_count = 0;  // of the elements, uncompressed
};

// "images": the tensor of that name, or nullptr.
inline const AnyTensor* find(const NamedTensors& tensors, const std::string& name) {
  for (const NamedTensor& each : tensors) {
    if (each.name == name) return &each.tensor;
  }
  return nullptr;
}

// What to do with elements of a floating type that is not wanted.
enum class Floats {
  exact,       // they are refused
  to_float32,  // float16, bfloat16 and float64 become float32, which rounds the last
};

}  // namespace shapeproof
