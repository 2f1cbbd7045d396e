// SPDX-License-Identifier: BSL-1.0
// Which numbers are image steps not told? What each says, alone and at its place in a pipeline.
#include "catch.hpp"
#include "image_loops.hpp"

using namespace shapeproof;
using namespace samples;

namespace {

const Images images({2, 3, 4, 5});

template <class Step>
std::string said(const Step& step) {
  return shape_error([&] { step(images, {1}); });
}

TEST_CASE("image steps: probabilities, deviations and factors") {
  CHECK(said(random_flip(1.5)) == "random_flip: a probability of 1.5, wanted is one from 0 to 1");
  CHECK(said(random_flip(NAN)) == "random_flip: a probability of nan, wanted is one from 0 to 1");
  CHECK(said(random_vertical_flip(-0.25)) == "random_vertical_flip: a probability of -0.25, wanted is one from 0 to 1");
  CHECK(said(normalize({0, 0, 0}, {1, 0, 1})) == "normalize: the standard deviation of channel 1 is 0; it is above 0");
  CHECK(said(normalize({0, 0, 0}, {1, 1, INFINITY})) ==
        "normalize: the standard deviation of channel 2 is inf; it is above 0");
  CHECK(said(adjust_brightness(-1)) == "adjust_brightness: a factor of -1, wanted is one from 0 to 1000");
  CHECK(said(adjust_contrast(NAN)) == "adjust_contrast: a factor from nan to nan, wanted is a range from 0 to 1000");
  CHECK(said(adjust_saturation(2000)) == "adjust_saturation: a factor of 2000, wanted is one from 0 to 1000");
  CHECK(said(adjust_hue(0.6)) == "adjust_hue: a turn of the hue of 0.6, wanted is one from -0.5 to 0.5");
  CHECK(said(color_jitter({.brightness = -1})) == "color_jitter: a brightness of -1, wanted is one from 0 to 1000");
  CHECK(said(color_jitter({.contrast = -1})) == "color_jitter: a contrast of -1, wanted is one from 0 to 1000");
  CHECK(said(color_jitter({.saturation = -1})) == "color_jitter: a saturation of -1, wanted is one from 0 to 1000");
  CHECK(said(color_jitter({.hue = 0.7})) == "color_jitter: a hue of 0.7, wanted is one from 0 to 0.5");
}

TEST_CASE("image steps: angles, zooms and shifts") {
  CHECK(said(rotate(361)) == "rotate: an angle of 361, wanted is one from -360 to 360");
  CHECK(said(random_rotate(-5)) == "random_rotate: an angle from 5 to -5, wanted is a range from -360 to 360");
  CHECK(said(shear(91)) == "shear: a shear of 91, wanted is one from -90 to 90");
  CHECK(said(random_shear(100)) == "random_shear: a shear from -100 to 100, wanted is a range from -90 to 90");
  CHECK(said(zoom(0)) == "zoom: a zoom of 0, wanted is one from 0.001 to 1000");
  CHECK(said(zoom(1, 0)) == "zoom: a zoom of 0, wanted is one from 0.001 to 1000");
  CHECK(said(random_zoom(1.2, 0.8)) == "random_zoom: a zoom from 1.2 to 0.8, wanted is a range from 0.001 to 1000");
  CHECK(said(random_affine({.shift_height = {-2, 2}})) ==
        "random_affine: a shift from -2 to 2, wanted is a range from -1 to 1");
  CHECK(said(random_affine({.shift_width = {2, 2}})) == "random_affine: a shift of 2, wanted is one from -1 to 1");
}

TEST_CASE("image steps: what is known at run time only, with its place") {
  CHECK(said(random_crop<4, 5>(-1)) == "random_crop: a padding of -1; it is at least 0");
  CHECK(said(random_crop<8, 5>(1)) == "random_crop: axis 2 is 4, with its padding 6; 8 are to be cut out");
  CHECK(said(pipeline(horizontal_flip, random_crop<4, 9>(1))) ==
        "pipeline, step 2 of 2: random_crop: axis 3 is 5, with its padding 7; 9 are to be cut out; "
        "it receives float64 Shape<2, 3, 4, 5>");
  CHECK(said(pipeline(resize<8, 8>, rotate(400))) ==
        "pipeline, step 2 of 2: rotate: an angle of 400, wanted is one from -360 to 360; "
        "it receives float64 Shape<2, 3, 8, 8>");
  const std::int64_t three[] = {1, 2, 3};
  CHECK(shape_error([&] { random_flip(images, {.samples = three}); }) ==
        "pipeline: 3 samples are named for 2 images; one of each is wanted, or none");
  CHECK(shape_error([&] { random_flip(Images({3, 4, 5}), {.samples = three}); }) ==
        "pipeline: 3 samples are named for 1 images; one of each is wanted, or none");
}

}  // namespace
