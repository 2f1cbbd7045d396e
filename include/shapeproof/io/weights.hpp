// SPDX-License-Identifier: BSL-1.0
// How do a model's weights come from PyTorch, and go back? load_safetensors and save_safetensors take a model as well: its
// parameters and buffers by the names and in the layouts of state_dict(). All fit and all are loaded, or nothing is changed.
//   load_safetensors("lenet.safetensors", net);   // or WeightsError, FileError
//   save_safetensors("lenet.safetensors", net);
#pragma once

#include "../message.hpp"

#include "detail/model_weights.hpp"
#include "safetensors.hpp"

namespace shapeproof {

// Throws WeightsError, which lists every weight that is missing, too many, of another shape or of another type; FileError where
// the file is not what it says. BatchNorm's num_batches_tracked is passed over. With Floats::to_float32, weights of float16,
// bfloat16 and float64 are converted.
template <class Model>
  requires detail::HoldsWeights<Model>
void load_safetensors(const Path& path, Model& model, Floats floats = Floats::exact) {
  const detail::SafetensorsReader reader(path);
  const auto& entries = reader.header().entries();
  const auto places =
      detail::match_weights("load_safetensors", path.c_str(), detail::short_name<Model>(),
                            detail::as_weights(detail::list_of(reader)), detail::list_weights(model), floats);
  detail::put_weights(model, places, [&](std::size_t place) { return reader.read(entries[place], floats); });
}

// What safetensors.torch.load_file and load_state_dict read. Throws FileError; the file is whole, or still the old one.
template <class Model>
  requires detail::HoldsWeights<Model>
void save_safetensors(const Path& path, const Model& model, const SafetensorsMetadata& metadata = {{"format", "pt"}}) {
  save_safetensors(path, detail::weights_of(model), metadata);
}

}  // namespace shapeproof
