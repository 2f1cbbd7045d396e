// SPDX-License-Identifier: BSL-1.0
// Rules of image steps: valid and invalid twins.
#include <shapeproof/rules/image.hpp>
#include <shapeproof/rules/image_numbers.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), H = axis("H"), W = axis("W"), C = axis("C");

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(image_element_rule("", ElementType::uint8).holds && image_element_rule("", ElementType::uint16).holds &&
              image_element_rule("", ElementType::float32).holds && image_element_rule("", ElementType::float64).holds);
static_assert(no(image_element_rule("", ElementType::boolean)) && no(image_element_rule("", ElementType::int8)) &&
              no(image_element_rule("", ElementType::int64)) && no(image_element_rule("", ElementType::float16)) &&
              no(image_element_rule("", ElementType::complex64)));
static_assert(image_fractions_rule("", ElementType::float32).holds &&
              no(image_fractions_rule("", ElementType::uint8)) && no(image_fractions_rule("", ElementType::int32)));
static_assert(to_float_rule(ElementType::uint8).holds && to_float_rule(ElementType::uint16).holds &&
              no(to_float_rule(ElementType::float32)) && no(to_float_rule(ElementType::int8)));

static_assert(image_order_rule("", ImageOrder::any, ImageOrder::channels_last).holds &&
              image_order_rule("", ImageOrder::channels_last, ImageOrder::any).holds &&
              image_order_rule("", ImageOrder::channels_last, ImageOrder::channels_last).holds &&
              no(image_order_rule("", ImageOrder::channels_last, ImageOrder::channels_first)));

static_assert(yes(images_rule("", {3, 8, 8}, ImageOrder::any), {3, 8, 8}) &&
              yes(images_rule("", {N, 3, 8, dyn}, ImageOrder::any), {N, 3, 8, dyn}));
static_assert(no(images_rule("", {8, 8}, ImageOrder::any)) && no(images_rule("", {2, 2, 3, 8, 8}, ImageOrder::any)));

static_assert(yes(resize_images_rule({N, 3, 8, 9}, 4, 5), {N, 3, 4, 5}));
static_assert(yes(resize_images_rule({N, C, H, W(5)}, 4, 5), {N, C, 4, W(5)}));
static_assert(check(resize_images_rule({3, dyn, 9}, 4, 5), {3, 4, 5}));
static_assert(no(resize_images_rule({3, 8, 8}, 0, 5)) && no(resize_images_rule({3, 8, 8}, 5, -1)) &&
              no(resize_images_rule({3, 0, 8}, 4, 5)) && no(resize_images_rule({3, 8, 0}, 4, 5)));
static_assert(no(resize_images_rule({2147483647, 2147483647, 1, 1}, 2147483647, 2147483647)));

static_assert(yes(crop_rule("", {3, 32, 32}, 32, 32, 0), {3, 32, 32}) &&
              yes(crop_rule("", {N, 3, 24, 30}, 32, 32, 4), {N, 3, 32, 32}));
static_assert(check(crop_rule("", {N, 3, H, 32}, 32, 32, 4), {N, 3, 32, 32}) &&
              check(crop_rule("", {3, 4, 4}, 32, 32, unknown_padding), {3, 32, 32}));
static_assert(yes(crop_rule("", {3, H + 31, W + 30}, 32, 32, 1), {3, 32, 32}));
static_assert(no(crop_rule("", {3, 23, 32}, 32, 32, 4)) && no(crop_rule("", {3, 32, 23}, 32, 32, 4)) &&
              no(crop_rule("", {3, 32, 32}, 32, 32, -1)) && no(crop_rule("", {3, 32, 32}, 0, 32, 0)) &&
              no(crop_rule("", {3, 0, 32}, 2, 2, 4)));

static_assert(yes(normalize_images_rule({N, 3, 8, 8}, 3, 3), {N, 3, 8, 8}) &&
              yes(normalize_images_rule({C(1), H, W}, 1, 1), {C(1), H, W}));
static_assert(check(normalize_images_rule({N, C, 8, 8}, 3, 3), {N, 3, 8, 8}) &&
              check(normalize_images_rule({dyn, 8, 8}, 3, 3), {3, 8, 8}));
static_assert(no(normalize_images_rule({1, 8, 8}, 3, 3)) && no(normalize_images_rule({3, 8, 8}, 3, 1)) &&
              no(normalize_images_rule({8, 8, 3}, 3, 3)) && no(normalize_images_rule({C(4), 8, 8}, 3, 3)));

static_assert(yes(color_rule("", {3, 8, 8}), {3, 8, 8}) && yes(color_rule("", {N, 1, 8, 8}), {N, 1, 8, 8}));
static_assert(check(color_rule("", {N, C, 8, 8}), {N, C, 8, 8}) && no(color_rule("", {4, 8, 8})) &&
              no(color_rule("", {N, 2, 3, 8})) && no(color_rule("", {C + 3, 8, 8})));
static_assert(yes(grayscale_rule({N, 3, H, W}, 1), {N, 1, H, W}) &&
              yes(grayscale_rule({C(3), 4, 4}, 3), {C(3), 4, 4}) && yes(grayscale_rule({1, 4, 4}, 3), {3, 4, 4}) &&
              check(grayscale_rule({C, 4, 4}, 1), {1, 4, 4}));
static_assert(no(grayscale_rule({3, 4, 4}, 2)) && no(grayscale_rule({4, 4, 4}, 1)));

static_assert(with_channels_first({N, H, W, C}) == ShapeValue{N, C, H, W} &&
              with_channels_first({8, 9, 3}) == ShapeValue{3, 8, 9});
static_assert(with_channels_last({N, C, H, W}) == ShapeValue{N, H, W, C} &&
              with_channels_last({3, 8, 9}) == ShapeValue{8, 9, 3});

static_assert(chance_rule("", 0).holds && chance_rule("", 1).holds && no(chance_rule("", 1.01)) &&
              no(chance_rule("", -0.01)));
static_assert(range_rule("", "", {-1, 1}, -1, 1).holds && no(range_rule("", "", {1, -1}, -1, 1)) &&
              no(range_rule("", "", {-2, 1}, -1, 1)) && no(range_rule("", "", {-1, 2}, -1, 1)) &&
              no(range_rule("", "", {2, 2}, -1, 1)));
constexpr double deviations[] = {1, 0};
static_assert(deviations_rule(deviations, 1).holds && no(deviations_rule(deviations, 2)));
static_assert(samples_rule(3, 3).holds && no(samples_rule(3, 2)));

}  // namespace
