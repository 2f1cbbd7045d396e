// SPDX-License-Identifier: BSL-1.0
// How do an image's windows become columns of a matrix (im2col), and columns an image again (col2im)?
//
//   unfold<3>               [n, c, h, w] -> [n, c*3*3, windows]
//   fold<3, Output<h, w>>   [n, c*3*3, windows] -> [n, c, h, w]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/unfold.hpp"
#include "../rules/pool.hpp"
#include "window.hpp"

namespace shapeproof {
namespace detail {

// `image` and `columns` are the two sides of unfold.
constexpr engine::WindowExtents unfold_extents(const WindowOptions& options, const Extents& image) {
  engine::WindowExtents e;
  e.planes = image.count(0, image.rank - 2);
  e.in = plane_of(image, 2);
  const engine::Plane kernel = plane_of(options, Option::kernel, 2, {1, 1});
  e.window = window_of(options, 2, kernel, {1, 1}, e.in, e.out);
  const auto places = [&](int axis, std::int64_t in, std::int64_t along) {
    return window_count(window_axis(options, axis, in, along)).number;
  };
  e.out = {places(0, e.in.height, kernel.height), places(1, e.in.width, kernel.width)};
  return e;
}

template <auto... Options>
struct Unfold {
  static constexpr const char* name = "unfold";
  static constexpr int least_operands = 1;
  static constexpr int most_operands = 1;
  static constexpr Wanted wanted = Wanted::any;
  static constexpr WindowOptions options = window_options(Option::kernel, Options...);

  constexpr Ruling operator()(const ShapeValue& image, Refusal* why) const { return unfold_rule(options, image, why); }

  template <class... T>
  using Elements = WindowElements<Unfold, T...>;

  template <class T, class X>
  static constexpr void compute(T* out, const Extents&, const X& x) {
    engine::unfold(x.data(), out, unfold_extents(options, x.extents()));
  }
};

template <auto... Options>
struct Fold {
  static constexpr const char* name = "fold";
  static constexpr int least_operands = 1;
  static constexpr int most_operands = 1;
  static constexpr Wanted wanted = Wanted::reals;
  static constexpr WindowOptions options = window_options(Option::kernel, Options...);

  constexpr Ruling operator()(const ShapeValue& columns, Refusal* why) const {
    return fold_rule(options, columns, why);
  }

  template <class... T>
  using Elements = WindowElements<Fold, T...>;

  template <class T, class X>
  static constexpr void compute(T* out, const Extents& image, const X& x) {
    engine::fold(x.data(), out, unfold_extents(options, image));
  }
};

}  // namespace detail

// unfold<3, Padding<1>>(x), unfold<Kernel<3, 5>, Stride<2>>(x): PyTorch's F.unfold. Kernel, Stride (without it 1), Padding,
// Dilation; padding is zeros.
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::Unfold<Options...>>> unfold;

// fold<3, Output<8, 8>>(columns): PyTorch's F.fold. Elements that windows share are added up.
template <auto... Options>
inline constexpr detail::Function<detail::WindowOperation<detail::Fold<Options...>>> fold;

}  // namespace shapeproof
