// SPDX-License-Identifier: BSL-1.0
// How is a pattern read by somebody who has not seen the library? Plainly, with strings and maps: what the library makes of a
// pattern is compared with this. An input is text: shapes and sizes in the first line, the pattern behind it.
//   2,3,16;p=4
//   b c (h p) -> b h (c p)
#pragma once

#include "fuzz.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <shapeproof/rules/pattern.hpp>

namespace fuzz {

using Numbers = std::vector<std::int64_t>;

struct Size {
  std::string name;
  std::int64_t number = 0;
};

// Operands are separated by ; and so are sizes, which have a =.
struct PatternInput {
  std::vector<Numbers> shapes;
  std::vector<Size> sizes;
  std::string pattern;
};

// Digits up to what 64 bits hold; -2 where a minus stands in front, as sizes<"p">(n) has it for a negative n.
inline std::int64_t read_number(std::string_view text) {
  if (!text.empty() && text[0] == '-') return -2;
  std::int64_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') continue;
    if (__builtin_mul_overflow(number, 10, &number) || __builtin_add_overflow(number, digit - '0', &number)) {
      return std::numeric_limits<std::int64_t>::max();
    }
  }
  return number;
}

inline std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

inline PatternInput read_input(std::string_view text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  PatternInput input;
  for (const std::string_view part : split(text.substr(0, end), ';')) {
    if (const std::size_t equals = part.find('='); equals != std::string_view::npos) {
      input.sizes.push_back({std::string(part.substr(0, equals)), read_number(part.substr(equals + 1))});
      continue;
    }
    Numbers shape;
    for (const std::string_view extent : split(part, ',')) {
      if (!extent.empty()) shape.push_back(std::max<std::int64_t>(read_number(extent), 0));
    }
    input.shapes.push_back(shape);
  }
  if (end < text.size()) input.pattern = text.substr(end + 1);
  return input;
}

// The product; nothing where it has more than 63 bits.
inline std::optional<std::int64_t> product_of(const Numbers& numbers) {
  std::int64_t product = 1;
  bool overflows = false;
  for (const std::int64_t number : numbers) {
    if (number == 0) return 0;
    overflows = overflows || __builtin_mul_overflow(product, number, &product);
  }
  return overflows ? std::nullopt : std::optional(product);
}

// "(", ")", ",", "->", "...", a word, or any other character.
inline std::vector<std::string> tokens_of(std::string_view text) {
  const auto is_of_word = [](char c) {
    return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  };
  std::vector<std::string> tokens;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size() && is_of_word(text[size])) ++size;
    if (size == 0) size = text.starts_with("...") ? 3 : text.starts_with("->") ? 2 : 1;
    if (text[0] != ' ') tokens.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return tokens;
}

// Another input like this one: with another number, or a token of the pattern more, less or elsewhere. libFuzzer alone seldom
// makes a pattern that fits a shape.
inline std::string mutated(std::string_view text, unsigned seed) {
  constexpr const char* more[] = {"(", ")", "->", "...", ",", "1", "2", "a", "b", "c", "p", "ij", "()"};
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string first(text.substr(0, end));
  std::vector<std::string> tokens = tokens_of(end < text.size() ? text.substr(end + 1) : "");
  const unsigned choice = seed % 5;
  const std::size_t place = seed / 5;
  if (choice == 0) {
    std::vector<char*> digits;
    for (char& letter : first) {
      if (letter >= '0' && letter <= '9') digits.push_back(&letter);
    }
    if (!digits.empty()) *digits[place % digits.size()] = static_cast<char>('0' + place / digits.size() % 10);
  } else if (choice == 1 || tokens.empty()) {
    const auto at = tokens.begin() + static_cast<std::ptrdiff_t>(place % (tokens.size() + 1));
    tokens.insert(at, more[place / (tokens.size() + 1) % std::size(more)]);
  } else if (choice == 2) {
    tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(place % tokens.size()));
  } else {
    std::swap(tokens[place % tokens.size()], tokens[place / tokens.size() % tokens.size()]);
  }
  std::string made = first + '\n';
  for (const std::string& token : tokens) made += token + ' ';
  return made;
}

// A tensor's shape, where there is such a tensor.
inline bool is_shape(const Numbers& extents) {
  return extents.size() <= static_cast<std::size_t>(shapeproof::ShapeValue::max_rank) && product_of(extents);
}
inline shapeproof::ShapeValue shape_of(const Numbers& extents) {
  shapeproof::ShapeValue shape;
  for (const std::int64_t extent : extents) shape.push_back(shapeproof::ExtentValue(extent));
  return shape;
}
inline Numbers numbers_of(const shapeproof::ShapeValue& shape) {
  Numbers numbers;
  for (int axis = 0; axis < shape.rank; ++axis) numbers.push_back(shape[axis].number);
  return numbers;
}

// Calls visit(index) for each index into these extents, the last axis first.
template <class Visit>
void for_each_index(const Numbers& extents, const Visit& visit) {
  Numbers index(extents.size(), 0);
  if (product_of(extents) == 0) return;
  for (;;) {
    visit(index);
    std::size_t axis = extents.size();
    while (axis > 0 && ++index[axis - 1] == extents[axis - 1]) index[--axis] = 0;
    if (axis == 0) return;
  }
}

// Where in row-major order an index stands.
inline std::int64_t position_of(const Numbers& extents, const Numbers& index) {
  std::int64_t position = 0;
  for (std::size_t axis = 0; axis < extents.size(); ++axis) position = position * extents[axis] + index[axis];
  return position;
}

// Lies in memory of exactly its size, so that the sanitizer sees the first character too many.
class Exactly {
 public:
  explicit Exactly(const std::string& text) : text_(new char[text.size()]), size_(static_cast<int>(text.size())) {
    std::memcpy(text_, text.data(), text.size());
  }
  Exactly(const Exactly&) = delete;
  Exactly& operator=(const Exactly&) = delete;
  ~Exactly() { delete[] text_; }

  [[nodiscard]] const char* data() const { return text_; }
  [[nodiscard]] int size() const { return size_; }
  [[nodiscard]] shapeproof::detail::Name name() const { return {text_, size_}; }

 private:
  char* text_;
  int size_;
};

}  // namespace fuzz

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* bytes, std::size_t size, std::size_t most);

// Of a program that includes this: half of what it makes is made of tokens.
extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* bytes, std::size_t size, std::size_t most,
                                               unsigned seed) {
  if (seed % 2 == 0) return LLVMFuzzerMutate(bytes, size, most);
  const std::string made = fuzz::mutated({reinterpret_cast<const char*>(bytes), size}, seed / 2);
  const std::size_t kept = std::min(made.size(), most);
  std::memcpy(bytes, made.data(), kept);
  return kept;
}
