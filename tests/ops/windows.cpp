// SPDX-License-Identifier: BSL-1.0
// Do the static, the named and the run-time form of each window operation agree, refuse in the same words, and write into
// given tensors? window_vectors.cpp compares the numbers with PyTorch, tests/engine/ with plain loops.
#include <random>

#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/interpolate.hpp>
#include <shapeproof/ops/pool.hpp>
#include <shapeproof/ops/unfold.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

inline constexpr auto N = axis("N"), C = axis("C"), D = axis("D"), H = axis("H"), W = axis("W");

namespace {

using Dynamic = DynamicTensor<float>;
template <auto... E>
using Floats = Tensor<float, Shape<E...>>;

std::mt19937& random_numbers() {
  static std::mt19937 random(20240607);
  return random;
}
std::int64_t random_from(std::int64_t first, std::int64_t last) {
  return first + static_cast<std::int64_t>(random_numbers()() % static_cast<std::uint32_t>(last - first + 1));
}
Dynamic random_tensor(const ShapeValue& shape) {
  Dynamic x(shape);
  for (float& element : x.writable_span()) element = static_cast<float>(random_from(-9, 9));
  return x;
}

template <class S>
Tensor<float, S> typed(const Dynamic& x) {
  return detail::regroup<Tensor<float, S>>(x, x.extents());
}

struct Outcome {
  Dynamic result{};
  std::string sentence{};
  friend bool operator==(const Outcome&, const Outcome&) = default;
};
template <class Operation>
Outcome outcome_of(const Operation& operation) {
  Outcome outcome;
  outcome.sentence = shape_error([&] { outcome.result = Dynamic(operation()); });
  return outcome;
}

// "axis 2: (H(2) + ..." of a typed tensor says names where that of a DynamicTensor does not.
std::string without_names(std::string sentence) {
  for (const char* name : {"N(", "C(", "D(", "H(", "W("}) {
    for (auto at = sentence.find(name); at != std::string::npos; at = sentence.find(name)) {
      sentence.erase(sentence.find(')', at), 1);
      sentence.erase(at, 2);
    }
  }
  return sentence;
}

struct Tally {
  int agree = 0;
  int refused = 0;
  int differ = 0;

  void compare(const Outcome& named, const Outcome& dynamic) {
    const bool is_same = named.result == dynamic.result && without_names(named.sentence) == dynamic.sentence;
    ++(is_same ? agree : differ);
    if (!dynamic.sentence.empty()) ++refused;
    if (!is_same) UNSCOPED_INFO(named.sentence << " | " << dynamic.sentence);
  }
  // Both what fits and what is refused came up.
  void check() const {
    CHECK(differ == 0);
    CHECK(agree > refused);
    CHECK(refused > 0);
  }
};

ShapeValue random_image() { return {random_from(0, 3), random_from(1, 3), random_from(1, 7), random_from(1, 7)}; }

// The same operation on tensors with names and without.
template <class Operation>
void compare_images(const Operation& operation) {
  Tally tally;
  for (int i = 0; i < 300; ++i) {
    const Dynamic x = random_tensor(random_image());
    tally.compare(outcome_of([&] { return operation(typed<Shape<dyn, C, H, W>>(x)); }),
                  outcome_of([&] { return operation(x); }));
  }
  tally.check();
}

template <class Operation>
void compare_convolutions(const Operation& operation, std::int64_t groups = 1) {
  Tally tally;
  for (int i = 0; i < 300; ++i) {
    const Dynamic x =
        random_tensor({random_from(0, 2), groups * random_from(1, 2), random_from(1, 6), random_from(1, 6)});
    const Dynamic kernel =
        random_tensor({groups * random_from(1, 3), random_from(1, 2), random_from(1, 3), random_from(1, 4)});
    const Dynamic bias = random_tensor(ShapeValue(kernel.extent(0)));
    tally.compare(
        outcome_of([&] { return operation(typed<Shape<dyn, dyn, H, W>>(x), typed<Shape<D, dyn, dyn, dyn>>(kernel)); }),
        outcome_of([&] { return operation(x, kernel); }));
    if (kernel.extent(2) != 3) continue;
    tally.compare(outcome_of([&] {
                    return operation(typed<Shape<dyn, dyn, dyn, dyn>>(x), typed<Shape<dyn, dyn, 3, dyn>>(kernel),
                                     typed<Shape<dyn>>(bias));
                  }),
                  outcome_of([&] { return operation(x, kernel, bias); }));
  }
  tally.check();
}

}  // namespace

TEST_CASE("windows: types hold the rule's shape") {
  const Floats<N, 3, 32, 32> images = zeros<float, Shape<N, 3, 32, 32>>(2);
  const auto first = conv2d<>(images, Floats<6, 3, 5, 5>(), Floats<6>());
  static_assert(std::is_same_v<decltype(first), const Floats<N, 6, 28, 28>>);
  const auto second = conv2d<Padding<2>>(max_pool2d<2>(first), Floats<16, 6, 5, 5>());
  static_assert(std::is_same_v<decltype(second), const Floats<N, 16, 14, 14>>);
  static_assert(std::is_same_v<decltype(adaptive_avg_pool2d<7>(second)), Floats<N, 16, 7, 7>>);
  static_assert(std::is_same_v<decltype(global_avg_pool2d(second)), Floats<N, 16, 1, 1>>);
  static_assert(std::is_same_v<decltype(interpolate<ScaleFactor<2>>(second)), Floats<N, 16, 28, 28>>);
  static_assert(std::is_same_v<decltype(unfold<14, Stride<14>>(images)), Floats<N, 588, 4>>);
  static_assert(
      std::is_same_v<decltype(conv1d<Same>(Floats<N, 4, H>(zeros<float, Shape<N, 4, H>>(1, 1)), Floats<C(8), 4, 3>())),
                     Floats<N, C(8), H>>);
  static_assert(
      std::is_same_v<decltype(conv_transpose2d<Stride<2>>(second, Floats<16, 3, 2, 2>())), Floats<N, 3, 28, 28>>);
  static_assert(std::is_same_v<decltype(max_pool1d<2>(Tensor<int, Shape<4, 9>>())), Tensor<int, Shape<4, 4>>>);
  CHECK(second.extents() == Extents(ShapeValue{2, 16, 14, 14}));
}

TEST_CASE("windows: concepts") {
  static_assert(Convolvable<Shape<N, 3, 32, 32>, Shape<6, 3, 5, 5>>);
  static_assert(!Convolvable<Shape<N, 3, 32, 32>, Shape<6, 4, 5, 5>>);
  static_assert(Convolvable<Floats<N, 4, 8, 8>, Floats<6, 2, 3, 3>, Groups<2>, Stride<2>>);
  static_assert(!Convolvable<Floats<N, 4, 8, 8>, Floats<6, 2, 3, 3>, Groups<3>>);
  static_assert(Poolable<Shape<N, 3, 32, 32>, 2> && !Poolable<Shape<N, 3, 32, 1>, 2>);
  static_assert(Poolable<Floats<3, 32, 32>, 3, Padding<1>> && !Poolable<Floats<3, 32, 32>, 3, Padding<2>>);
  SUCCEED();
}

TEST_CASE("windows: can be passed on") {
  const auto twice = [](const auto& operation, const auto& x) { return operation(operation(x)); };
  CHECK(twice(max_pool2d<2>, counted<float, Shape<1, 8, 8>>()) == Floats<1, 2, 2>{{{27, 31}, {59, 63}}});
}

TEST_CASE("windows: static, named and run-time forms agree") {
  const auto x = counted<float, Shape<2, 4, 6, 7>>();
  const auto kernel = counted<float, Shape<4, 2, 3, 2>>();
  const auto bias = counted<float, Shape<4>>();
  const auto compare = [&](const auto& operation) {
    const auto fixed = operation(x, kernel, bias);
    const auto named = operation(typed<Shape<N, C, H, W>>(x), typed<Shape<D, 2, 3, 2>>(kernel), typed<Shape<D>>(bias));
    CHECK(fixed == operation(Dynamic(x), Dynamic(kernel), Dynamic(bias)));
    CHECK(fixed == Dynamic(named));
  };
  compare(conv2d<Groups<2>, Stride<2, 1>, Padding<1, 2>>);
  compare(conv2d<Groups<2>, Same, Stride<3>>);
  compare(conv2d<Groups<2>, Dilation<2, 3>>);
  const auto pooled = max_pool2d<3, Stride<2>, CeilMode>(x);
  CHECK(pooled == max_pool2d<3, Stride<2>, CeilMode>(Dynamic(x)));
  CHECK(pooled == Dynamic(max_pool2d<3, Stride<2>, CeilMode>(typed<Shape<N, C, H, W>>(x))));
}

TEST_CASE("pools: named and run-time forms agree for random images") {
  compare_images([](const auto& x) { return max_pool2d<2>(x); });
  compare_images([](const auto& x) { return max_pool2d<3, Stride<2, 1>, Padding<1, 0>, Dilation<2, 1>>(x); });
  compare_images([](const auto& x) { return max_pool2d<3, 5, CeilMode, Stride<3>>(x); });
  compare_images([](const auto& x) { return avg_pool2d<3, Stride<1>, Padding<1, 0>>(x); });
  compare_images([](const auto& x) { return unfold<3, 2, Dilation<1, 2>>(x); });
  compare_images([](const auto& x) { return interpolate<ScaleFactor<Fraction{2, 5}>>(x); });
}

TEST_CASE("convolutions: named and run-time forms agree for random images and kernels") {
  compare_convolutions([](const auto&... x) { return conv2d<>(x...); });
  compare_convolutions([](const auto&... x) { return conv2d<Stride<2>, Padding<1>, Dilation<2>>(x...); });
  compare_convolutions([](const auto&... x) { return conv2d<Groups<2>, Same>(x...); }, 2);
  compare_convolutions([](const auto&... x) { return conv2d<Groups<3>, Stride<1, 3>>(x...); }, 3);
}

TEST_CASE("Same: TensorFlow's padding, also with a stride") {
  // 7 elements, kernel 2, stride 2: four places, and one element of padding, which stands behind.
  const auto x = counted<float, Shape<1, 7>>();
  CHECK(conv1d<Same, Stride<2>>(x, Tensor<float, Shape<1, 1, 2>>{{{1, 10}}}) == Floats<1, 4>{{10, 32, 54, 6}});
  // 5 elements, kernel 3, stride 2: padding on both sides.
  CHECK(conv1d<Same, Stride<2>>(counted<float, Shape<1, 5>>(), Tensor<float, Shape<1, 1, 3>>{{{100, 10, 1}}}) ==
        Floats<1, 3>{{1, 123, 340}});
}

TEST_CASE("windows: a stride longer than the kernel, and elements that none of them sees") {
  const auto x = counted<float, Shape<1, 4, 4>>();
  CHECK(max_pool2d<1, Stride<3>>(x) == Floats<1, 2, 2>{{{0, 3}, {12, 15}}});
  CHECK(conv2d<Stride<3>>(x, full<float, Shape<1, 1, 1, 1>>(2.0F)) == Floats<1, 2, 2>{{{0, 6}, {24, 30}}});
  CHECK(conv_transpose2d<Stride<2>>(full<float, Shape<1, 2, 2>>(1.0F), full<float, Shape<1, 1, 1, 1>>(1.0F),
                                    full<float, Shape<1>>(5.0F)) == Floats<1, 3, 3>{{{6, 5, 6}, {5, 5, 5}, {6, 5, 6}}});
}

TEST_CASE("windows: nothing to convolve gives nothing, and no channels give the bias") {
  CHECK(conv2d<>(Dynamic({0, 3, 5, 5}), Dynamic({2, 3, 3, 3})).shape() == ShapeValue{0, 2, 3, 3});
  CHECK(conv2d<>(Dynamic({1, 3, 5, 5}), Dynamic({0, 3, 3, 3})).shape() == ShapeValue{1, 0, 3, 3});
  CHECK(conv2d<>(Floats<0, 3, 3>(), Floats<2, 0, 3, 3>(), Floats<2>{7, 8}) == Floats<2, 1, 1>{{{7}}, {{8}}});
  CHECK(max_pool2d<2>(Dynamic({0, 3, 5, 5})).shape() == ShapeValue{0, 3, 2, 2});
  CHECK(interpolate<2>(Dynamic({2, 0, 5, 5})).shape() == ShapeValue{2, 0, 2, 2});
}

TEST_CASE("windows: at run time the same sentences are said") {
  const Dynamic x({2, 3, 5, 5});
  CHECK(shape_error([&] { (void)conv2d<>(x, Dynamic({4, 4, 3, 3})); }) ==
        "conv2d: the input has 3 channels (axis 1), the kernel wants 4");
  CHECK(shape_error([&] { (void)conv2d<>(x, Dynamic({4, 3, 7, 3})); }) ==
        "conv2d: axis 2: (5 + 2*0 - 1*(7 - 1) - 1) / 1 + 1 = -1; the kernel does not fit the padded input");
  CHECK(shape_error([&] { (void)conv2d<>(Dynamic({2, 32, 32, 3}), Dynamic({4, 3, 7, 3})); }) ==
        "conv2d: the input has 32 channels (axis 1), the kernel wants 3; channels last? permute<0, 3, 1, 2>");
  CHECK(shape_error([&] { (void)conv2d<>(zeros<float, Shape<N, 3, H, H>>(1, 4), Floats<8, 3, 5, 5>()); }) ==
        "conv2d: axis 2: (H(4) + 2*0 - 1*(5 - 1) - 1) / 1 + 1 = 0; the kernel does not fit the padded input");
  CHECK(shape_error([&] { (void)max_pool2d<2, CeilMode, Stride<2>>(Dynamic({1, 1, 1})); }) == "");
  CHECK(shape_error([&] { (void)max_pool2d<4, CeilMode, Stride<2>>(Dynamic({1, 1, 1})); }) ==
        "max_pool2d: axis 1: ceil((1 + 2*0 - 1*(4 - 1) - 1) / 2) + 1 = 0; the kernel does not fit the padded input");
  CHECK(shape_error([&] { (void)max_pool2d<2>(Dynamic({1, 1, 0, 4})); }) ==
        "max_pool2d: axis 2 of the input is 0; there is nothing to move a window over");
  CHECK(shape_error([&] { (void)conv_transpose2d<Stride<2>, Output<12>>(x, Dynamic({3, 1, 2, 2})); }) ==
        "conv_transpose2d: axis 2: an output of 12 is wanted; 10 to 11 are possible");
  CHECK(shape_error([&] {
          (void)conv2d<Groups<2>>(typed<Shape<N, D, 3, 3>>(Dynamic({1, 5, 3, 3})), Floats<2, 2, 3, 3>());
        }) == "conv2d: 2 groups do not divide the D(5) channels of the input (axis 1)");
}

TEST_CASE("windows: one name holds one number") {
  CHECK_FALSE(shape_error([] {
                (void)conv2d<>(typed<Shape<N, 3, 5, 5>>(Dynamic({2, 3, 5, 5})),
                               typed<Shape<N, 3, 3, 3>>(Dynamic({4, 3, 3, 3})));
              }).empty());
  CHECK(shape_error([] {
          (void)conv2d<>(typed<Shape<N, 3, 5, 5>>(Dynamic({4, 3, 5, 5})),
                         typed<Shape<N, 3, 3, 3>>(Dynamic({4, 3, 3, 3})));
        }).empty());
}

TEST_CASE("windows: half is computed as float, and rounded once") {
  // 2049 products of 1: added up as half, they would stop at 2048.
  const auto x = full<half, Shape<2049, 1, 1>>(1);
  CHECK(conv2d<>(x, full<half, Shape<1, 2049, 1, 1>>(1), full<half, Shape<1>>(3))(0, 0, 0) == 2052);
  CHECK(avg_pool2d<64>(full<half, Shape<1, 64, 64>>(100))(0, 0, 0) == 100);
  CHECK(global_avg_pool2d(full<half, Shape<1, 64, 64>>(100))(0, 0, 0) == 100);
}

TEST_CASE("windows: every real element type is pooled, every one unfolded and resized to the nearest") {
  CHECK(max_pool2d<2>(Tensor<std::uint8_t, Shape<1, 2, 2>>{{{1, 255}, {3, 4}}})(0, 0, 0) == 255);
  CHECK(max_pool2d<2>(Tensor<std::int64_t, Shape<1, 2, 2>>{{{-1, -255}, {-3, -4}}})(0, 0, 0) == -1);
  CHECK(max_pool2d<2>(Tensor<bool, Shape<1, 2, 2>>{{{false, true}, {false, false}}})(0, 0, 0));
  const auto z = full<std::complex<float>, Shape<1, 2, 2>>({1, 2});
  CHECK(unfold<2>(z)(3, 0) == std::complex<float>(1, 2));
  CHECK(interpolate<1>(z)(0, 0, 0) == std::complex<float>(1, 2));
}

TEST_CASE("windows: into a tensor that is there") {
  const auto x = counted<float, Shape<2, 3, 6, 6>>();
  const auto kernel = counted<float, Shape<4, 3, 3, 3>>();
  auto out = zeros<float, Shape<2, 4, 4, 4>>();
  const void* place = out.data();
  conv2d_into<>(out, x, kernel);
  CHECK(out.data() == place);
  CHECK(out == conv2d<>(x, kernel));
  conv2d_into<Valid>(out, x, kernel, counted<float, Shape<4>>());
  CHECK(out == conv2d<>(x, kernel, counted<float, Shape<4>>()));
  Dynamic wide({2, 3, 13, 13});
  conv_transpose2d_into<Stride<2>>(wide, x, Floats<3, 3, 3, 3>());
  Dynamic pooled({2, 3, 3, 3});
  max_pool2d_into<2>(pooled, x);
  CHECK(pooled == max_pool2d<2>(x));
  avg_pool2d_into<2>(pooled, Dynamic(x));
  CHECK(pooled == avg_pool2d<2>(x));
  CHECK(shape_error([&] { max_pool2d_into<3>(pooled, x); }) ==
        "max_pool2d_into: the result is Shape<2, 3, 2, 2>, out is Shape<2, 3, 3, 3>");
}

TEST_CASE("windows: out may be an operand") {
  auto x = Dynamic(counted<float, Shape<1, 3, 3>>());
  const auto wanted = max_pool2d<3, Stride<1>, Padding<1>>(x);
  max_pool2d_into<3, Stride<1>, Padding<1>>(x, x);
  CHECK(x == wanted);
}
