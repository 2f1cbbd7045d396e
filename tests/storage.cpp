// SPDX-License-Identifier: BSL-1.0
// Where do elements lie, who shares them, and when do they part?
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>
#include <shapeproof/tensor.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N");

namespace {

template <class T, class S>
constexpr bool lies_inline = std::is_trivially_copyable_v<Tensor<T, S>>;

}  // namespace

TEST_CASE("a static tensor of at most 256 bytes lies inline and is trivially copyable") {
  static_assert(lies_inline<float, Shape<64>> && !lies_inline<float, Shape<65>>);
  static_assert(lies_inline<double, Shape<4, 8>> && !lies_inline<double, Shape<3, 11>>);
  static_assert(lies_inline<std::uint8_t, Shape<256>> && !lies_inline<std::uint8_t, Shape<257>>);
  static_assert(lies_inline<bool, Shape<16, 16>> && !lies_inline<bool, Shape<257, 1>>);
  static_assert(lies_inline<half, Shape<128>> && !lies_inline<half, Shape<129>>);
  static_assert(lies_inline<std::complex<double>, Shape<16>> && !lies_inline<std::complex<double>, Shape<17>>);
  static_assert(lies_inline<float, Shape<N(64)>> && !lies_inline<float, Shape<N>> && !lies_inline<float, Shape<dyn>>);
  static_assert(lies_inline<float, Shape<>> && lies_inline<float, Shape<0, 1000>>);
  // No byte more than the elements.
  static_assert(sizeof(Tensor<float, Shape<64>>) == 256 && sizeof(Tensor<std::uint8_t, Shape<3>>) == 3);
  static_assert(sizeof(Tensor<double, Shape<>>) == 8);
}

TEST_CASE("every buffer is 64-byte aligned") {
  const auto is_aligned = [](const void* data) { return reinterpret_cast<std::uintptr_t>(data) % 64 == 0; };
  CHECK(is_aligned(Tensor<float, Shape<65>>().data()));
  CHECK(is_aligned(zeros<std::uint8_t, Shape<N>>(3).data()));
  CHECK(is_aligned(DynamicTensor<double>(ShapeValue{2, 3}).data()));
  CHECK(is_aligned((Tensor<std::complex<double>, Shape<17>>() * std::complex<double>(2)).data()));
}

TEMPLATE_TEST_CASE("copies share until one of them is written", "", (Tensor<int, Shape<10, 10>>),
                   (Tensor<int, Shape<N, 10>>), DynamicTensor<int>) {
  const auto make = [] { return counted<int>({10, 10}); };
  TestType first = detail::regroup<TestType>(make(), Extents(ShapeValue{10, 10}));
  const int* data = first.data();
  CHECK(first.writable_data() == data);  // alone: nothing to part from

  SECTION("the copy is written") {
    TestType second = first;
    CHECK(second.data() == data);
    second(1, 2) = -1;
    CHECK(second.data() != data);
    CHECK(first.data() == data);
    CHECK(first(1, 2) == 12);
    CHECK(std::as_const(second)(1, 2) == -1);
    CHECK(std::as_const(second)(9, 9) == 99);
  }
  SECTION("the original is written") {
    const TestType second = first;
    first.at(0, 0) = -1;
    CHECK(second.data() == data);
    CHECK(second(0, 0) == 0);
  }
  SECTION("the last one writes in place") {
    {
      const TestType second = first;
    }
    first(0, 0) = 5;
    CHECK(first.data() == data);
    TestType third = std::move(first);
    third(0, 0) = 6;
    CHECK(third.data() == data);
  }
  SECTION("a writable span parts once, and then stays") {
    TestType second = first;
    auto elements = second.writable_span();
    CHECK(elements.data() != data);
    elements[0] = 5;
    CHECK(second.writable_span().data() == elements.data());
    CHECK(std::as_const(second)(0, 0) == 5);
  }
  SECTION("reading never parts") {
    const TestType second = first;
    const TestType& reader = first;
    CHECK(reader(3, 4) == 34);
    CHECK(reader.at(3, 4) == 34);
    CHECK(*first.begin() == 0);
    CHECK(first.span()[5] == 5);
    int sum = 0;
    for (const int element : first) sum += element;
    CHECK(sum == 4950);
    CHECK(first.data() == data);
    CHECK(second.data() == data);
  }
  SECTION("what was moved from, and the tensor itself, can be assigned") {
    TestType second = std::move(first);
    first = second;
    CHECK(first.data() == data);
    auto& self = first;
    first = self;
    first = std::move(self);
    CHECK(first.data() == data);
    CHECK(std::as_const(first)(9, 9) == 99);
  }
  SECTION("many copies, and each its own") {
    std::vector<TestType> copies(20, first);
    for (int i = 0; i < 20; ++i) copies[static_cast<std::size_t>(i)](0, 0) = i;
    for (int i = 0; i < 20; ++i) CHECK(std::as_const(copies[static_cast<std::size_t>(i)])(0, 0) == i);
    CHECK(first.data() == data);
    CHECK(std::as_const(first)(0, 0) == 0);
  }
}

TEST_CASE("a copy between typed and untyped tensors shares too") {
  auto typed = counted<float, Shape<N, 30>>(4);
  DynamicTensor<float> untyped = typed;
  CHECK(untyped.data() == typed.data());
  untyped(0, 0) = -1;
  CHECK(std::as_const(typed)(0, 0) == 0);

  const Tensor<float, Shape<dyn, 30>> unnamed = typed;
  CHECK(unnamed.data() == typed.data());
}

TEST_CASE("an inline copy is a copy") {
  Tensor<int, Shape<3>> first{1, 2, 3};
  auto second = first;
  second(0) = 9;
  CHECK(first(0) == 1);
}

namespace {

// Checks that each operation leaves the elements where they are. x holds [6, 1, 20].
template <class X>
void check_nothing_moves(const X& x) {
  const float* data = x.data();
  CHECK(reshape<Shape<3, 40>>(x).data() == data);
  CHECK(reshape<Shape<_, 5>>(x).data() == data);
  CHECK(reshape(x, 2, 60).data() == data);
  CHECK(flatten(x).data() == data);
  CHECK(flatten<1>(x).data() == data);
  CHECK(squeeze(x).data() == data);
  CHECK(squeeze<1>(x).data() == data);
  CHECK(unsqueeze<0>(x).data() == data);
  CHECK(merge<1, 2>(x).data() == data);
  CHECK(split<2, 4, 5>(x).data() == data);
  CHECK(split<2, 4, _>(x).data() == data);
  // Nor does writing what comes out change what went in.
  auto flat = flatten(x);
  flat(0) = -1;
  CHECK(*data == 0);
}

}  // namespace

TEST_CASE("reshape, flatten, squeeze, unsqueeze, merge and split move no element of a buffer") {
  check_nothing_moves(counted<float, Shape<6, 1, 20>>());
  check_nothing_moves(counted<float, Shape<N, 1, 20>>(6));
  check_nothing_moves(counted<float, Shape<dyn, 1, dyn>>(6, 20));
  check_nothing_moves(counted<float>({6, 1, 20}));
}

TEST_CASE("tensors of no element have no element, and can be copied and written to") {
  Tensor<float, Shape<0, 3>> fixed;
  CHECK(fixed.element_count() == 0);
  CHECK(fixed.begin() == fixed.end());
  CHECK(fixed.writable_span().empty());
  DynamicTensor<float> dynamic(ShapeValue{3, 0, 2});
  DynamicTensor<float> copy = dynamic;
  CHECK(copy.writable_span().empty());
  CHECK(dynamic.span().empty());
  CHECK(zeros<float, Shape<dyn, 5>>(0).element_count() == 0);
}
