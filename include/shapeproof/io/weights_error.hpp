// SPDX-License-Identifier: BSL-1.0
// What is thrown when a file does not hold a model's weights? WeightsError: every entry that is missing, too many, of another
// shape or type, with both shapes and the likely cause, in one text and as a list.
//   load_safetensors: lenet.safetensors does not fit LeNet; nothing was changed
//     fc3.weight  file [100, 84]  model [10, 84]  another number of classes? 100, not 10
//     fc3.bias    file [100]      model [10]
//     conv3.bias  in the file only
// not a sentence: what() is the whole list
#pragma once

#include <string>
#include <vector>

#include "../shape_value.hpp"
#include "file_error.hpp"

namespace shapeproof {

// What is wrong with a parameter.
enum class WeightProblem {
  missing,     // the model has it, the file does not
  unexpected,  // the file has it, the model does not
  other_shape,
  other_element  // float16 in the file, for example
};

// One parameter that does not fit.
struct WeightMismatch {
  std::string name;         // as in "layer1.0.conv1.weight"
  WeightProblem problem{};  // what is wrong
  ShapeValue in_file{};     // of no use where it is missing
  ShapeValue in_model{};    // of no use where it is unexpected
  std::string cause{};      // a clause, or ""
};

// All parameters that do not fit a file, in one error. Nothing was loaded.
class WeightsError : public FileError {
 public:
  // `text` is all of what() says.
  WeightsError(const Path& path, const std::string& text, std::vector<WeightMismatch> mismatches)
      : FileError(path, no_offset, sentence_of("does not hold the model's weights")),
        text_(detail::copy_text(text.c_str())),
        count_(mismatches.size()),
        mismatches_(Buffer::adopt(std::move(mismatches))) {}

  // The path, and a line for each parameter that does not fit.
  [[nodiscard]] const char* what() const noexcept override { return static_cast<const char*>(text_.data()); }
  // In the model's order, and behind them those that are in the file only.
  [[nodiscard]] const WeightMismatch* begin() const noexcept {
    return static_cast<const WeightMismatch*>(mismatches_.data());
  }
  // Behind the last mismatch.
  [[nodiscard]] const WeightMismatch* end() const noexcept { return begin() + count_; }
  // How many do not fit.
  [[nodiscard]] std::size_t size() const noexcept { return count_; }

 private:
  Buffer text_;  // as copying an exception must not throw
  std::size_t count_;
  Buffer mismatches_;
};

}  // namespace shapeproof
