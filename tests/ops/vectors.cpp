// SPDX-License-Identifier: BSL-1.0
// Do our operations say what NumPy says? vectors/ops/vectors.txt holds what NumPy said; make_vectors.py beside it asked.
#include <array>
#include <fstream>
#include <functional>
#include <sstream>

#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>
#include <shapeproof/visit.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;

namespace {

// The operands of an operation and, last, its result.
struct Case {
  std::string name;
  std::vector<AnyTensor> tensors;
};

template <class T>
T parse(const std::string& text) {
  if constexpr (detail::ComplexLike<T>) {
    const std::size_t comma = text.find(',');
    using Part = typename T::value_type;
    return T(parse<Part>(text.substr(0, comma)), parse<Part>(text.substr(comma + 1)));
  } else if constexpr (std::is_same_v<T, float> || std::is_same_v<T, half>) {
    return T(std::stof(text));
  } else if constexpr (std::is_same_v<T, double>) {
    return std::stod(text);
  } else if constexpr (std::is_same_v<T, bool>) {
    return text == "1";
  } else if constexpr (std::is_signed_v<T>) {
    return static_cast<T>(std::stoll(text));
  } else {
    return static_cast<T>(std::stoull(text));
  }
}

// "[2,3]"
ShapeValue parse_shape(std::string text) {
  ShapeValue shape;
  std::istringstream extents(text.substr(1, text.size() - 2));
  for (std::string extent; std::getline(extents, extent, ',');) shape.push_back(std::stoll(extent));
  return shape;
}

template <class T>
AnyTensor parse_elements(const ShapeValue& shape, std::istream& words) {
  DynamicTensor<T> tensor(shape);
  for (T& element : tensor.writable_span()) {
    std::string word;
    words >> word;
    element = parse<T>(word);
  }
  REQUIRE(words);
  return tensor;
}

// "float32 [2] 1 2.5"
AnyTensor parse_tensor(const std::string& text) {
  std::istringstream words(text);
  std::string type;
  std::string shape;
  words >> type >> shape;
  AnyTensor tensor = DynamicTensor<float>();
  boost::hana::unpack(element_types, [&](auto... types) {
    const auto parse_if = [&](auto element) {
      using T = typename decltype(element)::type;
      if (type == name_of(element_type<T>)) tensor = parse_elements<T>(parse_shape(shape), words);
    };
    (parse_if(types), ...);
  });
  REQUIRE(name_of(tensor.element_type()) == type);
  return tensor;
}

Case parse_case(const std::string& line) {
  Case result;
  std::istringstream blocks(line);
  std::string block;
  std::getline(blocks, result.name, '|');
  result.name.pop_back();
  while (std::getline(blocks, block, '|')) result.tensors.push_back(parse_tensor(block));
  return result;
}

const std::vector<Case>& all_cases() {
  static const std::vector<Case> cases = [] {
    std::ifstream file(SHAPEPROOF_TEST_DATA "/vectors/ops/vectors.txt");
    std::vector<Case> read;
    for (std::string line; std::getline(file, line);) read.push_back(parse_case(line));
    return read;
  }();
  return cases;
}

// A quotient of complex numbers may be rounded in another order.
template <class T>
bool is_close(const T& a, const T& b) {
  if (samples::is_same_element(a, b)) return true;
  if constexpr (detail::ComplexLike<T>) return std::abs(a - b) <= std::abs(b) * (sizeof(T) == 8 ? 1e-6F : 1e-14F);
  else return false;
}

bool is_close(const AnyTensor& found, const AnyTensor& wanted) {
  if (found.element_type() != wanted.element_type() || !(found.extents() == wanted.extents())) return false;
  return visit(found, [&](const auto& typed) {
    using T = typename std::remove_cvref_t<decltype(typed)>::element;
    const auto* other = static_cast<const T*>(wanted.data());
    for (std::int64_t i = 0; i < typed.element_count(); ++i) {
      if (!is_close(typed.data()[i], other[i])) return false;
    }
    return true;
  });
}

using Tensors = std::vector<AnyTensor>;

// Checks that operation(operands) is the result that each case of that name wants.
// Not a template, as everything of Catch2 takes long to compile.
void check_cases(const std::string& name, const std::function<AnyTensor(const Tensors&)>& operation) {
  int count = 0;
  for (const Case& each : all_cases()) {
    if (each.name != name) continue;
    ++count;
    const AnyTensor found = operation(each.tensors);
    INFO(each.name << " of\n" << each.tensors[0] << "\nis\n" << each.tensors.back() << "\nfound\n" << found);
    CHECK(is_close(found, each.tensors.back()));
  }
  INFO(name);
  CHECK(count > 0);
}

// operation(x) for the cases of that name, all of int32.
template <class Operation>
void check_unary(const std::string& name, const Operation& operation) {
  check_cases(name, [&](const Tensors& tensors) { return operation(tensors[0].get<std::int32_t>()); });
}

// operation(a, b) for the cases of that name.
template <bool OfFractionsOnly, class Operation>
void check_binary(const std::string& name, const Operation& operation) {
  check_cases(name, [&](const Tensors& tensors) {
    return visit(tensors[0], [&](const auto& a) -> AnyTensor {
      using T = typename std::remove_cvref_t<decltype(a)>::element;
      if constexpr (std::is_same_v<T, bool> || (OfFractionsOnly && !is_floating(element_type<T>))) return a;
      else return operation(a, tensors[1].get<T>());
    });
  });
}

template <int Rank>
constexpr int factorial = Rank * factorial<Rank - 1>;
template <>
constexpr int factorial<0> = 1;

// The nth order of axes in lexicographic order.
template <int Rank>
constexpr std::array<int, Rank> nth_order(int nth) {
  std::array<int, Rank> order{};
  bool used[Rank] = {};
  int orders = factorial<Rank>;
  for (int place = 0; place < Rank; ++place) {
    orders /= Rank - place;
    int skip = nth / orders % (Rank - place);
    int axis = 0;
    while (used[axis] || skip-- > 0) ++axis;
    used[axis] = true;
    order[static_cast<std::size_t>(place)] = axis;
  }
  return order;
}

inline constexpr auto A = axis("A"), B = axis("B"), C = axis("C"), D = axis("D");

template <class Named, int Nth, std::size_t... Place>
void check_permute(std::index_sequence<Place...> /*places*/) {
  static constexpr auto order = nth_order<sizeof...(Place)>(Nth);
  std::string name = "permute";
  for (const int axis : order) name += " " + std::to_string(axis);
  check_unary(name, [](const auto& x) { return permute<order[Place]...>(x); });
  check_unary(name, [](const auto& x) -> AnyTensor {
    return permute<order[Place]...>(detail::regroup<Tensor<std::int32_t, Named>>(x, x.extents()));
  });
}

template <class Named, int Rank, int... Nth>
void check_permutes(std::integer_sequence<int, Nth...> /*orders*/) {
  (check_permute<Named, Nth>(std::make_index_sequence<Rank>{}), ...);
}

}  // namespace

TEST_CASE("permute puts axes where NumPy's transpose does: all orders of rank 3 and 4") {
  check_permutes<Shape<A, B, C>, 3>(std::make_integer_sequence<int, 6>{});
  check_permutes<Shape<A, B, C, D>, 4>(std::make_integer_sequence<int, 24>{});
}

TEST_CASE("transpose is NumPy's swapaxes, and negative axes count from the end") {
  check_unary("permute 2 0 1", [](const auto& x) { return permute<-1, 0, -2>(x); });
  check_unary("transpose 0 1", [](const auto& x) { return transpose<0, 1>(x); });
  check_unary("transpose 0 2", [](const auto& x) { return transpose<0, 2>(x); });
  check_unary("transpose 1 2", [](const auto& x) { return transpose<1, 2>(x); });
  check_unary("transpose 1 2", [](const auto& x) { return transpose(x); });
  check_unary("transpose -1 -2", [](const auto& x) { return transpose<-1, -2>(x); });
  check_unary("transpose 1 1", [](const auto& x) { return transpose<1, 1>(x); });
}

TEST_CASE("broadcast_to and reshape are NumPy's") {
  check_cases("broadcast_to", [](const Tensors& tensors) -> AnyTensor {
    return broadcast_to(tensors[0].get<std::int32_t>(), tensors[1].shape());
  });
  check_cases("broadcast_to", [](const Tensors& tensors) -> AnyTensor {
    return broadcast_like(tensors[0].get<std::int32_t>(), tensors[1].get<std::int32_t>());
  });
  check_cases("reshape", [](const Tensors& tensors) -> AnyTensor {
    return reshape(tensors[0].get<std::int32_t>(), tensors[1].shape());
  });
}

TEST_CASE("squeeze, unsqueeze, flatten, merge and split are NumPy's squeeze, expand_dims and reshape") {
  check_unary("squeeze", [](const auto& x) { return squeeze(x); });
  check_unary("squeeze 1", [](const auto& x) { return squeeze<1>(x); });
  check_unary("squeeze 3", [](const auto& x) { return squeeze<3>(x); });
  check_unary("squeeze -1", [](const auto& x) { return squeeze<-1>(x); });
  check_unary("unsqueeze 0", [](const auto& x) { return unsqueeze<0>(x); });
  check_unary("unsqueeze 1", [](const auto& x) { return unsqueeze<1>(x); });
  check_unary("unsqueeze 2", [](const auto& x) { return unsqueeze<2>(x); });
  check_unary("unsqueeze -1", [](const auto& x) { return unsqueeze<-1>(x); });
  check_unary("unsqueeze -3", [](const auto& x) { return unsqueeze<-3>(x); });
  check_unary("flatten", [](const auto& x) { return flatten(x); });
  check_unary("flatten 1", [](const auto& x) { return flatten<1>(x); });
  check_unary("flatten 1 2", [](const auto& x) { return flatten<1, 2>(x); });
  check_unary("merge 0 2", [](const auto& x) { return merge<0, 2>(x); });
  check_unary("split 1", [](const auto& x) { return split<1, 2, 3>(x); });
}

TEST_CASE("arithmetic of each element type is NumPy's, integers wrapping around") {
  check_binary<false>("add", [](const auto& a, const auto& b) { return a + b; });
  check_binary<false>("sub", [](const auto& a, const auto& b) { return a - b; });
  check_binary<false>("mul", [](const auto& a, const auto& b) { return a * b; });
  check_binary<true>("div", [](const auto& a, const auto& b) { return a / b; });
}

TEST_CASE("matmul of each element type is NumPy's, of matrices and batches of them, integers wrapping around") {
  check_binary<false>("matmul", [](const auto& a, const auto& b) { return matmul(a, b); });
}

TEST_CASE("cast of every element type to every other is NumPy's astype") {
  check_cases("cast", [](const Tensors& tensors) {
    return visit(tensors[0], [&](const auto& from) {
      return visit(tensors[1], [&](const auto& wanted) -> AnyTensor {
        using From = typename std::remove_cvref_t<decltype(from)>::element;
        using To = typename std::remove_cvref_t<decltype(wanted)>::element;
        // What may not be cast has no cases.
        if constexpr (detail::ComplexLike<To> || !detail::ComplexLike<From>) return cast<To>(from);
        else return wanted;
      });
    });
  });
}
