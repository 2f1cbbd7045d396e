// SPDX-License-Identifier: BSL-1.0
// Small static tensors are worked with while compiling: made, written, compared and put through every operation.
#include <complex>

#include <shapeproof/create.hpp>
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/cast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>

namespace shapeproof {
namespace {

constexpr Tensor<int, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
static_assert(x(1, 2) == 6 && x.at(0, 1) == 2 && x.extent<0>() == 2 && x.element_count() == 6);
static_assert(x.span().size() == 6 && *x.begin() == 1 && x.end() - x.begin() == 6);
static_assert(x == x && !(x != x));

constexpr auto written = [] {
  Tensor<int, Shape<2, 3>> y = x;
  y(0, 0) = 10;
  y.at(1, 1) = 50;
  y.writable_span()[5] = 60;
  return y;
}();
static_assert(written == Tensor<int, Shape<2, 3>>{{10, 2, 3}, {4, 50, 60}});
static_assert(x(0, 0) == 1);

static_assert(reshape<Shape<3, _>>(x) == Tensor<int, Shape<3, 2>>{{1, 2}, {3, 4}, {5, 6}});
static_assert(flatten(x) == Tensor<int, Shape<6>>{1, 2, 3, 4, 5, 6});
static_assert(flatten(Tensor<int, Shape<>>(7)) == Tensor<int, Shape<1>>{7});
static_assert(merge<0, 1>(x) == flatten(x));
static_assert(split<1, 3, 1>(x) == reshape<Shape<2, 3, 1>>(x));
static_assert(unsqueeze<0>(x) == reshape<Shape<1, 2, 3>>(x));
static_assert(squeeze(unsqueeze<-1>(x)) == x && squeeze<0>(unsqueeze<0>(x)) == x);

static_assert(transpose(x) == Tensor<int, Shape<3, 2>>{{1, 4}, {2, 5}, {3, 6}});
static_assert(permute<1, 0>(x) == transpose<0, 1>(x));
static_assert(permute<2, 0, 1>(unsqueeze<2>(x)) == unsqueeze<0>(x));

static_assert(broadcast_to<Shape<2, 2>>(Tensor<int, Shape<2>>{7, 8}) == Tensor<int, Shape<2, 2>>{{7, 8}, {7, 8}});
static_assert(broadcast_like(Tensor<int, Shape<2, 1>>{{7}, {8}}, x) == Tensor<int, Shape<2, 3>>{{7, 7, 7}, {8, 8, 8}});

static_assert(x + x == x * 2 && x - x == zeros<int, Shape<2, 3>>() && 1 + x == x + 1);
static_assert(cast<double>(x) / 2.0 == Tensor<double, Shape<2, 3>>{{0.5, 1, 1.5}, {2, 2.5, 3}});
static_assert(cast<half>(x) * half(0.5F) == cast<half>(cast<float>(x) / 2));
static_assert(matmul(x, transpose(x)) == Tensor<int, Shape<2, 2>>{{14, 32}, {32, 77}});
static_assert(matmul(reshape<Shape<3, 1, 2>>(x), reshape<Shape<3, 2, 1>>(x)) ==
              Tensor<int, Shape<3, 1, 1>>{{{5}}, {{25}}, {{61}}});
static_assert(matmul(cast<half>(x), cast<half>(transpose(x)))(1, 1) == 77);
static_assert(full<int, Shape<2>>(7) == Tensor<int, Shape<2>>{7, 7});

// Integers wrap around here too, without undefined overflow, which a constant expression would not allow.
constexpr Tensor<std::int32_t, Shape<1, 1>> largest{{2147483647}};
static_assert((largest + largest)(0, 0) == -2 && (largest * largest)(0, 0) == 1 && matmul(largest, largest)(0, 0) == 1);
constexpr Tensor<std::uint16_t, Shape<1, 1>> short_largest{{65535}};
static_assert((short_largest * short_largest)(0, 0) == 1 && matmul(short_largest, short_largest)(0, 0) == 1);
constexpr Tensor<std::int8_t, Shape<1>> byte{-128};
static_assert((byte - std::int8_t{1})(0) == 127 && (byte * std::int8_t{-1})(0) == -128);

// Nothing at all is also something.
static_assert(matmul(Tensor<int, Shape<2, 0>>{}, Tensor<int, Shape<0, 2>>{}) == Tensor<int, Shape<2, 2>>{});
static_assert(transpose(Tensor<int, Shape<0, 3>>{}).extent<0>() == 3);

// One tensor type, whichever way its shape was come by.
static_assert(std::is_same_v<decltype(flatten(x)), decltype(reshape<Shape<6>>(x))>);
static_assert(std::is_same_v<decltype(transpose(transpose(x))), std::remove_const_t<decltype(x)>>);

}  // namespace
}  // namespace shapeproof
