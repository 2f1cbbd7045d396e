// SPDX-License-Identifier: BSL-1.0
// How is a mistake that somebody reported restated? By the shape that data had and the shape that was wanted, at the door where
// this library meets it:
//
//   refused       the door throws, and its error says what was wanted, what was found and on which axis
//   explained     the cause that the report came to is among the first two hints, and in the error's text
//   false alarm   the repaired twin is refused
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <shapeproof/convert.hpp>

#include "../catch.hpp"

namespace real {

using namespace shapeproof;

inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H"), W = axis("W");
// What a model with that many steps that halve an image needs: so many places, or a multiple of so many.
inline constexpr auto High2 = axis("H").at_least(2), Wide2 = axis("W").at_least(2);
inline constexpr auto High3 = axis("H").at_least(3), Wide3 = axis("W").at_least(3);
inline constexpr auto High4 = axis("H").at_least(4), Wide4 = axis("W").at_least(4);
inline constexpr auto High32 = axis("H").at_least(32), Wide32 = axis("W").at_least(32);
inline constexpr auto High16 = axis("H").multiple_of(16), Wide16 = axis("W").multiple_of(16);
inline constexpr auto High32s = axis("H").multiple_of(32), Wide32s = axis("W").multiple_of(32);
inline constexpr auto Several = axis("N").at_least(2);

// `origin` is where it was reported.
struct Situation {
  const char* what;
  const char* origin;
  ShapeValue found;  // of memory: the count
  Cause cause;
  ShapeValue repaired;
};

struct Row {
  const char* name = "";
  int cases = 0;
  int refused = 0;
  int by_first_hint = 0;
  int by_second_hint = 0;
  int false_alarms = 0;

  [[nodiscard]] int explained() const { return by_first_hint + by_second_hint; }
};

// Elements that no door reads, so that no memory is needed for them. A small tensor would hold them itself: it gets real ones.
template <class T>
DynamicTensor<T> unread(const ShapeValue& shape) {
  const Extents extents(shape);
  if (extents.count() <= detail::max_inline_bytes) return DynamicTensor<T>(shape);
  static T nothing{};
  struct Nobody {};
  return detail::Access::make<DynamicTensor<T>>(
      detail::SharedElements<T>(Buffer::adopt(&nothing, Nobody{}, false), &nothing), extents);
}

// Counts, class by class.
class Table {
 public:
  void begin(const char* name) { rows_.push_back({name}); }

  // Data with axes, as a file or a decoder gives it.
  template <class To>
  void door(const Situation& situation) {
    const auto open = [](const ShapeValue& shape) { (void)as<To>(unread<float>(shape)); };
    const bool ranks_are_equal = situation.found.rank == To::rank;
    add(situation, {.found = situation.found, .wanted = To::value}, open,
        sentence_of("as ", AsList{situation.found}, ", are wanted as ", AsList{To::value}), ranks_are_equal);
  }
  // Memory without axes.
  template <class To>
  void memory(const Situation& situation) {
    const auto open = [](const ShapeValue& shape) {
      static const float nothing = 0;
      struct Nobody {};
      (void)adopt<To>(&nothing, shape.count().number, Nobody{});
    };
    add(situation, {.found = situation.found, .wanted = To::value, .is_flat = true}, open,
        sentence_of(situation.found.count(), " elements cannot fill ", To::value), false);
  }
  // A file of other elements, whatever its shape is.
  template <class Wanted, class Found, class To>
  void elements(const char* what, const char* origin, const ShapeValue& shape) {
    INFO(what << ", " << origin);
    Row& row = next();
    try {
      (void)as<Wanted, To>(AnyTensor(unread<Found>(shape)));
    } catch (const ElementTypeError& error) {
      row.refused += error.expected() == element_type<Wanted> && error.found() == element_type<Found> ? 1 : 0;
      const std::string text = error.what();
      const bool says_both = text.find(name_of(element_type<Wanted>)) != std::string::npos &&
                             text.find(name_of(element_type<Found>)) != std::string::npos;
      row.by_first_hint += says_both ? 1 : 0;
    }
    CHECK(row.refused == row.cases);
    CHECK_NOTHROW(as<Wanted, To>(AnyTensor(unread<Wanted>(shape))));
  }

  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }
  // What no hint named, for whoever wants to teach the library more.
  [[nodiscard]] const std::vector<std::string>& unexplained() const { return unexplained_; }

 private:
  Row& next() {
    ++rows_.back().cases;
    return rows_.back();
  }

  // 0 where the true cause is not named.
  static int place_of(const Hints& hints, Cause cause, const std::string& text) {
    for (int i = 0; i < hints.count; ++i) {
      const bool is_said = text.find(hints.hints[i].text.c_str()) != std::string::npos;
      if (hints.hints[i].cause == cause && is_said) return i + 1;
    }
    return 0;
  }

  // Whether an axis is named that is at fault: one whose extent is not the wanted one.
  static bool names_an_axis(const ShapeError& error) {
    const int axis = error.axis();
    if (axis < 0 || axis >= error.found().rank) return false;
    return !convert_rule("", ShapeValue(error.found()[axis]), ShapeValue(error.expected()[axis])).holds;
  }

  template <class Open>
  void add(const Situation& situation, const Evidence& evidence, const Open& open, const Sentence& says,
           bool wants_axis) {
    Row& row = next();
    std::string text = "it was let in";
    try {
      open(situation.found);
    } catch (const ShapeError& error) {
      text = error.what();
      const bool has_facts = error.expected() == evidence.wanted && error.found() == evidence.found;
      const bool says_both = text.find(says.c_str()) != std::string::npos;
      row.refused += has_facts && says_both && (!wants_axis || names_an_axis(error)) ? 1 : 0;
    }
    INFO(situation.what << ", " << situation.origin << ": " << text);
    CHECK(row.refused == row.cases);
    const int place = place_of(explain(evidence), situation.cause, text);
    row.by_first_hint += place == 1 ? 1 : 0;
    row.by_second_hint += place == 2 ? 1 : 0;
    if (place != 1 && place != 2) unexplained_.push_back(std::string(situation.what) + ", " + situation.origin);
    try {
      open(situation.repaired);
    } catch (const ShapeError& error) {
      ++row.false_alarms;
      FAIL_CHECK("the repaired twin is refused: " << error.what());
    }
  }

  std::vector<Row> rows_;
  std::vector<std::string> unexplained_;
};

void reshape_cases(Table& table);
void label_cases(Table& table);
void batch_axis_cases(Table& table);
void channel_cases(Table& table);
void window_cases(Table& table);
void image_cases(Table& table);
void feature_cases(Table& table);
void buffer_cases(Table& table);

}  // namespace real
