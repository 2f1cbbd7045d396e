// SPDX-License-Identifier: BSL-1.0
// Weights of models, there and back: all or nothing, and every misfit in one error, with its likely cause.
#include "catch.hpp"
#include "scratch.hpp"

#include <array>
#include <boost/hana/define_struct.hpp>
#include <cstring>

#include <shapeproof/io/npz_weights.hpp>
#include <shapeproof/io/weights.hpp>

using namespace shapeproof;

namespace {

template <int Outputs, int Inputs>
struct Dense {
  BOOST_HANA_DEFINE_STRUCT(Dense, (Tensor<float, Shape<Outputs, Inputs>>, weight),
                           (Tensor<float, Shape<Outputs>>, bias));
};
template <int Width>
struct Norm {
  BOOST_HANA_DEFINE_STRUCT(Norm, (Tensor<float, Shape<Width>>, weight), (Tensor<float, Shape<Width>>, running_mean));
  static constexpr int buffer_count = 1;
};
struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet, (Tensor<float, Shape<6, 3, 5, 5>>, kernel), (Norm<6>, bn), (Dense<100, 400>, fc1),
                           (Dense<10, 100>, fc2));
};
template <int Count>
struct Stack {
  using Layers = std::array<Dense<4, 4>, Count>;
  BOOST_HANA_DEFINE_STRUCT(Stack, (Layers, layers), (Dense<2, 4>, head));
};

struct Count {
  float next;
  template <class T, class S>
  void operator()(std::string_view, Tensor<T, S>& tensor) {
    for (T& each : tensor.writable_span()) each = next++;
  }
};
template <class Model>
Model numbered(float first = 0) {
  Model model;
  Count count{first};
  for_each_parameter(model, count);
  return model;
}

template <class Model>
bool are_equal(const Model& x, const Model& y) {
  const NamedTensors left = detail::weights_of(x);
  const NamedTensors right = detail::weights_of(y);
  for (std::size_t i = 0; i < left.size(); ++i) {
    const auto bytes = static_cast<std::size_t>(left[i].tensor.byte_count());
    if (std::memcmp(left[i].tensor.data(), right[i].tensor.data(), bytes) != 0) return false;
  }
  return left.size() == right.size();
}

// The tensors of a model, to be changed before they are saved.
NamedTensors lenet() { return detail::weights_of(numbered<LeNet>()); }
AnyTensor& named(NamedTensors& tensors, const std::string& name) {
  for (NamedTensor& each : tensors) {
    if (each.name == name) return each.tensor;
  }
  throw std::runtime_error("no " + name);
}
void rename(NamedTensors& tensors, const std::string& from, const std::string& to) {
  for (NamedTensor& each : tensors) {
    if (each.name == from) each.name = to;
  }
}
void drop(NamedTensors& tensors, const std::string& name) {
  std::erase_if(tensors, [&](const NamedTensor& each) { return each.name == name; });
}

// In the directory of the test.
template <class Model>
std::string refusal(const NamedTensors& tensors, Floats floats = Floats::exact) {
  save_safetensors("x.safetensors", tensors);
  auto model = numbered<Model>(7);
  try {
    load_safetensors("x.safetensors", model, floats);
  } catch (const WeightsError& error) {
    CHECK(are_equal(model, numbered<Model>(7)));
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A model's weights come back as they were saved, from either format") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  const auto written = numbered<LeNet>();
  save_safetensors("x.safetensors", written);
  save_npz("x.npz", written);
  save_npz("y.npz", written, Packing::deflated);
  LeNet read;
  load_safetensors("x.safetensors", read);
  CHECK(are_equal(read, written));
  for (const char* path : {"x.npz", "y.npz"}) {
    LeNet again;
    load_npz(path, again);
    CHECK(are_equal(again, written));
  }
  CHECK(load_safetensors_metadata("x.safetensors") == SafetensorsMetadata{{"format", "pt"}});
  const auto list = list_npz("x.npz");
  REQUIRE(list.size() == 7);
  CHECK(list[0].name == "kernel");
  CHECK(list[2].name == "bn.running_mean");
  CHECK(list[6].name == "fc2.bias");
  // Written to afterwards, a model has its own elements.
  read.fc2.bias.writable_data()[0] = -1;
  CHECK(written.fc2.bias(0) != -1);
}

TEST_CASE("Another number of classes is one error that lists both weights, and nothing is changed") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  NamedTensors file = lenet();
  named(file, "fc2.weight") = Tensor<float, Shape<5, 100>>{};
  named(file, "fc2.bias") = Tensor<float, Shape<5>>{};
  file.push_back({"conv3.bias", Tensor<float, Shape<16>>{}});
  CHECK(refusal<LeNet>(file) ==
        "load_safetensors: x.safetensors does not fit LeNet; nothing was changed\n"
        "  fc2.weight  file [5, 100]     model [10, 100]  another number of classes? 5, not 10\n"
        "  fc2.bias    file [5]          model [10]\n"
        "  conv3.bias  in the file only  [16]");
}

TEST_CASE("The list is there for programs too") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  NamedTensors file = lenet();
  drop(file, "kernel");
  named(file, "fc1.bias") = Tensor<float, Shape<90>>{};
  file.push_back({"extra", Tensor<float, Shape<1>>{}});
  save_npz("x.npz", file);
  LeNet model;
  try {
    load_npz("x.npz", model);
    FAIL("it fits");
  } catch (const FileError& caught) {
    const auto& error = dynamic_cast<const WeightsError&>(caught);
    const WeightsError copy = error;
    REQUIRE(copy.size() == 3);
    CHECK(std::string(copy.path()) == "x.npz");
    CHECK(copy.begin()[0].name == "kernel");
    CHECK(copy.begin()[0].problem == WeightProblem::missing);
    CHECK(copy.begin()[0].in_model == ShapeValue(6, 3, 5, 5));
    CHECK(copy.begin()[1].problem == WeightProblem::other_shape);
    CHECK(copy.begin()[1].in_file == ShapeValue(90));
    CHECK(copy.begin()[2].problem == WeightProblem::unexpected);
    CHECK_THAT(copy.what(), ContainsSubstring("load_npz: x.npz does not fit LeNet; nothing was changed"));
  }
}

TEST_CASE("Likely causes are named") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  const auto cause = [](const char* name, const AnyTensor& tensor) {
    NamedTensors file = lenet();
    named(file, name) = tensor;
    const std::string text = refusal<LeNet>(file);
    return text.substr(text.rfind("  ") + 2);
  };
  CHECK(cause("fc1.weight", Tensor<float, Shape<400, 100>>{}) ==
        "transposed? PyTorch keeps [outputs, inputs], Keras and JAX the other way: save weight.T");
  CHECK(cause("kernel", Tensor<float, Shape<5, 5, 3, 6>>{}) ==
        "a kernel as TensorFlow keeps it, height and width first? save weight.transpose(3, 2, 0, 1)");
  CHECK(cause("fc1.weight", Tensor<float, Shape<100, 576>>{}) == "a layer of another width? 576 inputs, not 400");
  CHECK(cause("fc1.weight", Tensor<float, Shape<120, 400>>{}) == "a layer of another width? 120 outputs, not 100");
  CHECK(cause("kernel", Tensor<float, Shape<6, 3, 3, 3>>{}) == "another size of kernel?");
  CHECK(cause("kernel", Tensor<float, Shape<64, 1, 7, 7>>{}) == "another variant of the model?");
  CHECK(cause("fc1.bias", Tensor<float, Shape<1, 100>>{}) ==
        "as many numbers, grouped otherwise: save weight.reshape(...)");
  CHECK(cause("fc1.bias", Tensor<float, Shape<1, 7>>{}) == "another kind of layer? 2 axes, not 1");
  CHECK(cause("fc1.bias", Tensor<std::int32_t, Shape<100>>{}) == "int32 in the file, float32 in the model");
  CHECK(detail::shape_cause({"conv.weight", "float32", {3, 4, 8}}, {"conv.weight", "float32", {8, 4, 3}}, false) ==
        "a kernel as TensorFlow keeps it, width first? save weight.transpose(2, 1, 0)");
  CHECK(detail::shape_cause({"wte_emb.weight", "float32", {50257, 768}}, {"wte_emb.weight", "float32", {50304, 768}},
                            false) == "another vocabulary? 50257 entries, not 50304");
  CHECK(detail::shape_cause({"pos_emb.weight", "float32", {1024, 768}}, {"pos_emb.weight", "float32", {512, 768}},
                            false) == "another longest sequence? 1024 places, not 512");
}

TEST_CASE("Names that are other ones in the file are recognised") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  NamedTensors file = lenet();
  rename(file, "fc2.weight", "head.weight");
  drop(file, "fc1.bias");
  CHECK(refusal<LeNet>(file) ==
        "load_safetensors: x.safetensors does not fit LeNet; nothing was changed\n"
        "  fc1.bias     not in the file   model [100]      a layer without bias? NoBias\n"
        "  fc2.weight   not in the file   model [10, 100]  is it head.weight in the file?\n"
        "  head.weight  in the file only  [10, 100]");
  file = lenet();
  for (NamedTensor& each : file) each.name = "module." + each.name;
  CHECK_THAT(
      refusal<LeNet>(file),
      ContainsSubstring("\n  each name in the file begins with 'module.', as torch.nn.DataParallel saves it: save "
                        "{name.removeprefix('module.'): weight for name, weight in state.items()}"));
  CHECK_THAT(refusal<Stack<3>>(detail::weights_of(numbered<Stack<6>>())),
             ContainsSubstring("\n  another variant? layers has 6 blocks in the file, 3 in the model"));
  struct Outer {
    BOOST_HANA_DEFINE_STRUCT(Outer, (LeNet, net));
  };
  CHECK_THAT(
      refusal<Outer>(lenet()),
      ContainsSubstring("\n  each name in the model begins with 'net.', and the file has them without: load into "
                        "that member of the model"));
}

TEST_CASE("Other floating types are converted only when that is said") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  NamedTensors file = lenet();
  Tensor<half, Shape<10>> bias;
  bias.writable_data()[3] = half(1.5F);
  named(file, "fc2.bias") = bias;
  Tensor<double, Shape<100>> doubles;
  doubles.writable_data()[99] = -0.25;
  named(file, "fc1.bias") = doubles;
  const std::string said = refusal<LeNet>(file);
  CHECK_THAT(said,
             ContainsSubstring("fc1.bias  file [100]  model [100]  float64 in the file: Floats::to_float32 as the last "
                               "argument converts"));
  CHECK_THAT(said, ContainsSubstring("fc2.bias  file [10]   model [10]   float16 in the file: "));
  LeNet model;
  load_safetensors("x.safetensors", model, Floats::to_float32);
  CHECK(model.fc2.bias(3) == 1.5F);
  CHECK(model.fc1.bias(99) == -0.25F);
}

TEST_CASE("What PyTorch counts in batch norm is passed over, and nothing else") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  NamedTensors file = lenet();
  file.push_back({"bn.num_batches_tracked", Tensor<std::int64_t, Shape<>>{}});
  CHECK(refusal<LeNet>(file).empty());
  file.push_back({"fc1.num_batches_tracked", Tensor<std::int64_t, Shape<>>{}});
  CHECK_THAT(refusal<LeNet>(file), ContainsSubstring("fc1.num_batches_tracked  in the file only  []"));
}

TEST_CASE("An archive that turns out to be damaged after the names fit changes nothing") {
  const scratch::Directory directory;
  const scratch::Inside inside(directory);
  save_npz("x.npz", numbered<LeNet>());
  std::string bytes = scratch::bytes_of_file("x.npz");
  const std::size_t last = bytes.rfind("NUMPY") + 127 + 3;
  bytes[last] = static_cast<char>(bytes[last] ^ 1);
  scratch::write_bytes("x.npz", bytes);
  auto model = numbered<LeNet>(7);
  CHECK_THROWS_WITH(load_npz("x.npz", model),
                    ContainsSubstring("x.npz, fc2.bias: the entry is damaged: its CRC-32 is "));
  CHECK(are_equal(model, numbered<LeNet>(7)));
}
