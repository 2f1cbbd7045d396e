// SPDX-License-Identifier: BSL-1.0
// einsum: its rule, asked about any text and any shapes, against a plain reader of patterns; and what is computed against
// the definition, one loop for each index.
#include "patterns.hpp"

#include <shapeproof/engine/einsum.hpp>
#include <shapeproof/rules/einsum.hpp>

using namespace shapeproof;
using fuzz::Numbers;

namespace {

// The axes of an ellipsis are numbered after the letters.
using Indices = std::vector<int>;
constexpr int first_of_ellipsis = 256;

struct Plain {
  std::vector<Indices> operands;
  Indices result;
  std::map<int, std::int64_t> extents;
};

constexpr std::size_t most_axes = 8;
constexpr std::size_t most_operands = 8;

// The terms of a pattern, each as a list of tokens; the result's last. Nothing where it is no pattern.
struct Terms {
  std::vector<std::string> operands{""};  // letters, with . for an ellipsis
  std::optional<std::string> result;
};

bool add_token(std::string& term, const std::string& token) {
  if (token == "...") {
    if (term.find('.') != std::string::npos) return false;
    term += '.';
    return true;
  }
  for (const char letter : token) {
    if (!((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'))) return false;
    term += letter;
  }
  const bool has_ellipsis = term.find('.') != std::string::npos;
  return term.size() - (has_ellipsis ? 1 : 0) <= most_axes;
}

std::optional<Terms> terms_of(std::string_view pattern) {
  Terms terms;
  for (const std::string& token : fuzz::tokens_of(pattern)) {
    if (token == "->" && !terms.result) terms.result = "";
    else if (token == "," && !terms.result) terms.operands.emplace_back();
    else if (!add_token(terms.result ? *terms.result : terms.operands.back(), token)) return std::nullopt;
  }
  if (terms.operands.size() > most_operands) return std::nullopt;
  return terms;
}

// What stands once, in the order of ASCII, behind the ellipsis.
std::string implied_result(const Terms& terms) {
  std::map<char, int> counts;
  for (const std::string& term : terms.operands) {
    for (const char letter : term) ++counts[letter];
  }
  std::string result = counts.count('.') > 0 ? "." : "";
  for (const auto& [letter, count] : counts) {
    if (letter != '.' && count == 1) result += letter;
  }
  return result;
}

bool is_result(const Terms& terms, const std::string& result) {
  for (std::size_t i = 0; i < result.size(); ++i) {
    if (result.find(result[i]) < i) return false;
    bool stands = false;
    for (const std::string& term : terms.operands) stands = stands || term.find(result[i]) != std::string::npos;
    if (!stands) return false;
  }
  return true;
}

Indices indices_of(const std::string& term, std::size_t taken) {
  Indices indices;
  for (const char letter : term) {
    if (letter != '.') indices.push_back(letter);
    else
      for (std::size_t i = 0; i < taken; ++i) indices.push_back(first_of_ellipsis + static_cast<int>(i));
  }
  return indices;
}

// Nothing where the operands do not fit.
std::optional<Plain> read_plainly(std::string_view pattern, const std::vector<Numbers>& shapes) {
  const std::optional<Terms> terms = terms_of(pattern);
  if (!terms || terms->operands.size() != shapes.size()) return std::nullopt;
  const std::string result = terms->result ? *terms->result : implied_result(*terms);
  if (!is_result(*terms, result) || result.size() - (result.find('.') != std::string::npos ? 1 : 0) > most_axes)
    return std::nullopt;
  Plain plain;
  std::optional<std::size_t> taken;
  for (std::size_t i = 0; i < shapes.size(); ++i) {
    const std::string& term = terms->operands[i];
    const bool has_ellipsis = term.find('.') != std::string::npos;
    const std::size_t letters = term.size() - (has_ellipsis ? 1 : 0);
    const std::size_t rank = shapes[i].size();
    if (has_ellipsis ? rank < letters : rank != letters) return std::nullopt;
    if (has_ellipsis && taken && *taken != rank - letters) return std::nullopt;
    if (has_ellipsis) taken = rank - letters;
    plain.operands.push_back(indices_of(term, rank - letters));
    for (std::size_t axis = 0; axis < rank; ++axis) {
      const auto [known, is_new] = plain.extents.try_emplace(plain.operands[i][axis], shapes[i][axis]);
      if (known->second != shapes[i][axis]) return std::nullopt;
    }
  }
  plain.result = indices_of(result, taken.value_or(0));
  return plain;
}

Numbers extents_of(const Plain& plain, const Indices& indices) {
  Numbers extents;
  for (const int index : indices) extents.push_back(plain.extents.at(index));
  return extents;
}

// Whole numbers that wrap around: every order of the sums gives the same.
using Elements = std::vector<std::uint32_t>;

Elements by_definition(const Plain& plain, const std::vector<Elements>& operands) {
  Indices all;
  Numbers extents;
  for (const auto& [index, extent] : plain.extents) {
    all.push_back(index);
    extents.push_back(extent);
  }
  const auto position = [&](const Indices& indices, const Numbers& index) {
    Numbers place;
    for (const int each : indices) {
      place.push_back(index[static_cast<std::size_t>(std::find(all.begin(), all.end(), each) - all.begin())]);
    }
    return static_cast<std::size_t>(fuzz::position_of(extents_of(plain, indices), place));
  };
  Elements result(static_cast<std::size_t>(*fuzz::product_of(extents_of(plain, plain.result))), 0);
  fuzz::for_each_index(extents, [&](const Numbers& index) {
    std::uint32_t product = 1;
    for (std::size_t i = 0; i < operands.size(); ++i) product *= operands[i][position(plain.operands[i], index)];
    result[position(plain.result, index)] += product;
  });
  return result;
}

void check_computed(const Plain& plain, const Contraction& contraction, const std::vector<Numbers>& shapes) {
  Numbers extents;
  for (const auto& [index, extent] : plain.extents) extents.push_back(extent);
  constexpr std::int64_t most_products = 4096;
  const std::int64_t sizes[] = {fuzz::product_of(extents).value_or(most_products + 1),
                                *fuzz::product_of(extents_of(plain, plain.result))};
  if (sizes[0] > most_products || sizes[1] > most_products) return;
  std::vector<Elements> operands;
  std::vector<const std::uint32_t*> places;
  for (const Numbers& shape : shapes) {
    if (*fuzz::product_of(shape) > most_products) return;
    operands.emplace_back(static_cast<std::size_t>(*fuzz::product_of(shape)));
    std::uint32_t next = 1;
    for (std::uint32_t& element : operands.back()) element = next = next * 1664525U + 1013904223U;
  }
  for (const Elements& operand : operands) places.push_back(operand.data());
  Elements computed(static_cast<std::size_t>(sizes[1]), 99);
  engine::einsum(contraction, places.data(), computed.data());
  fuzz::require(computed == by_definition(plain, operands), "einsum computes something else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const fuzz::PatternInput input = fuzz::read_input({reinterpret_cast<const char*>(bytes), size});
  const std::size_t count = input.shapes.size();
  if (count > most_operands) return 0;
  std::vector<ShapeValue> shapes;
  for (const Numbers& shape : input.shapes) {
    if (!fuzz::is_shape(shape)) return 0;
    shapes.push_back(fuzz::shape_of(shape));
  }
  std::vector<const ShapeValue*> places;
  for (const ShapeValue& shape : shapes) places.push_back(&shape);

  const fuzz::Exactly text(input.pattern);
  const EinsumPattern pattern = read_einsum(text.data(), text.size());
  Refusal why;
  Contraction contraction;
  const Ruling ruling = einsum_rule(pattern, places.data(), static_cast<int>(count), &why, &contraction);
  if (!ruling.holds) fuzz::check_sentence(why.sentence.c_str());
  fuzz::require(ruling.holds == einsum_rule(pattern, places.data(), static_cast<int>(count)).holds,
                "another ruling where nobody asks why");

  const std::optional<Plain> plain = read_plainly(input.pattern, input.shapes);
  const bool fits = plain && fuzz::is_shape(extents_of(*plain, plain->result));
  fuzz::require(ruling.holds == fits, fits ? "a right einsum is refused" : "a wrong einsum is taken");
  if (!fits) return 0;
  fuzz::require(fuzz::numbers_of(ruling.result) == extents_of(*plain, plain->result), "another shape");
  check_computed(*plain, contraction, input.shapes);
  return 0;
}
