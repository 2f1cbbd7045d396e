// SPDX-License-Identifier: BSL-1.0
// What does a shape rule answer? A Ruling: whether the shapes fit, the shape that comes out, and whether something is
// left to compare at run time. Where they do not fit, the sentence is written only if somebody wants to read it.
//
// A rule is a constexpr function
//   Ruling some_rule(const ShapeValue& operand, ..., Refusal* why);
// and each of its refusals is one statement
//   if (misfit) return refuse(why, axis) << "operation: what was found, what was wanted";
#pragma once

#include "../shape_value.hpp"

namespace shapeproof {

// What a rule says.
struct Ruling {
  bool holds = false;               // whether it fits
  bool checks_at_run_time = false;  // whether run time has to look at numbers too
  ShapeValue result{};              // the shape that comes out
};

// Why a rule was broken: the sentence, and the facts that ShapeError carries.
struct Refusal {
  Sentence sentence{};    // why not
  ShapeValue expected{};  // what is wanted
  ShapeValue found{};     // what was found
  int axis = -1;          // the first one at fault; -1 where it is no single one
};

// The end of a rule that is broken; becomes a Ruling that does not hold.
class Objection {
 public:
  // Writes to `why`, or nowhere where that is nullptr.
  constexpr explicit Objection(Refusal* why) : why_(why) {}

  // Adds a part to the sentence.
  template <class Part>
  constexpr const Objection& operator<<(const Part& part) const {
    if (why_ != nullptr) why_->sentence << part;
    return *this;
  }
  // No.
  constexpr operator Ruling() const { return {}; }  // NOLINT(google-explicit-constructor)

 private:
  Refusal* why_;
};

// Begins a refusal: return refuse(why) << "...".
constexpr Objection refuse(Refusal* why, int axis = -1) {
  if (why != nullptr) why->axis = axis;
  return Objection(why);
}

// Says yes, and what comes out.
constexpr Ruling allow(const ShapeValue& result, bool checks_at_run_time = false) {
  return {true, checks_at_run_time, result};
}

}  // namespace shapeproof
