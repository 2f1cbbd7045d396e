// SPDX-License-Identifier: BSL-1.0
// A model that types decide has nothing left to check; what is left is counted and named.
#include <shapeproof/remaining_checks.hpp>

#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), H = axis("H");

constexpr bool reads(const Sentence& sentence, const char* text) {
  std::size_t i = 0;
  while (i < sentence.size() && sentence.c_str()[i] == text[i]) ++i;
  return i == sentence.size() && text[i] == '\0';
}

// x * weights + x, where weights are square.
template <auto Width>
struct Residual {
  Tensor<float, Shape<Width, Width>> weights;
  template <class X>
  auto operator()(const X& x) const {
    return matmul(x, weights) + x;
  }
};

static_assert(remaining_checks<Residual<64>, Shape<N, 64>>.count == 0);
static_assert(remaining_checks<Residual<64>, Shape<16, 64>>.count == 0);
static_assert(remaining_checks<Residual<H>, Shape<N, H>>.count == 0);
// The input's width is known at run time only.
static_assert(remaining_checks<Residual<64>, Shape<N, dyn>>.count == 2);
static_assert(reads(remaining_checks<Residual<64>, Shape<N, dyn>>.text,
                    "matmul of Shape<N, dyn> and Shape<64, 64>; add of Shape<N, 64> and Shape<N, dyn>"));

// The tokens are split into heads, and every head of 64 is taken for granted.
struct Heads {
  template <class X>
  auto operator()(const X& tokens) const {
    return permute<0, 2, 1, 3>(split<2, H, 64>(tokens));
  }
};
static_assert(remaining_checks<Heads, Shape<N, T, H * 64>>.count == 0);
static_assert(remaining_checks<Heads, Shape<N, T, dyn>>.count == 1);

// Both branches of x + x began with the same operation, which is counted once.
struct Twice {
  Tensor<float, Shape<64, 10>> weights;
  template <class X>
  auto operator()(const X& x) const {
    auto y = matmul(x, weights);
    return y + y;
  }
};
static_assert(remaining_checks<Twice, Shape<N, dyn>>.count == 1);

// A door inside is a check.
struct Door {
  template <class X>
  auto operator()(const X& x) const {
    return as<Shape<N, 3>>(x);
  }
};
static_assert(remaining_checks<Door, Shape<dyn, 3>>.count == 1 && remaining_checks<Door, Shape<16, 3>>.count == 0);

}  // namespace
