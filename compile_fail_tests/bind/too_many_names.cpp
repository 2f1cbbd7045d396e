// SPDX-License-Identifier: BSL-1.0
// bind keeps 64 names apart, and says so where there are more.
// expect: bind: the shapes name more than 64 axes; bind fewer at once
#include <shapeproof/bind.hpp>
using namespace shapeproof;

template <int I>
struct Letters {
  static constexpr char text[] = {'n', static_cast<char>('a' + I / 8), static_cast<char>('a' + I % 8), '\0'};
};
template <int I>
inline constexpr auto name = axis(Letters<I>::text);
template <int I>
using A = Shape<name<I>, name<I + 1>, name<I + 2>, name<I + 3>, name<I + 4>, name<I + 5>, name<I + 6>, name<I + 7>>;

using B = A<0>;
using C = A<8>;
using D = A<16>;
using E = A<24>;
using F = A<32>;
using G = A<40>;
using H = A<48>;
using K = A<56>;

Tensor<float, Shape<1, 1, 1, 1, 1, 1, 1, 1>> x;
auto t = bind<B, C, D, E, F, G, H, K, A<BAD_OR_GOOD(64, 0)>>(x, x, x, x, x, x, x, x, x);  // error here
