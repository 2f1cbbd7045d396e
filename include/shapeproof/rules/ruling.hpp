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

struct Ruling {
  bool holds = false;
  bool checks_at_run_time = false;
  ShapeValue result{};
};

// Why a rule was broken: the sentence, and the facts that ShapeError carries.
struct Refusal {
  Sentence sentence{};
  ShapeValue expected{};
  ShapeValue found{};
  int axis = -1;
};

// The end of a rule that is broken; becomes a Ruling that does not hold.
class Objection {
 public:
  constexpr explicit Objection(Refusal* why) : why_(why) {}

  template <class Part>
  constexpr const Objection& operator<<(const Part& part) const {
    if (why_ != nullptr) why_->sentence << part;
    return *this;
  }
  constexpr operator Ruling() const { return {}; }  // NOLINT(google-explicit-constructor)

 private:
  Refusal* why_;
};

constexpr Objection refuse(Refusal* why, int axis = -1) {
  if (why != nullptr) why->axis = axis;
  return Objection(why);
}

constexpr Ruling allow(const ShapeValue& result, bool checks_at_run_time = false) {
  return {true, checks_at_run_time, result};
}

}  // namespace shapeproof
