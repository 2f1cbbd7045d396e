// SPDX-License-Identifier: BSL-1.0
// What came of an operation, its result or what it says instead, so that two forms of it can be compared.
#pragma once

#include <shapeproof/ops/equal.hpp>

#include "samples.hpp"

namespace samples {

using Int = std::int32_t;

struct Outcome {
  DynamicTensor<Int> result{};
  std::string sentence{};

  friend bool operator==(const Outcome& a, const Outcome& b) {
    return a.sentence == b.sentence && a.result == b.result;
  }
};

template <class Operation>
Outcome outcome_of(const Operation& operation) {
  Outcome outcome;
  outcome.sentence = shape_error([&] { outcome.result = DynamicTensor<Int>(operation()); });
  return outcome;
}

}  // namespace samples
