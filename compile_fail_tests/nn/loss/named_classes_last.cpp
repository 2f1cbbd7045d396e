// SPDX-License-Identifier: BSL-1.0
// Also where only a name tells.
// expect: nll_loss: the prediction is Shape<N, T, 512> with classes on axis 1, so ids are wanted as Shape<N, 512>; the target is Shape<N, T>; the classes seem to stand last: permute<0, 2, 1>(prediction) brings them to axis 1
#include <shapeproof/create.hpp>
#include <shapeproof/nn/class_loss.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), T = axis("T");
auto scores = zeros<float, Shape<N, BAD(T, 512) GOOD(512, T)>>(8, 16);
auto ids = zeros<int, Shape<N, T>>(8, 16);
auto loss = nll_loss(scores, ids);  // error here
