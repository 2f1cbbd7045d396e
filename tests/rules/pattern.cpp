// SPDX-License-Identifier: BSL-1.0
// Is every text read as a pattern, or refused in a sentence, and never read beyond its end? Texts are made at random from
// what patterns are made of, and lie in memory of exactly their size, so that a sanitizer sees the first byte too many.
#include <cstring>
#include <memory>
#include <random>
#include <string>

#include <shapeproof/rules/einsum.hpp>
#include <shapeproof/rules/rearrange.hpp>

#include "../catch.hpp"

using namespace shapeproof;

namespace {

class Random {
 public:
  int operator()(int first, int last) { return std::uniform_int_distribution<int>(first, last)(engine_); }

  // Mostly pieces of patterns, now and then any byte.
  std::string text(int pieces) {
    static const std::string all[] = {"a",  "b",  "c",   "ab", "x_1", "1",  "2", "0", " ",  " ", "(",  ")",
                                      "->", "->", "...", ",",  "ij",  "jk", "-", ">", "..", "_", "()", "16"};
    std::string made;
    for (int i = 0; i < pieces; ++i) {
      if ((*this)(0, 40) == 0) made += static_cast<char>((*this)(-128, 127));
      else made += all[(*this)(0, 23)];
    }
    return made;
  }

  ShapeValue shape(int most) {
    ShapeValue shape;
    for (int rank = (*this)(0, most); rank > 0; --rank) shape.push_back((*this)(0, 8) == 0 ? 0 : (*this)(1, 6));
    return shape;
  }

 private:
  std::mt19937 engine_{20240607};
};

// The text without a zero behind it.
std::unique_ptr<char[]> exactly(const std::string& text) {
  std::unique_ptr<char[]> copy(new char[text.size()]);
  if (!text.empty()) std::memcpy(copy.get(), text.data(), text.size());
  return copy;
}

bool is_inside(const detail::Name& part, const char* text, int size) {
  return part.size >= 0 && (part.size == 0 || (part.begin >= text && part.begin + part.size <= text + size));
}

bool is_sound(const PatternSide& side, const char* text, int size) {
  if (side.axis_count > PatternSide::capacity || side.place_count > PatternSide::capacity) return false;
  for (int i = 0; i < side.axis_count; ++i) {
    const PatternAxis& axis = side.axes[i];
    if (!is_inside(axis.text, text, size) || axis.place < 0 || axis.place >= side.place_count) return false;
  }
  for (int i = 0; i < side.place_count; ++i) {
    if (!is_inside(side.places[i], text, size)) return false;
  }
  return true;
}

// One line of printable ASCII that begins with the operation.
bool is_sentence(const Sentence& sentence, const std::string& operation) {
  const std::string said(sentence.data(), sentence.size());
  for (const char letter : said) {
    if (letter < ' ' || letter > '~') return false;
  }
  return said.starts_with(operation + " \"");
}

bool check_rearranging(Random& random, Rewriting rewriting, const char* text, int size, int& held, int& fitted) {
  const std::string operations[] = {"rearrange", "reduce", "repeat"};
  const Pattern pattern = read_pattern(rewriting, text, size);
  const std::string& operation = operations[static_cast<int>(rewriting)];
  const ShapeValue from = random.shape(3);
  const GivenExtent given[] = {{detail::Name::of("a"), random(1, 3)}, {detail::Name::of("b"), random(0, 3)}};
  const int given_count = random(0, 2);
  Refusal why;
  Arrangement arrangement;
  const Ruling ruling = rearrange_rule(pattern, {given, given_count}, from, &why, &arrangement);
  if (!ruling.holds) return is_sentence(why.sentence, operation) || why.sentence.data()[0] == 'S';
  ++fitted;
  held += pattern.holds ? 1 : 0;
  if (!is_sound(pattern.left, text, size) || !is_sound(pattern.right, text, size) || !pattern.holds) return false;
  if (!(arrangement.left.count() == from.count()) || !ruling.result.is_known()) return false;
  if (!(arrangement.right.count() == ruling.result.count())) return false;
  return rewriting != Rewriting::rearrange || ruling.result.count() == from.count();
}

bool check_einsum(Random& random, const char* text, int size, int& held, int& fitted) {
  const EinsumPattern pattern = read_einsum(text, size);
  const ShapeValue shapes[] = {random.shape(3), random.shape(3), random.shape(3)};
  const ShapeValue* operands[] = {&shapes[0], &shapes[1], &shapes[2]};
  Refusal why;
  Contraction contraction;
  const int count = random(1, 3);
  const Ruling ruling = einsum_rule(pattern, operands, count, &why, &contraction);
  held += pattern.holds ? 1 : 0;
  if (!ruling.holds) return is_sentence(why.sentence, "einsum");
  ++fitted;
  return pattern.holds && pattern.operand_count == count && ruling.result.rank == contraction.result.count;
}

}  // namespace

TEST_CASE("pattern: 60000 texts are read or refused, and none beyond its end") {
  Random random;
  int failures = 0;
  int held = 0;
  int fitted = 0;
  for (int i = 0; i < 60000; ++i) {
    // An arrow in most of them, so that more than the first sentence is said.
    std::string text = random.text(random(0, 6));
    if (random(0, 9) > 0) text += "->" + random.text(random(0, 6));
    const auto copy = exactly(text);
    const int size = static_cast<int>(text.size());
    const auto rewriting = static_cast<Rewriting>(i % 3);
    if (check_rearranging(random, rewriting, copy.get(), size, held, fitted)) continue;
    ++failures;
    UNSCOPED_INFO("failed for " << text);
  }
  CHECK(failures == 0);
  CHECK(fitted > 120);
}

TEST_CASE("einsum: 60000 texts are read or refused, and none beyond its end") {
  Random random;
  int failures = 0;
  int held = 0;
  int fitted = 0;
  for (int i = 0; i < 60000; ++i) {
    const std::string text = random.text(random(0, 6));
    const auto copy = exactly(text);
    if (check_einsum(random, copy.get(), static_cast<int>(text.size()), held, fitted)) continue;
    ++failures;
    UNSCOPED_INFO("failed for " << text);
  }
  CHECK(failures == 0);
  CHECK(held > 3000);
  CHECK(fitted > 100);
}
