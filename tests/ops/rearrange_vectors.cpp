// SPDX-License-Identifier: BSL-1.0
// Does rearranging say what NumPy says? vectors/rearrange/vectors.txt holds what NumPy said; make_vectors.py beside it asked.
#include <fstream>
#include <functional>
#include <sstream>

#include <shapeproof/ops/concat.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/flip.hpp>
#include <shapeproof/ops/index.hpp>
#include <shapeproof/ops/pad.hpp>
#include <shapeproof/ops/parts.hpp>
#include <shapeproof/ops/slice.hpp>
#include <shapeproof/ops/tile.hpp>
#include <shapeproof/print.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

using Numbers = DynamicTensor<std::int64_t>;

// The operands of an operation and, last, its result.
struct Case {
  std::string name;
  std::vector<Numbers> tensors;
};

// "[2,3] 1 2 3 4 5 6"
Numbers parse(const std::string& text) {
  std::istringstream words(text);
  std::string shape;
  words >> shape;
  ShapeValue extents;
  std::istringstream list(shape.substr(1, shape.size() - 2));
  for (std::string extent; std::getline(list, extent, ',');) extents.push_back(std::stoll(extent));
  Numbers tensor(extents);
  for (std::int64_t& element : tensor.writable_span()) words >> element;
  REQUIRE(words);
  return tensor;
}

const std::vector<Case>& all_cases() {
  static const std::vector<Case> cases = [] {
    std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/rearrange/vectors.txt");
    std::vector<Case> read;
    for (std::string line; std::getline(file, line);) {
      Case each;
      std::istringstream blocks(line);
      std::getline(blocks, each.name, '|');
      each.name.pop_back();
      for (std::string block; std::getline(blocks, block, '|');) each.tensors.push_back(parse(block));
      read.push_back(each);
    }
    return read;
  }();
  return cases;
}

using Tensors = std::vector<Numbers>;

void check(const std::string& name, const std::function<Numbers(const Tensors&)>& operation) {
  int count = 0;
  for (const Case& each : all_cases()) {
    if (each.name != name) continue;
    ++count;
    INFO(name);
    CHECK(operation(each.tensors) == each.tensors.back());
  }
  INFO(name);
  CHECK(count == 1);
}

// What is checked was made for rank 3, and mostly for [3, 4, 5].
using Typed = Tensor<std::int64_t, Shape<3, 4, 5>>;
Typed typed(const Numbers& x) { return detail::regroup<Typed>(x, x.extents()); }

template <int Axis>
void check_axis() {
  const std::string axis = "<" + std::to_string(Axis) + ">";
  check("index_select" + axis, [](const Tensors& all) { return index_select<Axis>(all[0], all[1]); });
  check("index_select" + axis, [](const Tensors& all) { return index_select<Axis>(typed(all[0]), all[1]); });
  check("take_along_axis" + axis, [](const Tensors& all) { return take_along_axis<Axis>(all[0], all[1]); });
  check("take_along_axis" + axis, [](const Tensors& all) { return gather<Axis>(typed(all[0]), all[1]); });
  check("scatter_add" + axis, [](const Tensors& all) { return scatter_add<Axis>(all[0], all[1], all[2]); });
  check("concat" + axis, [](const Tensors& all) { return concat<Axis>(all[0], all[1]); });
  check("concat" + axis, [](const Tensors& all) { return concat<Axis>(typed(all[0]), typed(all[1])); });
}

}  // namespace

TEST_CASE("slices are NumPy's") {
  check("slice<1, 1, 3>", [](const Tensors& all) { return slice<1, 1, 3>(all[0]); });
  check("slice<2, -3, _>", [](const Tensors& all) { return slice<2, -3, _>(typed(all[0])); });
  check("slice<0, 0, _, 2>", [](const Tensors& all) { return slice<0, 0, _, 2>(all[0]); });
  check("slice<All, Range(1, -1), Range(_, _, 3)>",
        [](const Tensors& all) { return slice<All, Range(1, -1), Range(_, _, 3)>(typed(all[0])); });
  check("slice<-1, 2, 2>", [](const Tensors& all) { return slice<-1, 2, 2>(all[0]); });
  check("select<1, -2>", [](const Tensors& all) { return select<1, -2>(typed(all[0])); });
}

TEST_CASE("flip and roll are NumPy's") {
  check("flip<0>", [](const Tensors& all) { return flip<0>(all[0]); });
  check("flip<1, -1>", [](const Tensors& all) { return flip<1, -1>(typed(all[0])); });
  for (const int shift : {-7, -1, 0, 2, 9}) {
    check("roll<1> " + std::to_string(shift), [&](const Tensors& all) { return roll<1>(all[0], shift); });
  }
}

TEST_CASE("padding is NumPy's: constant, reflect, edge, wrap") {
  check("pad<1, 1, 2> 9", [](const Tensors& all) { return pad<1, 1, 2>(all[0], 9); });
  check("pad_reflect<Sides(2, 1), Sides(3, 3)>",
        [](const Tensors& all) { return pad_reflect<Sides(2, 1), Sides(3, 3)>(all[0]); });
  check("pad_replicate<Sides(4), Sides(0, 2)>",
        [](const Tensors& all) { return pad_replicate<Sides(4), Sides(0, 2)>(all[0]); });
  check("pad_circular<Sides(3), Sides(1, 4)>",
        [](const Tensors& all) { return pad_circular<Sides(3), Sides(1, 4)>(all[0]); });
}

TEST_CASE("stack, split, tile and repeat are NumPy's") {
  check("stack<0>", [](const Tensors& all) { return stack<0>(all[0], all[1]); });
  check("stack<1>", [](const Tensors& all) { return stack<1>(typed(all[0]), typed(all[1])); });
  check("stack<3>", [](const Tensors& all) { return stack<3>(all[0], all[1]); });
  check("split_with_sizes<2, 1, _>[1]",
        [](const Tensors& all) { return std::get<1>(split_with_sizes<2, 1, _>(all[0])); });
  check("chunk<1, 2>[1]", [](const Tensors& all) { return chunk<1, 2>(typed(all[0]))[1]; });
  check("tile<2, 3>", [](const Tensors& all) { return tile<2, 3>(all[0]); });
  check("tile<2>", [](const Tensors& all) { return tile<2>(all[0]); });
  check("tile<2, 1, 2>", [](const Tensors& all) { return tile<2, 1, 2>(all[0]); });
  check("repeat_interleave<0, 3>", [](const Tensors& all) { return repeat_interleave<0, 3>(all[0]); });
  check("repeat_interleave<1, 2>", [](const Tensors& all) { return repeat_interleave<1, 2>(typed(all[0])); });
}

TEST_CASE("concat and indexing are NumPy's, along every axis") {
  check_axis<0>();
  check_axis<1>();
  check_axis<2>();
}
