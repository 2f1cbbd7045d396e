// SPDX-License-Identifier: BSL-1.0
// Files of tensors: one array, several in an archive, raw elements, and the weights of a model.

#include <boost/hana/define_struct.hpp>
#include <filesystem>
#include <iostream>
#include <shapeproof/io/npz.hpp>
#include <shapeproof/io/raw.hpp>
#include <shapeproof/io/weights.hpp>
#include <shapeproof/print.hpp>

using namespace shapeproof;

inline constexpr auto N = axis("N");

// A model is whatever has named members; layers of nn/ are such structs too.
template <int Outputs, int Inputs>
struct Dense {
  BOOST_HANA_DEFINE_STRUCT(Dense, (Tensor<float, Shape<Outputs, Inputs>>, weight),
                           (Tensor<float, Shape<Outputs>>, bias));
};
template <int Classes>
struct Classifier {
  BOOST_HANA_DEFINE_STRUCT(Classifier, (Dense<84, 400>, fc1), (Dense<Classes, 84>, fc2));
};

int main() {
  const auto folder = std::filesystem::temp_directory_path() / "shapeproof-files";
  std::filesystem::create_directory(folder);
  std::filesystem::current_path(folder);
  // [archives]
  Tensor<float, Shape<16, 3, 32, 32>> images;
  Tensor<std::int64_t, Shape<16>> labels;
  save_npy("images.npy", images);
  save_npz("batch.npz", {{"images", images}, {"labels", labels}}, Packing::deflated);
  save_safetensors("batch.safetensors", {{"images", images}, {"labels", labels}}, {{"split", "train"}});
  save_raw("images.bin", images);

  auto mapped = map_npy<float, Shape<N, 3, 32, 32>>("images.npy");  // in place, however large
  auto one = load_npz<float, Shape<N, 3, 32, 32>>("batch.npz", "images");
  auto raw = load_raw<float, Shape<N, 3, 32, 32>>("images.bin", ByteOrder::little_endian);
  for (const TensorInfo& each : list_safetensors("batch.safetensors"))
    std::cout << each.name << ": " << each.element_type << ' ' << each.extents.shape() << '\n';
  // [archives]
  // [weights]
  Classifier<10> model;
  save_safetensors("classifier.safetensors", Classifier<100>{});
  try {
    load_safetensors("classifier.safetensors", model);
  } catch (const WeightsError& error) {
    std::cout << error.what() << '\n';
  }
  // [weights]
  std::filesystem::current_path(folder.parent_path());
  std::filesystem::remove_all(folder);
  return mapped.extent<0>() == 16 && one.extent<0>() == 16 && raw.extent<0>() == 16 ? 0 : 1;
}
