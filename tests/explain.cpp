// SPDX-License-Identifier: BSL-1.0
// What does each likely cause say, word for word?
#include <shapeproof/explain.hpp>

using namespace shapeproof;

namespace {

inline constexpr auto N = axis("N"), C = axis("C"), H = axis("H"), W = axis("W"), T = axis("T");
inline constexpr Door npy{"load_npy", true};

constexpr bool is_text(const Sentence& text, const char* expected) { return detail::same_text(text.c_str(), expected); }

// Whether exactly these hints are given, in this order.
template <class... Texts>
constexpr bool says_all(const Evidence& evidence, const Door& door, Texts... texts) {
  const Hints hints = explain(evidence, door);
  int next = 0;
  return hints.count == sizeof...(texts) && (is_text(hints.hints[next++].text, texts) && ...);
}
constexpr bool says(const ShapeValue& found, const ShapeValue& wanted, const char* best) {
  const Hints hints = explain({.found = found, .wanted = wanted}, {}, 1);
  return hints.count == 1 && is_text(hints.hints[0].text, best);
}
template <class... Texts>
constexpr bool memory_says(std::int64_t count, const ShapeValue& wanted, Texts... texts) {
  return says_all({.found = count, .wanted = wanted, .is_flat = true}, {}, texts...);
}
constexpr bool says_nothing(const ShapeValue& found, const ShapeValue& wanted) {
  return explain({.found = found, .wanted = wanted}).count == 0;
}

// The question that this library began with.
static_assert(says_all({.found = {16, 3, 32, 32}, .wanted = {64, 3, 32, 32}}, {},
                       "16 samples of 3x32x32, not 64: as<Shape<16, 3, 32, 32>> or as<Shape<N, 3, 32, 32>> fits",
                       "49152 float32 elements are 196608 bytes: were uint8 pixels read as float32?",
                       "a last, smaller batch of 16, not 64: as<Shape<N, 3, 32, 32>> fits"));
static_assert(says_all({.found = 49152, .wanted = {64, 3, 32, 32}, .is_flat = true}, npy,
                       "16 samples of 3x32x32, not 64: load_npy<float, Shape<16, 3, 32, 32>> or "
                       "load_npy<float, Shape<N, 3, 32, 32>> fits",
                       "49152 float32 elements are 196608 bytes: were uint8 pixels read as float32?",
                       "images of 16x16, not 32x32: load_npy<float, Shape<64, 3, 16, 16>> fits"));
static_assert(says(49152, {64, 3, 32, 32},
                   "16 samples of 3x32x32 on one axis, not 64: reshape<Shape<16, 3, 32, 32>>(x)"));

// What a door appends to its sentence.
static_assert(is_text(sentence_of("!", explain({.found = {1, 16}, .wanted = {4, 16}})),
                      "!\n  Likely: 1 sample of 16, not 4: as<Shape<1, 16>> or as<Shape<N, 16>> fits."
                      "\n  Or: a last, smaller batch of 1, not 4: as<Shape<N, 16>> fits."
                      "\n  Or: 16 float32 elements are 64 bytes: were uint8 pixels read as float32?"));

// What is declared of an axis.
inline constexpr auto H16 = axis("H").multiple_of(16), H3 = axis("H").at_least(3), N2 = axis("N").at_least(2);
static_assert(says({1, 3, 700, 512}, {N, 3, H16, W},
                   "axis 2 is 700, no multiple of 16: crop it to 688, or pad it to 704, or resize"));
static_assert(says({1, 3, 7, 512}, {N, 3, H16, W}, "axis 2 is 7, no multiple of 16: pad it to 16, or resize"));
static_assert(
    says({1, 3, 1, 4}, {N, 3, H3, W},
         "axis 2 is 1, too short: at least 3 are wanted; enlarge what it comes from, or take fewer steps that "
         "make it smaller"));
static_assert(says({1, 512}, {N2, 512},
                   "a last, smaller batch of 1, where at least 2 are wanted: leave it out, or keep its samples for the "
                   "next one"));

// The leading extent.
static_assert(says(100, 64, "100 elements, not 64: as<Shape<100>> or as<Shape<N>> fits"));
static_assert(says({16, 3}, {N(64), 3}, "16 samples of 3, not 64: as<Shape<N(16), 3>> or as<Shape<N, 3>> fits"));
static_assert(says({16, 48}, {64, N}, "16 samples of 48, not 64: as<Shape<16, N>> or as<Shape<M, N>> fits"));
static_assert(says({0, 3, 32, 32}, {64, 3, 32, 32}, "0 samples of 3x32x32, not 64: as<Shape<0, 3, 32, 32>> fits"));
static_assert(says({100, 6}, 6, "100 samples of 6, wanted is one: as<Shape<100, 6>> or as<Shape<N, 6>> fits"));
static_assert(says({64, 28, 28}, {64, 64, 28, 28},
                   "the 64 samples are counted inside a sample too: as<Shape<64, 28, 28>> fits"));
static_assert(says_all({.found = {64, 28, 28}, .wanted = {N, 64, 28, 28}}, {},
                       "one sample without its batch axis: unsqueeze<0>(x)",
                       "the 64 samples are counted inside a sample too: as<Shape<N, 28, 28>> fits"));
static_assert(says_all({.found = {180, 10}, .wanted = {N, 180}}, {}, "axes 0 and 1 are swapped: transpose<0, 1>(x)",
                       "180 is how many samples there are, not what one holds: as<Shape<N, 10>> fits"));
static_assert(says_all({.found = {1, 8, 256}, .wanted = {1, 32, 256}}, {},
                       "only axis 1 differs, 8, not 32: as<Shape<1, 8, 256>> fits",
                       "a last, smaller batch of 8, not 32: as<Shape<1, N, 256>> fits"));

// One or two other extents.
static_assert(says({64, 3, 16, 24}, {64, 3, 32, 48}, "images of 16x24, not 32x48: as<Shape<64, 3, 16, 24>> fits"));
static_assert(says({64, 28, 28, 1}, {N, 64, 64, 1}, "images of 28x28, not 64x64: as<Shape<N, 28, 28, 1>> fits"));
static_assert(memory_says(802816, {32, 128, 9, 9}, "images of 14x14, not 9x9: as<Shape<32, 128, 14, 14>> fits"));
static_assert(says({1, 3, 56}, {1, 3, T(100)}, "only axis 2 differs, 56, not 100: as<Shape<1, 3, T(56)>> fits"));
static_assert(says({2, 96, 64, 43}, {2, 96, 64, 44},
                   "axis 3 is off by one, 43, not 44: as<Shape<2, 96, 64, 43>> fits"));

// Axes of extent 1.
static_assert(says({30, 30, 3}, {N, 30, 30, 3}, "one sample without its batch axis: unsqueeze<0>(x)"));
static_assert(says({100, 28, 28}, {N, 1, 28, 28}, "no channel axis: unsqueeze<1>(x)"));
static_assert(says({28, 28}, {28, 28, 1}, "no channel axis: unsqueeze<2>(x)"));
static_assert(says(10, {N, 1}, "axis 1, of extent 1, is missing: unsqueeze<1>(x)"));
static_assert(says_all({.found = {100, 50}, .wanted = {N, T, 50}}, {},
                       "one sample without its batch axis: unsqueeze<0>(x)",
                       "axis 1, of extent 1, is missing: unsqueeze<1>(x)"));
static_assert(says({1, 3, 32}, {3, 32}, "axis 0, of extent 1, is one too many: squeeze<0>(x)"));
static_assert(says({8, 1, 3}, {N, 3}, "axis 1, of extent 1, is one too many: squeeze<1>(x)"));
static_assert(says({28, 28}, {N, 1, 28, 28}, "only axes of extent 1 differ: reshape<Shape<N, 1, 28, 28>>(x)"));

// The order of the axes.
static_assert(says({64, 32, 32, 3}, {64, 3, 32, 32}, "channels last (NHWC), wanted first: permute<0, 3, 1, 2>(x)"));
static_assert(says({64, 3, 32, 32}, {N, H, W, C(3)}, "channels first (NCHW), wanted last: permute<0, 2, 3, 1>(x)"));
static_assert(says({32, 32, 3}, {3, 32, 32}, "channels last (HWC), wanted first: permute<2, 0, 1>(x)"));
static_assert(says({3, 32, 32}, {32, 32, 3}, "channels first (CHW), wanted last: permute<1, 2, 0>(x)"));
static_assert(says({2, 7, 8, 9, 3}, {2, 3, 7, 8, 9}, "channels last, wanted first: permute<0, 4, 1, 2, 3>(x)"));
static_assert(says({256, 256, 3}, {N, 3, H, W},
                   "one image, channels last (HWC), wanted is a batch, channels first: "
                   "unsqueeze<0>(permute<2, 0, 1>(x))"));
static_assert(says({3, 250, 250}, {N, 250, 250, 3},
                   "one image, channels first (CHW), wanted is a batch, channels last: "
                   "unsqueeze<0>(permute<1, 2, 0>(x))"));
static_assert(says({24, 32, 64}, {24, 64, 32}, "axes 1 and 2 are swapped: transpose<1, 2>(x)"));
static_assert(says({64, 32, 3, 16}, {16, 3, 32, 64},
                   "the axes are in reverse, as in Fortran order: permute<3, 2, 1, 0>(x)"));
static_assert(says_all({.found = {4, 3}, .wanted = {3, 4}, .is_fortran_order = true}, {},
                       "the file is in Fortran order, its axes are the wanted ones in reverse: transpose<0, 1>(x)"));
static_assert(says({5, 7, 11, 13}, {13, 5, 11, 7}, "the axes are in another order: permute<3, 0, 2, 1>(x)"));
static_assert(says({ExtentValue(16, N), ExtentValue(32, H), ExtentValue(32, W)}, {N, W(32), H(32)},
                   "axes 1 and 2 are swapped: transpose<1, 2>(x)"));

// Flat or not.
static_assert(says({60000, 28, 28}, {N, 784}, "28x28 is not flattened to 784: flatten<1>(x)"));
static_assert(says({28, 28}, 784, "28x28 is not flattened to 784: flatten(x)"));
static_assert(says({5, 4, 6, 7}, {N, 24, 7}, "4x6 is not flattened to 24: flatten<1, 2>(x)"));
static_assert(says({55000, 784}, {N, 28, 28, 1},
                   "784 on axis 1 is a flattened 28x28x1: reshape<Shape<N, 28, 28, 1>>(x)"));
static_assert(says(49152, {N, 3, 32, 32}, "16 samples of 3x32x32 on one axis: reshape<Shape<N, 3, 32, 32>>(x)"));

// Channels.
static_assert(
    says({1, 4, 678, 1020}, {N, 3, H, W},
         "RGBA images (4 channels), wanted is RGB (3): drop the alpha channel, or as<Shape<N, 4, H, W>> fits"));
static_assert(
    says({150, 150, 3}, {150, 150, 1},
         "RGB images (3 channels), wanted is grey (1): convert them to grey, or as<Shape<150, 150, 3>> fits"));
static_assert(says({33, 3, 8, 9}, {N, 4, 8, 9},
                   "RGB images (3 channels), wanted is RGBA (4): as<Shape<N, 3, 8, 9>> fits"));
static_assert(says({5, 1, 8, 9}, {N, 3, 8, 9},
                   "grey images (1 channel), wanted is RGB (3): broadcast_to<Shape<N, 3, 8, 9>>(x)"));
static_assert(says({224, 200}, {3, 224, 200},
                   "grey images without a channel axis, wanted is RGB: "
                   "broadcast_to<Shape<3, 224, 200>>(unsqueeze<0>(x))"));
static_assert(memory_says(147456, {144, 256, 3},
                          "RGBA images (4 channels), wanted is RGB (3): drop the alpha channel, or "
                          "as<Shape<144, 256, 4>> fits",
                          "192 samples of 256x3, not 144: as<Shape<192, 256, 3>> or as<Shape<N, 256, 3>> fits"));
static_assert(memory_says(720, {10, 3, 8, 9},
                          "grey images (1 channel), wanted is RGB (3): as<Shape<10, 1, 8, 9>> fits"));

// Labels.
static_assert(says(64, {N, 10}, "class ids, wanted is one-hot: encode the 10 classes"));
static_assert(says({100, 1}, {N, 24}, "class ids, wanted is one-hot: encode the 24 classes"));
static_assert(says({100, 10}, N, "one-hot rows of 10 classes, wanted are class ids: argmax<1>(x)"));
static_assert(says({6, 2}, {N, 1}, "one-hot rows of 2 classes, wanted are class ids: unsqueeze<1>(argmax<1>(x))"));

// Two mistakes at once.
static_assert(says({16, 32, 32, 3}, {64, 3, 32, 32},
                   "channels last (NHWC), wanted first, and 16 samples, not 64: "
                   "permute<0, 3, 1, 2>(x) is Shape<16, 3, 32, 32>"));
static_assert(says({100, 784}, {64, 1, 28, 28},
                   "784 on axis 1 is a flattened 1x28x28, and 100 samples, not 64: "
                   "reshape<Shape<100, 1, 28, 28>>(x)"));
static_assert(says({3, 32, 32}, {64, 3, 32, 32},
                   "one sample without its batch axis, not 64: unsqueeze<0>(x) is Shape<1, 3, 32, 32>"));
static_assert(says(50, {64, 16}, "class ids, wanted is one-hot, and 50 samples, not 64: encode the 16 classes"));

// Bytes.
constexpr Sentence bytes_text(std::int64_t count, ElementType found, std::int64_t wanted_count, ElementType wanted) {
  Evidence evidence{.found = {count, 5},
                    .wanted = {wanted_count, 5},
                    .is_flat = false,
                    .found_element = found,
                    .wanted_element = wanted};
  for (const Hint& hint : explain(evidence)) {
    if (hint.cause == Cause::bytes_of_other_element) return hint.text;
  }
  return {};
}
static_assert(is_text(bytes_text(100, ElementType::float32, 50, ElementType::float32),
                      "500 float32 elements are the bytes of 250 float64: were float64 values read as float32?"));
static_assert(is_text(bytes_text(100, ElementType::float64, 200, ElementType::float32),
                      "500 float64 elements are the bytes of 1000 float32: were float32 values read as float64?"));
static_assert(is_text(bytes_text(400, ElementType::uint8, 100, ElementType::float32),
                      "2000 uint8 elements are the bytes of 500 float32: were float32 values read as uint8?"));
static_assert(is_text(bytes_text(100, ElementType::int32, 400, ElementType::int8),
                      "500 int32 elements are 2000 bytes: were int8 values read as int32?"));
static_assert(is_text(bytes_text(100, ElementType::int32, 200, ElementType::int32),
                      "500 int32 elements are the bytes of 1000 int16: were int16 values read as int32?"));
static_assert(memory_says(1600, {100, 4}, "400 samples of 4, not 100: as<Shape<400, 4>> or as<Shape<N, 4>> fits",
                          "400 float32 elements are 1600 bytes: were bytes counted for elements?"));

// Memory that holds no whole number of samples.
static_assert(memory_says(130, {128, dyn}, "130 elements are no multiple of 128: 2 are left over"));
static_assert(memory_says(67968, {N, 13, 13, 384}, "67968 elements are no multiple of 13x384: 3072 are left over"));
static_assert(memory_says(190, {N, 1, 32, 32}, "190 elements are no multiple of 32: 30 are left over"));
static_assert(memory_says(192, {N, 1, 32, 32}, "192 elements are fewer than 32x32"));
static_assert(memory_says(33025, {N, 2}, "33025 elements are no multiple of 2: 1 is left over",
                          "33025 float32 elements are 132100 bytes: were uint8 pixels read as float32?"));

// What fits needs no hint, and neither does what is unlike.
static_assert(says_nothing({16, 3, 32, 32}, {N, C(3), H, W}));
static_assert(says_nothing({}, {}));
static_assert(says_nothing({16, 64, 1, 1}, {16, 16, 3, 3}));
static_assert(says_nothing({4096, 1}, {3072, 16}));
static_assert(memory_says(49152, {N, 3, 32, 32}));

// At compile time not every extent is known: nothing that is known may speak against a hint.
static_assert(says({N, 32, 32, 3}, {N, 3, 32, 32}, "channels last (NHWC), wanted first: permute<0, 3, 1, 2>(x)"));
static_assert(says({N, 28, 28}, {N, 784}, "28x28 is not flattened to 784: flatten<1>(x)"));
static_assert(says({T, N}, {N, T}, "axes 0 and 1 are swapped: transpose<0, 1>(x)"));
static_assert(says_nothing({dyn, 3}, {64, 4}));

// The facts behind the words.
constexpr Hint nhwc = explain({.found = {64, 32, 32, 3}, .wanted = {64, 3, 32, 32}}).hints[0];
static_assert(nhwc.cause == Cause::channels_moved && nhwc.step_count == 1 && nhwc.fits == ShapeValue(64, 3, 32, 32));
static_assert(nhwc.steps[0].operation == Operation::permute && nhwc.steps[0].axes[1] == 3);

// A shape that is none, or that cannot be computed with, is no case for an explanation.
static_assert(says_nothing({2, 3}, {_, 4}));
static_assert(says_nothing({2, 3}, {std::int64_t{1} << 40, std::int64_t{1} << 40}));
static_assert(says_nothing({2, 3}, {N, N + 1, 1, 1, 1, 1, 1, 1, 1}));

}  // namespace
