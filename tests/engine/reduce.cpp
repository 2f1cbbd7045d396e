// SPDX-License-Identifier: BSL-1.0
// Are any axes of any shape folded as plain loops in double fold them? Thousands of random shapes and sets of axes, and
// shapes large enough to be cut into pieces.
#include <shapeproof/engine/reduce.hpp>

#include <cmath>
#include <memory>
#include <random>
#include <vector>

#include <shapeproof/engine/parallel.hpp>

#include "catch.hpp"

using namespace shapeproof;

namespace {

std::mt19937& random_numbers() {
  static std::mt19937 random(20250301);
  return random;
}
int random_below(int end) { return static_cast<int>(random_numbers()() % static_cast<unsigned>(end)); }

template <class T>
std::vector<T> random_elements(const Extents& extents) {
  std::vector<T> elements(static_cast<std::size_t>(extents.count()));
  for (T& element : elements) {
    if constexpr (std::is_integral_v<T>) element = static_cast<T>(random_below(13) - 6);
    else element = static_cast<T>(static_cast<float>(random_below(2001) - 1000) / 256.0F);
  }
  return elements;
}

// For each position that is left, the elements that are folded, in their order.
template <class T>
std::vector<std::vector<double>> groups_of(const std::vector<T>& elements, const Extents& from, unsigned reduced) {
  Extents kept;
  for (int axis = 0; axis < from.rank; ++axis) {
    if ((reduced >> axis & 1U) == 0) kept[kept.rank++] = from[axis];
  }
  std::vector<std::vector<double>> groups(static_cast<std::size_t>(kept.count()));
  for (std::size_t i = 0; i < elements.size(); ++i) {
    auto rest = static_cast<std::int64_t>(i);
    std::int64_t place = 0, stride = 1;
    for (int axis = from.rank - 1; axis >= 0; rest /= from[axis], --axis) {
      if ((reduced >> axis & 1U) != 0) continue;
      place += rest % from[axis] * stride;
      stride *= from[axis];
    }
    groups[static_cast<std::size_t>(place)].push_back(static_cast<double>(static_cast<float>(elements[i])));
  }
  return groups;
}

// In long double: what they are compared with must not be off itself.
template <class Term>
double sum_of(const std::vector<double>& values, const Term& term) {
  long double sum = 0;
  for (const double value : values) sum += term(static_cast<long double>(value));
  return static_cast<double>(sum);
}
double sum_of(const std::vector<double>& values) {
  return sum_of(values, [](long double x) { return x; });
}
double size_of(const std::vector<double>& values) {
  return sum_of(values, [](long double x) { return std::abs(x); });
}
double squares_of(const std::vector<double>& values) {
  const double mean = sum_of(values) / static_cast<double>(values.size());
  return sum_of(values, [=](long double x) { return (x - mean) * (x - mean); });
}
double log_sum_exp_of(const std::vector<double>& values) {
  return std::log(sum_of(values, [](long double x) { return std::exp(x); }));
}
double length_of(const std::vector<double>& values) {
  return std::sqrt(sum_of(values, [](long double x) { return x * x; }));
}
template <class Compare>
std::int64_t first_of(const std::vector<double>& values, const Compare& better) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < values.size(); ++i) best = better(values[i], values[best]) ? i : best;
  return static_cast<std::int64_t>(best);
}

// How far a result of T may be away, for numbers of such a size.
template <class T>
double tolerance(double size) {
  const double epsilon = std::is_same_v<T, half> ? 0x1p-10 : std::is_same_v<T, float> ? 0x1p-23 : 0x1p-52;
  return std::is_integral_v<T> ? 0 : 8 * epsilon * size;
}

// A shape, and which of its axes are folded.
struct Folding {
  Extents extents;
  unsigned reduced;
};

Folding random_shape(int largest) {
  Folding shape{{}, 0};
  shape.extents.rank = random_below(6);
  for (int axis = 0; axis < shape.extents.rank; ++axis) shape.extents[axis] = 1 + random_below(largest);
  shape.reduced = static_cast<unsigned>(random_below(1 << shape.extents.rank));
  return shape;
}

// Shapes that are cut: along what is reduced, along columns, in one step and in several.
std::vector<Folding> large_shapes() {
  const auto shape = [](const ShapeValue& extents, unsigned reduced) { return Folding{Extents(extents), reduced}; };
  return {shape(ShapeValue(300000), 1), shape({70001, 3}, 1),        shape({3, 70001}, 2),
          shape({5000, 40}, 1),         shape({41, 3001}, 1),        shape({3001, 41}, 2),
          shape({7, 500, 60}, 2),       shape({60, 7, 500}, 5),      shape({3, 2, 3, 2, 3000, 2}, 21),
          shape({20, 30, 20, 30}, 5),   shape({20, 30, 20, 30}, 10), shape({9, 4, 2500}, 4)};
}

template <class T, class Operation, class Wanted>
bool agrees(const Operation& operation, const std::vector<T>& in, const Folding& shape, const Wanted& wanted) {
  const auto groups = groups_of(in, shape.extents, shape.reduced);
  const auto out = std::make_unique<typename Operation::template Result<T>[]>(groups.size());
  engine::reduce(operation, in.data(), shape.extents, shape.reduced, out.get());
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!wanted(static_cast<double>(out[i]), groups[i])) return false;
  }
  return true;
}

// wanted(values): what is wanted, and the size of what it was computed from.
template <class T, class Function, class Size>
auto near(const Function& function, const Size& size) {
  return [=](double found, const std::vector<double>& values) {
    return std::abs(found - function(values)) <= tolerance<T>(size(values));
  };
}

template <class T>
int failures_of(const Folding& shape) {
  const std::vector<T> in = random_elements<T>(shape.extents);
  const auto larger = [](double a, double b) { return a > b; };
  const auto smaller = [](double a, double b) { return a < b; };
  const auto is = [](const auto& function) {
    return
        [=](double found, const std::vector<double>& values) { return found == static_cast<double>(function(values)); };
  };
  const auto at = [](const std::vector<double>& values, std::int64_t place) {
    return values[static_cast<std::size_t>(place)];
  };
  int failures = 0;
  failures += !agrees<T>(engine::Sum{}, in, shape, near<T>([](const auto& v) { return sum_of(v); }, size_of));
  failures += !agrees<T>(engine::Largest{}, in, shape, is([=](const auto& v) { return at(v, first_of(v, larger)); }));
  failures += !agrees<T>(engine::Smallest{}, in, shape, is([=](const auto& v) { return at(v, first_of(v, smaller)); }));
  const bool has_one_place = shape.reduced == 0 || (shape.reduced & (shape.reduced - 1)) == 0;
  if (has_one_place) {
    failures += !agrees<T>(engine::PlaceOfLargest{}, in, shape, is([=](const auto& v) { return first_of(v, larger); }));
    failures +=
        !agrees<T>(engine::PlaceOfSmallest{}, in, shape, is([=](const auto& v) { return first_of(v, smaller); }));
  }
  failures += !agrees<T>(engine::Any{}, in, shape, is([](const auto& v) { return size_of(v) != 0; }));
  return failures;
}

template <class T>
int statistical_failures_of(const Folding& shape) {
  const std::vector<T> in = random_elements<T>(shape.extents);
  const auto count = [](const std::vector<double>& v) { return static_cast<double>(v.size()); };
  const auto mean = [=](const auto& v) { return sum_of(v) / count(v); };
  const auto variance = [=](const auto& v) { return squares_of(v) / count(v); };
  const auto one = [](const auto&) { return 4.0; };
  int failures = 0;
  failures += !agrees<T>(engine::Mean{}, in, shape, near<T>(mean, one));
  failures +=
      !agrees<T>(engine::Variance{0}, in, shape, near<T>(variance, [=](const auto& v) { return variance(v) + 1e-6; }));
  failures += !agrees<T>(engine::Deviation{{0}}, in, shape,
                         near<T>([=](const auto& v) { return std::sqrt(variance(v)); }, one));
  failures += !agrees<T>(engine::LogSumExp{}, in, shape, near<T>(log_sum_exp_of, one));
  failures += !agrees<T>(engine::Norm{2}, in, shape, near<T>(length_of, length_of));
  failures += !agrees<T>(engine::Norm{1}, in, shape, near<T>(size_of, size_of));
  return failures;
}

}  // namespace

TEST_CASE("reduce: any axes of small shapes, as plain loops do it") {
  int failures = 0;
  for (int i = 0; i < 1500; ++i) {
    const Folding shape = random_shape(i % 3 == 0 ? 12 : 5);
    failures += failures_of<float>(shape) + failures_of<std::int32_t>(shape) + failures_of<half>(shape);
    failures += statistical_failures_of<float>(shape) + statistical_failures_of<double>(shape);
  }
  CHECK(failures == 0);
}

TEST_CASE("reduce: shapes that are cut into pieces, as plain loops do it") {
  for (const Folding& shape : large_shapes()) {
    INFO("rank " << shape.extents.rank << ", first extent " << shape.extents[0] << ", axes " << shape.reduced);
    CHECK(failures_of<float>(shape) + failures_of<std::int32_t>(shape) + failures_of<half>(shape) == 0);
    CHECK(statistical_failures_of<float>(shape) + statistical_failures_of<double>(shape) == 0);
  }
}

TEST_CASE("reduce: no bit depends on the number of threads") {
  const int threads = engine::thread_count();
  for (const Folding& shape : large_shapes()) {
    const std::vector<float> in = random_elements<float>(shape.extents);
    std::vector<float> results[2];
    for (std::vector<float>& out : results) {
      engine::set_thread_count(&out == results ? 1 : 5);
      out.resize(in.size());
      engine::reduce(engine::Sum{}, in.data(), shape.extents, shape.reduced, out.data());
      engine::reduce(engine::Variance{}, in.data(), shape.extents, shape.reduced, out.data() + in.size() / 2);
    }
    CHECK(results[0] == results[1]);
  }
  engine::set_thread_count(threads);
}

TEST_CASE("sums of float keep a relative error of some 1e-7, whatever their length") {
  // 16 million numbers of one sign: a running sum in float would be off by more than 1e-3.
  std::vector<float> ones(1 << 24, 0.1F);
  const double wanted = static_cast<double>(0.1F) * static_cast<double>(ones.size());
  for (const ShapeValue& shape : {ShapeValue{1 << 24, 1}, ShapeValue{1 << 20, 1 << 4}}) {
    std::vector<float> sums(static_cast<std::size_t>(shape[1].number));
    engine::reduce(engine::Sum{}, ones.data(), Extents(shape), 1, sums.data());
    double sum = 0;
    for (const float part : sums) sum += static_cast<double>(part);
    CHECK(std::abs(sum / wanted - 1) < 1e-6);
  }
}

TEST_CASE("reduce: of nothing, and of numbers that are none") {
  const float nan = std::numeric_limits<float>::quiet_NaN();
  float sums[2] = {7, 7};
  engine::reduce(engine::Sum{}, static_cast<const float*>(nullptr), Extents(ShapeValue{2, 0}), 2, sums);
  CHECK((sums[0] == 0 && sums[1] == 0));
  engine::reduce(engine::LogSumExp{}, static_cast<const float*>(nullptr), Extents(ShapeValue{2, 0}), 2, sums);
  CHECK((std::isinf(sums[0]) && sums[1] < 0));
  engine::reduce(engine::Variance{}, static_cast<const float*>(nullptr), Extents(ShapeValue{2, 0}), 2, sums);
  CHECK((std::isnan(sums[0]) && std::isnan(sums[1])));
  // Long enough for every kernel, the NaN at every place in turn.
  for (const std::int64_t count : {20, 70, 300, 5000}) {
    for (const std::int64_t place : {std::int64_t{0}, count / 2, count - 1}) {
      std::vector<float> values(static_cast<std::size_t>(2 * count));
      for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<float>(i % 17);
      for (const ShapeValue& shape : {ShapeValue{2, count}, ShapeValue{count, 2}}) {
        const unsigned reduced = shape[0].number == 2 ? 2 : 1;
        std::vector<float> in = values;
        in[static_cast<std::size_t>(reduced == 2 ? place : 2 * place)] = nan;
        float found[2];
        std::int64_t where[2];
        engine::reduce(engine::Largest{}, in.data(), Extents(shape), reduced, found);
        CHECK((std::isnan(found[0]) && found[1] == 16));
        engine::reduce(engine::PlaceOfSmallest{}, in.data(), Extents(shape), reduced, where);
        CHECK((where[0] == place && where[1] != place));
        engine::reduce(engine::LogSumExp{}, in.data(), Extents(shape), reduced, found);
        CHECK((std::isnan(found[0]) && !std::isnan(found[1])));
      }
    }
  }
}
