// SPDX-License-Identifier: BSL-1.0
// Weights that PyTorch saved, in layers of this library: the same names, the same layouts, the same result.
// The files in vectors/archives/ are made by make_vectors.py there.
#include "catch.hpp"

#include <shapeproof/io/weights.hpp>
#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/linear.hpp>
#include <shapeproof/nn/norm.hpp>
#include <shapeproof/nn/sequential.hpp>
#include <shapeproof/nn/shape_layers.hpp>

using namespace shapeproof;

namespace {

std::string vector_path(const std::string& name) {
  return SHAPEPROOF_TEST_DATA "/vectors/archives/" + name + ".safetensors";
}

struct Net {
  BOOST_HANA_DEFINE_STRUCT(Net, (Conv2d<1, 2, 3>, conv), (BatchNorm2d<2>, bn), (Linear<18, 4>, fc));

  template <class X>
  auto operator()(const X& x) const {
    return fc(flatten<1>(relu(bn(conv(x)))));
  }
};
struct OtherNet {
  BOOST_HANA_DEFINE_STRUCT(OtherNet, (Conv2d<1, 2, 3>, conv), (BatchNorm2d<2>, bn), (Linear<18, 7>, fc));
};

}  // namespace

TEST_CASE("What PyTorch saved makes the same of the same input") {
  Net net;
  load_safetensors(vector_path("pytorch"), net);
  constexpr auto N = axis("N");
  const auto x = load_safetensors<float, Shape<N, 1, 5, 5>>(vector_path("pytorch_forward"), "x");
  const auto expected = load_safetensors<float, Shape<N, 4>>(vector_path("pytorch_forward"), "y");
  const Tensor<float, Shape<N, 4>> y = net(x);
  REQUIRE(y.element_count() == 12);
  for (std::int64_t i = 0; i < y.element_count(); ++i) CHECK(y.data()[i] == Approx(expected.data()[i]).margin(1e-5));
}

TEST_CASE("Layers that differ from PyTorch's are listed") {
  OtherNet net;
  CHECK_THROWS_WITH(load_safetensors(vector_path("pytorch"), net),
                    ContainsSubstring("pytorch.safetensors does not fit OtherNet; nothing was changed\n"
                                      "  fc.weight  file [4, 18]  model [7, 18]  another number of classes? 4, not 7\n"
                                      "  fc.bias    file [4]      model [7]"));
}
