// SPDX-License-Identifier: BSL-1.0
// Why may a weight have another shape, or another name, than the model's? Guesses, as clauses for people to read.
// run time only: tests/io/weights.cpp
#pragma once

#include <string>
#include <vector>

#include "../weights_error.hpp"

namespace shapeproof::detail {

// What is compared: the file's weights and the model's.
struct WeightFacts {
  std::string name;
  std::string element_type;
  ShapeValue shape;
};
using WeightList = std::vector<WeightFacts>;

// "fc3" of "fc3.weight": the layer it belongs to.
inline std::string layer_of(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string::npos ? std::string() : name.substr(0, dot);
}
inline std::string last_part(const std::string& name) { return name.substr(name.rfind('.') + 1); }

// Whether `from`, its axes taken in that order, is `to`.
template <std::size_t Rank>
bool is_permuted(const ShapeValue& from, const int (&order)[Rank], const ShapeValue& to) {
  if (from.rank != int{Rank} || to.rank != int{Rank}) return false;
  for (int axis = 0; axis < int{Rank}; ++axis) {
    if (from[order[axis]].number != to[axis].number) return false;
  }
  return true;
}

inline std::string say_numbers(const ShapeValue& file, const ShapeValue& model, int axis, const char* what) {
  return sentence_of(file[axis].number, ' ', what, ", not ", model[axis].number).c_str();
}

// The one axis in which they differ, -1 for none, -2 for several.
inline int only_difference(const ShapeValue& file, const ShapeValue& model) {
  int found = -1;
  for (int axis = 0; axis < file.rank; ++axis) {
    if (file[axis].number != model[axis].number) found = found == -1 ? axis : -2;
  }
  return found;
}

// The same numbers in another order.
inline std::string layout_cause(const ShapeValue& file, const ShapeValue& model) {
  if (is_permuted(file, {1, 0}, model))
    return "transposed? PyTorch keeps [outputs, inputs], Keras and JAX the other way: save weight.T";
  if (is_permuted(file, {3, 2, 0, 1}, model))
    return "a kernel as TensorFlow keeps it, height and width first? save weight.transpose(3, 2, 0, 1)";
  if (is_permuted(file, {2, 1, 0}, model))
    return "a kernel as TensorFlow keeps it, width first? save weight.transpose(2, 1, 0)";
  return file.count() == model.count() ? "as many numbers, grouped otherwise: save weight.reshape(...)" : "";
}

inline bool speaks_of(const std::string& name, const char* word) { return name.find(word) != std::string::npos; }

inline std::string first_axis_cause(const WeightFacts& file, const WeightFacts& model, bool is_last_layer) {
  const ShapeValue& found = file.shape;
  if (speaks_of(model.name, "pos")) return "another longest sequence? " + say_numbers(found, model.shape, 0, "places");
  if (speaks_of(model.name, "emb")) return "another vocabulary? " + say_numbers(found, model.shape, 0, "entries");
  if (is_last_layer)
    return sentence_of("another number of classes? ", found[0].number, ", not ", model.shape[0].number).c_str();
  return "a layer of another width? " + say_numbers(found, model.shape, 0, "outputs");
}

// Why it may have another shape. `is_last_layer`: of what the model ends with.
inline std::string shape_cause(const WeightFacts& file, const WeightFacts& model, bool is_last_layer) {
  const ShapeValue& found = file.shape;
  const ShapeValue& wanted = model.shape;
  if (std::string cause = layout_cause(found, wanted); !cause.empty()) return cause;
  if (found.rank != wanted.rank)
    return sentence_of("another kind of layer? ", found.rank, " axes, not ", wanted.rank).c_str();
  const int axis = only_difference(found, wanted);
  if (axis == 0) return first_axis_cause(file, model, is_last_layer);
  if (axis == 1) return "a layer of another width? " + say_numbers(found, wanted, 1, "inputs");
  if (axis >= 2 || (found[0].number == wanted[0].number && found[1].number == wanted[1].number))
    return "another size of kernel?";
  return "another variant of the model?";
}

inline std::string element_cause(const WeightFacts& file, const WeightFacts& model) {
  const bool is_float =
      file.element_type == "float16" || file.element_type == "float64" || file.element_type == "bfloat16";
  if (is_float && model.element_type == "float32")
    return file.element_type + " in the file: Floats::to_float32 as the last argument converts";
  return file.element_type + " in the file, " + model.element_type + " in the model";
}

// What all names of one side have in front, and the other's have not: "module.".
inline std::string common_prefix(const WeightList& list) {
  if (list.empty()) return "";
  const std::size_t dot = list.front().name.find('.');
  if (dot == std::string::npos) return "";
  std::string prefix = list.front().name.substr(0, dot + 1);
  for (const WeightFacts& each : list) {
    if (each.name.compare(0, prefix.size(), prefix) != 0) return "";
  }
  return prefix;
}

// How many blocks a list has in front of whose number `prefix` stands: "layers." of "layers.11.weight" says 12.
inline std::int64_t count_blocks(const WeightList& list, const std::string& prefix) {
  std::int64_t most = 0;
  for (const WeightFacts& each : list) {
    if (each.name.compare(0, prefix.size(), prefix) != 0) continue;
    std::int64_t number = 0;
    std::size_t at = prefix.size();
    for (; at < each.name.size() && each.name[at] >= '0' && each.name[at] <= '9' && number < 1'000'000; ++at)
      number = number * 10 + (each.name[at] - '0');
    if (at > prefix.size() && at < each.name.size() && each.name[at] == '.' && number >= most) most = number + 1;
  }
  return most;
}

// "layers." of "layers.11.weight", or "".
inline std::string before_number(const std::string& name) {
  for (std::size_t at = name.find('.'); at != std::string::npos; at = name.find('.', at + 1)) {
    if (at + 1 < name.size() && name[at + 1] >= '0' && name[at + 1] <= '9') return name.substr(0, at + 1);
  }
  return "";
}

}  // namespace shapeproof::detail
