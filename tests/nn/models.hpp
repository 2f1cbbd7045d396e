// SPDX-License-Identifier: BSL-1.0
// Models as people write them: LeNet-5, ResNet-18 for CIFAR, a U-Net, a GPT and a tagger. Members have the names that they have
// in make_model_vectors.py.
#pragma once

#include <array>

#include <shapeproof/nn/activation.hpp>
#include <shapeproof/nn/branches.hpp>
#include <shapeproof/nn/conv.hpp>
#include <shapeproof/nn/embedding.hpp>
#include <shapeproof/nn/norm.hpp>
#include <shapeproof/nn/pool.hpp>
#include <shapeproof/nn/recurrent.hpp>
#include <shapeproof/nn/sequential.hpp>
#include <shapeproof/nn/shape_layers.hpp>
#include <shapeproof/nn/transformer.hpp>
#include <shapeproof/ops/reduce.hpp>
#include <shapeproof/ops/scan.hpp>

namespace models {

using namespace shapeproof;

inline constexpr auto N = axis("N"), L = axis("L");

// LeCun et al., Gradient-Based Learning Applied to Document Recognition, 1998; with max-pooling and relu, as it is taught.
struct LeNet {
  BOOST_HANA_DEFINE_STRUCT(LeNet, (Conv2d<1, 6, Kernel<5>, Padding<2>>, conv1), (Conv2d<6, 16, Kernel<5>>, conv2),
                           (Linear<400, 120>, fc1), (Linear<120, 84>, fc2), (Linear<84, 10>, fc3));

  template <auto Batch>
  auto operator()(const Tensor<float, Shape<Batch, 1, 28, 28>>& x) const {
    const auto first = max_pool2d<2>(relu(conv1(x)));
    const auto second = max_pool2d<2>(relu(conv2(first)));
    return fc3(relu(fc2(relu(fc1(flatten<1>(second))))));
  }
};

template <int In, int Out, int Step, int Size>
using Projection =
    Sequential<Shape<N, In, Size, Size>, Conv2d<In, Out, Kernel<1>, Stride<Step>, NoBias>, BatchNorm2d<Out>>;

// He et al., Deep Residual Learning for Image Recognition, 2015.
template <int In, int Out, int Step, int Size>
struct ResidualBlock {
  using Shortcut = std::conditional_t<Step == 1 && In == Out, Identity, Projection<In, Out, Step, Size>>;
  BOOST_HANA_DEFINE_STRUCT(ResidualBlock, (Conv2d<In, Out, Kernel<3>, Stride<Step>, Padding<1>, NoBias>, conv1),
                           (BatchNorm2d<Out>, bn1), (Conv2d<Out, Out, Kernel<3>, Padding<1>, NoBias>, conv2),
                           (BatchNorm2d<Out>, bn2), (Shortcut, shortcut));

  template <class X>
  auto operator()(const X& x) const {
    return relu(bn2(conv2(relu(bn1(conv1(x))))) + shortcut(x));
  }
};

template <int In, int Out, int Step, int Size>
using Stage =
    Sequential<Shape<N, In, Size, Size>, ResidualBlock<In, Out, Step, Size>, ResidualBlock<Out, Out, 1, Size / Step>>;

template <int Width, int Classes>
struct ResNet18 {
  BOOST_HANA_DEFINE_STRUCT(ResNet18, (Conv2d<3, Width, Kernel<3>, Padding<1>, NoBias>, conv1),
                           (BatchNorm2d<Width>, bn1), (Stage<Width, Width, 1, 32>, layer1),
                           (Stage<Width, 2 * Width, 2, 32>, layer2), (Stage<2 * Width, 4 * Width, 2, 16>, layer3),
                           (Stage<4 * Width, 8 * Width, 2, 8>, layer4), (Linear<8 * Width, Classes>, linear));

  template <auto Batch>
  auto operator()(const Tensor<float, Shape<Batch, 3, 32, 32>>& x) const {
    const auto features = layer4(layer3(layer2(layer1(relu(bn1(conv1(x)))))));
    return linear(mean<2, 3>(features));
  }
};

// Height and width of what goes through a U-Net of two levels: halved and doubled twice, they are what they were.
inline constexpr auto H = axis("H").multiple_of(4), W = axis("W").multiple_of(4);

template <int In, int Out, Extent Height, Extent Width>
using DoubleConv = Sequential<Shape<N, In, Height, Width>, Conv2d<In, Out, Kernel<3>, Padding<1>>, BatchNorm2d<Out>,
                              ReLU, Conv2d<Out, Out, Kernel<3>, Padding<1>>, BatchNorm2d<Out>, ReLU>;

// Ronneberger et al., U-Net: Convolutional Networks for Biomedical Image Segmentation, 2015; padded, and of two levels.
template <int Channels, int Classes, int Features>
struct UNet {
  BOOST_HANA_DEFINE_STRUCT(UNet, (DoubleConv<Channels, Features, H, W>, down1),
                           (DoubleConv<Features, 2 * Features, H / 2, W / 2>, down2),
                           (DoubleConv<2 * Features, 4 * Features, H / 4, W / 4>, bottom),
                           (ConvTranspose2d<4 * Features, 2 * Features, Kernel<2>, Stride<2>>, up2),
                           (DoubleConv<4 * Features, 2 * Features, H / 2, W / 2>, merge2),
                           (ConvTranspose2d<2 * Features, Features, Kernel<2>, Stride<2>>, up1),
                           (DoubleConv<2 * Features, Features, H, W>, merge1),
                           (Conv2d<Features, Classes, Kernel<1>>, head));

  template <auto Batch, auto Height, auto Width>
  auto operator()(const Tensor<float, Shape<Batch, Channels, Height, Width>>& x) const {
    const auto first = down1(x);
    const auto second = down2(max_pool2d<2>(first));
    const auto deepest = bottom(max_pool2d<2>(second));
    const auto merged = merge2(concat<1>(up2(deepest), second));
    return head(merge1(concat<1>(up1(merged), first)));
  }
};

// Radford et al., Language Models are Unsupervised Multitask Learners, 2019.
template <int Width, int Heads>
struct GptBlock {
  BOOST_HANA_DEFINE_STRUCT(GptBlock, (LayerNorm<Width>, ln_1), (MultiHeadAttention<Width, Heads>, attn),
                           (LayerNorm<Width>, ln_2), (Linear<Width, 4 * Width>, c_fc),
                           (Linear<4 * Width, Width>, c_proj));

  template <class X>
  auto operator()(const X& x) const {
    const auto attended = x + attn(ln_1(x), causal);
    return attended + c_proj(gelu(c_fc(ln_2(attended))));
  }
};

template <int Vocabulary, int Context, int Width, int Heads, int Depth>
struct Gpt {
  using Blocks = std::array<GptBlock<Width, Heads>, Depth>;
  BOOST_HANA_DEFINE_STRUCT(Gpt, (Embedding<Vocabulary, Width>, wte), (Embedding<Context, Width>, wpe), (Blocks, h),
                           (LayerNorm<Width>, ln_f), (Linear<Width, Vocabulary, NoBias>, lm_head));

  template <auto Batch, auto Time>
  auto operator()(const Tensor<std::int64_t, Shape<Batch, Time>>& ids) const {
    auto x = wte(ids) + wpe(cumsum<1>(ones_like(ids)) - 1);
    for (const auto& block : h) x = block(x);
    return lm_head(ln_f(x));
  }
};

// A tag for each word, by what stands before and behind it.
template <int Words, int Width, int Hidden, int Tags>
struct Tagger {
  BOOST_HANA_DEFINE_STRUCT(Tagger, (Embedding<Words, Width>, embedding),
                           (LSTM<Width, Hidden, Bidirectional, Sequence<N, L>>, lstm),
                           (Linear<2 * Hidden, Tags>, tags));

  template <auto Batch, auto Time>
  auto operator()(const Tensor<std::int64_t, Shape<Batch, Time>>& words) const {
    return tags(lstm(embedding(words)));
  }
};

}  // namespace models
