// SPDX-License-Identifier: BSL-1.0
// Do our layers make what PyTorch's make, and are their parameters named and shaped as in its state_dict?
// vectors/nn/vectors.txt holds what PyTorch said; make_vectors.py beside it asked.
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <shapeproof/nn.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N");

std::map<std::string, std::string> read_lines() {
  std::map<std::string, std::string> lines;
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/nn/vectors.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t name_end = line.find(' ', line.starts_with("names ") ? 6 : 0);
    lines[line.substr(0, name_end)] = name_end == std::string::npos ? "" : line.substr(name_end + 1);
  }
  return lines;
}
const std::string& line_of(const std::string& name) {
  static const std::map<std::string, std::string> lines = read_lines();
  return lines.at(name);
}

// As make_vectors.py makes them.
float number(std::int64_t i, int seed) { return static_cast<float>((7 * i + 3 * seed) % 11 - 5) / 8; }

template <class X>
void fill(X& x, int seed) {
  std::int64_t i = 0;
  for (auto& element : x.writable_span()) element = number(i++, seed);
}
template <class Model>
void fill_parameters(Model& model) {
  int seed = 0;
  for_each_parameter(model, [&](std::string_view name, auto& tensor) {
    if constexpr (std::is_same_v<typename std::remove_cvref_t<decltype(tensor)>::element, float>) {
      fill(tensor, seed);
      if (name.ends_with("running_var")) {
        for (float& element : tensor.writable_span()) element = std::abs(element) + 0.5F;
      }
    }
    ++seed;
  });
}

std::string brackets(const Extents& extents) {
  std::string text = "[";
  for (int axis = 0; axis < extents.rank; ++axis) text += (axis > 0 ? "," : "") + std::to_string(extents[axis]);
  return text + "]";
}

template <class Model>
std::string names_of(const Model& model) {
  std::string names;
  for_each_parameter(model, [&](std::string_view name, const auto& tensor) {
    names += (names.empty() ? "" : " ") + std::string(name) + brackets(tensor.extents());
  });
  return names;
}

template <class X>
void check_elements(const std::string& name, const X& x) {
  INFO(name);
  std::istringstream words(line_of(name));
  std::string extents;
  words >> extents;
  REQUIRE(brackets(x.extents()) == extents);
  for (const float element : x) {
    double expected = 0;
    words >> expected;
    REQUIRE(std::abs(element - expected) <= 2e-5 * (1 + std::abs(expected)));
  }
}

// The model, with PyTorch's parameters, called with a static shape, with a named batch and with a run-time shape.
template <class S, class Model>
void check(const std::string& name, Model model) {
  fill_parameters(model);
  CHECK(names_of(model) == line_of("names " + name));
  Tensor<float, S> x;
  fill(x, 5);
  const auto y = model(x);
  check_elements(name, y);
  CHECK(samples::elements_of(model(DynamicTensor<float>(x))) == samples::elements_of(y));
}
template <class Open, class S, class Model>
void check(const std::string& name, Model model) {
  check<S>(name, model);
  fill_parameters(model);
  auto x = zeros<float, Open>(S::value[0].number);
  fill(x, 5);
  check_elements(name, model(x));
}

struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet, (Conv2d<1, 2, Kernel<3>>, conv1), (Conv2d<2, 3, 3>, conv2), (Linear<12, 5>, fc1),
                           (Linear<5, 3>, fc2));
  template <class X>
  auto operator()(const X& x) const {
    const auto features = max_pool2d<2>(relu(conv2(max_pool2d<2>(relu(conv1(x))))));
    return fc2(relu(fc1(flatten<1>(features))));
  }
};

}  // namespace

TEST_CASE("layers with a weight make what PyTorch's make") {
  check<Shape<N, 4>, Shape<2, 4>>("linear", Linear<4, 3>());
  check<Shape<N, 3, 4>, Shape<2, 3, 4>>("linear_no_bias", Linear<4, 3, NoBias>());
  check<Shape<N, 2, 7>, Shape<2, 2, 7>>("conv1d", Conv1d<2, 3, 3, Stride<2>, Padding<1>>());
  check<Shape<N, 4, 6, 5>, Shape<2, 4, 6, 5>>("conv2d", Conv2d<4, 6, Kernel<3, 2>, Stride<2>, Padding<1>, Groups<2>>());
  check<Shape<1, 2, 6, 6>>("conv2d_dilated", Conv2d<2, 3, 3, Dilation<2>, NoBias>());
  check<Shape<1, 2, 4, 3>>("conv2d_same", Conv2d<2, 3, 3, Same>());
  check<Shape<2, 3, 3, 4>>("conv_transpose2d", ConvTranspose2d<3, 2, 3, Stride<2>, Padding<1>, OutputPadding<1>>());
  check<Shape<1, 4, 2, 3>>("conv_transpose2d_groups", ConvTranspose2d<4, 6, 2, Groups<2>>());
}

TEST_CASE("layers that normalise make what PyTorch's make") {
  check<Shape<N, 4>, Shape<3, 4>>("batch_norm1d", BatchNorm1d<4>());
  check<Shape<3, 2, 4>>("batch_norm1d_line", BatchNorm1d<2>());
  check<Shape<N, 3, 2, 2>, Shape<2, 3, 2, 2>>("batch_norm2d", BatchNorm2d<3>());
  check<Shape<N, 3, 5>, Shape<2, 3, 5>>("layer_norm", LayerNorm<5>());
  check<Shape<2, 3, 5>>("layer_norm_two", LayerNorm<3, 5>());
  check<Shape<2, 5>>("rms_norm", RMSNorm<5>());
  check<Shape<2, 4, 3>>("group_norm", GroupNorm<2, 4>());
}

TEST_CASE("layers without parameters make what PyTorch's make") {
  check<Shape<1, 2, 8>>("max_pool1d", MaxPool1d<3, Stride<2>>());
  check<Shape<1, 2, 5, 6>>("max_pool2d", MaxPool2d<3, Stride<2>, Padding<1>>());
  check<Shape<1, 2, 6>>("avg_pool1d", AvgPool1d<2>());
  check<Shape<1, 2, 4, 6>>("avg_pool2d", AvgPool2d<2>());
  check<Shape<1, 2, 5, 7>>("adaptive_avg_pool2d", AdaptiveAvgPool2d<2, 3>());
  check<Shape<1, 2, 5, 7>>("adaptive_max_pool2d", AdaptiveMaxPool2d<2>());
  check<Shape<1, 2, 2, 3>>("upsample", Upsample<ScaleFactor<2>>());
  check<Shape<1, 2, 2, 3>>("upsample_bilinear", Upsample<ScaleFactor<2>, Bilinear>());
  check<Shape<11>>("relu", ReLU());
  check<Shape<11>>("leaky_relu", LeakyReLU());
  check<Shape<11>>("elu", ELU());
  check<Shape<11>>("sigmoid", Sigmoid());
  check<Shape<11>>("silu", SiLU());
  check<Shape<11>>("softplus", Softplus());
  check<Shape<11>>("gelu", GELU());
  check<Shape<11>>("gelu_tanh", GELUTanh());
  check<Shape<11>>("tanh", Tanh());
  check<Shape<2, 5>>("softmax", Softmax<1>());
  check<Shape<2, 5>>("log_softmax", LogSoftmax<-1>());
  check<Shape<2, 3, 2>>("flatten", Flatten<>());
  check<Shape<2, 6>>("unflatten", Unflatten<1, 3, 2>());
  check<Shape<2, 3>>("dropout", Dropout<>());
  check<Shape<2, 3>>("identity", Identity());
}

TEST_CASE("models make what PyTorch's make") {
  check<Shape<N, 1, 14, 14>, Shape<2, 1, 14, 14>>("lenet", LeNet());
  check<Shape<N, 1, 6, 6>, Shape<2, 1, 6, 6>>(
      "sequential", sequential<Shape<N, 1, 6, 6>>(conv2d<2, 3>, BatchNorm2d(), relu, Flatten(), linear<3>));
  check<Shape<N, 2, 4, 4>, Shape<1, 2, 4, 4>>(
      "nested",
      sequential<Shape<N, 2, 4, 4>>(Residual(layers(conv2d<2, 3, Padding<1>>, BatchNorm2d(), relu)),
                                    Residual(conv2d<4, 3, Stride<2>, Padding<1>>, conv2d<4, 1, Stride<2>, NoBias>),
                                    parallel<Concat<1>>(conv2d<2, 1>, layers(conv2d<3, 3, Padding<1>>, relu))));
}

TEST_CASE("BatchNorm2d follows a batch in training") {
  BatchNorm2d<3> norm;
  fill_parameters(norm);
  Tensor<float, Shape<2, 3, 2, 2>> x;
  fill(x, 5);
  const auto batch = norm.training(x);
  norm.track(batch);
  check_elements("batch_norm2d_training", batch.output);
  check_elements("batch_norm2d_training_mean", norm.running_mean);
  check_elements("batch_norm2d_training_var", norm.running_var);
  CHECK(norm.num_batches_tracked() == 1);
}
