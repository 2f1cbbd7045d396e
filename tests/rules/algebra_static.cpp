// SPDX-License-Identifier: BSL-1.0
// Quotients, remainders, maxima and minima of names: what is the same is shown to be the same.
#include <shapeproof/rules/bounds.hpp>
#include <shapeproof/shape.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), T = axis("T"), H = axis("H"), K = axis("K"), W = axis("W");

constexpr bool reads(const Extent& extent, const char* text) {
  int i = 0;
  while (extent.text[i] != '\0' && extent.text[i] == text[i]) ++i;
  return extent.text[i] == '\0' && text[i] == '\0';
}

// Canonical texts.
static_assert(reads(N / 2, "N/2"));
static_assert(reads((N + 1) / 2, "(N+1)/2"));
static_assert(reads(2 * (N / 2), "2*(N/2)"));
static_assert(reads(N % 8, "N%8"));
static_assert(reads(max(W, H), "max(H,W)"));
static_assert(reads(min(W, H), "min(H,W)"));
static_assert((N * T) / T == N);
static_assert((4 * N + 6) / 4 == N + 1);
static_assert((N + 2) / 2 == N / 2 + 1);
static_assert((N / 2) / 3 == N / 6);
static_assert(2 * (N / 2) + N % 2 == N);
static_assert((12 * N) / 8 == (3 * N) / 2);
static_assert(max(N, M) == max(M, N));
static_assert(ExtentValue(max(N, 1)) == ExtentValue(N));
static_assert((N * N - M * M) / (N - M) == N + M);
static_assert((H * K) / K == H);
static_assert(ceil_div(N, 2) == (N + 1) / 2);

// A window of k at steps of s and distance d, over x padded by p on both sides.
constexpr ExtentValue conv(ExtentValue x, int k, int s, int p, int d) { return (x + 2 * p - d * (k - 1) - 1) / s + 1; }
static_assert(conv(conv(4 * N, 3, 2, 1, 1), 3, 2, 1, 1) == ExtentValue(N));
static_assert(conv(N, 3, 2, 1, 1) == ExtentValue(ceil_div(N, 2)));
static_assert(conv(5, 7, 1, 0, 1).symbol == Extent{"-1"});

// Always-true inequalities.
static_assert(is_at_least(N * M, N) == Answer::yes);
static_assert(is_at_least(N, N % 3) == Answer::yes);
static_assert(is_at_least(N, N / 2) == Answer::yes);
static_assert(is_at_least(N % 3, 3) == Answer::never);
static_assert(is_at_least(N / 2, 1) == Answer::open);
static_assert(is_at_least((N + 1) / 2, 1) == Answer::yes);
static_assert(is_at_least(max(N, M), N) == Answer::yes);
static_assert(is_at_least(min(N, M), 1) == Answer::yes);
static_assert(is_at_least(N, min(N, M)) == Answer::yes);
static_assert(is_at_least(conv(N, 3, 1, 1, 1), 1) == Answer::yes);
static_assert(is_at_least(conv(N, 3, 1, 0, 1), 1) == Answer::open);
static_assert(is_at_least(conv(2 * N, 2, 2, 0, 1), 1) == Answer::yes);
static_assert(is_at_least(conv(5, 7, 1, 0, 1), 1) == Answer::never);
static_assert(is_at_least(N * M, N % M) == Answer::yes);
static_assert(is_at_least(M, N % M) == Answer::yes);
static_assert(is_at_least(M - 1, N % M) == Answer::yes);
static_assert(is_at_least(N, N / M) == Answer::yes);
static_assert((N * T + T - 1) / T == N);
static_assert((N * T - 1) / T == N - 1);
static_assert((N % 3) / 5 == N - N);
static_assert((N / H) / K == N / (H * K));
static_assert(max(N, max(M, T)) == max(max(T, N), M));
static_assert(min(N, min(M, T)) == min(min(T, N), M));
static_assert(max(N, M) + min(N, M) == N + M);
static_assert(max(N + 1, M + 1) == max(N, M) + 1);
static_assert(reads((N - 3) / 2, "(N+1)/2-2"));
static_assert(reads((N - 3) % 8, "(N+5)%8"));
static_assert(reads(3 * (N % 8) + 1, "3*(N%8)+1"));
static_assert(reads((N + M) / (H * K), "(M+N)/(H*K)"));
static_assert(reads(min(min(N, M), T), "min(M,N,T)"));
static_assert(reads(N / (N - N), "!a division by 0"));

}  // namespace
