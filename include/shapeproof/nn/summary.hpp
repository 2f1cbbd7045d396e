// SPDX-License-Identifier: BSL-1.0
// What is in a model? A row for each layer, and for each operation outside of one, in the order in which they are called:
//
//   std::puts(summary(net, Shape<N, 3, 32, 32>{}).c_str());
//
//   layer                        output                    parameters    multiply-adds
//   Conv2d<3, 6, 5>              Shape<N, 6, 28, 28>              456         352800*N
//   relu                         Shape<N, 6, 28, 28>                                 0
//
// At compile time: summary_of<Model, Shape<...>>, whose rows have .output; output_shapes<Model, Shape<...>>, these alone. The
// model is called in types, as by remaining_checks. Multiply-adds are those of matrix products, convolutions and linear maps,
// without what is added to them; of einsum and of loops of a model's own none are counted.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "../ops/conv.hpp"
#include "../ops/linear.hpp"
#include "../ops/matmul.hpp"
#include "../remaining_checks.hpp"
#include "linear.hpp"
#include "parameters.hpp"

namespace shapeproof {

// What is said of one layer, or of one operation outside of a layer.
struct SummaryRow {
  Sentence (*name)() = nullptr;   // as a program writes it
  bool is_layer = false;          // and not an operation
  ShapeValue output{};            // what comes out
  std::int64_t parameters = 0;    // how many numbers it learns
  ExtentValue multiply_adds = 0;  // of one call
};
// A model's rows, in the order of the calls, and their sums.
template <std::size_t Size>
struct Summary {
  std::array<SummaryRow, Size> rows{};  // one for each call
  std::int64_t parameters = 0;          // of the whole model
  ExtentValue multiply_adds = 0;        // of one call of the model
};

namespace detail {

// Every element of the result is a sum of so many products.
template <class Question, class... Shapes>
constexpr ExtentValue multiply_adds(const Called<Question, Shapes...>& /*call*/) {
  return 0;
}
template <const WindowForm& Form, auto... Options, class Input, class Kernel, class... Bias>
constexpr ExtentValue multiply_adds(const Called<Convolve<Form, false, Options...>, Input, Kernel, Bias...>& /*call*/) {
  using Answer = Ruled<Convolve<Form, false, Options...>, Input, Kernel>;
  return Answer::value.count() * Kernel::value.count(1, Kernel::rank);
}
// The other way each element of the input goes into so many of the result.
template <const WindowForm& Form, auto... Options, class Input, class Kernel, class... Bias>
constexpr ExtentValue multiply_adds(const Called<Convolve<Form, true, Options...>, Input, Kernel, Bias...>& /*call*/) {
  return Input::value.count() * Kernel::value.count(1, Kernel::rank);
}
template <class Input, class Weight, class... Bias>
constexpr ExtentValue linear_multiply_adds() {
  return Input::value.count() * Weight::value[0];
}
template <class Input, class Weight, class... Bias>
constexpr ExtentValue multiply_adds(const Called<LinearRule, Input, Weight, Bias...>& /*call*/) {
  return linear_multiply_adds<Input, Weight>();
}
template <auto... Options, class Input, class Weight, class... Bias>
constexpr ExtentValue multiply_adds(const Called<LinearWith<Options...>, Input, Weight, Bias...>& /*call*/) {
  return linear_multiply_adds<Input, Weight>();
}
template <class Left, class Right>
constexpr ExtentValue multiply_adds(const Called<Matmul, Left, Right>& /*call*/) {
  return Ruled<Matmul, Left, Right>::value.count() * Left::value[Left::rank - 1];
}

template <class Question>
Sentence operation_name() {
  if constexpr (requires { Sentence{} << Question::name; }) return sentence_of(Question::name);
  else return short_name<Question>();
}
template <class Question, class... Shapes>
constexpr SummaryRow row_of(const Called<Question, Shapes...>& call) {
  return {&operation_name<Question>, false, Ruled<Question, Shapes...>::value, 0, multiply_adds(call)};
}
template <class... Operations>
constexpr ExtentValue sum_of(const Log<Operations...>& /*operations*/) {
  ExtentValue sum = 0;
  ((sum = sum + multiply_adds(Operations{})), ...);
  return sum;
}
template <class Self, class Made, class Operations>
constexpr SummaryRow row_of(const CalledLayer<Self, Made, Operations>& /*call*/) {
  return {&layer_name<Self>, true, Made::value, count_parameters<Self>(), sum_of(Operations{})};
}

template <class Model, class... Entries>
constexpr Summary<sizeof...(Entries)> summary_from(const Log<Entries...>& /*log*/) {
  Summary<sizeof...(Entries)> summary{{row_of(Entries{})...}, parameter_count<Model>, 0};
  for (const SummaryRow& row : summary.rows) summary.multiply_adds = summary.multiply_adds + row.multiply_adds;
  return summary;
}

inline std::string with_commas(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}
inline std::string text_of(const ExtentValue& extent) {
  if (extent.is_known()) return with_commas(extent.number);
  return sentence_of(extent).c_str();
}

// Columns as wide as what stands in them; the first two begin on the left, the others end on the right.
class Table {
 public:
  using Line = std::array<std::string, 4>;

  void add(Line line) {
    for (std::size_t i = 0; i < line.size(); ++i) widths_[i] = std::max(widths_[i], line[i].size());
    lines_.push_back(std::move(line));
  }
  [[nodiscard]] std::string text() const {
    std::string out;
    for (const Line& line : lines_) {
      std::string row;
      for (std::size_t i = 0; i < line.size(); ++i) {
        const std::string fill(widths_[i] - line[i].size(), ' ');
        row += (i > 0 ? "  " : "") + (i < 2 ? line[i] + fill : fill + line[i]);
      }
      out += row.substr(0, row.find_last_not_of(' ') + 1) + '\n';
    }
    return out;
  }

 private:
  std::array<std::size_t, 4> widths_{};
  std::vector<Line> lines_;
};

template <std::size_t Size>
std::string text_of(const Summary<Size>& summary) {
  Table table;
  table.add({"layer", "output", "parameters", "multiply-adds"});
  for (const SummaryRow& row : summary.rows) {
    table.add({row.name().c_str(), sentence_of(row.output).c_str(), row.is_layer ? with_commas(row.parameters) : "",
               text_of(row.multiply_adds)});
  }
  table.add({"total", "", with_commas(summary.parameters), text_of(summary.multiply_adds)});
  return table.text();
}

}  // namespace detail

// The rows of a model for inputs of these shapes, as remaining_checks takes them.
template <class Model, class... Inputs>
inline constexpr auto summary_of =
    detail::summary_from<Model>(typename detail::LogOf<detail::TracedResult<Model, Inputs...>>::type{});

// The shape after each layer, and each operation outside of one.
template <class Model, class... Inputs>
inline constexpr auto output_shapes = [] {
  std::array<ShapeValue, summary_of<Model, Inputs...>.rows.size()> shapes{};
  for (std::size_t i = 0; i < shapes.size(); ++i) shapes[i] = summary_of<Model, Inputs...>.rows[i].output;
  return shapes;
}();

// The table as text. summary(model, Shape<N, 3, 32, 32>{}); summary<Model, Shape<...>>().
template <class Model, class... Inputs>
std::string summary() {
  return detail::text_of(summary_of<Model, Inputs...>);
}
template <class Model, AnyShape... Inputs>
std::string summary(const Model& /*model*/, Inputs... /*shapes*/) {
  return summary<Model, Inputs...>();
}

}  // namespace shapeproof
