// SPDX-License-Identifier: BSL-1.0
// Does the kernel multiply matrices that lie in plain memory, as they lie, and alike on any number of threads?
#include <shapeproof/engine/small_matmul.hpp>
#include <shapeproof/threads.hpp>

#include <algorithm>
#include <cmath>
#include <complex>
#include <limits>
#include <random>
#include <vector>

#include "../catch.hpp"

using namespace shapeproof;
using engine::Gemm;

namespace {

template <class T>
std::vector<T> product(const std::vector<T>& left, const std::vector<T>& right, std::int64_t m, std::int64_t k,
                       std::int64_t n) {
  std::vector<T> out(static_cast<std::size_t>(m * n), T(99));  // what was there does not count
  engine::gemm(left.data(), right.data(), out.data(), {.m = m, .k = k, .n = n});
  return out;
}

// What products of T are added up in to compare with.
template <class T>
using Exact = std::conditional_t<
    std::is_integral_v<T>, std::make_unsigned<std::conditional_t<std::is_integral_v<T>, T, int>>,
    std::type_identity<std::conditional_t<detail::ComplexLike<T>, std::complex<double>, double>>>::type;

template <class T>
Exact<T> exact(const T& value) {
  if constexpr (std::is_same_v<T, half>) return static_cast<float>(value);
  else if constexpr (detail::ComplexLike<T>) return {value.real(), value.imag()};
  else return static_cast<Exact<T>>(value);
}

// Matrices in memory with room around them, and what their product must be.
template <class T>
struct Problem {
  Gemm gemm;
  std::vector<T> left, right, out;

  explicit Problem(std::mt19937& random, std::int64_t largest) {
    const auto upto = [&](std::int64_t most) { return static_cast<std::int64_t>(random()) % (most + 1); };
    gemm.m = upto(largest);
    gemm.k = upto(largest);
    gemm.n = upto(largest);
    gemm.left_is_transposed = upto(1) == 1;
    gemm.right_is_transposed = upto(1) == 1;
    gemm.adds = upto(2) == 0;
    gemm.batches = upto(3);
    const std::int64_t left_rows = gemm.left_is_transposed ? gemm.k : gemm.m;
    const std::int64_t left_columns = gemm.k + gemm.m - left_rows;
    const std::int64_t right_rows = gemm.right_is_transposed ? gemm.n : gemm.k;
    const std::int64_t right_columns = gemm.k + gemm.n - right_rows;
    gemm.left_stride = std::max<std::int64_t>(left_columns + upto(2), 1);
    gemm.right_stride = std::max<std::int64_t>(right_columns + upto(2), 1);
    gemm.out_stride = std::max<std::int64_t>(gemm.n + upto(2), 1);
    gemm.left_batch_stride = upto(2) == 0 ? 0 : left_rows * gemm.left_stride + upto(1);
    gemm.right_batch_stride = upto(2) == 0 ? 0 : right_rows * gemm.right_stride + upto(1);
    gemm.out_batch_stride = gemm.m * gemm.out_stride + upto(1);
    left = numbers(random, left_rows * gemm.left_stride + 3 * gemm.left_batch_stride);
    right = numbers(random, right_rows * gemm.right_stride + 3 * gemm.right_batch_stride);
    out = numbers(random, gemm.m * gemm.out_stride + 3 * gemm.out_batch_stride);
  }

  static std::vector<T> numbers(std::mt19937& random, std::int64_t count) {
    std::vector<T> made(static_cast<std::size_t>(count));
    const auto number = [&] { return static_cast<float>(random() % 2001) / 1000.0F - 1.0F; };
    for (T& value : made) {
      if constexpr (std::is_integral_v<T>) value = static_cast<T>(random());
      else if constexpr (detail::ComplexLike<T>) value = {number(), number()};
      else value = static_cast<T>(number());
    }
    return made;
  }

  [[nodiscard]] std::vector<T> computed() const {
    std::vector<T> result = out;
    engine::gemm(left.data(), right.data(), result.data(), gemm);
    return result;
  }

  // The sum for out[batch][row, column], in double.
  [[nodiscard]] Exact<T> sum(std::int64_t batch, std::int64_t row, std::int64_t column) const {
    auto total = gemm.adds ? exact(out[at(batch, row, column)]) : Exact<T>{};
    for (std::int64_t p = 0; p < gemm.k; ++p) {
      const std::int64_t a = gemm.left_is_transposed ? p * gemm.left_stride + row : row * gemm.left_stride + p;
      const std::int64_t b = gemm.right_is_transposed ? column * gemm.right_stride + p : p * gemm.right_stride + column;
      const T& x = left[static_cast<std::size_t>(batch * gemm.left_batch_stride + a)];
      const T& y = right[static_cast<std::size_t>(batch * gemm.right_batch_stride + b)];
      // 16 bits would be multiplied as int, which overflows.
      if constexpr (std::is_integral_v<Exact<T>>) {
        total = static_cast<Exact<T>>(static_cast<std::uint64_t>(total) + std::uint64_t{1} * exact(x) * exact(y));
      } else {
        total = static_cast<Exact<T>>(total + exact(x) * exact(y));
      }
    }
    return total;
  }
  [[nodiscard]] std::size_t at(std::int64_t batch, std::int64_t row, std::int64_t column) const {
    return static_cast<std::size_t>(batch * gemm.out_batch_stride + row * gemm.out_stride + column);
  }
};

// The largest error, in units of the type's epsilon times the sum's length; anything at all where integers differ, or
// where something beside the result was written.
template <class T>
double worst_error(const Problem<T>& problem, const std::vector<T>& result) {
  double worst = 0;
  auto rest = problem.out;
  for (std::int64_t batch = 0; batch < problem.gemm.batches; ++batch) {
    for (std::int64_t row = 0; row < problem.gemm.m; ++row) {
      for (std::int64_t column = 0; column < problem.gemm.n; ++column) {
        const std::size_t at = problem.at(batch, row, column);
        const Exact<T> wanted = problem.sum(batch, row, column);
        if constexpr (std::is_integral_v<T>) worst += exact(result[at]) == wanted ? 0 : 1;
        else worst = std::max(worst, std::abs(exact(result[at]) - wanted));
        rest[at] = result[at];
      }
    }
  }
  return rest == result ? worst : std::numeric_limits<double>::infinity();
}

template <class T>
void compare_with_loops(std::int64_t largest, int times, double tolerance) {
  std::mt19937 random(20240613);
  for (int i = 0; i < times; ++i) {
    const Problem<T> problem(random, largest);
    const Gemm& g = problem.gemm;
    CAPTURE(i, g.m, g.k, g.n, g.batches, g.left_is_transposed, g.right_is_transposed, g.adds);
    REQUIRE(worst_error(problem, problem.computed()) <= tolerance * static_cast<double>(g.k + 1));
  }
}

struct WithThreads {
  explicit WithThreads(int count) : before(thread_count()) { set_thread_count(count); }
  ~WithThreads() { set_thread_count(before); }
  int before;
};

}  // namespace

TEST_CASE("gemm: rows times columns") {
  CHECK(product<float>({1, 2, 3, 4, 5, 6}, {1, 0, 0, 1, 1, 1}, 2, 3, 2) == std::vector<float>{4, 5, 10, 11});
  CHECK(product<double>({3}, {4}, 1, 1, 1) == std::vector<double>{12});
  CHECK(product<int>({1, 2}, {3, 4}, 2, 1, 2) == std::vector<int>{3, 4, 6, 8});
  using Complex = std::complex<float>;
  CHECK(product<Complex>({{0, 1}}, {{0, 1}}, 1, 1, 1) == std::vector<Complex>{{-1, 0}});
}

TEST_CASE("gemm: nothing to add is 0, and nothing to write is nothing") {
  CHECK(product<float>({}, {}, 1, 0, 2) == std::vector<float>{0, 0});
  CHECK(product<half>({}, {}, 1, 0, 1).front() == 0.0F);
  CHECK(product<float>({}, {1, 2}, 0, 1, 2).empty());
}

TEST_CASE("gemm: integers of every width wrap around") {
  CHECK(product<std::uint16_t>({65535, 65535}, {65535, 65535}, 1, 2, 1) == std::vector<std::uint16_t>{2});
  CHECK(product<std::int8_t>({127, 127}, {127, 127}, 1, 2, 1) == std::vector<std::int8_t>{2});
  CHECK(product<std::int32_t>({2147483647, 1}, {2, 2}, 1, 2, 1) == std::vector<std::int32_t>{0});
  constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
  CHECK(product<std::int64_t>({smallest}, {-1}, 1, 1, 1) == std::vector<std::int64_t>{smallest});
}

TEST_CASE("gemm: not a number stays none, also beside a zero") {
  const float infinity = std::numeric_limits<float>::infinity();
  const float sum = product<float>({0, 1}, {infinity, 1}, 1, 2, 1).front();
  CHECK(sum != sum);
}

TEST_CASE("gemm: as loops in double have it, however the operands lie") {
  // A sum of k products of numbers up to 1 is off by at most k roundings of at most k.
  compare_with_loops<float>(40, 400, 1e-6);
  compare_with_loops<float>(300, 20, 1e-5);
  compare_with_loops<double>(40, 200, 1e-15);
  compare_with_loops<half>(20, 100, 5e-3);
  compare_with_loops<std::complex<float>>(20, 100, 1e-6);
  compare_with_loops<std::complex<double>>(20, 100, 1e-15);
}

TEST_CASE("gemm: integers, to the last bit") {
  compare_with_loops<std::int8_t>(20, 100, 0);
  compare_with_loops<std::uint16_t>(20, 100, 0);
  compare_with_loops<std::int32_t>(20, 100, 0);
  compare_with_loops<std::int64_t>(20, 100, 0);
  compare_with_loops<long long>(20, 20, 0);
}

namespace {

template <class T>
void compare_threads() {
  std::mt19937 random(7);
  for (int i = 0; i < 40; ++i) {
    const Problem<T> problem(random, i % 2 == 0 ? 400 : 150);
    std::vector<std::vector<T>> results;
    for (const int threads : {1, 2, 5}) {
      const WithThreads setting(threads);
      results.push_back(problem.computed());
    }
    CAPTURE(i, problem.gemm.m, problem.gemm.k, problem.gemm.n, problem.gemm.batches);
    CHECK((results[0] == results[1]));  // not printed: they are long
    CHECK((results[0] == results[2]));
  }
}

}  // namespace

TEST_CASE("gemm: the same bits on any number of threads") {
  compare_threads<double>();
  // oneDNN's last bits depend on how many rows it is given, and it is given a thread's share of them.
  if (!SHAPEPROOF_ONEDNN) compare_threads<float>();
}

TEST_CASE("gemm: matrices with one right operand are one larger matrix") {
  const Gemm folded =
      engine::detail::prepared({.m = 2, .k = 3, .n = 4, .batches = 5, .left_batch_stride = 6, .out_batch_stride = 8});
  CHECK(folded.m == 10);
  CHECK(folded.batches == 1);
  CHECK(engine::detail::prepared({.m = 2, .k = 3, .n = 4, .batches = 5, .left_batch_stride = 7, .out_batch_stride = 8})
            .m == 2);
}

namespace {

template <class T, std::int64_t M, std::int64_t K, std::int64_t N>
bool fixed_is_as_loops() {
  T left[M * K];
  T right[K * N];
  T out[M * N];
  for (std::int64_t i = 0; i < M * K; ++i) left[i] = static_cast<T>(static_cast<float>(i * 7 % 11 - 5));
  for (std::int64_t i = 0; i < K * N; ++i) right[i] = static_cast<T>(static_cast<float>(i * 5 % 13 - 6));
  engine::gemm_of_fixed<M, K, N>(left, right, out);
  for (std::int64_t i = 0; i < M; ++i) {
    for (std::int64_t j = 0; j < N; ++j) {
      double total = 0;  // small whole numbers: exact in any order
      for (std::int64_t p = 0; p < K; ++p) {
        total += static_cast<double>(left[i * K + p]) * static_cast<double>(right[p * N + j]);
      }
      if (static_cast<double>(out[i * N + j]) != total) return false;
    }
  }
  return true;
}
template <class T, std::int64_t M, std::int64_t... K>
bool fixed_is_as_loops_for(std::integer_sequence<std::int64_t, K...> /*from 0*/) {
  return ((fixed_is_as_loops<T, M, K + 1, 1>() && fixed_is_as_loops<T, M, K + 1, 2>() &&
           fixed_is_as_loops<T, M, K + 1, 3>() && fixed_is_as_loops<T, M, K + 1, 4>() &&
           fixed_is_as_loops<T, M, K + 1, 7>() && fixed_is_as_loops<T, M, K + 1, 8>()) &&
          ...);
}

constexpr bool fixed_in_constant_expressions() {
  const double left[] = {1, 2, 3, 4};
  const double right[] = {1, 0, 0, 1};
  double out[4] = {};
  engine::gemm_of_fixed<2, 2, 2>(left, right, out);
  return out[0] == 1 && out[1] == 2 && out[2] == 3 && out[3] == 4;
}
static_assert(fixed_in_constant_expressions());

}  // namespace

TEST_CASE("gemm_of_fixed: the same with extents in the type") {
  using Eight = std::make_integer_sequence<std::int64_t, 8>;
  CHECK(fixed_is_as_loops_for<float, 1>(Eight{}));
  CHECK(fixed_is_as_loops_for<float, 3>(Eight{}));
  CHECK(fixed_is_as_loops_for<float, 8>(Eight{}));
  CHECK(fixed_is_as_loops_for<double, 5>(Eight{}));
  CHECK(fixed_is_as_loops_for<half, 4>(Eight{}));
  CHECK(fixed_is_as_loops_for<int, 2>(Eight{}));
}
