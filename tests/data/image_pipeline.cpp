// SPDX-License-Identifier: BSL-1.0
// Is a pipeline the same as its steps one after the other, and are its draws the same whatever batches and threads there are?
#include <algorithm>
#include <numeric>
#include <set>

#include <shapeproof/convert.hpp>
#include <shapeproof/engine/parallel.hpp>
#include <shapeproof/ops/slice.hpp>

#include "catch.hpp"
#include "image_loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), H = axis("H"), W = axis("W"), C = axis("C");

namespace {

// The same images as one Tensor type that leaves everything open, and as a batch of one.
template <class Steps, class Result>
bool is_same_everywhere(const Steps& steps, const DynamicTensor<std::uint8_t>& x, const Result& wanted) {
  const auto before = x;
  bool same = steps(x) == wanted;
  if (x.rank() == 3) same = same && steps(as<Shape<C, H, W>>(x)) == wanted;
  if (x.rank() == 4) same = same && steps(as<Shape<dyn, C, H, W>>(x)) == wanted;
  return same && x == before;
}

DynamicTensor<std::uint8_t> random_colors() {
  ShapeValue shape = random_images(2, 7);
  shape[shape.rank - 3] = 3;
  if (shape.rank == 4) shape[0] = random_from(1, 3);
  return scrambled<std::uint8_t>(shape);
}

TEST_CASE("pipeline: its steps one after the other, in place or not") {
  const auto scale = normalize({0.5, 0.4, 0.3}, {0.2, 0.1, 0.7});
  CHECK(failures(60, [&] {
          const auto x = random_colors();
          return is_same_everywhere(pipeline(to_float, scale), x, scale(to_float(x))) &&
                 is_same_everywhere(pipeline(vertical_flip, to_float, scale, vertical_flip, resize<4, 9>, rotate(30)),
                                    x, rotate(30)(resize<4, 9>(vertical_flip(scale(to_float(vertical_flip(x))))))) &&
                 is_same_everywhere(pipeline(vertical_flip, adjust_contrast(2)), x,
                                    adjust_contrast(2)(vertical_flip(x))) &&
                 is_same_everywhere(
                     pipeline(resize<3, 8>, adjust_hue(0.2), vertical_flip, center_crop<2, 2>, grayscale), x,
                     grayscale(center_crop<2, 2>(vertical_flip(adjust_hue(0.2)(resize<3, 8>(x)))))) &&
                 is_same_everywhere(pipeline(channels_last, to_float), x, to_float(channels_last(x))) &&
                 is_same_everywhere(pipeline(grayscale_as<3>, horizontal_flip), x, horizontal_flip(grayscale_as<3>(x)));
        }) == 0);
}

TEST_CASE("pipeline: elements wider than what is between") {
  const auto x = scrambled<double>({2, 3, 6, 6});
  CHECK(pipeline(vertical_flip, horizontal_flip, adjust_contrast(0.5), to_float(2))(x) ==
        to_float(2)(adjust_contrast(0.5)(horizontal_flip(vertical_flip(x)))));
  const auto y = scrambled<std::uint16_t>({2, 3, 6, 6});
  CHECK(pipeline(resize<9, 9>, to_float, rotate(9))(y) == rotate(9)(to_float(resize<9, 9>(y))));
  CHECK(to_float(full<std::uint16_t>(65535, {1, 1, 1})) == full<float>(1, {1, 1, 1}));
}

const auto augmentation =
    pipeline(random_crop<8, 8>(2), random_flip, random_vertical_flip(0.3),
             random_affine({.rotate = {-20, 20}, .zoom_width = {0.8, 1.2}}),
             color_jitter({.brightness = 0.4, .contrast = 0.4, .saturation = 0.4, .hue = 0.2}), to_float);

TEST_CASE("draws: the same whatever the batches, the order and the threads") {
  const auto x = scrambled<std::uint8_t>({60, 3, 8, 8});
  engine::set_thread_count(1);
  const auto all = augmentation(x, {.seed = 11, .epoch = 2});
  engine::set_thread_count(5);
  CHECK(augmentation(x, {.seed = 11, .epoch = 2}) == all);
  CHECK(augmentation(as<Shape<N, 3, 8, 8>>(x), {.seed = 11, .epoch = 2}) == all);
  engine::set_thread_count(1);
  CHECK(augmentation(slice<0, 20, 33>(x), {.seed = 11, .epoch = 2, .first_sample = 20}) == slice<0, 20, 33>(all));
  CHECK(augmentation(select<0>(x, 7), {.seed = 11, .epoch = 2, .first_sample = 7}) == select<0>(all, 7));
  const std::int64_t order[] = {59, 3, 3, 0};
  const auto picked = augmentation(scrambled<std::uint8_t>({4, 3, 8, 8}), {.seed = 11, .epoch = 2, .samples = order});
  const auto first = slice<0, 0, 1>(scrambled<std::uint8_t>({4, 3, 8, 8}));
  CHECK(augmentation(first, {.seed = 11, .epoch = 2, .first_sample = 59}) == slice<0, 0, 1>(picked));
}

TEST_CASE("draws: others for another seed, epoch, sample and place") {
  const auto x = scrambled<std::uint8_t>({1, 3, 8, 8});
  std::set<std::vector<float>> seen;
  for (std::uint64_t i = 0; i < 20; ++i) {
    seen.insert(elements_of(augmentation(x, {.seed = i})));
    seen.insert(elements_of(augmentation(x, {.epoch = i + 1})));
    seen.insert(elements_of(augmentation(x, {.first_sample = static_cast<std::int64_t>(i) + 1})));
  }
  CHECK(seen.size() == 60);
  // Two flips of one pipeline do not go together.
  int both = 0;
  for (std::int64_t i = 0; i < 400; ++i)
    both += pipeline(random_flip, random_flip)(x, {.first_sample = i}) == x ? 1 : 0;
  CHECK((both > 150 && both < 250));
}

TEST_CASE("random_flip: as often as it says, by the word of Philox that is the sample's") {
  const auto x = scrambled<std::uint8_t>({1000, 1, 1, 2});
  const auto flipped = random_flip(0.3)(x, {.seed = 9, .epoch = 4, .first_sample = 5});
  int count = 0;
  bool as_drawn = true;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    const auto image = static_cast<std::int64_t>(i);
    const bool is_flipped = !(select<0>(flipped, image) == select<0>(x, image));
    const std::uint32_t word = engine::philox({9 ^ 0x696D616765732121U, i + 5, 4U << 24U}).words[0];
    as_drawn = as_drawn && is_flipped == (word < 0.3 * 0x1p32);
    count += is_flipped ? 1 : 0;
  }
  CHECK(as_drawn);
  CHECK((count > 250 && count < 350));
  CHECK(random_flip(0)(x, {1}) == x);
  CHECK(random_flip(1)(x, {1}) == horizontal_flip(x));
}

TEST_CASE("color_jitter: amounts inside of their ranges, in every order") {
  const Images gray = full<double>(0.25, {300, 1, 1, 1});
  const Images lit = color_jitter({.brightness = 0.5})(gray, {.seed = 3});
  const auto [least, most] = std::minmax_element(lit.begin(), lit.end());
  CHECK((*least >= 0.125 && *least < 0.13 && *most <= 0.375 && *most > 0.37));
  const Images far = color_jitter({.brightness = 3})(gray, {.seed = 3});
  CHECK(*std::min_element(far.begin(), far.end()) >= 0);
  CHECK(color_jitter({})(gray, {.seed = 3}) == gray);
  // A hue that is turned stays what it is in brightness and saturation.
  Images red({300, 3, 1, 1});
  for (std::int64_t i = 0; i < 300; ++i) red.writable_data()[3 * i] = 0.5;
  const Images turned = color_jitter({.hue = 0.5})(red, {.seed = 3});
  std::set<std::int64_t> brightest;
  bool right = true;
  for (std::int64_t i = 0; i < 300; ++i) {
    const double* const color = turned.data() + 3 * i;
    const double* const top = std::max_element(color, color + 3);
    right = right && std::abs(*top - 0.5) < 1e-12 && std::abs(*std::min_element(color, color + 3)) < 1e-12;
    brightest.insert(top - color);
  }
  CHECK(right);
  CHECK(brightest == std::set<std::int64_t>{0, 1, 2});
}

// What adjust_... makes with one factor after the other.
Images adjusted(Images image, const int (&order)[4], const double (&factors)[4]) {
  for (int i = 0; i < 4; ++i) {
    if (order[i] == 0) image = adjust_brightness(factors[i])(image);
    if (order[i] == 1) image = adjust_contrast(factors[i])(image);
    if (order[i] == 2) image = adjust_saturation(factors[i])(image);
    if (order[i] == 3) image = adjust_hue(factors[i])(image);
  }
  return image;
}

TEST_CASE("color_jitter: the four of adjust_..., in an order that is drawn first, then each factor") {
  const Images x = cast<double>(to_float(scrambled<std::uint8_t>({3, 4, 4})));
  const double most[] = {0.4, 0.3, 0.9, 0.2};
  std::set<std::vector<int>> orders;
  bool right = true;
  for (std::int64_t sample = 0; sample < 300; ++sample) {
    const Draws draws{.seed = 8, .first_sample = sample};
    detail::SampleNumbers numbers(draws, sample, 0);
    int order[] = {0, 1, 2, 3};
    for (int i = 3; i > 0; --i) std::swap(order[i], order[numbers.below(i + 1)]);
    double factors[4];
    for (int i = 0; i < 4; ++i) {
      factors[i] = (order[i] == 3 ? 0 : 1) + most[order[i]] * (2 * numbers.fraction() - 1);
    }
    orders.insert({order, order + 4});
    const Images found = color_jitter({.brightness = 0.4, .contrast = 0.3, .saturation = 0.9, .hue = 0.2})(x, draws);
    const Images wanted = adjusted(x, order, factors);
    right = right && furthest(found, x.shape(), [&](const Place& place) { return at(wanted, place); }) < 1e-9;
  }
  CHECK(right);
  CHECK(orders.size() == 24);
}

TEST_CASE("pipeline: types are worked out, and concepts know what fits") {
  using Bytes = Tensor<std::uint8_t, Shape<N, C(3), H, W>>;
  const auto steps = pipeline(resize<40, 40>, random_crop<32, 32>(4), to_float, normalize({0, 0, 0}, {1, 1, 1}));
  using Steps = decltype(steps);
  static_assert(std::is_same_v<std::remove_cv_t<Steps>::Result<Bytes>, Tensor<float, Shape<N, C(3), 32, 32>>>);
  static_assert(std::is_same_v<std::remove_cv_t<Steps>::Result<DynamicTensor<std::uint8_t>>, DynamicTensor<float>>);
  static_assert(ImagesFor<Bytes, Steps> && ImagesFor<DynamicTensor<std::uint8_t>, Steps>);
  static_assert(ImagesFor<Tensor<std::uint8_t, Shape<3, 32, 32>>, Steps>);
  static_assert(!ImagesFor<Tensor<std::uint8_t, Shape<32, 32>>, Steps>);
  static_assert(!ImagesFor<Tensor<std::uint8_t, Shape<N, 4, H, W>>, Steps>);
  static_assert(!ImagesFor<Tensor<std::int64_t, Shape<N, 3, H, W>>, Steps>);
  static_assert(!ImagesFor<DynamicTensor<bool>, Steps>);
  const auto x = zeros<std::uint8_t, Shape<N, C, H, W>>(2, 4, 9, 9);
  CHECK(shape_error([&] { steps(x, {1}); }) ==
        "pipeline, step 4 of 4: normalize: axis 1 holds C(4) channels, means and standard deviations are for 3; "
        "it receives float32 Shape<N(2), C(4), 32, 32>");
}

TEST_CASE("pipeline: no images at all") {
  CHECK(augmentation(zeros<std::uint8_t>({0, 3, 8, 8}), {1}).shape() == ShapeValue{0, 3, 8, 8});
  CHECK(shape_error([&] { augmentation(zeros<std::uint8_t>({2, 3, 0, 8}), {1}); }) ==
        "pipeline, step 1 of 6: random_crop: axis 2 of the input is 0; there is nothing to move a window over; "
        "it receives uint8 Shape<2, 3, 0, 8>");
}

}  // namespace
