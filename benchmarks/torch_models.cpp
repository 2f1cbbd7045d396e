// SPDX-License-Identifier: BSL-1.0
// The models of models.cpp by torch::nn, in eval mode and without gradients.
#include <torch/nn.h>

#include "rows.hpp"

namespace {

namespace nn = torch::nn;
using torch::Tensor;

Tensor images(torch::IntArrayRef extents) {
  Tensor made = torch::empty(extents);
  const auto numbers = rows::numbers(static_cast<std::size_t>(made.numel()));
  std::copy(numbers.begin(), numbers.end(), made.data_ptr<float>());
  return made;
}
Tensor words(torch::IntArrayRef extents) {
  Tensor made = torch::empty(extents, torch::kLong);
  for (std::int64_t i = 0; i < made.numel(); ++i) made.data_ptr<std::int64_t>()[i] = rows::word(i);
  return made;
}

template <class Model>
void add(const char* row, const std::shared_ptr<Model>& model, const Tensor& x) {
  model->eval();
  rows::add(row, "LibTorch", [=] {
    const torch::NoGradGuard guard;
    rows::use(model->forward(x).data_ptr());
  });
}

nn::Conv2d conv(int in, int out, int kernel, int stride, int padding, bool bias) {
  return nn::Conv2d(nn::Conv2dOptions(in, out, kernel).stride(stride).padding(padding).bias(bias));
}

struct LeNet : nn::Module {
  nn::Conv2d conv1 = register_module("conv1", conv(3, 6, 5, 1, 0, true));
  nn::Conv2d conv2 = register_module("conv2", conv(6, 16, 5, 1, 0, true));
  nn::Linear fc1 = register_module("fc1", nn::Linear(400, 120));
  nn::Linear fc2 = register_module("fc2", nn::Linear(120, 84));
  nn::Linear fc3 = register_module("fc3", nn::Linear(84, 10));

  Tensor forward(const Tensor& x) {
    const Tensor first = torch::max_pool2d(torch::relu(conv1(x)), 2);
    const Tensor second = torch::max_pool2d(torch::relu(conv2(first)), 2);
    return fc3(torch::relu(fc2(torch::relu(fc1(second.flatten(1))))));
  }
};

struct ResidualBlock : nn::Module {
  nn::Conv2d conv1, conv2;
  nn::BatchNorm2d bn1, bn2;
  nn::Sequential shortcut;

  ResidualBlock(int in, int out, int step)
      : conv1(register_module("conv1", conv(in, out, 3, step, 1, false))),
        conv2(register_module("conv2", conv(out, out, 3, 1, 1, false))),
        bn1(register_module("bn1", nn::BatchNorm2d(out))),
        bn2(register_module("bn2", nn::BatchNorm2d(out))) {
    if (step != 1 || in != out) shortcut = nn::Sequential(conv(in, out, 1, step, 0, false), nn::BatchNorm2d(out));
    register_module("shortcut", shortcut);
  }
  Tensor forward(const Tensor& x) {
    const Tensor computed = bn2(conv2(torch::relu(bn1(conv1(x)))));
    return torch::relu(computed + (shortcut->is_empty() ? x : shortcut->forward(x)));
  }
};

struct ResNet18 : nn::Module {
  nn::Sequential features =
      register_module("features", nn::Sequential(conv(3, 64, 3, 1, 1, false), nn::BatchNorm2d(64), nn::ReLU()));
  nn::Linear linear = register_module("linear", nn::Linear(512, 10));

  ResNet18() {
    int in = 64;
    for (const int out : {64, 128, 256, 512}) {
      features->push_back(ResidualBlock(in, out, out == 64 ? 1 : 2));
      features->push_back(ResidualBlock(out, out, 1));
      in = out;
    }
  }
  Tensor forward(const Tensor& x) { return linear(features->forward(x).mean({2, 3})); }
};

nn::Sequential double_conv(int in, int out) {
  return nn::Sequential(conv(in, out, 3, 1, 1, true), nn::BatchNorm2d(out), nn::ReLU(), conv(out, out, 3, 1, 1, true),
                        nn::BatchNorm2d(out), nn::ReLU());
}
nn::ConvTranspose2d up(int in, int out) {
  return nn::ConvTranspose2d(nn::ConvTranspose2dOptions(in, out, 2).stride(2));
}

struct UNet : nn::Module {
  nn::Sequential down1 = register_module("down1", double_conv(3, 16));
  nn::Sequential down2 = register_module("down2", double_conv(16, 32));
  nn::Sequential bottom = register_module("bottom", double_conv(32, 64));
  nn::ConvTranspose2d up2 = register_module("up2", up(64, 32));
  nn::Sequential merge2 = register_module("merge2", double_conv(64, 32));
  nn::ConvTranspose2d up1 = register_module("up1", up(32, 16));
  nn::Sequential merge1 = register_module("merge1", double_conv(32, 16));
  nn::Conv2d head = register_module("head", conv(16, 2, 1, 1, 0, true));

  Tensor forward(const Tensor& x) {
    const Tensor first = down1->forward(x);
    const Tensor second = down2->forward(torch::max_pool2d(first, 2));
    const Tensor deepest = bottom->forward(torch::max_pool2d(second, 2));
    const Tensor merged = merge2->forward(torch::cat({up2(deepest), second}, 1));
    return head(merge1->forward(torch::cat({up1(merged), first}, 1)));
  }
};

constexpr int width = 256, heads = 4, context = 128;

// torch::nn::MultiheadAttention wants time first: a GPT has its own, with the mask made once.
struct GptBlock : nn::Module {
  nn::LayerNorm ln_1 = register_module("ln_1", nn::LayerNorm(nn::LayerNormOptions({width})));
  nn::Linear in_proj = register_module("in_proj", nn::Linear(width, 3 * width));
  nn::Linear out_proj = register_module("out_proj", nn::Linear(width, width));
  nn::LayerNorm ln_2 = register_module("ln_2", nn::LayerNorm(nn::LayerNormOptions({width})));
  nn::Linear c_fc = register_module("c_fc", nn::Linear(width, 4 * width));
  nn::Linear c_proj = register_module("c_proj", nn::Linear(4 * width, width));
  Tensor later = register_buffer("later", torch::full({context, context}, -INFINITY).triu(1));

  Tensor attend(const Tensor& x) {
    const std::int64_t batch = x.size(0), time = x.size(1);
    const Tensor parts = in_proj(x).view({batch, time, 3, heads, width / heads}).permute({2, 0, 3, 1, 4});
    const Tensor scores = torch::matmul(parts[0] / std::sqrt(double{width} / heads), parts[1].transpose(-2, -1));
    const Tensor seen = torch::softmax(scores + later, -1);
    return out_proj(torch::matmul(seen, parts[2]).transpose(1, 2).reshape({batch, time, width}));
  }
  Tensor forward(const Tensor& x) {
    const Tensor attended = x + attend(ln_1(x));
    return attended + c_proj(torch::gelu(c_fc(ln_2(attended))));
  }
};

struct Gpt : nn::Module {
  nn::Embedding wte = register_module("wte", nn::Embedding(256, width));
  nn::Embedding wpe = register_module("wpe", nn::Embedding(context, width));
  nn::Sequential h = register_module("h", nn::Sequential(GptBlock(), GptBlock(), GptBlock(), GptBlock()));
  nn::LayerNorm ln_f = register_module("ln_f", nn::LayerNorm(nn::LayerNormOptions({width})));
  nn::Linear lm_head = register_module("lm_head", nn::Linear(nn::LinearOptions(width, 256).bias(false)));

  Tensor forward(const Tensor& ids) { return lm_head(ln_f(h->forward(wte(ids) + wpe(torch::arange(ids.size(1)))))); }
};

struct Tagger : nn::Module {
  nn::Embedding embedding = register_module("embedding", nn::Embedding(256, 64));
  nn::LSTM lstm = register_module("lstm", nn::LSTM(nn::LSTMOptions(64, 128).bidirectional(true).batch_first(true)));
  nn::Linear tags = register_module("tags", nn::Linear(256, 16));

  Tensor forward(const Tensor& ids) { return tags(std::get<0>(lstm(embedding(ids)))); }
};

const int registered = [] {
  add(rows::lenet, std::make_shared<LeNet>(), images({64, 3, 32, 32}));
  add(rows::lenet_alone, std::make_shared<LeNet>(), images({1, 3, 32, 32}));
  add(rows::resnet, std::make_shared<ResNet18>(), images({8, 3, 32, 32}));
  add(rows::unet, std::make_shared<UNet>(), images({4, 3, 64, 64}));
  add(rows::gpt, std::make_shared<Gpt>(), words({4, context}));
  add(rows::tagger, std::make_shared<Tagger>(), words({16, 32}));
  return 0;
}();

}  // namespace
