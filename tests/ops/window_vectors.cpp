// SPDX-License-Identifier: BSL-1.0
// Do our windows say what PyTorch's say? vectors/windows/vectors.txt holds what PyTorch said; make_vectors.py beside it asked.
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <shapeproof/ops/conv.hpp>
#include <shapeproof/ops/interpolate.hpp>
#include <shapeproof/ops/pool.hpp>
#include <shapeproof/ops/unfold.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

using Dynamic = DynamicTensor<double>;

struct Answer {
  ShapeValue shape{};
  std::vector<double> elements{};
};

// "conv2d [2,4,5,4] 1 2 ..."
std::map<std::string, Answer> read_answers() {
  std::map<std::string, Answer> answers;
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/windows/vectors.txt");
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string name;
    std::string extents;
    words >> name >> extents;
    Answer& answer = answers[name];
    std::istringstream numbers(extents.substr(1, extents.size() - 2));
    for (std::string number; std::getline(numbers, number, ',');) answer.shape.push_back(std::stoll(number));
    for (double element = 0; words >> element;) answer.elements.push_back(element);
  }
  return answers;
}

// As make_vectors.py makes them.
Dynamic operand(const ShapeValue& shape, int seed = 0) {
  Dynamic x(shape);
  std::int64_t i = 0;
  for (double& element : x.writable_span()) element = static_cast<double>((7 * i++ + seed) % 11 - 5);
  return x;
}
Dynamic kernel(const ShapeValue& shape) { return operand(shape, 3); }
Dynamic bias(std::int64_t count) { return operand(ShapeValue(count), 6); }

// The elements in order, 1 where they are all within `tolerance` of the wanted ones.
bool is_near(const Dynamic& found, const Answer& wanted, double tolerance) {
  if (!(found.shape() == wanted.shape)) return false;
  std::size_t i = 0;
  for (const double element : found) {
    if (!(std::abs(element - wanted.elements[i++]) <= tolerance)) return false;
  }
  return i == wanted.elements.size();
}

class Answers {
 public:
  template <class Result>
  void compare(const char* name, const Result& result) {
    INFO(name);
    REQUIRE(answers_.count(name) == 1);
    // The file holds nine digits of numbers up to 1000.
    CHECK(is_near(Dynamic(result), answers_[name], 1e-6));
    asked_.insert({name, 0});
  }
  [[nodiscard]] bool all_asked() const { return asked_.size() == answers_.size(); }

 private:
  std::map<std::string, Answer> answers_ = read_answers();
  std::map<std::string, int> asked_{};
};

void compare_convolutions(Answers& answers) {
  const Dynamic x = operand({2, 3, 7, 6});
  answers.compare("conv2d", conv2d<>(x, kernel({4, 3, 3, 3})));
  answers.compare("conv2d_bias", conv2d<>(x, kernel({4, 3, 3, 3}), bias(4)));
  answers.compare("conv2d_unbatched", conv2d<>(operand({3, 7, 6}), kernel({4, 3, 3, 3}), bias(4)));
  answers.compare("conv2d_stride", conv2d<Stride<2, 3>>(x, kernel({4, 3, 3, 2})));
  answers.compare("conv2d_padding", conv2d<Padding<1, 2>>(x, kernel({2, 3, 3, 5})));
  answers.compare("conv2d_dilation", conv2d<Dilation<2, 3>>(x, kernel({2, 3, 3, 2})));
  answers.compare("conv2d_all", conv2d<Dilation<2, 1>, Stride<2>, Padding<3, 1>>(x, kernel({2, 3, 3, 2}), bias(2)));
  answers.compare("conv2d_same", conv2d<Same, Dilation<1, 2>>(x, kernel({2, 3, 4, 3})));
  answers.compare("conv2d_valid", conv2d<Valid>(x, kernel({2, 3, 4, 3})));
  answers.compare("conv2d_pointwise", conv2d<>(x, kernel({4, 3, 1, 1}), bias(4)));
  answers.compare("conv2d_pointwise_stride", conv2d<Stride<2>>(x, kernel({4, 3, 1, 1})));
  const Dynamic g = operand({2, 4, 5, 5});
  answers.compare("conv2d_groups", conv2d<Groups<2>, Padding<1>>(g, kernel({6, 2, 3, 3}), bias(6)));
  answers.compare("conv2d_depthwise", conv2d<Groups<4>, Padding<1>>(g, kernel({4, 1, 3, 3}), bias(4)));
  answers.compare("conv2d_depthwise_stride", conv2d<Groups<4>, Stride<2>, Padding<1>>(g, kernel({8, 1, 3, 2})));
  const Dynamic line = operand({2, 4, 9});
  answers.compare("conv1d", conv1d<>(line, kernel({3, 4, 3}), bias(3)));
  answers.compare("conv1d_all", conv1d<Stride<2>, Padding<1>, Dilation<3>, Groups<2>>(line, kernel({4, 2, 2})));
}

void compare_transposed(Answers& answers) {
  const Dynamic x = operand({2, 4, 3, 4});
  answers.compare("transpose", conv_transpose2d<>(x, kernel({4, 3, 3, 2}), bias(3)));
  answers.compare("transpose_stride", conv_transpose2d<Stride<2, 3>>(x, kernel({4, 3, 3, 2})));
  answers.compare("transpose_padding", conv_transpose2d<Stride<2>, Padding<1>>(x, kernel({4, 3, 3, 3})));
  answers.compare("transpose_output_padding",
                  conv_transpose2d<Stride<2>, Padding<1>, OutputPadding<1, 0>>(x, kernel({4, 3, 3, 3})));
  answers.compare("transpose_output", conv_transpose2d<Stride<3>, Padding<1>, Output<9, 11>>(x, kernel({4, 3, 3, 3})));
  answers.compare("transpose_groups",
                  conv_transpose2d<Stride<2>, Groups<2>, Dilation<2, 1>>(x, kernel({4, 3, 2, 2}), bias(6)));
}

void compare_pools(Answers& answers) {
  const Dynamic x = operand({1, 2, 7, 8});
  answers.compare("max_pool2d", max_pool2d<2>(x));
  answers.compare("max_pool2d_all", max_pool2d<3, 2, Stride<2>, Padding<1>>(x));
  answers.compare("max_pool2d_dilation", max_pool2d<Kernel<3>, Stride<1>, Padding<1>, Dilation<2, 3>>(x));
  answers.compare("max_pool2d_ceil", max_pool2d<3, Stride<2>, Padding<1>, CeilMode>(x));
  answers.compare("max_pool2d_ceil_drops", max_pool2d<CeilMode, 2, Stride<3>, Padding<1>>(x));
  answers.compare("avg_pool2d", avg_pool2d<2>(x));
  answers.compare("avg_pool2d_padding", avg_pool2d<3, Stride<2>, Padding<1>>(x));
  answers.compare("avg_pool2d_elements", avg_pool2d<3, Stride<2>, Padding<1>, CountIncludePad<false>>(x));
  answers.compare("avg_pool2d_ceil", avg_pool2d<3, 2, Stride<3>, Padding<1>, CeilMode>(x));
  answers.compare("avg_pool2d_ceil_elements",
                  avg_pool2d<3, Stride<2>, Padding<1>, CeilMode, CountIncludePad<false>>(x));
  const Dynamic line = operand({2, 4, 9});
  answers.compare("max_pool1d", max_pool1d<3, Stride<2>, Padding<1>>(line));
  answers.compare("avg_pool1d", avg_pool1d<3, Stride<2>, Padding<1>>(line));
  answers.compare("adaptive_avg", adaptive_avg_pool2d<3, 5>(x));
  answers.compare("adaptive_max", adaptive_max_pool2d<3, 5>(x));
  answers.compare("adaptive_larger", adaptive_avg_pool2d<9>(x));
  answers.compare("global_avg", global_avg_pool2d(x));
  answers.compare("unfold", unfold<2>(x));
  answers.compare("unfold_all", unfold<3, 2, Dilation<1, 2>, Padding<1, 0>, Stride<2, 1>>(x));
  answers.compare("fold", fold<2, Output<6, 7>>(operand({2, 8, 30})));
  answers.compare("fold_all", fold<3, 2, Output<5, 6>, Dilation<1, 2>, Padding<1>, Stride<2>>(operand({2, 12, 9})));
}

template <auto... Mode>
void compare_resized(Answers& answers, const std::string& name) {
  const Dynamic x = operand({1, 2, 7, 8});
  answers.compare((name + "_output").c_str(), interpolate<Output<10, 5>, Mode...>(x));
  answers.compare((name + "_one").c_str(), interpolate<1, Mode...>(x));
  answers.compare((name + "_twice").c_str(), interpolate<Mode..., ScaleFactor<2>>(x));
  answers.compare((name + "_factors").c_str(), interpolate<ScaleFactor<Fraction{3, 2}, Fraction{3, 4}>, Mode...>(x));
  answers.compare((name + "_half").c_str(), interpolate<ScaleFactor<Fraction{1, 2}>, Mode...>(x));
}

}  // namespace

TEST_CASE("windows are PyTorch's") {
  Answers answers;
  compare_convolutions(answers);
  compare_transposed(answers);
  compare_pools(answers);
  compare_resized<>(answers, "nearest");
  compare_resized<Bilinear>(answers, "bilinear");
  compare_resized<Bilinear, AlignCorners>(answers, "corners");
  CHECK(answers.all_asked());
}
