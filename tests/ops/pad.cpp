// SPDX-License-Identifier: BSL-1.0
// Do padded tensors hold what loops over indices say, in all four ways?
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/pad.hpp>

#include "catch.hpp"
#include "ops/loops.hpp"

using namespace shapeproof;
using namespace samples;

inline constexpr auto N = axis("N"), H = axis("H"), C = axis("C");

namespace {

// Which element of an axis stands at `place`, counted from its first; -1 for the value.
std::int64_t source_of(PadMode padding, std::int64_t place, std::int64_t extent) {
  if (place >= 0 && place < extent) return place;
  if (padding == PadMode::constant) return -1;
  if (padding == PadMode::replicate) return place < 0 ? 0 : extent - 1;
  if (padding == PadMode::circular) return (place + extent) % extent;
  return place < 0 ? -place : 2 * (extent - 1) - place;
}

bool can_pad(PadMode padding, std::int64_t count, std::int64_t extent) {
  if (count == 0 || padding == PadMode::constant) return true;
  if (padding == PadMode::replicate) return extent > 0;
  return padding == PadMode::circular ? count <= extent : count < extent;
}

constexpr Int value = -7;

template <PadMode Kind>
bool pads(const Dynamic& x, const PadSides& all) {
  const ShapeValue shape = x.shape();
  ShapeValue extents = shape;
  bool fits = true;
  Sides sides[3];
  for (int i = 0; i < all.count; ++i) {
    sides[i] = all.sides[i];
    extents[i] = shape[i].number + sides[i].before + sides[i].after;
    fits = fits && can_pad(Kind, sides[i].before, shape[i].number) && can_pad(Kind, sides[i].after, shape[i].number);
  }
  const Ruling ruling = pad_rule(Kind, shape, all);
  if (ruling.holds != fits) return false;
  if (!fits) return true;
  Dynamic found(ruling.result);
  detail::Padder<Int> padder(found.writable_data(), x.extents(), found.extents(), all);
  padder.copy_inside(x.data());
  padder.fill_around(Kind, value);
  return is_as(found, extents, [&](const Position& index) {
    Position source;
    for (int i = 0; i < shape.rank; ++i) {
      source.push_back(source_of(Kind, index[static_cast<std::size_t>(i)] - sides[i].before, shape[i].number));
      if (source.back() < 0) return value;
    }
    return element_at(x, source);
  });
}

}  // namespace

TEST_CASE("pad: any sides of any shape in four ways, refused exactly where elements do not suffice") {
  CHECK(failures(3000, [] {
          const Dynamic x = counted<Int>(random_shape(3, 0, 5));
          PadSides all;
          all.count = static_cast<int>(random_from(0, 3));
          for (int i = 0; i < all.count; ++i) all.sides[i] = Sides(random_from(0, 4), random_from(0, 4));
          return pads<PadMode::constant>(x, all) && pads<PadMode::reflect>(x, all) &&
                 pads<PadMode::replicate>(x, all) && pads<PadMode::circular>(x, all);
        }) == 0);
}

namespace {

template <class Operation>
bool forms_agree(const Operation& operation) {
  const Dynamic x = counted<Int>({4, 3});
  const Dynamic found = operation(x);
  return operation(typed<Shape<N, H>>(x)) == found && operation(typed<Shape<4, 3>>(x)) == found &&
         operation(typed<Shape<dyn, 3>>(x)) == found;
}

}  // namespace

TEST_CASE("pad: static, named and run-time forms are one") {
  CHECK(forms_agree([](const auto& x) { return pad<1, 2, 3>(x); }));
  CHECK(forms_agree([](const auto& x) { return pad<-2, 0, 1>(x, 5); }));
  CHECK(forms_agree([](const auto& x) { return pad<Sides(1), Sides(0, 2)>(x, -1); }));
  CHECK(forms_agree([](const auto& x) { return pad_reflect<Sides(1), Sides(2)>(x); }));
  CHECK(forms_agree([](const auto& x) { return pad_replicate<0, 5, 5>(x); }));
  CHECK(forms_agree([](const auto& x) { return pad_circular<1, 3, 3>(x); }));
}

TEST_CASE("pad: the types of results, and what a name is checked for") {
  const auto x = counted<float, Shape<N, C(3), H>>(2, 4);
  static_assert(std::is_same_v<decltype(pad<Sides(0), Sides(1), Sides(1, 2)>(x)), Tensor<float, Shape<N, 5, H + 3>>>);
  static_assert(std::is_same_v<decltype(pad<0, 0, 0>(x)), Tensor<float, Shape<N, C(3), H>>>);
  static_assert(std::is_same_v<decltype(pad_reflect<2, 3, 3>(x)), Tensor<float, Shape<N, C(3), H + 6>>>);
  CHECK(pad_reflect<2, 3, 3>(x).extent<2>() == 10);
  CHECK(samples::shape_error([&] { pad_reflect<2, 4, 0>(x); }) ==
        "pad_reflect: axis 2 is H(4), 4 elements before it cannot be taken from it; at most 3 can");
  CHECK(samples::shape_error([&] { pad_circular<0, 0, 3>(x); }) ==
        "pad_circular: axis 0 is N(2), 3 elements after it cannot be taken from it; at most 2 can");
}

TEST_CASE("pad: into a tensor that is there, and while compiling") {
  const Dynamic x = counted<Int>({2, 3});
  Dynamic out({2, 5});
  const Int* place = out.data();
  pad_into<1, 1, 1>(out, x);
  CHECK((out == pad<1, 1, 1>(x) && out.data() == place));
  pad_reflect_into<1, 1, 1>(out, x);
  CHECK(out == pad_reflect<1, 1, 1>(x));
  pad_replicate_into<1, 1, 1>(out, x);
  CHECK(out == pad_replicate<1, 1, 1>(x));
  pad_circular_into<1, 1, 1>(out, x);
  CHECK(out == pad_circular<1, 1, 1>(x));

  constexpr Tensor<int, Shape<3>> y{1, 2, 3};
  static_assert(pad<0, 1, 2>(y, 9) == Tensor<int, Shape<6>>{9, 1, 2, 3, 9, 9});
  static_assert(pad_reflect<0, 2, 1>(y) == Tensor<int, Shape<6>>{3, 2, 1, 2, 3, 2});
  static_assert(pad_replicate<0, 2, 1>(y) == Tensor<int, Shape<6>>{1, 1, 1, 2, 3, 3});
  static_assert(pad_circular<0, 2, 1>(y) == Tensor<int, Shape<6>>{2, 3, 1, 2, 3, 1});
}
