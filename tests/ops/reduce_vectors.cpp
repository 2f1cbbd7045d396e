// SPDX-License-Identifier: BSL-1.0
// Do reductions and normalisations say what NumPy says? vectors/reduce/vectors.txt holds what NumPy said; make_vectors.py
// beside it asked.
#include <cmath>
#include <fstream>
#include <functional>
#include <limits>
#include <sstream>

#include <shapeproof/ops/batch_norm.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/normalize.hpp>
#include <shapeproof/ops/scan.hpp>
#include <shapeproof/ops/softmax.hpp>
#include <shapeproof/ops/statistics.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

using Numbers = DynamicTensor<double>;

// The operands of an operation and, last, its result.
struct Case {
  std::string name;
  std::vector<Numbers> tensors;
};

// "[2,3] 1 2 3 4 5 6"
Numbers parse_tensor(const std::string& text) {
  std::istringstream words(text);
  std::string extents;
  words >> extents;
  ShapeValue shape;
  std::istringstream numbers(extents.substr(1, extents.size() - 2));
  for (std::string extent; std::getline(numbers, extent, ',');) shape.push_back(std::stoll(extent));
  Numbers tensor(shape);
  for (double& element : tensor.writable_span()) {
    std::string word;
    words >> word;
    element = std::stod(word);
  }
  REQUIRE(words);
  return tensor;
}

const std::vector<Case>& all_cases() {
  static const std::vector<Case> cases = [] {
    std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/reduce/vectors.txt");
    std::vector<Case> read;
    for (std::string line; std::getline(file, line);) {
      Case one;
      std::istringstream blocks(line);
      std::getline(blocks, one.name, '|');
      one.name.pop_back();
      for (std::string block; std::getline(blocks, block, '|');) one.tensors.push_back(parse_tensor(block));
      read.push_back(one);
    }
    return read;
  }();
  return cases;
}

// Within so many units in the last place of a number of the size of the result or of 1.
bool is_close(double found, double wanted, double epsilon) {
  if (std::isnan(wanted) || std::isinf(wanted)) return samples::is_same_element(found, wanted);
  return std::abs(found - wanted) <= 8 * epsilon * std::max(std::abs(wanted), 1.0);
}

bool is_close(const Numbers& found, const Numbers& wanted, double epsilon) {
  bool all = found.shape() == wanted.shape();
  for (std::int64_t i = 0; all && i < found.element_count(); ++i) {
    all = is_close(found.data()[i], wanted.data()[i], epsilon);
  }
  return all;
}

// Not a template, as everything of Catch2 takes long to compile.
void check_cases(const std::string& name, std::size_t operands, double epsilon,
                 const std::function<Numbers(const std::vector<Numbers>&)>& operation) {
  int count = 0;
  for (const Case& each : all_cases()) {
    if (each.name != name || each.tensors.size() != operands + 1) continue;
    ++count;
    INFO(each.name << ", case " << count << ", epsilon " << epsilon);
    CHECK(is_close(operation(each.tensors), each.tensors.back(), epsilon));
  }
  INFO(name);
  CHECK(count > 0);
}

// For float and for double.
template <std::size_t Operands = 1, class Operation>
void check(const std::string& name, const Operation& operation) {
  const auto in = [&]<class T, std::size_t... I>(std::type_identity<T>, std::index_sequence<I...>) {
    check_cases(name, Operands, static_cast<double>(std::numeric_limits<T>::epsilon()),
                [&](const std::vector<Numbers>& x) { return cast<double>(operation(cast<T>(x[I])...)); });
  };
  in(std::type_identity<float>{}, std::make_index_sequence<Operands>{});
  in(std::type_identity<double>{}, std::make_index_sequence<Operands>{});
}

template <int... Axes>
void check_reductions() {
  const auto axes = ((" " + std::to_string(Axes)) + ...);
  check("sum" + axes, [](const auto& x) { return sum<Axes...>(x); });
  check("mean" + axes, [](const auto& x) { return mean<Axes...>(x); });
  check("prod" + axes, [](const auto& x) { return prod<Axes...>(x); });
  check("max" + axes, [](const auto& x) { return max<Axes...>(x); });
  check("min" + axes, [](const auto& x) { return min<Axes...>(x); });
  check("any" + axes, [](const auto& x) { return any<Axes...>(x); });
  check("all" + axes, [](const auto& x) { return all<Axes...>(x); });
}

template <int... Axes>
void check_statistics() {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  const auto axes = ((" " + std::to_string(Axes)) + ...);
  check("var" + axes, [](const auto& x) { return var<Axes...>(x); });
  check("var0" + axes, [](const auto& x) { return var<Axes...>(x, correction(0)); });
  check("stddev" + axes, [](const auto& x) { return stddev<Axes...>(x); });
  check("stddev0" + axes, [](const auto& x) { return stddev<Axes...>(x, correction(0)); });
  check("logsumexp" + axes, [](const auto& x) { return logsumexp<Axes...>(x); });
  check("norm" + axes, [](const auto& x) { return norm<Axes...>(x); });
  check("norm0" + axes, [](const auto& x) { return norm<Axes...>(x, 0); });
  check("norm1" + axes, [](const auto& x) { return norm<Axes...>(x, 1); });
  check("norm3" + axes, [](const auto& x) { return norm<Axes...>(x, 3); });
  check("norminf" + axes, [](const auto& x) { return norm<Axes...>(x, infinity); });
  check("norm-inf" + axes, [](const auto& x) { return norm<Axes...>(x, -infinity); });
}

template <int Axis>
void check_along() {
  const std::string axis = " " + std::to_string(Axis);
  check("softmax" + axis, softmax<Axis>);
  check("log_softmax" + axis, log_softmax<Axis>);
  check("cumsum" + axis, cumsum<Axis>);
  check("cumprod" + axis, cumprod<Axis>);
  check("argmax" + axis, [](const auto& x) { return argmax<Axis>(x); });
  check("argmin" + axis, [](const auto& x) { return argmin<Axis>(x); });
}

}  // namespace

TEST_CASE("reductions are NumPy's, infinities and NaN included") {
  check_reductions<0>();
  check_reductions<1>();
  check_reductions<2>();
  check_reductions<0, 2>();
  check_reductions<1, 2>();
  check_reductions<0, 1, 2>();
}

TEST_CASE("var, stddev, norms and logsumexp are NumPy's, infinities and NaN included") {
  check_statistics<0>();
  check_statistics<1>();
  check_statistics<2>();
  check_statistics<0, 2>();
  check_statistics<1, 2>();
  check_statistics<0, 1, 2>();
}

TEST_CASE("softmax, cumsum, argmax and their like are NumPy's, infinities and NaN included") {
  check_along<0>();
  check_along<1>();
  check_along<2>();
}

TEST_CASE("layer_norm and rms_norm are PyTorch's formula") {
  check<1>("layer_norm", [](const auto& x) { return layer_norm(x); });
  check<2>("layer_norm", [](const auto& x, const auto& w) { return layer_norm(x, w); });
  check<3>("layer_norm", [](const auto& x, const auto& w, const auto& b) { return layer_norm<-1>(x, w, b); });
  check<3>("layer_norm 1", [](const auto& x, const auto& w, const auto& b) { return layer_norm<1>(x, w, b); });
  check<2>("rms_norm", [](const auto& x, const auto& w) { return rms_norm(x, w, 0x1p-23); });
}

TEST_CASE("batch_norm and group_norm are PyTorch's formula") {
  check<3>("batch_norm", [](const auto& x, const auto& m, const auto& v) { return batch_norm(x, m, v); });
  check<5>("batch_norm", [](const auto& x, const auto& m, const auto& v, const auto& w, const auto& b) {
    return batch_norm(x, m, v, w, b);
  });
  check<3>("batch_norm_training",
           [](const auto& x, const auto& w, const auto& b) { return batch_norm_training(x, w, b).output; });
  check<1>("batch mean", [](const auto& x) { return batch_norm_training(x).mean; });
  check<1>("batch variance", [](const auto& x) { return batch_norm_training(x).variance; });
  check<3>("group_norm 2", [](const auto& x, const auto& w, const auto& b) { return group_norm<2>(x, w, b); });
  check<1>("group_norm 2", [](const auto& x) { return group_norm<2>(x); });
}
