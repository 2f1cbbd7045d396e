// SPDX-License-Identifier: BSL-1.0
// Is every hint true? Many thousand mismatches are made up, most of them one step away from a fit. What a hint says is
// read back from its text as code is, and carried out here by other means than the rules.
#include <algorithm>
#include <cstring>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <shapeproof/explain.hpp>

#include "catch.hpp"

using namespace shapeproof;

namespace {

using Numbers = std::vector<std::int64_t>;

inline constexpr auto N = axis("N"), M = axis("M"), H = axis("H"), W = axis("W");

std::int64_t product(const Numbers& numbers, std::size_t first, std::size_t last) {
  std::int64_t result = 1;
  for (std::size_t i = first; i < last; ++i) result *= numbers[i];
  return result;
}
std::int64_t product(const Numbers& numbers) { return product(numbers, 0, numbers.size()); }

Numbers numbers_of(const ShapeValue& shape) {
  Numbers numbers;
  for (const ExtentValue& extent : shape) numbers.push_back(extent.number);
  return numbers;
}

// What a shape in a hint's text asks of an axis: a number, a name, both, or a multiple of a name.
struct Asked {
  std::int64_t number = -1;
  std::string name{};
  std::int64_t factor = 1;
};
using AskedShape = std::vector<Asked>;

// Whether these numbers satisfy a shape, and what its names are then.
bool satisfies(const Numbers& numbers, const AskedShape& shape) {
  if (numbers.size() != shape.size()) return false;
  std::map<std::string, std::int64_t> names;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const Asked& asked = shape[i];
    if (asked.number >= 0 && asked.number != numbers[i]) return false;
    if (asked.name.empty()) continue;
    if (numbers[i] % asked.factor != 0) return false;
    const std::int64_t number = numbers[i] / asked.factor;
    if (asked.number < 0 && number < 1) return false;
    if (!names.emplace(asked.name, number).second && names[asked.name] != number) return false;
  }
  return true;
}

// Whether so many elements fill a shape of which at most one name is open.
bool fills(std::int64_t count, AskedShape shape) {
  for (const Asked& said : AskedShape(shape)) {
    for (Asked& asked : shape) {
      if (said.number < 0 || said.name.empty() || said.name != asked.name || asked.number >= 0) continue;
      asked.number = said.number / said.factor * asked.factor;
    }
  }
  std::int64_t known = 1;
  std::int64_t factor = 1;
  std::string open;
  int times = 0;
  for (const Asked& asked : shape) {
    if (asked.number >= 0) known *= asked.number;
    if (asked.number >= 0) continue;
    if (times > 0 && (asked.name.empty() || asked.name != open)) return false;
    open = asked.name;
    factor *= asked.factor;
    ++times;
  }
  if (times == 0) return count == known;
  known *= factor;
  if (known == 0 || count % known != 0) return false;
  std::int64_t root = count / known;
  if (times == 2) {
    std::int64_t candidate = 0;
    while (candidate * candidate < root) ++candidate;
    if (candidate * candidate != root) return false;
    root = candidate;
  }
  return times <= 2 && (root > 0 || open.empty());
}

AskedShape asked_of(const std::string& text);
AskedShape asked_of(const ShapeValue& shape) { return asked_of(sentence_of(shape).c_str()); }

// Reads the code in a hint: calls, their template arguments, shapes.
class Reader {
 public:
  explicit Reader(std::string text) : text_(std::move(text)) {}

  bool take(const std::string& expected) {
    if (text_.compare(at_, expected.size(), expected) != 0) return false;
    at_ += expected.size();
    return true;
  }
  std::string take_name() {
    const std::size_t first = at_;
    while (at_ < text_.size() && (std::isalnum(text_[at_]) != 0 || std::strchr("_:", text_[at_]) != nullptr)) ++at_;
    return text_.substr(first, at_ - first);
  }
  std::int64_t take_number() {
    std::size_t length = 0;
    const std::int64_t number = std::stoll(text_.substr(at_), &length);
    at_ += length;
    return number;
  }
  AskedShape take_shape() {
    AskedShape shape;
    REQUIRE(take("Shape<"));
    while (!take(">")) {
      shape.push_back(take_extent());
      take(", ");
    }
    return shape;
  }
  bool is_at_end() const { return at_ == text_.size(); }
  bool is_at_digit() const { return at_ < text_.size() && std::isdigit(text_[at_]) != 0; }

 private:
  Asked take_extent() {
    Asked asked;
    if (is_at_digit()) {
      const std::int64_t number = take_number();
      if (!take("*")) return {number, "", 1};
      asked.factor = number;
    }
    asked.name = take_name();
    REQUIRE_FALSE(asked.name.empty());
    if (asked.name == "dyn") asked.name.clear();
    if (take("(")) {
      asked.number = take_number();
      REQUIRE(take(")"));
    }
    if (take(" = ")) asked.number = take_number();
    return asked;
  }

  std::string text_;
  std::size_t at_ = 0;
};

AskedShape asked_of(const std::string& text) { return Reader(text).take_shape(); }

// The operations, over numbers alone.
Numbers reordered(const Numbers& x, const std::vector<std::int64_t>& order) {
  REQUIRE(std::set<std::int64_t>(order.begin(), order.end()).size() == x.size());
  Numbers result;
  for (const std::int64_t axis : order) result.push_back(x.at(static_cast<std::size_t>(axis)));
  return result;
}

Numbers transposed(Numbers x, std::size_t first, std::size_t second) {
  std::swap(x.at(first), x.at(second));
  return x;
}

Numbers squeezed(Numbers x, std::size_t axis) {
  REQUIRE(x.at(axis) == 1);
  x.erase(x.begin() + static_cast<std::ptrdiff_t>(axis));
  return x;
}

Numbers unsqueezed(Numbers x, std::size_t axis) {
  REQUIRE(axis <= x.size());
  x.insert(x.begin() + static_cast<std::ptrdiff_t>(axis), 1);
  return x;
}

Numbers flattened(const Numbers& x, const Numbers& axes) {
  const std::size_t first = axes.empty() ? 0 : static_cast<std::size_t>(axes[0]);
  const std::size_t last = axes.size() < 2 ? x.size() : static_cast<std::size_t>(axes[1]) + 1;
  REQUIRE(first < last);
  REQUIRE(last <= x.size());
  Numbers result(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(first));
  result.push_back(product(x, first, last));
  result.insert(result.end(), x.begin() + static_cast<std::ptrdiff_t>(last), x.end());
  return result;
}

Numbers without(Numbers x, std::size_t axis) {
  x.erase(x.begin() + static_cast<std::ptrdiff_t>(axis));
  return x;
}

// reshape and broadcast_to must be possible, and come to `fits`.
Numbers reshaped(const Numbers& x, const AskedShape& to, const Numbers& fits) {
  CHECK(fills(product(x), to));
  CHECK(product(x) == product(fits));
  CHECK(satisfies(fits, to));
  return fits;
}
Numbers broadcast(const Numbers& x, const AskedShape& to, const Numbers& fits) {
  REQUIRE(x.size() == fits.size());
  for (std::size_t i = 0; i < x.size(); ++i) CHECK((x[i] == fits[i] || x[i] == 1));
  CHECK(satisfies(fits, to));
  return fits;
}

Numbers carry_out_one(const std::string& name, const Numbers& axes, const AskedShape& to, const Numbers& x,
                      const Numbers& fits) {
  const auto axis = [&](std::size_t i) { return static_cast<std::size_t>(axes.at(i)); };
  if (name == "permute") return reordered(x, axes);
  if (name == "transpose") return transposed(x, axis(0), axis(1));
  if (name == "squeeze") return squeezed(x, axis(0));
  if (name == "unsqueeze") return unsqueezed(x, axis(0));
  if (name == "flatten") return flattened(x, axes);
  if (name == "argmax") return without(x, axis(0));
  if (name == "reshape") return reshaped(x, to, fits);
  if (name == "broadcast_to") return broadcast(x, to, fits);
  FAIL("an operation that there is not: " << name);
  return {};
}

// Carries out `permute<2, 0, 1>(x)`, or calls inside calls.
Numbers carry_out(Reader& code, const Numbers& x, const Numbers& fits) {
  const std::string name = code.take_name();
  if (name == "x") return x;
  Numbers axes;
  AskedShape to;
  if (code.take("<")) {
    if (!code.is_at_digit()) to = code.take_shape();
    while (code.is_at_digit()) {
      axes.push_back(code.take_number());
      code.take(", ");
    }
    REQUIRE(code.take(">"));
  }
  REQUIRE(code.take("("));
  const Numbers inner = carry_out(code, x, fits);
  REQUIRE(code.take(")"));
  return carry_out_one(name, axes, to, inner, fits);
}

bool leading_aside(const Numbers& numbers, const AskedShape& wanted) {
  if (numbers.empty() || numbers.size() != wanted.size()) return false;
  AskedShape rest = wanted;
  rest[0] = {};
  return satisfies(numbers, rest);
}

std::string code_in(const std::string& text) {
  const std::size_t colon = text.find(": ");
  return colon == std::string::npos ? "" : text.substr(colon + 2);
}

void check_steps(const Evidence& evidence, const Hint& hint) {
  const Numbers fits = numbers_of(hint.fits);
  const AskedShape wanted = asked_of(evidence.wanted);
  if (hint.has_other_leading) CHECK(leading_aside(fits, wanted));
  else CHECK(satisfies(fits, wanted));
  CHECK(hint.has_other_leading == (std::string(hint.text.c_str()).find(", not ") != std::string::npos));
  if (hint.cause == Cause::class_ids) return;  // says what to do, not how
  Reader code(code_in(hint.text.c_str()));
  CHECK(carry_out(code, numbers_of(evidence.found), fits) == fits);
  if (code.take(" is ")) CHECK(satisfies(fits, code.take_shape()));
  CHECK(code.is_at_end());
}

// Every door that the text offers lets the data in.
void check_doors(const Evidence& evidence, const Hint& hint) {
  const std::string text = hint.text.c_str();
  int doors = 0;
  for (std::size_t at = text.find("as<"); at != std::string::npos; at = text.find("as<", at + 1)) {
    Reader code(text.substr(at + 3));
    const AskedShape shape = code.take_shape();
    REQUIRE(code.take(">"));
    if (evidence.is_flat) CHECK(fills(evidence.found[0].number, shape));
    else CHECK(satisfies(numbers_of(evidence.found), shape));
    ++doors;
  }
  CHECK(doors > 0);
}

void check_bytes(const Evidence& evidence, const Hint& hint) {
  const AskedShape wanted = asked_of(evidence.wanted);
  const std::int64_t found = product(numbers_of(evidence.found));
  if (hint.cause == Cause::byte_count) {
    CHECK(fills(found / bytes_of(evidence.wanted_element), wanted));
    CHECK(found % bytes_of(evidence.wanted_element) == 0);
    return;
  }
  const std::int64_t bytes = found * bytes_of(evidence.found_element);
  CHECK(bytes % bytes_of(hint.element) == 0);
  CHECK(bytes_of(hint.element) != bytes_of(evidence.found_element));
  CHECK(fills(bytes / bytes_of(hint.element), wanted));
}

void check_cut_off(const Evidence& evidence, const Hint& hint) {
  CHECK(evidence.is_flat);
  CHECK_FALSE(fills(evidence.found[0].number, asked_of(evidence.wanted)));
  CHECK(std::string(hint.text.c_str()).find(std::to_string(evidence.found[0].number) + " elements") == 0);
}

bool is_plain_ascii(const std::string& text) {
  for (const char letter : text) {
    if (letter < ' ' || letter > '~') return false;
  }
  return !text.empty() && text.back() != '.' && (std::isupper(text[0]) == 0 || text.find("RGB") == 0);
}

// How often each cause was met.
using Met = std::map<Cause, int>;

void check(const Evidence& evidence, Met& met) {
  const Hints hints = explain(evidence);
  INFO(sentence_of(evidence.found, evidence.is_flat ? " (a count)" : "", " for ", evidence.wanted, hints).c_str());
  std::set<std::string> texts;
  for (const Hint& hint : hints) {
    ++met[hint.cause];
    CHECK(is_plain_ascii(hint.text.c_str()));
    CHECK(texts.insert(hint.text.c_str()).second);
    const bool is_about_bytes = hint.cause == Cause::byte_count || hint.cause == Cause::bytes_of_other_element;
    if (hint.step_count > 0) check_steps(evidence, hint);
    else if (is_about_bytes) check_bytes(evidence, hint);
    else if (hint.cause == Cause::cut_off) check_cut_off(evidence, hint);
    else check_doors(evidence, hint);
  }
  const bool fits = evidence.is_flat ? fills(evidence.found[0].number, asked_of(evidence.wanted))
                                     : satisfies(numbers_of(evidence.found), asked_of(evidence.wanted));
  if (fits) CHECK(hints.count == 0);
}

// Made-up shapes, of extents that are easily mistaken for each other.
class Inventor {
 public:
  explicit Inventor(unsigned seed) : random_(seed) {}

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }

  ElementType element() { return static_cast<ElementType>(below(element_type_count)); }

  std::int64_t extent() {
    constexpr std::int64_t extents[] = {0, 1, 1, 2, 3, 3, 4, 5, 7, 8, 10, 12, 16, 16, 28, 28, 32, 32, 33, 64, 784};
    return extents[below(std::size(extents))];
  }

  Numbers numbers(int rank) {
    Numbers result;
    for (int i = 0; i < rank; ++i) result.push_back(extent());
    return result;
  }

  // A shape that these numbers may well satisfy.
  ShapeValue shape_for(const Numbers& numbers) {
    ShapeValue shape;
    for (const std::int64_t number : numbers) {
      constexpr Extent names[] = {N, M, H, W};
      const Extent& name = names[below(4)];
      switch (below(12)) {
        case 0:
          shape.push_back(name);
          break;
        case 1:
          shape.push_back(dyn);
          break;
        case 2:
          shape.push_back(ExtentValue(number, name));
          break;
        case 3:
          shape.push_back(below(4) == 0 ? ExtentValue(2 * name) : ExtentValue(number));
          break;
        default:
          shape.push_back(number);
      }
    }
    if (below(3) == 0 && !numbers.empty()) shape[0] = N;
    return shape;
  }

  // One of the mistakes that people make, or something near it.
  Numbers mistaken(Numbers x) {
    const std::size_t any = static_cast<std::size_t>(below(static_cast<int>(x.size()) + 1));
    const auto at = x.begin() + static_cast<std::ptrdiff_t>(any);
    const bool is_axis = any < x.size();
    switch (below(12)) {
      case 0:
        x.insert(at, 1);
        break;
      case 1:
        x.insert(at, extent());
        break;
      case 2:
        if (is_axis) x.erase(at);
        break;
      case 3:
        if (is_axis) *at = extent();
        break;
      case 4:
        if (is_axis) *at += below(2) == 0 || *at == 0 ? 1 : -1;
        break;
      case 5:
        std::reverse(x.begin(), x.end());
        break;
      case 6:
        std::shuffle(x.begin(), x.end(), random_);
        break;
      case 7:
        std::rotate(x.begin(), at, x.end());
        break;
      case 8:
        if (any + 1 < x.size()) std::swap(x[any], x[any + 1]);
        break;
      case 9:
        if (any + 1 < x.size()) x = flattened(x, {static_cast<std::int64_t>(any)});
        break;
      case 10:
        if (is_axis && *at % 4 == 0) *at /= 4, x.insert(at, 4);
        break;
      default:
        if (is_axis) *at *= 1 << below(4);
    }
    if (x.size() > ShapeValue::max_rank) x.resize(ShapeValue::max_rank);
    return x;
  }

 private:
  std::mt19937 random_;
};

ShapeValue shape_of(const Numbers& numbers) {
  ShapeValue shape;
  for (const std::int64_t number : numbers) shape.push_back(number);
  return shape;
}

}  // namespace

TEST_CASE("what a hint suggests fits, for shapes that are one or two mistakes away") {
  Inventor inventor(1);
  Met met;
  for (int i = 0; i < 40000; ++i) {
    const Numbers meant = inventor.numbers(inventor.below(6));
    Numbers found = inventor.mistaken(meant);
    if (inventor.below(3) == 0) found = inventor.mistaken(found);
    Evidence evidence{.found = shape_of(found), .wanted = inventor.shape_for(meant)};
    evidence.found_element = evidence.wanted_element = inventor.element();
    if (inventor.below(3) == 0) evidence.found_element = inventor.element();
    evidence.is_fortran_order = inventor.below(8) == 0;
    check(evidence, met);
  }
  for (int cause = 0; cause <= static_cast<int>(Cause::whole_batch); ++cause) {
    INFO("cause " << cause);
    // No name here is declared; memory is asked below.
    constexpr Cause others[] = {Cause::cut_off, Cause::no_multiple, Cause::too_short};
    if (std::count(std::begin(others), std::end(others), static_cast<Cause>(cause)) > 0) continue;
    CHECK(met[static_cast<Cause>(cause)] > 10);
  }
}

TEST_CASE("what a hint suggests fits, for counts of elements") {
  Inventor inventor(2);
  Met met;
  for (int i = 0; i < 60000; ++i) {
    const Numbers meant = inventor.numbers(1 + inventor.below(4));
    Evidence evidence{.found = product(inventor.mistaken(meant)), .wanted = inventor.shape_for(meant), .is_flat = true};
    evidence.found_element = evidence.wanted_element = inventor.element();
    if (inventor.below(3) == 0) evidence.found_element = inventor.element();
    check(evidence, met);
  }
  for (const Cause cause : {Cause::bytes_of_other_element, Cause::byte_count, Cause::channel_count, Cause::cut_off,
                            Cause::image_size, Cause::other_leading}) {
    INFO("cause " << static_cast<int>(cause));
    CHECK(met[cause] > 50);
  }
}

TEST_CASE("shapes that have nothing to do with each other get no false hint") {
  Inventor inventor(3);
  Met met;
  for (int i = 0; i < 20000; ++i) {
    const Numbers other = inventor.numbers(inventor.below(9));
    check({.found = shape_of(inventor.numbers(inventor.below(9))), .wanted = inventor.shape_for(other)}, met);
  }
}

TEST_CASE("what fits gets no hint") {
  Inventor inventor(4);
  int fitting = 0;
  for (int i = 0; i < 20000; ++i) {
    const Numbers numbers = inventor.numbers(inventor.below(9));
    const ShapeValue wanted = inventor.shape_for(numbers);
    if (!satisfies(numbers, asked_of(wanted))) continue;
    ++fitting;
    CHECK(explain({.found = shape_of(numbers), .wanted = wanted}).count == 0);
    if (fills(product(numbers), asked_of(wanted))) {
      CHECK(explain({.found = product(numbers), .wanted = wanted, .is_flat = true}).count == 0);
    }
  }
  CHECK(fitting > 5000);
}

TEST_CASE("bytes taken for elements are named for every two element types of other size") {
  for (int found = 0; found < element_type_count; ++found) {
    for (int wanted = 0; wanted < element_type_count; ++wanted) {
      const auto from = static_cast<ElementType>(found);
      const auto to = static_cast<ElementType>(wanted);
      const std::int64_t bytes = 48 * 1024;
      const Evidence evidence{.found = bytes / bytes_of(from),
                              .wanted = bytes / bytes_of(to),
                              .is_flat = true,
                              .found_element = from,
                              .wanted_element = to};
      bool is_named = false;
      for (const Hint& hint : explain(evidence)) {
        is_named = is_named || (hint.cause == Cause::bytes_of_other_element && hint.element == to);
      }
      CHECK(is_named == (bytes_of(from) != bytes_of(to)));
    }
  }
}

// Names and unknown extents on the found side, as at compile time: no step may contradict what is known.
TEST_CASE("where extents are not known yet, nothing that is known contradicts a hint") {
  Inventor inventor(5);
  for (int i = 0; i < 20000; ++i) {
    const Numbers meant = inventor.numbers(inventor.below(6));
    const Evidence evidence{.found = inventor.shape_for(inventor.mistaken(meant)), .wanted = inventor.shape_for(meant)};
    for (const Hint& hint : explain(evidence)) {
      if (hint.step_count == 0 || hint.has_other_leading) continue;
      INFO(sentence_of(evidence.found, " for ", evidence.wanted, ": ", hint.text).c_str());
      REQUIRE(hint.fits.rank == evidence.wanted.rank);
      for (int axis = 0; axis < hint.fits.rank; ++axis) {
        const ExtentValue& fits = hint.fits[axis];
        const ExtentValue& wanted = evidence.wanted[axis];
        if (fits.is_known() && wanted.is_known()) CHECK(fits.number == wanted.number);
        if (fits.is_named() && wanted.is_named()) CHECK(fits.symbol == wanted.symbol);
      }
    }
  }
}

// The numbers in a text, in their order.
static std::vector<std::int64_t> numbers_in(const std::string& text) {
  std::vector<std::int64_t> numbers;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (std::isdigit(text[at]) == 0) continue;
    std::size_t length = 0;
    numbers.push_back(std::stoll(text.substr(at), &length));
    at += length;
  }
  return numbers;
}

TEST_CASE("what a hint says of an axis that is declared is true") {
  int multiples = 0;
  int short_ones = 0;
  for (const Extent& name : {axis("H").multiple_of(16), axis("H").at_least(3), axis("H").at_least(33).multiple_of(8)}) {
    const auto is_good = [&name](std::int64_t number) { return detail::may_hold(name, number); };
    for (std::int64_t number = 1; number < 100; ++number) {
      for (const int place : {0, 1}) {
        const ShapeValue wanted = place == 0 ? ShapeValue{name, 7} : ShapeValue{7, name};
        const ShapeValue found = place == 0 ? ShapeValue{number, 7} : ShapeValue{7, number};
        const Hints hints = explain({.found = found, .wanted = wanted});
        INFO(sentence_of(found, " for ", wanted, hints).c_str());
        const bool is_said = std::any_of(hints.begin(), hints.end(), [&](const Hint& hint) {
          const auto said = numbers_in(hint.text.c_str());
          if (hint.cause == Cause::no_multiple) {
            ++multiples;
            // axis, found, the multiple, and what would do: each of them nearest.
            for (std::size_t i = 3; i < said.size(); ++i) {
              CHECK(is_good(said[i]));
              const std::int64_t step = said[i] < number ? -1 : 1;
              for (std::int64_t nearer = number; nearer != said[i]; nearer += step) CHECK_FALSE(is_good(nearer));
            }
            CHECK(said.size() >= 4);
            return said[0] == place && said[1] == number && number % said[2] != 0;
          }
          if (hint.cause == Cause::too_short) ++short_ones;
          return (hint.cause == Cause::too_short || hint.cause == Cause::remainder_batch) && is_good(said.back()) &&
                 number < said.back() && !is_good(said.back() - 1);
        });
        CHECK(is_said == !is_good(number));
      }
    }
  }
  CHECK(multiples > 100);
  CHECK(short_ones > 1);
}
