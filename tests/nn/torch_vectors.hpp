// SPDX-License-Identifier: BSL-1.0
// What PyTorch made of layers and models: vectors/nn/models.txt, and make_model_vectors.py beside it, which asked. Parameters and
// inputs follow number(); the file holds the names and shapes of state_dict, and what came out.
#pragma once

#include <cmath>
#include <cstdint>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <shapeproof/create.hpp>
#include <shapeproof/dynamic.hpp>
#include <shapeproof/nn/parameters.hpp>

#include "../ops/pattern_vectors.hpp"

namespace torch_vectors {

using namespace shapeproof;

// -0.5 to 0.5, in steps of 1/4096: number `index` of tensor `tensor`. As in make_model_vectors.py.
inline double number(std::uint64_t tensor, std::uint64_t index) {
  auto h = static_cast<std::uint32_t>(tensor * 2654435761U + index * 40503U + 12345U);
  h = (h ^ (h >> 15U)) * 2246822519U;
  h = (h ^ (h >> 13U)) * 3266489917U;
  return (h >> 20U) / 4096.0 - 0.5;
}

// Inputs.
template <class S, class... Numbers>
Tensor<float, S> floats(std::uint64_t which, Numbers... numbers) {
  auto x = zeros<float, S>(numbers...);
  std::uint64_t i = 0;
  for (float& element : x.writable_span()) element = static_cast<float>(number(which, i++) * 4);
  return x;
}
template <class S, class... Numbers>
Tensor<std::int64_t, S> ids(std::uint64_t which, int classes, Numbers... numbers) {
  auto x = zeros<std::int64_t, S>(numbers...);
  std::uint64_t i = 0;
  for (std::int64_t& element : x.writable_span()) {
    element = static_cast<std::int64_t>((number(which, i++) + 0.5) * classes);
  }
  return x;
}

inline bool ends_in(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

template <class X>
void fill(X& parameter, std::uint64_t which, std::string_view name) {
  const Extents extents = parameter.extents();
  const bool is_factor = ends_in(name, "weight") || ends_in(name, "running_var");
  double scale = 0.5;
  if (extents.rank >= 2) scale = 2 * std::exp2(-std::floor(std::log2(std::sqrt(extents.count(1, extents.rank)))));
  std::uint64_t i = 0;
  for (float& element : parameter.writable_span()) {
    const double value = number(which, i++);
    element = static_cast<float>(extents.rank < 2 && is_factor ? 1 + value : value * scale);
  }
}

struct Entry {
  std::string name;
  std::string shape;
  friend bool operator==(const Entry&, const Entry&) = default;
};
struct Case {
  std::vector<Entry> state;
  std::vector<pattern_vectors::Numbers> results;
};

inline std::vector<std::string> parts_of(const std::string& line) {
  std::vector<std::string> parts;
  std::istringstream text(line);
  for (std::string part; std::getline(text, part, '|');) parts.push_back(part);
  return parts;
}

// "name | weight [2,3] || [1,2] 0.5 0.25"
inline Case case_of(const std::string& name) {
  std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/nn/models.txt");
  Case found;
  for (std::string line; std::getline(file, line);) {
    if (line.compare(0, name.size() + 3, name + " | ") != 0) continue;
    const std::size_t middle = line.find(" || ");
    for (const std::string& part : parts_of(line.substr(name.size() + 3, middle - name.size() - 3))) {
      std::istringstream words(part);
      Entry entry;
      words >> entry.name >> entry.shape;
      found.state.push_back(entry);
    }
    for (const std::string& part : parts_of(line.substr(middle + 4))) {
      found.results.push_back(pattern_vectors::parse_tensor(part));
    }
  }
  return found;
}

// Fills a model's parameters, and says which they are.
template <class Model>
std::vector<Entry> fill_all(Model& model) {
  std::vector<Entry> state;
  for_each_parameter(model, [&](std::string_view name, auto& parameter) {
    if constexpr (std::is_same_v<typename std::remove_cvref_t<decltype(parameter)>::element, float>) {
      fill(parameter, state.size(), name);
    }
    std::string shape = sentence_of(AsList{parameter.extents().shape()}).c_str();
    std::erase(shape, ' ');
    state.push_back({std::string(name), shape});
  });
  return state;
}

template <class X>
bool is_close(const X& found, const pattern_vectors::Numbers& wanted, double tolerance) {
  if (!(found.extents() == wanted.extents())) return false;
  for (std::int64_t i = 0; i < wanted.element_count(); ++i) {
    const double value = wanted.data()[i];
    if (!(std::abs(static_cast<double>(found.data()[i]) - value) <= tolerance * std::max(1.0, std::abs(value)))) {
      return false;
    }
  }
  return true;
}

// Whether a model has PyTorch's parameters, and what run(model) returns is what PyTorch returned first.
template <class Model, class Run>
bool agrees(const std::string& name, const Run& run, double tolerance = 1e-5) {
  Model model;
  const std::vector<Entry> state = fill_all(model);
  const Case wanted = case_of(name);
  return !wanted.results.empty() && state == wanted.state && is_close(run(model), wanted.results[0], tolerance);
}
template <class Model>
Model filled() {
  Model model;
  fill_all(model);
  return model;
}

}  // namespace torch_vectors
