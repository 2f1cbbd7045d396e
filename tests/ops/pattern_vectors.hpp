// SPDX-License-Identifier: BSL-1.0
// What NumPy made of patterns: vectors/patterns/vectors.txt, and make_vectors.py beside it, which asked.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include <shapeproof/dynamic.hpp>

namespace pattern_vectors {

using namespace shapeproof;
using Numbers = DynamicTensor<double>;

// The operands and, last, the result.
struct Case {
  std::string name;
  std::vector<Numbers> tensors;
};

// "[2,3] 1 2 3 4 5 6"
inline Numbers parse_tensor(const std::string& text) {
  std::istringstream words(text);
  std::string extents;
  words >> extents;
  ShapeValue shape;
  std::istringstream numbers(extents.substr(1, extents.size() - 2));
  for (std::string extent; std::getline(numbers, extent, ',');) shape.push_back(std::stoll(extent));
  Numbers tensor(shape);
  for (double& element : tensor.writable_span()) words >> element;
  return tensor;
}

// Every case of a file: "name | operand | ... | result" a line.
inline std::vector<Case> all_cases_in(const std::string& path) {
  std::ifstream file(SHAPEPROOF_TEST_DATA + path);
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    std::istringstream blocks(line);
    Case read;
    std::getline(blocks, read.name, '|');
    read.name.pop_back();
    for (std::string block; std::getline(blocks, block, '|');) read.tensors.push_back(parse_tensor(block));
    cases.push_back(read);
  }
  return cases;
}

inline std::vector<Case> cases_of(const std::string& name) {
  std::vector<Case> cases = all_cases_in("/vectors/patterns/vectors.txt");
  std::erase_if(cases, [&](const Case& each) { return each.name != name; });
  return cases;
}

template <class X>
bool is_same(const X& found, const Numbers& wanted) {
  if (!(found.extents() == wanted.extents())) return false;
  for (std::int64_t i = 0; i < wanted.element_count(); ++i) {
    if (!(static_cast<double>(found.data()[i]) == wanted.data()[i])) return false;
  }
  return true;
}

// Whether there are cases of that name, and operation(operands) is what each of them wants.
template <class Operation>
bool agrees(const std::string& name, const Operation& operation) {
  int count = 0;
  for (const Case& each : cases_of(name)) {
    if (!operation(each.tensors, each.tensors.back())) return false;
    ++count;
  }
  return count > 0;
}

template <class S>
Tensor<double, S> typed(const Numbers& x) {
  return detail::regroup<Tensor<double, S>>(x, x.extents());
}

}  // namespace pattern_vectors
