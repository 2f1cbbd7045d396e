// SPDX-License-Identifier: BSL-1.0
// How is a mistake that somebody reported restated? By the shape that data had and the shape that was wanted, at the door where
// this library meets it:
//
//   refused       the door throws, and its error says what was wanted, what was found and on which axis
//   explained     the cause that the report came to is among the first two hints, and in the error's text
//   false alarm   the repaired twin is refused
//
// Each case is printed as a line, of which table.py makes the table that ./dev test ends with.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <shapeproof/convert.hpp>

#include "catch.hpp"

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

// Where a mistake shows: only in data; or nowhere, because elsewhere it is legal and a law of this library refuses it.
enum class Tier { data, legal };

// What became of one mistake. `hint` is the place of the true cause among the hints, 0 where it is not named.
struct Case {
  const char* group;
  Tier tier;
  const char* what;
  const char* origin;
  bool is_refused = false;
  int hint = 0;
  bool is_false_alarm = false;

  [[nodiscard]] bool is_explained() const { return hint == 1 || hint == 2; }
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

// Holds what became of each, class by class. Classes are called as the folders of compile_fail_tests/real/ are.
class Table {
 public:
  void begin(const char* group) { group_ = group; }

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
  void elements(const char* what, const char* origin, const ShapeValue& shape, Tier tier = Tier::data) {
    Case& each = next(tier, what, origin);
    std::string text = "it was let in";
    try {
      (void)as<Wanted, To>(AnyTensor(unread<Found>(shape)));
    } catch (const ElementTypeError& error) {
      text = error.what();
      each.is_refused = error.expected() == element_type<Wanted> && error.found() == element_type<Found>;
      const bool says_both = text.find(name_of(element_type<Wanted>)) != std::string::npos &&
                             text.find(name_of(element_type<Found>)) != std::string::npos;
      each.hint = says_both ? 1 : 0;
    }
    INFO(what << ", " << origin << ": " << text);
    CHECK(each.is_refused);
    let_in(each, [&] { (void)as<Wanted, To>(AnyTensor(unread<Wanted>(shape))); });
  }
  // What is legal elsewhere, and refused here with the sentence `says`.
  template <class Mistake, class Repaired>
  void law(const char* what, const char* origin, const char* says, const Mistake& mistake, const Repaired& repaired) {
    Case& each = next(Tier::legal, what, origin);
    std::string text = "it was let in";
    try {
      mistake();
    } catch (const Error& error) {
      text = error.what();
      each.is_refused = text.find(says) != std::string::npos;
    }
    INFO(what << ", " << origin << ": " << text);
    CHECK(each.is_refused);
    let_in(each, repaired);
  }

  [[nodiscard]] const std::vector<Case>& cases() const { return cases_; }

 private:
  Case& next(Tier tier, const char* what, const char* origin) {
    cases_.push_back({group_, tier, what, origin});
    return cases_.back();
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
    Case& each = next(Tier::data, situation.what, situation.origin);
    std::string text = "it was let in";
    try {
      open(situation.found);
    } catch (const ShapeError& error) {
      text = error.what();
      const bool has_facts = error.expected() == evidence.wanted && error.found() == evidence.found;
      const bool says_both = text.find(says.c_str()) != std::string::npos;
      each.is_refused = has_facts && says_both && (!wants_axis || names_an_axis(error));
    }
    INFO(situation.what << ", " << situation.origin << ": " << text);
    CHECK(each.is_refused);
    each.hint = place_of(explain(evidence), situation.cause, text);
    let_in(each, [&] { open(situation.repaired); });
  }

  template <class Repaired>
  static void let_in(Case& each, const Repaired& repaired) {
    try {
      repaired();
    } catch (const Error& error) {
      each.is_false_alarm = true;
      FAIL_CHECK("the repaired twin is refused: " << error.what());
    }
  }

  const char* group_ = "";
  std::vector<Case> cases_;
};

void reshape_cases(Table& table);
void loss_cases(Table& table);
void batch_cases(Table& table);
void channel_cases(Table& table);
void window_cases(Table& table);
void image_cases(Table& table);
void feature_cases(Table& table);
void sequence_cases(Table& table);
void file_cases(Table& table);

}  // namespace real
