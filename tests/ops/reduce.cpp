// SPDX-License-Identifier: BSL-1.0
// Do the static, the named and the run-time form of reductions and normalisations agree, refuse the same, and put results
// where they are asked to?
#include <shapeproof/ops/reduce.hpp>

#include <random>

#include <shapeproof/create.hpp>
#include <shapeproof/ops/batch_norm.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/normalize.hpp>
#include <shapeproof/ops/scan.hpp>
#include <shapeproof/ops/softmax.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::shape_error;

namespace {

inline constexpr auto N = axis("N"), C = axis("C");

template <class S, class T>
Tensor<T, S> typed(const DynamicTensor<T>& x) {
  return detail::regroup<Tensor<T, S>>(x, x.extents());
}

// Whether an operation makes the same of a DynamicTensor and of a Tensor whose type leaves the extents open.
template <class Operation>
bool agree(const DynamicTensor<float>& x, const Operation& operation) {
  const DynamicTensor<float> plain = operation(x);
  return plain == DynamicTensor<float>(operation(typed<Shape<dyn, dyn, dyn>>(x))) &&
         plain == DynamicTensor<float>(operation(typed<Shape<N, C, dyn>>(x)));
}

template <class Operation>
std::string both_say(const Operation& operation, const ShapeValue& shape) {
  const DynamicTensor<float> x(shape);
  const std::string sentence = shape_error([&] { operation(x); });
  return sentence == shape_error([&] { operation(typed<Shape<dyn, dyn>>(x)); }) ? sentence : "they differ";
}

}  // namespace

TEST_CASE("reductions: named and run-time forms agree for random shapes") {
  std::mt19937 random(3);
  int failures = 0;
  for (int i = 0; i < 300; ++i) {
    const auto extent = [&] { return static_cast<std::int64_t>(1 + random() % 6); };
    const DynamicTensor<float> x = counted<float>({extent(), extent(), extent()});
    failures += !agree(x, [](const auto& t) { return sum<1>(t); });
    failures += !agree(x, [](const auto& t) { return mean<0, 2>(t, keep_axes); });
    failures += !agree(x, [](const auto& t) { return max(t); });
    failures += !agree(x, [](const auto& t) { return softmax<1>(t); });
    failures += !agree(x, [](const auto& t) { return cumsum<0>(t); });
    failures += !agree(x, [](const auto& t) { return layer_norm<1>(t); });
  }
  CHECK(failures == 0);
}

TEST_CASE("reductions: the static form agrees with the run-time form") {
  const auto x = counted<float, Shape<5, 7, 9>>();
  const DynamicTensor<float> d = x;
  CHECK((DynamicTensor<float>(sum<0>(x)) == sum<0>(d)));
  CHECK((DynamicTensor<float>(min<1, 2>(x)) == min<1, 2>(d)));
  CHECK((DynamicTensor<std::int64_t>(argmax<2>(x)) == argmax<2>(d)));
  CHECK((DynamicTensor<bool>(all<0>(x, keep_axes)) == all<0>(d, keep_axes)));
  CHECK((DynamicTensor<float>(log_softmax<0>(x)) == log_softmax<0>(d)));
  CHECK((DynamicTensor<float>(group_norm<7>(x)) == group_norm<7>(d)));
}

TEST_CASE("reductions: what only run time knows is refused then") {
  CHECK(both_say([](const auto& x) { max<0>(x); }, {0, 3}) == "max: axis 0 is 0; max of no elements is not defined");
  CHECK(both_say([](const auto& x) { mean(x); }, {2, 0}) == "mean: axis 1 is 0; mean of no elements is not defined");
  CHECK(both_say([](const auto& x) { argmin<1>(x); }, {2, 0}) ==
        "argmin: axis 1 is 0; argmin of no elements is not defined");
  CHECK(both_say([](const auto& x) { max<1>(x); }, {0, 3}).empty());
  CHECK(shape_error([] { sum<2>(DynamicTensor<float>({2, 3})); }) ==
        "sum: there is no axis 2 in rank 2; axes are -2 to 1");
  CHECK(both_say([](const auto& x) { batch_norm_training(x); }, {1, 3}) ==
        "batch_norm_training: the input, Shape<1, 3>, has 1 value for each channel; at least 2 make a variance");
  CHECK(both_say([](const auto& x) { group_norm<2>(x); }, {4, 3}) ==
        "group_norm: 2 groups do not divide 3 channels (axis 1); 1 or 3 would");
  CHECK(both_say([](const auto& x) { layer_norm(x, Tensor<float, Shape<4>>{}); }, {2, 3}) ==
        "layer_norm: axis 1 of the input is 3, axis 0 of the weight is 4; they must be equal");
}

TEST_CASE("argmax: a last batch of one sample has a largest element; an axis of 1 has none to choose") {
  // Over an axis that the type leaves open, 1 is a number like any other.
  CHECK(argmax<0>(zeros<float, Shape<N, 3>>(1))(2) == 0);
  CHECK(argmax<0>(zeros<float, Shape<dyn, 3>>(1))(2) == 0);
  CHECK(argmax<1>(zeros<float, Shape<N, 3>>(1)).element_count() == 1);
  CHECK(shape_error([] { argmax<1>(DynamicTensor<float>({2, 1})); }) ==
        "argmax: axis 1 is 1; the answer would always be 0");
  CHECK(shape_error([] { argmax(DynamicTensor<float>({1, 1})); }) ==
        "argmax: the operand has one element; the answer would always be 0");
}

TEST_CASE("an rvalue's buffer is taken over, a shared one is left alone") {
  auto x = counted<float, Shape<N, 40>>(5);
  const auto copy = x;
  const float* shared = x.data();
  const auto kept = softmax<1>(std::move(x));
  CHECK(kept.data() != shared);
  CHECK(copy(1, 0) == 40);
  auto y = counted<float, Shape<N, 40>>(5);
  const float* place = y.data();
  const auto normal = layer_norm(softmax<1>(std::move(y)));
  CHECK(normal.data() == place);
  CHECK(normal == layer_norm(softmax<1>(copy)));
  auto z = counted<float, Shape<N, 40>>(5);
  place = z.data();
  CHECK((cumsum<0>(std::move(z)).data() == place));
}

TEST_CASE("into: results are written where they are wanted") {
  const auto x = counted<float, Shape<N, 40>>(5);
  auto out = zeros<float, Shape<N, 40>>(5);
  const float* place = out.data();
  softmax_into<1>(out, x);
  CHECK((out.data() == place && out == softmax<1>(x)));
  log_softmax_into<0>(out, x);
  CHECK(out == log_softmax<0>(x));
  layer_norm_into(out, x);
  CHECK(out == layer_norm(x));
  const auto weight = counted<float, Shape<40>>();
  layer_norm_into(out, x, weight, weight, 1e-3);
  CHECK((out.data() == place && out == layer_norm(x, weight, weight, 1e-3)));
  out = x;
  softmax_into<1>(out, out);
  CHECK((out == softmax<1>(x) && x(1, 0) == 40));
  auto sums = zeros<float, Shape<N>>(5);
  sum_into<1>(sums, x);
  CHECK(sums == sum<1>(x));
  auto kept = zeros<float, Shape<N, 1>>(5);
  sum_into<1>(kept, x, keep_axes);
  CHECK(kept == sum<1>(x, keep_axes));
  auto too_many = zeros<float, Shape<N>>(6);
  CHECK(shape_error([&] { sum_into<1>(too_many, x); }) == "sum_into: the result is Shape<N(5)>, out is Shape<N(6)>");
}

TEST_CASE("half is added up as float, and softmax of half is as near as half can be") {
  Tensor<half, Shape<5000>> ones;
  for (half& one : ones.writable_span()) one = 1.0F;
  CHECK(static_cast<float>(sum(ones)()) == 5000);
  CHECK(static_cast<float>(mean(ones)()) == 1);
  const auto shares = softmax<0>(ones);
  CHECK(static_cast<float>(shares(17)) == Approx(1.0F / 5000).epsilon(1e-3));
  CHECK(static_cast<float>(layer_norm(ones)(3)) == 0);
  CHECK(static_cast<float>(cumsum<0>(ones)(4096)) == 4096);  // 4097 is no half
}
