// SPDX-License-Identifier: BSL-1.0
// How many numbers are counted, what has a diagonal, where ids go, what can be drawn, and how fractions are said.
#include <shapeproof/rules/one_hot.hpp>
#include <shapeproof/rules/random.hpp>
#include <shapeproof/rules/triangle.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), C = axis("C");
constexpr std::int64_t largest = 9223372036854775807;
constexpr std::int64_t smallest = -largest - 1;

// -1 where it is refused.
template <class Number>
constexpr std::int64_t count(Number start, Number stop, Number step, ElementType type = ElementType::int64) {
  const Ruling ruling = arange_rule(type, Progression<Number>{start, stop, step});
  return ruling.holds ? ruling.result[0].number : -1;
}
constexpr std::int64_t n(std::int64_t start, std::int64_t stop, std::int64_t step) { return count(start, stop, step); }

static_assert(n(0, 10, 1) == 10 && n(0, 10, 3) == 4 && n(0, 9, 3) == 3 && n(2, 20, 3) == 6 && n(-5, 5, 4) == 3);
static_assert(n(10, 0, -1) == 10 && n(10, 0, -3) == 4 && n(9, 0, -3) == 3 && n(5, -5, -4) == 3);
static_assert(n(5, 5, 1) == 0 && n(5, 5, -1) == 0 && n(0, 1, 100) == 1 && n(0, -1, -100) == 1);
static_assert(n(5, 5, 0) == -1 && n(0, 5, 0) == -1 && n(0, 5, -1) == -1 && n(5, 0, 1) == -1);
static_assert(n(0, largest, 1) == largest && n(-1, largest, 1) == -1 && n(smallest, largest, 3) == 6148914691236517205);
static_assert(n(0, smallest, -1) == -1 && n(-1, smallest, -1) == largest && n(largest, smallest, smallest) == 2);

constexpr std::int64_t n(double start, double stop, double step) {
  return count(start, stop, step, ElementType::float64);
}
constexpr double infinity = __builtin_inf();
static_assert(n(0.0, 1.0, 0.25) == 4 && n(0.0, 1.0, 0.3) == 4 && n(1.0, 0.0, -0.25) == 4 && n(0.0, 0.0, 0.5) == 0);
static_assert(n(0.0, 1.0, 0.0) == -1 && n(1.0, 0.0, 0.5) == -1 && n(0.0, infinity, 1.0) == -1);
static_assert(n(0.0, 1e30, 1.0) == -1);

constexpr bool fits(ElementType type, std::int64_t start, std::int64_t stop, std::int64_t step = 1) {
  return count(start, stop, step, type) >= 0;
}
using enum ElementType;
static_assert(fits(uint8, 0, 256) && !fits(uint8, 0, 257) && !fits(uint8, -1, 3) && fits(uint8, 255, -1, -1));
static_assert(fits(int8, -128, 128) && !fits(int8, -129, 0) && !fits(int8, 0, 129) && fits(int8, 0, 130, 127));
static_assert(fits(uint64, 0, largest) && !fits(uint64, -1, 0) && fits(int64, smallest, 0, largest));
static_assert(fits(float16, 0, 100000) && fits(uint8, 300, 300));

static_assert(arange_elements_rule(int32, false).holds && arange_elements_rule(float32, true).holds &&
              !arange_elements_rule(int32, true).holds && !arange_elements_rule(boolean, false).holds);
static_assert(linspace_elements_rule(float16).holds && linspace_elements_rule(complex64).holds &&
              !linspace_elements_rule(int64).holds && !linspace_elements_rule(boolean).holds);
static_assert(vector_rule("linspace", 5, nullptr, 0).holds && vector_rule("linspace", N, nullptr, 1).holds &&
              !vector_rule("linspace", {}, nullptr, 0).holds && !vector_rule("linspace", {5, 1}, nullptr, 0).holds &&
              !vector_rule("linspace", N, nullptr, 0).holds);

static_assert(triangle_rule("tril", {2, 3}).holds && triangle_rule("tril", {N, dyn, M, M}).holds &&
              !triangle_rule("tril", 3).holds && !triangle_rule("tril", {}).holds);
static_assert(triangle_rule("tril", {N, 2 * M}).result == ShapeValue{N, 2 * M});
static_assert(triangle_mask_rule("tril_mask", {N, N}, nullptr, 1).holds &&
              !triangle_mask_rule("tril_mask", {N, N}, nullptr, 2).holds &&
              !triangle_mask_rule("tril_mask", N, nullptr, 1).holds);
static_assert(eye_rule({N, M}, nullptr, 2).holds && !eye_rule({N, M}, nullptr, 1).holds &&
              !eye_rule(N, nullptr, 1).holds && !eye_rule({2, 3, 4}, nullptr, 0).holds);

constexpr Ruling hot(const ShapeValue& ids, const ExtentValue& classes, std::int64_t number = -1) {
  return number < 0 ? one_hot_rule(ids, classes, nullptr, classes.is_known() ? 0 : 1)
                    : one_hot_rule(ids, classes, &number, 1);
}
static_assert(hot(4, 10).result == ShapeValue{4, 10} && hot({}, 10).result == ShapeValue(10));
static_assert(hot({N, 2 * M}, C).result == ShapeValue{N, 2 * M, C} && hot(N, dyn).result == ShapeValue{N, dyn});
static_assert(hot(4, C, 10).result == ShapeValue{4, C(10)} && hot(4, dyn, 10).result == ShapeValue{4, 10});
static_assert(hot(C(10), C, 10).holds && !hot(C(10), C, 11).holds && !hot({4, C(10)}, ExtentValue(C(11))).holds);
static_assert(!hot(4, C, 0).holds && !hot({1, 1, 1, 1, 1, 1, 1, 1}, 10).holds && hot(4, 0).result == ShapeValue{4, 0});
static_assert(!one_hot_rule(4, C, nullptr, 0).holds && !one_hot_rule(4, 10, nullptr, 1).holds);
static_assert(one_hot_elements_rule(uint8).holds && !one_hot_elements_rule(boolean).holds &&
              !one_hot_elements_rule(float32).holds && !one_hot_elements_rule(complex64).holds);
static_assert(id_rule("", {2, 3}, 4, 10, 9, false).holds && !id_rule("", {2, 3}, 4, 10, 10, false).holds &&
              !id_rule("", {2, 3}, 4, 10, -1, true).holds && !id_rule("", {2, 3}, 4, 10, -1, false).holds);

static_assert(fractions_rule("uniform", float16).holds && fractions_rule("uniform", float64).holds &&
              !fractions_rule("uniform", int32).holds && !fractions_rule("uniform", complex64).holds);
static_assert(integers_rule("randint", int8).holds && integers_rule("randint", uint64).holds &&
              !integers_rule("randint", boolean).holds && !integers_rule("randint", float16).holds);
static_assert(uniform_range_rule(-1, 1).holds && uniform_range_rule(1, 1).holds && !uniform_range_rule(1, 0.5).holds &&
              !uniform_range_rule(0, infinity).holds);
static_assert(normal_range_rule(-1, 0).holds && !normal_range_rule(0, -1).holds &&
              !normal_range_rule(infinity, 1).holds && !normal_range_rule(0, infinity).holds &&
              !normal_range_rule(0, __builtin_nan("")).holds);
static_assert(probability_rule(0).holds && probability_rule(1).holds && !probability_rule(-0.1).holds &&
              !probability_rule(1.1).holds && !probability_rule(__builtin_nan("")).holds);
static_assert(randint_range_rule(int8, -128, 128).holds && !randint_range_rule(int8, -128, 129).holds &&
              !randint_range_rule(int8, -129, 0).holds && !randint_range_rule(int8, 5, 5).holds &&
              !randint_range_rule(int8, 6, 5).holds && randint_range_rule(int64, smallest, largest).holds);
static_assert(randperm_rule(uint8, 256, nullptr, 0).holds && !randperm_rule(uint8, 257, nullptr, 0).holds &&
              randperm_rule(uint8, 0, nullptr, 0).holds && randperm_rule(uint8, N, nullptr, 1).holds &&
              !randperm_rule(uint8, {2, 2}, nullptr, 0).holds);

// Fractions in sentences.
constexpr bool says(double value, const char* text) {
  return detail::same_text(sentence_of(detail::Decimal{value}).c_str(), text);
}
static_assert(says(0, "0") && says(3, "3") && says(-2, "-2") && says(0.25, "0.25") && says(-1.5, "-1.5"));
static_assert(says(0.1, "0.1") && says(123456.789, "123456.789") && says(0.9999999, "1") && says(2.0000001, "2"));
static_assert(says(1e-4, "1e-4") && says(2.5e-7, "2.5e-7") && says(1e300, "1e300") && says(-1.25e20, "-1.25e20"));
static_assert(says(1e14, "100000000000000") && says(infinity, "inf") && says(-infinity, "-inf"));
static_assert(says(__builtin_nan(""), "nan"));

}  // namespace
