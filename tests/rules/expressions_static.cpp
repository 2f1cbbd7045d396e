// SPDX-License-Identifier: BSL-1.0
// Arithmetic over names: expressions that mean the same are the same, and what cannot be computed is refused, never wrong.
#include <shapeproof/shape.hpp>

using namespace shapeproof;

namespace {

constexpr auto A = axis("A"), B = axis("B"), N = axis("N"), M = axis("M"), T = axis("T");

constexpr bool reads(const Extent& extent, const char* text) {
  int i = 0;
  while (extent.text[i] != '\0' && extent.text[i] == text[i]) ++i;
  return extent.text[i] == '\0' && text[i] == '\0';
}

// The normal form: a sum, by degree and then by names; each product a number and then names.
static_assert(reads(N, "N"));
static_assert(reads(2 * N + 1, "2*N+1"));
static_assert(reads(1 + N * 2, "2*N+1"));
static_assert(reads(T * 2 * N, "2*N*T"));
static_assert(reads((N + 1) * 2 - M, "-M+2*N+2"));
static_assert(reads(N * N + N * M + M * M, "M*M+M*N+N*N"));
static_assert(reads(3 - N, "-N+3"));
static_assert(reads(-N, "-N"));
static_assert(reads(N - N, "0"));
static_assert(reads(N * 0, "0"));

// Commutative.
static_assert(N + M == M + N);
static_assert(N * M == M * N);
static_assert(N + 3 == 3 + N);
static_assert(N * 3 == 3 * N);
static_assert(N * M * T == T * M * N);
// Associative.
static_assert((N + M) + T == N + (M + T));
static_assert((N * M) * T == N * (M * T));
static_assert((N + 1) + 2 == N + 3);
static_assert(2 * (3 * N) == 6 * N);
// Distributive.
static_assert(N * (M + T) == N * M + N * T);
static_assert((N + M) * T == T * N + T * M);
static_assert((N + M) * (A + B) == N * A + N * B + M * A + M * B);
static_assert((N + 1) * (N + 1) == N * N + 2 * N + 1);
static_assert((N + M) * (N - M) == N * N - M * M);
static_assert(2 * (N + 3) == 2 * N + 6);
static_assert(-(N - M) == M - N);
// Cancelling.
static_assert(N + M - M == N);
static_assert(2 * N - N == N);
static_assert(N * M - M * N + T == T);
static_assert((N + M) * T - N * T == M * T);
static_assert(N + N + N == 3 * N);
static_assert(N * 1 == N);
static_assert(N + 0 == N);
static_assert(0 + N - 0 == N);
static_assert((N + M) * (N + M) - (N - M) * (N - M) == 4 * N * M);
static_assert(N * N * N * N - N * N * (N * N) + M == M);
// Different.
static_assert(!(N * N == 2 * N));
static_assert(!(N + M == N * M));
static_assert(!(N - M == M - N));
static_assert(!(2 * N + 1 == 2 * N + 2));

// Named numbers count as numbers.
static_assert(ExtentValue(N(3) + 1) == ExtentValue(4));
static_assert(N(3) * M == 3 * M);
static_assert(ExtentValue(N(3) * M(5)) == ExtentValue(15));
static_assert(ExtentValue(N(3) - 3) == ExtentValue(0));

// dyn stays dyn.
static_assert(dyn + 1 == dyn);
static_assert(2 * dyn * N == dyn);
static_assert(N - dyn == dyn);

// As types: equal expressions are one type.
static_assert(std::is_same_v<Shape<N + M, 2 * N>, Shape<M + N, N + N>>);
static_assert(!std::is_same_v<Shape<N + M>, Shape<N * M>>);

// What cannot be computed or written is refused as a shape.
constexpr bool is_a_shape(const ExtentValue& extent) { return well_formed_rule(extent).holds; }
constexpr std::int64_t largest = 9223372036854775807;
static_assert(is_a_shape(N * largest));
static_assert(!is_a_shape(N * largest * 2));
static_assert(!is_a_shape(N * largest + N * largest));
static_assert(!is_a_shape((N * largest + 1) * (M * 2)));
static_assert(!is_a_shape(ExtentValue(largest) + ExtentValue(1)));
static_assert(!is_a_shape(ExtentValue(largest) * ExtentValue(2)));
static_assert(is_a_shape(ExtentValue(largest) * ExtentValue(1)));
static_assert(!is_a_shape(N - N - 1));
static_assert(!is_a_shape(_ + 1));
static_assert(!is_a_shape(N * _));
static_assert(!is_a_shape((2 * N)(3)));
static_assert(!is_a_shape(N(3)(4)));
static_assert(!is_a_shape(dyn(3)));
static_assert(!is_a_shape(N(-3)));
static_assert(!is_a_shape(axis("2N")));
static_assert(!is_a_shape(axis("")));
static_assert(!is_a_shape(axis("N+1")));
static_assert(!is_a_shape(axis("dyn")));
static_assert(!is_a_shape(axis("_")));
static_assert(is_a_shape(axis("_1")));
static_assert(is_a_shape(axis("a_name_of_thirty_one_characters")));
static_assert(!is_a_shape(axis("a_name_of_thirty_two_characters_")));
// What is impossible stays so, whatever is done with it.
static_assert(!is_a_shape(axis("2N") + 1));
static_assert(!is_a_shape(0 * axis("2N")));
static_assert(!is_a_shape(axis("2N") * dyn));
static_assert(!is_a_shape(axis("2N")(3)));

// A text of 95 characters is the longest.
constexpr auto long_name = axis("a_name_of_thirty_one_characters");
static_assert(is_a_shape(long_name * long_name * long_name));
static_assert(!is_a_shape(long_name * long_name * long_name + 1));
// Too many terms, too many factors.
constexpr Extent power(const Extent& base, int exponent) {
  Extent product = base;
  for (int i = 1; i < exponent; ++i) product = product * base;
  return product;
}
static_assert(is_a_shape(power(N, 8)));
static_assert(!is_a_shape(power(N, 40)));
static_assert(!is_a_shape(power(N + M + T + A + B, 4)));

}  // namespace
