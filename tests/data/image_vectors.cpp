// SPDX-License-Identifier: BSL-1.0
// Do image steps say what PyTorch and colorsys say? vectors/images/vectors.txt holds what those said; make_vectors.py beside it
// asked.
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include <shapeproof/data/images.hpp>
#include <shapeproof/ops/cast.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

struct Answer {
  ShapeValue shape{};
  std::vector<double> elements{};
};

// "gray_bytes [1,4,5] 1 2 ..."
std::map<std::string, Answer> read_answers() {
  std::map<std::string, Answer> answers;
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/images/vectors.txt");
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
DynamicTensor<double> fractions(const ShapeValue& shape) {
  DynamicTensor<double> x(shape);
  std::int64_t i = 0;
  for (double& element : x.writable_span()) element = static_cast<double>(7 * i++ % 101) / 100;
  return x;
}
DynamicTensor<std::uint8_t> bytes(const ShapeValue& shape) {
  DynamicTensor<std::uint8_t> x(shape);
  int i = 0;
  for (std::uint8_t& element : x.writable_span()) element = static_cast<std::uint8_t>((37 * i++ + 11) % 256);
  return x;
}

double furthest(const DynamicTensor<double>& found, const Answer& wanted) {
  double most = 0;
  std::size_t i = 0;
  for (const double element : found) most = std::max(most, std::abs(element - wanted.elements.at(i++)));
  return most;
}

class Answers {
 public:
  // Bytes are what was said, to the last bit, unless a tolerance says otherwise.
  template <class Result>
  void compare(const std::string& name, const Result& result, double tolerance = 0) {
    INFO(name);
    REQUIRE(answers_.count(name) == 1);
    CHECK(result.shape() == answers_[name].shape);
    const bool is_exact = std::is_integral_v<typename Result::element>;
    // The file holds nine digits.
    CHECK(furthest(cast<double>(DynamicTensor<typename Result::element>(result)), answers_[name]) <=
          (is_exact ? tolerance : 2e-7));
    asked_.insert({name, 0});
  }
  [[nodiscard]] bool all_asked() const { return asked_.size() == answers_.size(); }

 private:
  std::map<std::string, Answer> answers_ = read_answers();
  std::map<std::string, int> asked_{};
};

void compare_sampled(Answers& answers) {
  const auto x = fractions({2, 3, 7, 6});
  answers.compare("resize_down", resize<4, 5>(x));
  answers.compare("resize_up", resize<9, 11>(x));
  answers.compare("resize_nearest", resize<9, 4, Interpolation::nearest>(x));
  answers.compare("resize_bytes", resize<7, 6>(bytes({1, 2, 5, 9})));
  answers.compare("resize_bytes_nearest", resize<3, 16, Interpolation::nearest>(bytes({1, 2, 5, 9})));
  const auto y = fractions({2, 5, 7});
  const std::pair<const char*, Fill> fills[] = {
      {"zeros", Fill::constant}, {"border", Fill::nearest}, {"reflection", Fill::reflect}};
  for (const auto& [name, fill] : fills) {
    answers.compare(std::string("rotate_bilinear_") + name, rotate(33, {.fill = fill})(y));
    answers.compare(std::string("rotate_nearest_") + name,
                    rotate(33, {.fill = fill, .interpolation = Interpolation::nearest})(y));
  }
  answers.compare("rotate_back", rotate(-71)(y));
  answers.compare("shear", shear(25, {.fill = Fill::reflect})(y));
  answers.compare("zoom_out", zoom(2.3, {.fill = Fill::reflect})(y));
  answers.compare("zoom_both", zoom(0.7, 1.4, {.fill = Fill::constant})(y));
  answers.compare("rotate_bytes", rotate(33, {.fill = Fill::constant})(bytes({2, 5, 7})));
}

void compare_computed(Answers& answers) {
  answers.compare("normalize", normalize({0.5, 0.25, 0.1}, {0.2, 2, 0.3})(fractions({2, 3, 3, 4})));
  answers.compare("to_float", to_float(bytes({3, 4, 4})));
  answers.compare("rescale", to_float(1 / 127.5, -1)(bytes({3, 4, 4})));
}

template <class X>
void compare_colored(Answers& answers, const std::string& kind, const X& x) {
  answers.compare("gray_" + kind, grayscale(x));
  const std::pair<const char*, double> factors[] = {{"0.6", 0.6}, {"1.7", 1.7}};
  for (const auto& [text, factor] : factors) {
    answers.compare("brightness_" + (text + ("_" + kind)), adjust_brightness(factor)(x));
    answers.compare("contrast_" + (text + ("_" + kind)), adjust_contrast(factor)(x));
    answers.compare("saturation_" + (text + ("_" + kind)), adjust_saturation(factor)(x));
  }
  // colorsys computes in double: what lies between two bytes may be cut off to the other one.
  answers.compare("hue_0.3_" + kind, adjust_hue(0.3)(x), 1);
  answers.compare("hue_-0.45_" + kind, adjust_hue(-0.45)(x), 1);
}

}  // namespace

TEST_CASE("image steps: what PyTorch and colorsys say") {
  Answers answers;
  compare_sampled(answers);
  compare_computed(answers);
  compare_colored(answers, "fractions", fractions({3, 4, 5}));
  compare_colored(answers, "bytes", bytes({3, 4, 5}));
  answers.compare("contrast_gray", adjust_contrast(1.5)(fractions({1, 3, 4})));
  CHECK(answers.all_asked());
}
