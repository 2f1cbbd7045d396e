// SPDX-License-Identifier: BSL-1.0
// Keys have their batch in front, as queries have.
// expect: MultiHeadAttention<64, 4>: axis 0 of the query is N, axis 0 of the key is S; their names must be equal
#include <shapeproof/create.hpp>
#include <shapeproof/nn/attention.hpp>
using namespace shapeproof;

constexpr auto N = axis("N"), S = axis("S"), L = axis("L");
MultiHeadAttention<64, 4> attention;
auto x = zeros<float, Shape<N, L, 64>>(8, 16);
auto keys = zeros<float, Shape<BAD(S, N) GOOD(N, S), 64>>(8, 8);
auto y = attention(x, keys, keys);  // error here
