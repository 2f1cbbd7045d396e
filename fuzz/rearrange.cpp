// SPDX-License-Identifier: BSL-1.0
// rearrange, repeat and reduce: their rule, asked about any text, shape and sizes, against a plain reader of patterns; and
// where elements move to, by way of a DynamicTensor, against one look-up for each element.
#include "patterns.hpp"

#include <shapeproof/dynamic.hpp>
#include <shapeproof/ops/rearrange.hpp>

using namespace shapeproof;
using fuzz::Numbers;

namespace {

constexpr std::size_t most_axes = 8;

// A place of one side: the axes that it is made of. Axes of an ellipsis are called "...0" and so on, new ones without a
// name by their place.
using Place = std::vector<std::string>;
using Side = std::vector<Place>;

struct Plain {
  Side left;
  Side right;
  std::map<std::string, std::int64_t> extents;
};

bool is_number(const std::string& word) { return word.find_first_not_of("0123456789") == std::string::npos; }
bool is_name(const std::string& word) {
  const char first = word[0];
  return ((first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z')) && word.back() != '_';
}

// One side, with "..." as a place or an axis of its own; 1 is an axis of nothing. Nothing where it is none.
std::optional<Side> read_side(const std::vector<std::string>& tokens) {
  Side side;
  std::map<std::string, int> seen;
  std::size_t axes = 0;
  bool is_inside = false;
  for (const std::string& token : tokens) {
    const bool is_axis = token == "..." || is_number(token) || is_name(token);
    if (token == "(" && !is_inside) side.emplace_back();
    else if (is_axis && !is_inside) side.emplace_back();
    else if (!is_axis && !(token == ")" && is_inside)) return std::nullopt;
    if (token == "(" || token == ")") is_inside = token == "(";
    if (!is_axis) continue;
    if (is_number(token)) {
      const std::int64_t number = fuzz::read_number(token);
      if (number < 1 || number > std::numeric_limits<int>::max()) return std::nullopt;
      if (number == 1) continue;
    } else if (++seen[token] > 1) {
      return std::nullopt;
    }
    if (token != "..." && ++axes > most_axes) return std::nullopt;
    side.back().push_back(token);
  }
  if (is_inside) return std::nullopt;
  return side;
}

bool stands_in(const Side& side, const std::string& axis) {
  for (const Place& place : side) {
    if (std::find(place.begin(), place.end(), axis) != place.end()) return true;
  }
  return false;
}

// Each axis of `from` is in `to`; a number is never the same as another.
bool is_within(const Side& from, const Side& to) {
  for (const Place& place : from) {
    for (const std::string& axis : place) {
      if (is_number(axis) || !stands_in(to, axis)) return false;
    }
  }
  return true;
}

bool is_ellipsis(const Place& place) { return place.size() == 1 && place[0] == "..."; }

std::optional<Plain> read_sides(std::string_view pattern, Rewriting how) {
  const std::vector<std::string> tokens = fuzz::tokens_of(pattern);
  const auto arrow = std::find(tokens.begin(), tokens.end(), "->");
  if (arrow == tokens.end()) return std::nullopt;
  const std::optional<Side> left = read_side({tokens.begin(), arrow});
  const std::optional<Side> right = read_side({arrow + 1, tokens.end()});
  if (!left || !right) return std::nullopt;
  if (how != Rewriting::reduce && !is_within(*left, *right)) return std::nullopt;
  if (how != Rewriting::repeat && !is_within(*right, *left)) return std::nullopt;
  if (stands_in(*right, "...") && !stands_in(*left, "...")) return std::nullopt;
  return Plain{*left, *right, {}};
}

// In parentheses it is no place of its own, which only the right side may have. The text tells: places do not.
bool has_ellipsis_inside(std::string_view left) {
  bool is_inside = false;
  for (const std::string& token : fuzz::tokens_of(left)) {
    if (token == "->") return false;
    if (token == "..." && is_inside) return true;
    if (token == "(" || token == ")") is_inside = token == "(";
  }
  return false;
}

Place axes_of_ellipsis(std::size_t count) {
  Place axes;
  for (std::size_t i = 0; i < count; ++i) axes.push_back("..." + std::to_string(i));
  return axes;
}

// Puts axes where the ellipsis stands: places, or axes of one.
void expand(Side& side, const Place& axes, bool is_inside) {
  Side expanded;
  for (const Place& place : side) {
    if (is_ellipsis(place) && !is_inside) {
      for (const std::string& axis : axes) expanded.push_back({axis});
      continue;
    }
    expanded.emplace_back();
    for (const std::string& axis : place) {
      if (axis != "...") expanded.back().push_back(axis);
      else expanded.back().insert(expanded.back().end(), axes.begin(), axes.end());
    }
  }
  side = expanded;
}

std::size_t count_axes(const Side& side) {
  std::size_t count = 0;
  for (const Place& place : side) count += place.size();
  return count;
}

// What each axis of one place is: one may be left to be worked out.
bool read_place(Plain& plain, Place& place, std::int64_t whole) {
  Numbers known;
  const std::string* unknown = nullptr;
  for (std::string& axis : place) {
    if (is_number(axis)) plain.extents[axis] = fuzz::read_number(axis);
    if (const auto found = plain.extents.find(axis); found != plain.extents.end()) known.push_back(found->second);
    else if (unknown != nullptr) return false;
    else unknown = &axis;
  }
  const std::optional<std::int64_t> product = fuzz::product_of(known);
  if (unknown == nullptr) return product == whole;
  if (!product) {
    plain.extents[*unknown] = 0;
    return whole == 0;
  }
  if (*product == 0 || whole % *product != 0) return false;
  plain.extents[*unknown] = whole / *product;
  return true;
}

Numbers extents_of(const Plain& plain, const Place& axes) {
  Numbers extents;
  for (const std::string& axis : axes) {
    extents.push_back(is_number(axis) ? fuzz::read_number(axis) : plain.extents.at(axis));
  }
  return extents;
}

std::optional<Numbers> extents_of(const Plain& plain, const Side& side) {
  Numbers extents;
  for (const Place& place : side) {
    const std::optional<std::int64_t> product = fuzz::product_of(extents_of(plain, place));
    if (!product) return std::nullopt;
    extents.push_back(*product);
  }
  return extents;
}

bool take_sizes(Plain& plain, const std::vector<fuzz::Size>& sizes) {
  for (const auto& [name, number] : sizes) {
    const bool is_axis =
        !name.empty() && is_name(name) && (stands_in(plain.left, name) || stands_in(plain.right, name));
    if (!is_axis || number < 0 || !plain.extents.try_emplace(name, number).second) return false;
  }
  return true;
}

// Nothing where the operand does not fit.
std::optional<Plain> read_plainly(const fuzz::PatternInput& input, Rewriting how) {
  std::optional<Plain> plain = read_sides(input.pattern, how);
  if (!plain || has_ellipsis_inside(input.pattern) || !take_sizes(*plain, input.sizes)) return std::nullopt;
  const Numbers& shape = input.shapes[0];
  const bool has_ellipsis = stands_in(plain->left, "...");
  const std::size_t places = plain->left.size() - (has_ellipsis ? 1 : 0);
  if (has_ellipsis ? shape.size() < places : shape.size() != places) return std::nullopt;
  const Place rest = axes_of_ellipsis(shape.size() - places);
  const std::size_t arrow = input.pattern.find("->");
  expand(plain->left, rest, false);
  expand(plain->right, rest, has_ellipsis_inside(std::string_view(input.pattern).substr(arrow + 2)));
  if (count_axes(plain->left) > most_axes || count_axes(plain->right) > most_axes) return std::nullopt;
  for (std::size_t axis = 0; axis < shape.size(); ++axis) {
    if (!read_place(*plain, plain->left[axis], shape[axis])) return std::nullopt;
  }
  for (const Place& place : plain->right) {
    for (const std::string& axis : place) {
      if (!is_number(axis) && plain->extents.count(axis) == 0) return std::nullopt;
    }
  }
  return plain;
}

// As shapeproof::rearrange asks, with a pattern that is known at run time only.
struct Question {
  Pattern pattern;
  GivenExtents given;

  Ruling operator()(const ShapeValue& from, Refusal* why) const { return rearrange_rule(pattern, given, from, why); }
  [[nodiscard]] Arrangement arrange(const ShapeValue& from) const {
    Arrangement arrangement;
    rearrange_rule(pattern, given, from, nullptr, &arrangement);
    return arrangement;
  }
};

using Tensor32 = DynamicTensor<std::int32_t>;

// One look-up for each element: axes that are new repeat it.
std::vector<std::int32_t> by_definition(const Plain& plain, const Tensor32& x) {
  std::map<std::string, std::int64_t> index;
  Place axes;
  for (const Place& place : plain.right) axes.insert(axes.end(), place.begin(), place.end());
  std::vector<std::int32_t> elements;
  fuzz::for_each_index(extents_of(plain, axes), [&](const Numbers& numbers) {
    for (std::size_t i = 0; i < axes.size(); ++i) index[axes[i]] = numbers[i];
    std::int64_t position = 0;
    for (const Place& place : plain.left) {
      for (const std::string& axis : place) position = position * plain.extents.at(axis) + index[axis];
    }
    elements.push_back(x.data()[position]);
  });
  return elements;
}

void check_moved(const Plain& plain, const Question& question, const ShapeValue& from) {
  constexpr std::int64_t most_elements = 4096;
  const std::optional<Numbers> extents = extents_of(plain, plain.right);
  if (from.count().number > most_elements || *fuzz::product_of(*extents) > most_elements) return;
  Tensor32 x(from);
  std::int32_t next = 0;
  for (std::int32_t& element : x.writable_span()) element = next++;
  const Tensor32 moved = detail::moved<Tensor32>(x, detail::settle(question, x), detail::moves_for(question, from));
  const std::vector<std::int32_t> wanted = by_definition(plain, x);
  fuzz::require(fuzz::numbers_of(moved.shape()) == *extents, "another shape at run time");
  fuzz::require(std::equal(wanted.begin(), wanted.end(), moved.data(), moved.data() + moved.element_count()),
                "elements move elsewhere");
}

void check(const fuzz::PatternInput& input, Rewriting how) {
  const fuzz::Exactly text(input.pattern);
  std::vector<GivenExtent> given;
  for (const auto& [name, number] : input.sizes) {
    given.push_back({{name.data(), static_cast<int>(name.size())}, ExtentValue(number)});
  }
  const Question question{read_pattern(how, text.data(), text.size()), {given.data(), static_cast<int>(given.size())}};
  const ShapeValue from = fuzz::shape_of(input.shapes[0]);
  Refusal why;
  const Ruling ruling = question(from, &why);
  if (!ruling.holds) fuzz::check_sentence(why.sentence.c_str());
  fuzz::require(ruling.holds == question(from, nullptr).holds, "another ruling where nobody asks why");

  const std::optional<Plain> plain = read_plainly(input, how);
  const std::optional<Numbers> extents = plain ? extents_of(*plain, plain->right) : std::nullopt;
  const bool fits = extents && fuzz::is_shape(*extents);
  fuzz::require(ruling.holds == fits, fits ? "a right pattern is refused" : "a wrong pattern is taken");
  if (!fits) return;
  fuzz::require(fuzz::numbers_of(ruling.result) == *extents, "another shape");
  if (how != Rewriting::reduce) check_moved(*plain, question, from);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
  const fuzz::PatternInput input = fuzz::read_input({reinterpret_cast<const char*>(bytes), size});
  if (input.shapes.size() != 1 || input.sizes.size() > most_axes || !fuzz::is_shape(input.shapes[0])) return 0;
  for (const Rewriting how : {Rewriting::rearrange, Rewriting::reduce, Rewriting::repeat}) check(input, how);
  return 0;
}
