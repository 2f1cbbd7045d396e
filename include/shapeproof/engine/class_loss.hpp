// SPDX-License-Identifier: BSL-1.0
// What is the loss of a class? The logarithm of its probability, weighted, and smoothed over all classes. Sums are kept in
// double, in order; the work is small beside that of the logarithms.
#pragma once

#include <utility>

#include "along.hpp"

namespace shapeproof::engine {

// Logarithms of probabilities, [outer, classes, inner], with a weight for each class or none.
template <class T>
struct ClassLoss {
  const T* log_probabilities;
  Along classes;
  const T* weight = nullptr;
  double smoothing = 0;
  std::int64_t ignored = 0;

  [[nodiscard]] double log_of(std::int64_t place, std::int64_t id) const {
    return static_cast<double>(log_probabilities[place + id * classes.inner]);
  }
  [[nodiscard]] double weight_of(std::int64_t id) const {
    return weight == nullptr ? 1 : static_cast<double>(weight[id]);
  }
};

// The sum of losses, and of the weights that a mean divides by.
struct ClassLossSum {
  double loss = 0;
  double weight = 0;
};

// Calls loss(place, sample) for each sample, `place` being where the score of its first class stands.
template <class Loss>
void for_each_sample(const Along& classes, const Loss& loss) {
  for (std::int64_t o = 0, sample = 0; o < classes.outer; ++o) {
    for (std::int64_t i = 0; i < classes.inner; ++i) loss(o * classes.count * classes.inner + i, sample++);
  }
}

// Where the first id stands that is no class, and not the ignored one either; -1 where there is none.
template <class Id>
std::int64_t first_bad_class(const Id* ids, std::int64_t count, std::int64_t classes, std::int64_t ignored) {
  for (std::int64_t i = 0; i < count; ++i) {
    const bool is_class = std::cmp_greater_equal(ids[i], 0) && std::cmp_less(ids[i], classes);
    if (!is_class && !std::cmp_equal(ids[i], ignored)) return i;
  }
  return -1;
}

// each[sample] = (1 - s) * -w[id] * log p[id] + s / C * sum over c of -w[c] * log p[c]; 0 of what is ignored. `each` may be
// nullptr.
template <class T, class Id>
ClassLossSum loss_of_ids(const ClassLoss<T>& what, const Id* ids, T* each) {
  ClassLossSum sum;
  for_each_sample(what.classes, [&](std::int64_t place, std::int64_t sample) {
    double loss = 0;
    if (!std::cmp_equal(ids[sample], what.ignored)) {
      const auto id = static_cast<std::int64_t>(ids[sample]);
      double of_all = 0;
      for (std::int64_t c = 0; what.smoothing > 0 && c < what.classes.count; ++c) {
        of_all -= what.weight_of(c) * what.log_of(place, c);
      }
      loss = (what.smoothing - 1) * what.weight_of(id) * what.log_of(place, id) +
             what.smoothing / static_cast<double>(what.classes.count) * of_all;
      sum.loss += loss;
      sum.weight += what.weight_of(id);
    }
    if (each != nullptr) each[sample] = static_cast<T>(loss);
  });
  return sum;
}

// each[sample] = sum over c of -w[c] * ((1 - s) * target[c] + s / C) * log p[c].
template <class T>
ClassLossSum loss_of_probabilities(const ClassLoss<T>& what, const T* target, T* each) {
  ClassLossSum sum;
  const double floor = what.smoothing / static_cast<double>(what.classes.count);
  for_each_sample(what.classes, [&](std::int64_t place, std::int64_t sample) {
    double loss = 0;
    for (std::int64_t c = 0; c < what.classes.count; ++c) {
      const auto wanted = static_cast<double>(target[place + c * what.classes.inner]);
      loss -= what.weight_of(c) * ((1 - what.smoothing) * wanted + floor) * what.log_of(place, c);
    }
    sum.loss += loss;
    sum.weight += 1;
    if (each != nullptr) each[sample] = static_cast<T>(loss);
  });
  return sum;
}

// How many samples have the score of their class among the k largest; of equal ones the first counts as larger.
template <class T, class Id>
std::int64_t count_hits(const T* scores, const Along& classes, const Id* ids, std::int64_t k) {
  std::int64_t hits = 0;
  for_each_sample(classes, [&](std::int64_t place, std::int64_t sample) {
    const auto id = static_cast<std::int64_t>(ids[sample]);
    const T score = scores[place + id * classes.inner];
    std::int64_t larger = 0;
    for (std::int64_t c = 0; c < classes.count; ++c) {
      const T other = scores[place + c * classes.inner];
      // NaN is never a hit.
      larger += !(other < score) && (other != score || c < id || score != score) ? 1 : 0;
    }
    hits += larger < k ? 1 : 0;
  });
  return hits;
}

}  // namespace shapeproof::engine
