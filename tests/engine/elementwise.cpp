// SPDX-License-Identifier: BSL-1.0
// How exact are the functions that we compute ourselves? Each is compared with the C library's in long double, over numbers of
// every size and near 0, and the distance is counted in units in the last place of the result (of subnormal results: in
// the smallest number).
#include <cmath>
#include <complex>
#include <cstring>
#include <limits>
#include <vector>

#include <shapeproof/engine/elementwise.hpp>
#include <shapeproof/engine/parallel.hpp>

#include "catch.hpp"

using namespace shapeproof;

namespace {

using Wide = long double;

template <class T>
double units_off(T found, Wide wanted) {
  using Limits = std::numeric_limits<T>;
  const T nearest = static_cast<T>(wanted);
  if (std::isnan(nearest) || std::isnan(found)) return std::isnan(nearest) == std::isnan(found) ? 0 : 1e9;
  if (std::isinf(nearest) || std::isinf(found)) return nearest == found ? 0 : 1e9;
  int exponent = 0;
  std::frexp(nearest == 0 ? Limits::min() : nearest, &exponent);
  const T unit = std::ldexp(T(1), std::max(exponent, Limits::min_exponent) - Limits::digits);
  return static_cast<double>(std::abs(static_cast<Wide>(found) - wanted) / static_cast<Wide>(unit));
}

class Random {
 public:
  std::uint64_t operator()() {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return (state_ >> 32) ^ (state_ << 32);
  }

 private:
  std::uint64_t state_ = 1;
};

// Numbers of every size, and as many from -limit to limit.
template <class T>
std::vector<T> numbers(int count, double limit) {
  Random random;
  std::vector<T> all;
  for (int i = 0; i < count; ++i) {
    const std::uint64_t bits = random();
    T value = 0;
    std::memcpy(&value, &bits, sizeof value);
    all.push_back(std::isnan(value) ? T(0) : value);
    all.push_back(static_cast<T>(limit * (static_cast<double>(random() >> 11) * 0x1p-52 - 1)));
  }
  return all;
}

// NaN, infinities, zeros, the smallest and the largest numbers.
template <class T>
std::vector<T> special_numbers() {
  using Limits = std::numeric_limits<T>;
  return {Limits::quiet_NaN(),
          Limits::infinity(),
          -Limits::infinity(),
          0,
          T(-0.0),
          Limits::denorm_min(),
          -Limits::denorm_min(),
          Limits::min(),
          -Limits::min(),
          Limits::max(),
          Limits::lowest(),
          1,
          -1};
}

template <class Operation, class T>
std::vector<T> mapped(const Operation& operation, const std::vector<T>& x) {
  std::vector<T> result(x.size());
  engine::map(operation, x.data(), result.data(), static_cast<std::int64_t>(x.size()));
  return result;
}

// Both forms at once: how far results are off, and whether zeros have the right sign.
template <class T, class Operation, class Reference>
void check_exact(const Operation& operation, const Reference& reference, double most_units, double limit = 100) {
  for (const std::vector<T>& x : {numbers<T>(20000, limit), numbers<T>(1000, 1), special_numbers<T>()}) {
    const std::vector<T> found = mapped(operation, x);
    double worst = 0;
    T at = 0;
    for (std::size_t i = 0; i < x.size(); ++i) {
      const Wide wanted = reference(static_cast<Wide>(x[i]));
      const bool is_signed_right = wanted != 0 || std::signbit(found[i]) == std::signbit(static_cast<T>(wanted));
      const double off = is_signed_right ? units_off(found[i], wanted) : 1e9;
      if (off > worst) {
        worst = off;
        at = x[i];
      }
    }
    INFO(Operation::name << " of " << at << " is off by " << worst);
    CHECK(worst <= most_units);
  }
}
template <class Operation, class Reference>
void check_float_and_double(const Operation& operation, const Reference& reference, double most_units,
                            double limit = 100) {
  check_exact<float>(operation, reference, most_units, limit);
  check_exact<double>(operation, reference, most_units, limit);
}

}  // namespace

TEST_CASE("exp, log and what is like them are within 2 units in the last place") {
  check_float_and_double(engine::Exp{}, [](Wide x) { return std::exp(x); }, 1.1, 100);
  check_exact<double>(engine::Exp{}, [](Wide x) { return std::exp(x); }, 1.1, 750);
  check_float_and_double(engine::Expm1{}, [](Wide x) { return std::expm1(x); }, 2);
  check_float_and_double(engine::Log{}, [](Wide x) { return std::log(x); }, 1);
  check_float_and_double(engine::Log1p{}, [](Wide x) { return std::log1p(x); }, 1.6);
  check_float_and_double(engine::Sqrt{}, [](Wide x) { return std::sqrt(x); }, 0.5);
  check_float_and_double(engine::Rsqrt{}, [](Wide x) { return 1 / std::sqrt(x); }, 1.5);
}

TEST_CASE("sin and cos are within 2.5 units in the last place, also of large angles") {
  check_float_and_double(engine::Sin{}, [](Wide x) { return std::sin(x); }, 2.5, 1000);
  check_float_and_double(engine::Cos{}, [](Wide x) { return std::cos(x); }, 2.5, 1000);
  check_float_and_double(engine::Sin{}, [](Wide x) { return std::sin(x); }, 2.5, 1e6);
  check_float_and_double(engine::Cos{}, [](Wide x) { return std::cos(x); }, 2.5, 1e6);
}

TEST_CASE("tanh, erf, sigmoid and softplus are within 3 units in the last place, tanh of float within 6") {
  check_exact<double>(engine::Tanh{}, [](Wide x) { return std::tanh(x); }, 3, 10);
  check_exact<float>(engine::Tanh{}, [](Wide x) { return std::tanh(x); }, 6, 10);  // a third of the time
  check_float_and_double(engine::Erf{}, [](Wide x) { return std::erf(x); }, 3, 4);
  const auto logistic = [](Wide x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); };
  check_float_and_double(engine::Sigmoid{}, logistic, 3);
  check_float_and_double(
      engine::Softplus{}, [](Wide x) { return (x < 0 ? 0 : x) + std::log1p(std::exp(-std::abs(x))); }, 3);
  engine::Elu elu;
  elu.alpha = 0.5;
  check_float_and_double(elu, [](Wide x) { return x < 0 ? std::expm1(x) / 2 : x; }, 2);
}

namespace {

// For functions that fall like exp(-x^2): rounding x alone moves them by x^2 units. Off by that many units times 1 + x^2, or
// by what is negligible.
template <class T, class Operation, class Reference>
void check_near(const Operation& operation, const Reference& reference, double most_units, double negligible) {
  const std::vector<T> x = numbers<T>(20000, 12);
  const std::vector<T> found = mapped(operation, x);
  int count = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const Wide wanted = reference(static_cast<Wide>(x[i]));
    if (std::isinf(x[i])) continue;
    const double most = most_units * (1 + static_cast<double>(x[i]) * static_cast<double>(x[i]));
    const bool is_near = units_off(found[i], wanted) <= most ||
                         std::abs(static_cast<double>(static_cast<Wide>(found[i]) - wanted)) < negligible;
    if (!is_near) UNSCOPED_INFO(Operation::name << " of " << x[i] << " is " << found[i]);
    count += is_near ? 0 : 1;
  }
  CHECK(count == 0);
}

}  // namespace

TEST_CASE("silu and gelu are within 6 (1 + x^2) units in the last place") {
  const auto silu = [](Wide x) { return x < 0 ? x * std::exp(x) / (1 + std::exp(x)) : x / (1 + std::exp(-x)); };
  check_near<float>(engine::Silu{}, silu, 4, 1e-42);
  check_near<double>(engine::Silu{}, silu, 4, 1e-320);
  const auto gelu = [](Wide x) { return x / 2 * std::erfc(-x / std::sqrt(2.0L)); };
  check_near<float>(engine::Gelu{}, gelu, 6, 1e-42);
  check_near<double>(engine::Gelu{}, gelu, 4, 1e-320);
  const auto gelu_tanh = [](Wide x) {
    const Wide u = std::sqrt(2 / 3.141592653589793238462643383279502884L) * (x + 0.044715L * x * x * x);
    return x / (1 + std::exp(-2 * u));
  };
  check_near<float>(engine::GeluTanh{}, gelu_tanh, 4, 1e-42);
  check_near<double>(engine::GeluTanh{}, gelu_tanh, 4, 1e-320);
}

TEST_CASE("floor, ceil and round are exact, and keep the sign of zero") {
  check_float_and_double(engine::Floor{}, [](Wide x) { return std::floor(x); }, 0);
  check_float_and_double(engine::Ceil{}, [](Wide x) { return std::ceil(x); }, 0);
  check_float_and_double(engine::Round{}, [](Wide x) { return std::nearbyint(x); }, 0);
  const std::vector<float> halves{-2.5F, -1.5F, -0.5F, 0.5F, 1.5F, 2.5F, 8388607.5F, -8388607.5F};
  CHECK(mapped(engine::Round{}, halves) == std::vector<float>{-2, -2, 0, 0, 2, 2, 8388608, -8388608});
}

TEST_CASE("an element is computed in the same way wherever it stands, on however many threads") {
  const std::vector<float> x = numbers<float>(30000, 20);
  const int before = engine::thread_count();
  const auto check = [&](const auto& operation) {
    engine::set_thread_count(1);
    const std::vector<float> once = mapped(operation, x);
    engine::set_thread_count(3);
    const std::vector<float> shared = mapped(operation, x);
    CHECK(std::memcmp(once.data(), shared.data(), once.size() * sizeof(float)) == 0);
    for (const std::size_t at : {std::size_t{0}, std::size_t{1}, std::size_t{31}, std::size_t{59999}}) {
      float alone = 0;
      engine::map(operation, &x[at], &alone, 1);
      CHECK(std::memcmp(&alone, &once[at], sizeof alone) == 0);
    }
  };
  check(engine::Exp{});
  check(engine::Tanh{});
  check(engine::Gelu{});
  check(engine::Relu{});
  engine::set_thread_count(before);
}

TEST_CASE("a result may stand where its operand does") {
  for (const int count : {1, 31, 32, 33, 127, 128, 129, 1000}) {
    const std::vector<double> x = numbers<double>(count, 5);
    std::vector<double> place = x;
    const auto size = static_cast<std::int64_t>(place.size());
    engine::map(engine::Sin{}, place.data(), place.data(), size);
    CHECK(std::memcmp(place.data(), mapped(engine::Sin{}, x).data(), place.size() * sizeof(double)) == 0);
    std::vector<int> ints(static_cast<std::size_t>(count), 3);
    engine::combine(engine::Add{}, engine::each_of(ints.data()), engine::each_of(ints.data()), ints.data(), count);
    CHECK(ints == std::vector<int>(static_cast<std::size_t>(count), 6));
  }
}

TEST_CASE("half is computed as float, and every half is widened and narrowed as it is alone") {
  std::vector<half> x;
  for (int bits = 0; bits < 65536; ++bits) x.push_back(half::from_bits(static_cast<std::uint16_t>(bits)));
  const std::vector<half> same = mapped(engine::Abs{}, x);
  const std::vector<half> power = mapped(engine::Exp{}, x);
  int wrong = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const float wide = x[i];
    const half wanted(std::abs(wide));
    if (wide == wide && same[i].bits != wanted.bits) ++wrong;
    const half found = power[i];
    const half near(static_cast<float>(std::exp(static_cast<double>(wide))));
    if (wide == wide && std::abs(static_cast<int>(found.bits) - static_cast<int>(near.bits)) > 1) ++wrong;
    if (wide != wide && (static_cast<float>(found) == found || static_cast<float>(same[i]) == same[i])) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("complex functions are the standard library's") {
  using Complex = std::complex<double>;
  const Complex x[] = {Complex(1, 2), Complex(-0.5, 3)};
  Complex y[2];
  engine::map(engine::Exp{}, x, y, 2);
  CHECK(y[1] == std::exp(x[1]));
  engine::map(engine::Sqrt{}, x, y, 2);
  CHECK(y[0] == std::sqrt(x[0]));
  double size[2];
  engine::map(engine::Abs{}, x, size, 2);
  CHECK(size[0] == std::abs(x[0]));
}
