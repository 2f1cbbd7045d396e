// SPDX-License-Identifier: BSL-1.0
// Weights of a model, as .safetensors or .npz: all of them are loaded, or the model is what it was.
#include "fuzz.hpp"

#include <boost/hana/define_struct.hpp>
#include <shapeproof/io/npz_weights.hpp>
#include <shapeproof/io/weights.hpp>

using namespace shapeproof;

namespace {

struct Layer {
  BOOST_HANA_DEFINE_STRUCT(Layer, (Tensor<float, Shape<2, 3>>, weight), (Tensor<float, Shape<2>>, bias));
};
struct Model {
  BOOST_HANA_DEFINE_STRUCT(Model, (Layer, fc1), (Tensor<float, Shape<>>, scale));
};

NamedTensors weights_of(const Model& model) { return detail::weights_of(model); }

bool is_same(const NamedTensors& left, const NamedTensors& right) {
  for (std::size_t i = 0; i < left.size(); ++i) {
    if (!fuzz::is_same(left[i].tensor, right[i].tensor)) return false;
  }
  return left.size() == right.size();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const std::string& path = fuzz::input().path();
  fuzz::input().hold(bytes, size);
  for (const Floats floats : {Floats::exact, Floats::to_float32}) {
    for (const bool is_npz : {false, true}) {
      Model model;
      const NamedTensors before = weights_of(model);
      const auto holds = fuzz::taken([&] {
        is_npz ? load_npz(path, model, floats) : load_safetensors(path, model, floats);
        return true;
      });
      fuzz::require(holds || is_same(before, weights_of(model)), "a model was changed by a file that does not fit");
      if (!holds) continue;
      Model again;
      save_safetensors(fuzz::output().path(), model);
      load_safetensors(fuzz::output().path(), again);
      fuzz::require(is_same(weights_of(model), weights_of(again)), "other weights than were written");
    }
  }
  return 0;
}
