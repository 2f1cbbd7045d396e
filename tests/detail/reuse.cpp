// SPDX-License-Identifier: BSL-1.0
// Whose memory does a result get? An operand's that nobody needs any more; never memory that somebody else can see.
#include <shapeproof/convert.hpp>
#include <shapeproof/detail/reuse.hpp>

#include "catch.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;

inline constexpr auto N = axis("N");

namespace {

using Large = Tensor<float, Shape<N, 40>>;

// Whether the result of an operation on these operands lies where `place` does.
template <class Result = Large, class... X>
bool lies_at(const void* place, X&&... x) {
  return detail::reuse<Result>(Extents(ShapeValue{3, 40}), std::forward<X>(x)...).data() == place;
}

}  // namespace

TEST_CASE("reuse: a buffer is taken over where its tensor expires and nobody shares it") {
  auto x = counted<float, Shape<N, 40>>(3);
  const void* place = x.data();
  CHECK_FALSE(lies_at(place, x));
  CHECK_FALSE(lies_at(place, std::as_const(x)));
  CHECK_FALSE(lies_at(place, std::move(std::as_const(x))));
  CHECK(x.data() == place);
  {
    const auto copy = x;
    CHECK_FALSE(lies_at(place, std::move(x)));
    CHECK(x.data() == place);
  }
  CHECK(lies_at(place, std::move(x)));
}

TEST_CASE("reuse: the first operand that can give gives") {
  auto x = counted<float, Shape<N, 40>>(3);
  auto y = DynamicTensor<float>(ShapeValue{3, 40});
  const void* of_x = x.data();
  const void* of_y = y.data();
  CHECK(lies_at(of_y, x, std::move(y)));
  y = DynamicTensor<float>(ShapeValue{40});
  CHECK(lies_at(of_x, 2.0F, std::move(y), std::move(x)));
  CHECK(y.element_count() == 40);
  x = counted<float, Shape<N, 40>>(3);
  of_x = x.data();
  y = DynamicTensor<float>(ShapeValue{3, 40});
  of_y = y.data();
  CHECK(lies_at<DynamicTensor<float>>(of_x, std::move(x), std::move(y)));
  CHECK(y.data() == of_y);
}

TEST_CASE("reuse: elements of another type, small tensors and other counts get memory of their own") {
  auto x = counted<std::int32_t, Shape<N, 40>>(3);
  CHECK_FALSE(lies_at(x.data(), std::move(x)));
  auto more = counted<float, Shape<N, 40>>(4);
  CHECK_FALSE(lies_at(more.data(), std::move(more)));
  constexpr Tensor<float, Shape<2>> small{1, 2};
  static_assert(detail::reuse<Tensor<float, Shape<2>>>(Extents(ShapeValue(2)), Tensor<float, Shape<2>>(small))(1) == 0);
}

TEST_CASE("reuse: foreign memory is never taken over") {
  std::vector<float> values(120, 1.0F);
  CHECK_FALSE(lies_at(values.data(), borrow<Shape<N, 40>>(std::span(values))));
  auto adopted = as<Shape<N, 40>>(std::vector<float>(120, 1.0F));
  CHECK_FALSE(lies_at(adopted.data(), std::move(adopted)));
}

TEST_CASE("reuse: a result that took over a file's memory is no longer called by the file's name") {
  auto x = counted<float, Shape<N, 40>>(3);
  Buffer buffer = detail::Access::storage(std::as_const(x)).elements().buffer();
  buffer.set_origin("x.npy");
  const auto result = [&] {
    buffer = Buffer();
    CHECK(detail::origin_of(x) == std::string("x.npy"));
    return detail::reuse<Large>(x.extents(), std::move(x));
  }();
  CHECK(detail::origin_of(result) == std::string());
}

namespace {

// out[i] = x[i] + 1, and out[i] = the sum of all x[j].
template <class Out, class X>
void add_one_into(Out& out, const X& x) {
  detail::write_into<detail::Kernel::of_each_element>(
      out,
      [&](float* to) {
        const auto elements = samples::elements_of(x);
        for (std::size_t i = 0; i < elements.size(); ++i) to[i] = elements[i] + 1;
      },
      x);
}
template <class Out, class X>
void sums_into(Out& out, const X& x) {
  detail::write_into<detail::Kernel::of_many_elements>(
      out,
      [&](float* to) {
        for (std::int64_t i = 0; i < x.element_count(); ++i) {
          to[i] = 0;
          for (const float value : x) to[i] += value;
        }
      },
      x);
}

}  // namespace

TEST_CASE("write_into: out's own memory is written, and no copy sees it") {
  const auto x = counted<float, Shape<N, 40>>(3);
  auto out = zeros<float, Shape<N, 40>>(3);
  const void* place = out.data();
  add_one_into(out, x);
  CHECK(out.data() == place);
  CHECK(out(2, 39) == 120);
  const auto copy = out;
  add_one_into(out, out);
  CHECK(out(2, 39) == 121);
  CHECK(copy(2, 39) == 120);
  CHECK(copy.data() == place);
}

TEST_CASE("write_into: an operand may be out itself, also where the kernel reads everything for each element") {
  auto x = counted<float, Shape<N, 40>>(2);
  const void* place = x.data();
  add_one_into(x, x);
  CHECK(x.data() == place);
  CHECK(x(1, 39) == 80);
  auto small = Tensor<float, Shape<3>>{1, 2, 3};
  sums_into(small, small);
  CHECK((small(0) == 6 && small(1) == 6 && small(2) == 6));
  auto large = zeros<float, Shape<N, 40>>(2);
  large = counted<float, Shape<N, 40>>(2);
  sums_into(large, large);
  CHECK((large(0, 0) == 3160 && large(1, 39) == 3160));
}

TEST_CASE("write_into: borrowed memory that overlaps is computed aside, and written") {
  std::vector<float> values{1, 2, 3, 4};
  auto out = borrow<Shape<dyn>>(std::span(values).subspan(1, 3));
  add_one_into(out, borrow<Shape<dyn>>(std::span(values).subspan(0, 3)));
  CHECK(values == std::vector<float>{1, 2, 3, 4});
  add_one_into(out, out);
  CHECK(values == std::vector<float>{1, 3, 4, 5});
  sums_into(out, borrow<Shape<dyn>>(std::span(values).subspan(0, 3)));
  CHECK(values == std::vector<float>{1, 8, 8, 8});
}
