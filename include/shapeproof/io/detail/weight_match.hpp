// SPDX-License-Identifier: BSL-1.0
// Does a file hold a model's weights? Names, element types and shapes are compared before an element is read.
// run time only: tests/io/weights.cpp
#pragma once

#include <algorithm>

#include "weight_causes.hpp"

namespace shapeproof::detail {

inline constexpr std::size_t no_place = static_cast<std::size_t>(-1);

// Where a list's names are, found in little time.
class WeightIndex {
 public:
  explicit WeightIndex(const WeightList& list) : list_(list) {
    for (std::size_t i = 0; i < list.size(); ++i) order_.push_back(i);
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) { return list[a].name < list[b].name; });
  }
  // no_place where none has that name.
  [[nodiscard]] std::size_t find(const std::string& name) const {
    const auto found = std::lower_bound(order_.begin(), order_.end(), name,
                                        [&](std::size_t i, const std::string& text) { return list_[i].name < text; });
    return found != order_.end() && list_[*found].name == name ? *found : no_place;
  }

 private:
  const WeightList& list_;
  std::vector<std::size_t> order_;
};

// The places of the model's weights in the file, and what does not fit.
class WeightMatch {
 public:
  WeightMatch(const WeightList& file, const WeightList& model, bool converts_floats)
      : file_(file), model_(model), in_file_(file), in_model_(model), converts_floats_(converts_floats) {
    for (const WeightFacts& each : model) place(each);
    for (const WeightFacts& each : file) {
      if (in_model_.find(each.name) == no_place && !is_counter(each.name))
        mismatches_.push_back({each.name, WeightProblem::unexpected, each.shape, {}, ""});
    }
    for (WeightMismatch& each : mismatches_) {
      if (each.problem == WeightProblem::missing) each.cause = missing_cause(each);
    }
  }

  // For each weight of the model: its place in the file.
  [[nodiscard]] const std::vector<std::size_t>& places() const { return places_; }
  [[nodiscard]] const std::vector<WeightMismatch>& mismatches() const { return mismatches_; }

  // What may be behind many of them: lines for the end of the list.
  [[nodiscard]] std::vector<std::string> remarks() const {
    std::vector<std::string> said;
    say_prefix(said);
    say_blocks(said);
    return said;
  }

 private:
  void place(const WeightFacts& wanted) {
    const std::size_t found = in_file_.find(wanted.name);
    places_.push_back(found);
    if (found == no_place) {
      mismatches_.push_back({wanted.name, WeightProblem::missing, {}, wanted.shape, ""});
    } else if (!(file_[found].shape == wanted.shape)) {
      mismatches_.push_back(
          {wanted.name, WeightProblem::other_shape, file_[found].shape, wanted.shape, cause_of(file_[found], wanted)});
    } else if (!fits(file_[found].element_type, wanted.element_type)) {
      mismatches_.push_back(
          {wanted.name, WeightProblem::other_element, wanted.shape, wanted.shape, element_cause(file_[found], wanted)});
    }
  }

  [[nodiscard]] bool fits(const std::string& found, const std::string& wanted) const {
    const bool converts = converts_floats_ && (found == "float16" || found == "bfloat16" || found == "float64");
    return (converts ? "float32" : found) == wanted;
  }

  // Said once for each layer: its bias differs for the same reason as its weight.
  [[nodiscard]] std::string cause_of(const WeightFacts& found, const WeightFacts& wanted) const {
    const std::string layer = layer_of(wanted.name);
    for (const WeightMismatch& each : mismatches_) {
      if (!each.cause.empty() && layer_of(each.name) == layer) return "";
    }
    return shape_cause(found, wanted, layer == layer_of(model_.back().name));
  }

  // PyTorch's batch norm saves how many batches it saw; nothing here needs that.
  [[nodiscard]] bool is_counter(const std::string& name) const {
    return last_part(name) == "num_batches_tracked" &&
           in_model_.find(layer_of(name) + (layer_of(name).empty() ? "" : ".") + "running_mean") != no_place;
  }

  // What a missing weight may be called in the file: the only one there of the same kind and shape that is too many.
  [[nodiscard]] std::string missing_cause(const WeightMismatch& missing) const {
    const WeightMismatch* found = nullptr;
    for (const WeightMismatch& each : mismatches_) {
      if (each.problem != WeightProblem::unexpected || last_part(each.name) != last_part(missing.name) ||
          !(each.in_file == missing.in_model))
        continue;
      if (found != nullptr) return "";
      found = &each;
    }
    if (found != nullptr) return "is it " + found->name + " in the file?";
    const bool has_weight = in_file_.find(layer_of(missing.name) + ".weight") != no_place;
    return last_part(missing.name) == "bias" && has_weight ? "a layer without bias? NoBias" : "";
  }

  [[nodiscard]] bool has_all(const WeightIndex& index, const WeightList& list, const std::string& front,
                             std::size_t dropped) const {
    for (const WeightFacts& each : list) {
      if (!is_counter(each.name) && index.find(front + each.name.substr(dropped)) == no_place) return false;
    }
    return true;
  }

  void say_prefix(std::vector<std::string>& said) const {
    const std::string in_file = common_prefix(file_);
    const std::string in_model = common_prefix(model_);
    if (!in_file.empty() && in_file != in_model && has_all(in_file_, model_, in_file, 0)) {
      said.push_back("each name in the file begins with '" + in_file + "'" +
                     (in_file == "module." ? ", as torch.nn.DataParallel saves it" : "") +
                     ": save {name.removeprefix('" + in_file + "'): weight for name, weight in state.items()}");
    } else if (!in_model.empty() && in_file != in_model && has_all(in_file_, model_, "", in_model.size())) {
      said.push_back("each name in the model begins with '" + in_model +
                     "', and the file has them without: load into that member of the model");
    }
  }

  void say_blocks(std::vector<std::string>& said) const {
    std::vector<std::string> seen;
    for (const WeightMismatch& each : mismatches_) {
      const std::string prefix = before_number(each.name);
      if (prefix.empty() || std::find(seen.begin(), seen.end(), prefix) != seen.end()) continue;
      const std::int64_t wanted = count_blocks(model_, prefix);
      if (wanted == 0) continue;
      seen.push_back(prefix);
      const std::int64_t found = count_blocks(file_, prefix);
      if (found == 0 || found == wanted) continue;
      said.push_back("another variant? " + prefix.substr(0, prefix.size() - 1) + " has " +
                     sentence_of(found, " blocks in the file, ", wanted).c_str() + " in the model");
    }
  }

  const WeightList& file_;
  const WeightList& model_;
  WeightIndex in_file_;
  WeightIndex in_model_;
  bool converts_floats_;
  std::vector<std::size_t> places_;
  std::vector<WeightMismatch> mismatches_;
};

}  // namespace shapeproof::detail
