// SPDX-License-Identifier: BSL-1.0
// How many places does a window have? PyTorch's answers for numbers, and what follows for names.
#include <shapeproof/rules/conv.hpp>
#include <shapeproof/rules/pool.hpp>
#include <shapeproof/rules/resize.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), C = axis("C"), D = axis("D"), H = axis("H"), W = axis("W"), K = axis("K");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

template <auto... Options>
constexpr Ruling conv(const ShapeValue& input, const ShapeValue& kernel) {
  return conv_rule(conv2d_form, false, window_options(Option::kernel, Options...), input, kernel);
}
template <auto... Options>
constexpr Ruling conv(const ShapeValue& input, const ShapeValue& kernel, const ShapeValue& bias) {
  return conv_rule(conv2d_form, false, window_options(Option::kernel, Options...), input, kernel, bias);
}
template <auto... Options>
constexpr Ruling line(const ShapeValue& input, const ShapeValue& kernel) {
  return conv_rule(conv1d_form, false, window_options(Option::kernel, Options...), input, kernel);
}
template <auto... Options>
constexpr Ruling transposed(const ShapeValue& input, const ShapeValue& kernel) {
  return conv_rule(conv_transpose2d_form, true, window_options(Option::kernel, Options...), input, kernel);
}
template <auto... Options>
constexpr Ruling max_pool(const ShapeValue& input) {
  return pool_rule(max_pool2d_form, window_options(Option::kernel, Options...), input);
}
template <auto... Options>
constexpr Ruling avg_pool(const ShapeValue& input) {
  return pool_rule(avg_pool2d_form, window_options(Option::kernel, Options...), input);
}
template <auto... Options>
constexpr Ruling adaptive(const ShapeValue& input) {
  return adaptive_pool_rule(adaptive_avg_pool2d_form, window_options(Option::output, Options...), input);
}
template <auto... Options>
constexpr Ruling unfolded(const ShapeValue& image) {
  return unfold_rule(window_options(Option::kernel, Options...), image);
}
template <auto... Options>
constexpr Ruling folded(const ShapeValue& columns) {
  return fold_rule(window_options(Option::kernel, Options...), columns);
}
template <auto... Options>
constexpr Ruling resized(const ShapeValue& input) {
  return interpolate_rule(window_options(Option::output, Options...), input);
}

// The layers of LeNet, AlexNet, ResNet and MobileNet, with the extents that PyTorch gives them.
static_assert(yes(conv({8, 3, 32, 32}, {6, 3, 5, 5}), {8, 6, 28, 28}));
static_assert(yes(conv<Stride<4>, Padding<2>>({8, 3, 224, 224}, {64, 3, 11, 11}, 64), {8, 64, 55, 55}));
static_assert(yes(conv<Padding<3>, Stride<2>>({8, 3, 224, 224}, {64, 3, 7, 7}), {8, 64, 112, 112}));
static_assert(yes(conv<Stride<2>>({8, 64, 56, 56}, {128, 64, 1, 1}), {8, 128, 28, 28}));
static_assert(yes(conv<Groups<32>, Padding<1>, Stride<2>>({8, 32, 113, 112}, {32, 1, 3, 3}, 32), {8, 32, 57, 56}));
static_assert(yes(conv({3, 32, 32}, {6, 3, 5, 5}), {6, 28, 28}));
static_assert(yes(conv<Stride<2, 3>, Padding<3, 1>, Dilation<2, 1>>({2, 3, 7, 6}, {2, 3, 3, 2}), {2, 2, 5, 3}));
static_assert(yes(conv<Same>({2, 3, 7, 6}, {2, 3, 4, 3}), {2, 2, 7, 6}));
static_assert(yes(conv<Same, Stride<2>>({2, 3, 7, 6}, {2, 3, 4, 3}), {2, 2, 4, 3}));
static_assert(yes(conv<Valid>({2, 3, 7, 6}, {2, 3, 4, 3}), {2, 2, 4, 4}));
static_assert(yes(conv({2, 3, 7, 7}, {2, 3, 7, 7}), {2, 2, 1, 1}) && no(conv({2, 3, 7, 7}, {2, 3, 7, 8})));
static_assert(yes(conv<Stride<5>>({2, 3, 7, 7}, {2, 3, 7, 7}), {2, 2, 1, 1}));
static_assert(no(conv<Stride<5>>({2, 3, 6, 7}, {2, 3, 7, 7})) && no(conv<Dilation<3>>({2, 3, 6, 7}, {2, 3, 3, 3})));
static_assert(yes(conv({0, 3, 7, 7}, {2, 3, 3, 3}), {0, 2, 5, 5}) &&
              yes(conv({2, 0, 7, 7}, {2, 0, 3, 3}), {2, 2, 5, 5}));
static_assert(no(conv<Padding<3>>({2, 3, 0, 7}, {2, 3, 3, 3})) && no(conv({2, 3, 7, 7}, {2, 3, 0, 3})));
static_assert(no(conv({3, 7}, {2, 3, 3, 3})) && no(conv({1, 2, 3, 7, 7}, {2, 3, 3, 3})) &&
              no(conv({2, 3, 7, 7}, {3, 3})));
static_assert(no(conv({2, 4, 7, 7}, {2, 3, 3, 3})) && no(conv<Groups<2>>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<Groups<2>>({2, 6, 7, 7}, {3, 3, 3, 3})) && no(conv<Groups<4>>({2, 6, 7, 7}, {4, 1, 3, 3})));
static_assert(no(conv({2, 3, 7, 7}, {2, 3, 3, 3}, 3)) && no(conv({2, 3, 7, 7}, {2, 3, 3, 3}, {1, 2})));
static_assert(yes(line<Stride<2>, Padding<1>, Dilation<3>, Groups<2>>({2, 4, 9}, {4, 2, 2}), {2, 4, 4}));
static_assert(yes(line({4, 9}, {3, 4, 3}), {3, 7}) && no(line<Stride<2, 2>>({2, 4, 9}, {3, 4, 3})) &&
              no(line(9, {3, 4, 3})));
static_assert(no(conv({2, 3, 9223372036854775807, 7}, {2, 3, 3, 3})));

// Options: each once, no other ones, numbers that make sense.
static_assert(no(conv<Stride<0>>({2, 3, 7, 7}, {2, 3, 3, 3})) && no(conv<Dilation<1, 0>>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<Padding<-1>>({2, 3, 7, 7}, {2, 3, 3, 3})) && no(conv<Groups<0>>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<Stride<1>, Stride<1>>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<Same, Padding<1>>({2, 3, 7, 7}, {2, 3, 3, 3})) && no(conv<3>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<Stride<1, 1, 1>>({2, 3, 7, 7}, {2, 3, 3, 3})) && no(conv<2L>({2, 3, 7, 7}, {2, 3, 3, 3})));
static_assert(no(conv<CeilMode>({2, 3, 7, 7}, {2, 3, 3, 3})));

// Names: what keeps its extent keeps its name.
static_assert(yes(conv<Padding<1>>({N, C(3), H, W(6)}, {D(2), 3, 3, 3}), {N, D(2), H, W(6)}));
static_assert(yes(conv<Same, Stride<2>>({N, 3, H, 6}, {2, 3, 3, 3}), {N, 2, ceil_div(H, 2), 3}));
static_assert(yes(conv<Stride<2>, Padding<1>>({N, 3, H, 32}, {8, 3, 3, 3}), {N, 8, (H - 1) / 2 + 1, 16}));
static_assert(yes(conv<Stride<2>, Padding<1>>({N, 3, 2 * H, 32}, {8, 3, 3, 3}), {N, 8, H, 16}));
static_assert(check(conv({N, 3, H, 32}, {8, 3, 3, 3}), {N, 8, H - 2, 30}));
static_assert(yes(conv({N, 3, H + 2, 32}, {8, 3, 3, 3}), {N, 8, H, 30}));
static_assert(check(conv({N, 3, H, 32}, {8, 3, K, 3}), {N, 8, H - K + 1, 30}));
static_assert(check(conv({N, C, 8, 8}, {8, C, 3, 3}), {N, 8, 6, 6}) && no(conv({N, C, 8, 8}, {8, D, 3, 3})));
static_assert(check(conv({N, dyn, 8, dyn}, {dyn, 3, 3, 3}), {N, dyn, 6, dyn}));
static_assert(check(conv<Groups<2>>({N, C, 8, 8}, {D, 3, 3, 3}), {N, D, 6, 6}));
static_assert(yes(conv<Groups<2>>({N, 6, 8, 8}, {2 * D, 3, 3, 3}), {N, 2 * D, 6, 6}));
static_assert(no(conv<Groups<2>>({N, 6, 8, 8}, {2 * D + 1, 3, 3, 3})));
static_assert(check(conv({N, 3, 8, 8}, {D, 3, 3, 3}, D), {N, D, 6, 6}) && no(conv({N, 3, 8, 8}, {D, 3, 3, 3}, C)));
static_assert(check(conv({N, 3, 8, 8}, {D, 3, 3, 3}, 5), {N, 5, 6, 6}));
static_assert(no(conv({N, 3, 5, 8}, {D, 3, K + 5, 3})));
// At run time a name holds one number, wherever it stands.
static_assert(no(conv({ExtentValue(5, N), 3, 8, 8}, {ExtentValue(6, N), 3, 3, 3})));
static_assert(no(conv({2, 3, ExtentValue(2, H), 8}, {4, 3, 3, 3})));
static_assert(conv({2, 3, ExtentValue(3, H), 8}, {4, 3, 3, 3}).holds);

// Transposed.
static_assert(yes(transposed<Stride<2>, Padding<1>>({2, 4, 3, 4}, {4, 3, 3, 3}), {2, 3, 5, 7}));
static_assert(yes(transposed<Stride<2>, Padding<1>, OutputPadding<1, 0>>({2, 4, 3, 4}, {4, 3, 3, 3}), {2, 3, 6, 7}));
static_assert(yes(transposed<Stride<3>, Padding<1>, Output<9, 11>>({2, 4, 3, 4}, {4, 3, 3, 3}), {2, 3, 9, 11}));
static_assert(yes(transposed<Stride<2>, Groups<2>, Dilation<2, 1>>({2, 4, 3, 4}, {4, 3, 2, 2}), {2, 6, 7, 8}));
static_assert(no(transposed<Stride<3>, Padding<1>, Output<6, 11>>({2, 4, 3, 4}, {4, 3, 3, 3})));
static_assert(no(transposed<Stride<3>, Padding<1>, Output<10, 11>>({2, 4, 3, 4}, {4, 3, 3, 3})));
static_assert(no(transposed<Stride<2>, OutputPadding<2>>({2, 4, 3, 4}, {4, 3, 3, 3})));
static_assert(yes(transposed<Dilation<3>, OutputPadding<2>>({2, 4, 3, 4}, {4, 3, 2, 2}), {2, 3, 8, 9}));
static_assert(no(transposed<Padding<2>>({2, 4, 3, 4}, {4, 3, 2, 2})) && no(transposed({2, 3, 3, 4}, {4, 3, 2, 2})));
static_assert(no(transposed<Output<4>, OutputPadding<1>>({2, 4, 3, 4}, {4, 3, 2, 2})));
static_assert(yes(transposed<Stride<2>>({N, 4, H, W}, {4, 3, 2, 2}), {N, 3, 2 * H, 2 * W}));
static_assert(check(transposed<Stride<2>, Output<8>>({N, 4, H, 4}, {4, 3, 2, 2}), {N, 3, 8, 8}));
static_assert(check(transposed<Padding<1>>({N, 4, H, 4}, {4, 3, 2, 2}), {N, 3, H - 1, 3}));

// Pools.
static_assert(yes(max_pool<2>({N, 16, 10, 11}), {N, 16, 5, 5}) && yes(max_pool<2>({16, 10, 11}), {16, 5, 5}));
static_assert(yes(max_pool<3, Stride<2>, Padding<1>>({8, 64, 112, 113}), {8, 64, 56, 57}));
static_assert(yes(max_pool<Kernel<3, 2>, Stride<2>>({8, 64, 13, 13}), {8, 64, 6, 6}));
static_assert(yes(max_pool<3, 2, Stride<2>>({8, 64, 13, 13}), {8, 64, 6, 6}));
static_assert(yes(max_pool<3, Stride<2>, CeilMode>({8, 64, 12, 13}), {8, 64, 6, 6}));
static_assert(yes(max_pool<2, Stride<3>, Padding<1>, CeilMode>({1, 2, 7, 8}), {1, 2, 3, 3}));
static_assert(no(max_pool<3>({8, 64, 2, 9})) && no(max_pool<3, Padding<2>>({8, 64, 9, 9})) &&
              no(max_pool<>({8, 64, 9, 9})));
static_assert(no(max_pool<0>({8, 64, 9, 9})) && no(max_pool<2, 2, 2>({8, 64, 9, 9})) && no(max_pool<2>({9, 9})));
static_assert(no(max_pool<2, Kernel<2>>({8, 64, 9, 9})) && no(avg_pool<2, Dilation<2>>({8, 64, 9, 9})));
static_assert(yes(avg_pool<2, CountIncludePad<false>>({8, 64, 9, 9}), {8, 64, 4, 4}) &&
              no(max_pool<2, Same>({8, 64, 9, 9})));
static_assert(check(max_pool<2>({N, 16, H, 8}), {N, 16, H / 2, 4}) && yes(max_pool<2>({N, C, 2 * H, 8}), {N, C, H, 4}));
static_assert(yes(max_pool<3, Stride<1>, Padding<1>>({N, C, H, W}), {N, C, H, W}));
static_assert(yes(adaptive<7>({N, C, 9, 5}), {N, C, 7, 7}) && yes(adaptive<1, 2>({N, C, H, W}), {N, C, 1, 2}));
static_assert(check(adaptive<7>({N, C, dyn, 5}), {N, C, 7, 7}) && no(adaptive<7>({N, C, 0, 5})) &&
              no(adaptive<>({N, C, 5, 5})));

// unfold and fold.
static_assert(yes(unfolded<2>({2, 3, 5, 6}), {2, 12, 20}) && yes(unfolded<2>({3, 5, 6}), {12, 20}));
static_assert(yes(unfolded<3, 2, Dilation<1, 2>, Padding<1, 0>, Stride<2, 1>>({2, 2, 7, 8}), {2, 12, 24}));
static_assert(yes(unfolded<1>({N, C, H, W}), {N, C, H* W}) && no(unfolded<3>({2, 3, 2, 6})));
static_assert(yes(unfolded<3, Padding<1>>({N, C, H, W}), {N, 9 * C, H* W}));
static_assert(yes(unfolded<16, Stride<16>>({N, 3, 16 * H, 16 * W}), {N, 768, H* W}));
static_assert(yes(folded<2, Output<5, 6>>({2, 12, 20}), {2, 3, 5, 6}) && no(folded<2>({2, 12, 20})));
static_assert(no(folded<2, Output<5, 6>>({2, 11, 20})) && no(folded<2, Output<5, 6>>({2, 12, 21})));
static_assert(check(folded<2, Output<5, 6>>({N, C, 20}), {N, C / 4, 5, 6}) &&
              check(folded<2, Output<5, 6>>({N, 4 * C, W}), {N, C, 5, 6}));

// interpolate.
static_assert(yes(resized<14>({N, C, H, 7}), {N, C, 14, 14}) &&
              yes(resized<Output<4, 5>, Bilinear>({C, 7, 7}), {C, 4, 5}));
static_assert(yes(resized<ScaleFactor<2>>({N, C, H, 7}), {N, C, 2 * H, 14}));
static_assert(yes(resized<ScaleFactor<Fraction{3, 2}, 1>>({N, C, 5, W}), {N, C, 7, W}));
static_assert(check(resized<ScaleFactor<Fraction{1, 2}>>({N, C, H, 7}), {N, C, H / 2, 3}));
static_assert(no(resized<ScaleFactor<Fraction{1, 2}>>({N, C, 1, 7})) && no(resized<>({N, C, 7, 7})) &&
              no(resized<4, ScaleFactor<2>>({N, C, 7, 7})));
static_assert(no(resized<4, AlignCorners>({N, C, 7, 7})) &&
              yes(resized<4, AlignCorners, Bilinear>({N, C, 7, 7}), {N, C, 4, 4}));
static_assert(no(resized<4, Nearest, Bilinear>({N, C, 7, 7})) && no(resized<ScaleFactor<0>>({N, C, 7, 7})) &&
              no(resized<4>({N, C, 0, 7})));

}  // namespace
