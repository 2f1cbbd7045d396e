// SPDX-License-Identifier: BSL-1.0
// Which numbers can an image step be told? Probabilities, deviations, angles, zooms and how far colors change.
// run time only: tests/data/image_numbers.cpp
#pragma once

#include "../detail/decimal.hpp"
#include "ruling.hpp"

namespace shapeproof {

// From `low` to `high`, what a random step draws from; a number alone is both.
struct DrawRange {
  double low = 0;   // included
  double high = 0;  // not below `low`
};

// A probability lies between 0 and 1.
constexpr Ruling chance_rule(const char* step, double probability, Refusal* why = nullptr) {
  if (!(probability >= 0 && probability <= 1)) {
    return refuse(why) << step << ": a probability of " << detail::Decimal{probability}
                       << ", wanted is one from 0 to 1";
  }
  return allow({});
}

// A range's ends lie between `least` and `most`, in their order.
constexpr Ruling range_rule(const char* step, const char* what, const DrawRange& range, double least, double most,
                            Refusal* why = nullptr) {
  if (!(least <= range.low && range.low <= most) && range.low == range.high) {
    return refuse(why) << step << ": " << what << " of " << detail::Decimal{range.low} << ", wanted is one from "
                       << detail::Decimal{least} << " to " << detail::Decimal{most};
  }
  if (!(least <= range.low && range.low <= range.high && range.high <= most)) {
    return refuse(why) << step << ": " << what << " from " << detail::Decimal{range.low} << " to "
                       << detail::Decimal{range.high} << ", wanted is a range from " << detail::Decimal{least} << " to "
                       << detail::Decimal{most};
  }
  return allow({});
}

// Deviations are positive: nothing is divided by 0.
constexpr Ruling deviations_rule(const double* deviations, int count, Refusal* why = nullptr) {
  for (int i = 0; i < count; ++i) {
    if (!(deviations[i] > 0) || !detail::is_finite(deviations[i])) {
      return refuse(why) << "normalize: the standard deviation of channel " << i << " is "
                         << detail::Decimal{deviations[i]} << "; it is above 0";
    }
  }
  return allow({});
}

// There are as many samples named as there are images.
constexpr Ruling samples_rule(std::int64_t named, std::int64_t images, Refusal* why = nullptr) {
  if (named != images) {
    return refuse(why) << "pipeline: " << named << " samples are named for " << images
                       << " images; one of each is wanted, or none";
  }
  return allow({});
}

}  // namespace shapeproof
