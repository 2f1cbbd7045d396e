// SPDX-License-Identifier: BSL-1.0
// How do a model's weights come from NumPy, and go back? As weights.hpp does it, from and to .npz archives. Needs zlib.
//   numpy.savez("lenet.npz", **{name: weight.numpy() for name, weight in model.state_dict().items()})
//   load_npz("lenet.npz", net);
#pragma once

#include "../message.hpp"

#include "detail/model_weights.hpp"
#include "npz.hpp"

namespace shapeproof {

// Throws WeightsError, which lists every weight that does not fit; FileError where the archive is not what it says. Nothing
// is changed then.
template <class Model>
  requires detail::HoldsWeights<Model>
void load_npz(const Path& path, Model& model, Floats floats = Floats::exact) {
  const detail::NpzReader reader(path);
  const auto& entries = reader.entries();
  const auto places =
      detail::match_weights("load_npz", path.c_str(), detail::short_name<Model>(),
                            detail::as_weights(detail::list_of(reader)), detail::list_weights(model), floats);
  bool is_fortran_order = false;
  detail::put_weights(model, places,
                      [&](std::size_t place) { return reader.read(entries[place], floats, is_fortran_order); });
}

// Throws FileError; the file is whole, or still the old one.
template <class Model>
  requires detail::HoldsWeights<Model>
void save_npz(const Path& path, const Model& model, Packing packing = Packing::stored) {
  save_npz(path, detail::weights_of(model), packing);
}

}  // namespace shapeproof
