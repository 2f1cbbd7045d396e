// SPDX-License-Identifier: BSL-1.0
// The library's story, from top to bottom. Every line compiles and holds.
#include <shapeproof/shapeproof.hpp>

#include <sstream>
#include <vector>

#include "catch.hpp"
#include "io/scratch.hpp"

using namespace shapeproof;

// Axes whose extent is known at run time only have names.
inline constexpr auto N = axis("N"), T = axis("T"), H = axis("H"), C = axis("C");

// Shapes stand in signatures; any kind of extent is deduced.
template <auto Batch>
auto logits(const Tensor<float, Shape<Batch, 3>>& x, const Tensor<float, Shape<3, 2>>& weights) {
  return matmul(x, weights);
}

TEST_CASE("a tour of shapeproof") {
  // A tensor is a value, and its shape is part of its type. A wrong number of values does not compile.
  const Tensor<float, Shape<2, 3>> x{{1, 2, 3}, {4, 5, 6}};
  CHECK(x(1, 2) == 6);
  CHECK(x.at(0, 1) == 2);  // at() checks the bounds
  CHECK(x.extent<1>() == 3);

  // Small ones work while compiling.
  static_assert(matmul(Tensor<int, Shape<1, 2>>{{1, 2}}, Tensor<int, Shape<2, 1>>{{3}, {4}})(0, 0) == 11);

  // reshape regroups neighbours, and works out one extent. reshape<Shape<4, 2>>(x) does not compile:
  //   reshape: 6 elements cannot fill Shape<4, 2>, which holds 8; Shape<3, 2> would fit
  const Tensor<float, Shape<3, 2>> regrouped = reshape<Shape<_, 2>>(x);
  CHECK(regrouped == Tensor<float, Shape<3, 2>>{{1, 2}, {3, 4}, {5, 6}});
  static_assert(Reshapable<Shape<2, 3>, Shape<3, 2>> && !Reshapable<Shape<2, 3>, Shape<4, 2>>);

  // permute moves axes; that is another thing.
  CHECK(permute<1, 0>(x) == Tensor<float, Shape<3, 2>>{{1, 4}, {2, 5}, {3, 6}});
  CHECK(transpose(x) == permute<1, 0>(x));

  // Shapes may come and go by one axis at a time.
  static_assert(std::is_same_v<decltype(flatten(x)), Tensor<float, Shape<6>>>);
  static_assert(std::is_same_v<decltype(unsqueeze<0>(x)), Tensor<float, Shape<1, 2, 3>>>);
  static_assert(std::is_same_v<decltype(squeeze<0>(unsqueeze<0>(x))), Tensor<float, Shape<2, 3>>>);

  // Element-wise operations want equal shapes: nothing is broadcast unless that is said.
  const Tensor<float, Shape<3>> row{10, 20, 30};
  CHECK(x + broadcast_like(row, x) == Tensor<float, Shape<2, 3>>{{11, 22, 33}, {14, 25, 36}});
  CHECK(x * 2 - x == x);
  CHECK(cast<std::int32_t>(x / 2.0F) == Tensor<std::int32_t, Shape<2, 3>>{{0, 1, 1}, {2, 2, 3}});

  // Copies share their elements until one of them is written.
  auto images = zeros<float, Shape<N, 3, 32, 32>>(16);  // one number for each name
  auto copy = images;
  CHECK(copy.data() == images.data());
  copy(0, 0, 0, 0) = 1;
  CHECK(std::as_const(images)(0, 0, 0, 0) == 0);
  for (float& pixel : copy.writable_span()) pixel = 0.5F;

  // Names travel with their axes, and extents are worked out in terms of them.
  static_assert(std::is_same_v<decltype(permute<0, 2, 3, 1>(images)), Tensor<float, Shape<N, 32, 32, 3>>>);
  static_assert(std::is_same_v<decltype(flatten(images)), Tensor<float, Shape<N * 3072>>>);
  const auto tokens = zeros<float, Shape<N, T, H * 64>>(2, 5, 8);
  const auto heads = permute<0, 2, 1, 3>(split<2, H, 64>(tokens));
  static_assert(std::is_same_v<decltype(heads), const Tensor<float, Shape<N, H, T, 64>>>);
  CHECK(heads.extents() == Extents(ShapeValue{2, 8, 5, 64}));

  // Patterns say the same in one step, take axes apart and put them together; einsum's contract them.
  CHECK(rearrange<"n t (h d) -> n h t d">(tokens, sizes<"d", 64>) == heads);
  const auto scores = einsum<"nhid,nhjd->nhij">(heads, heads);
  static_assert(std::is_same_v<decltype(scores), const Tensor<float, Shape<N, H, T, T>>>);

  // One name, one number: what the types cannot know is compared at run time.
  const auto fifteen = zeros<float, Shape<N, 3, 32, 32>>(15);
  CHECK_THROWS_WITH(images + fifteen, "add: axis 0 is N(16) on the left and N(15) on the right; they must be equal");

  // A function says what it takes, and the compiler holds its callers to it.
  const Tensor<float, Shape<3, 2>> weights{{1, 0}, {0, 1}, {1, 1}};
  CHECK(logits(x, weights) == Tensor<float, Shape<2, 2>>{{4, 5}, {10, 11}});
  static_assert(std::is_same_v<decltype(logits(zeros<float, Shape<N, 3>>(4), weights)), Tensor<float, Shape<N, 2>>>);
  static_assert(Multipliable<Shape<N, 3>, Shape<3, 2>> && !Multipliable<Shape<N, 4>, Shape<3, 2>>);
}

TEST_CASE("a tour of shapeproof: the door") {
  // Data without a type becomes typed through a door, which checks it once. A vector that is moved in is not copied.
  std::vector<float> values(48, 1.0F);
  const float* data = values.data();
  const auto rows = as<Shape<N, 3>>(std::move(values));
  CHECK(rows.data() == data);
  CHECK(rows.extent<0>() == 16);

  // What does not fit is a ShapeError with the facts, and with what was probably meant.
  CHECK_THROWS_WITH((as<Shape<64, 3>>(rows)), ContainsSubstring("axis 0 is N(16), wanted is 64"));
  CHECK_THROWS_WITH((as<Shape<64, 3>>(rows)), ContainsSubstring("as<Shape<16, 3>>"));

  // Without exceptions: the tensor, or the original and the reason.
  const auto attempt = try_as<Shape<64, 3>>(rows);
  CHECK_FALSE(attempt);
  CHECK(attempt.original().data() == data);
  CHECK(attempt.shape_error()->axis() == 0);

  // Rank and extents may be known at run time only, and the element type too. The operations are the same.
  const DynamicTensor<float> dynamic = rows;
  CHECK(reshape(dynamic, {4, _}).shape() == ShapeValue{4, 12});
  const AnyTensor any = dynamic;
  CHECK(any.element_type() == ElementType::float32);
  CHECK(as<float, Shape<N, C(3)>>(any) == rows);
  CHECK_THROWS_AS((as<double, Shape<N, 3>>(any)), ElementTypeError);
  CHECK(visit(any, [](const auto& tensor) { return tensor.element_count(); }) == 48);

  // bind opens several tensors with one meaning for each name.
  const DynamicTensor<std::int64_t> labels(ShapeValue{15});
  const auto open = [&] { return bind<Shape<N, 3>, Shape<N>>(named("rows", dynamic), named("labels", labels)); };
  CHECK_THROWS_WITH(open(), "bind: axis 0 of labels is 15, wanted is N; N = 16 from axis 0 of rows");
  const auto [inputs, outputs] = bind<Shape<N, 3>, Shape<2 * N - 1>>(dynamic, zeros<float, Shape<31>>());
  CHECK(outputs.extent<0>() == 2 * inputs.extent<0>() - 1);
}

TEST_CASE("a tour of shapeproof: out, and in again") {
  // A tensor prints as NumPy's does, its shape and element type first.
  std::ostringstream out;
  out << as<Shape<N, 2>>(Tensor<float, Shape<2, 2>>{{1, -2.5F}, {3, 4}});
  CHECK(out.str() ==
        "Shape<N(2), 2> float32\n"
        "[[  1. -2.5]\n"
        " [  3.   4.]]");

  // .npy files go out as they are, and come in through the door.
  const scratch::Directory folder;
  const std::string path = folder / "rows.npy";
  save_npy(path, Tensor<float, Shape<2, 3>>{{1, 2, 3}, {4, 5, 6}});
  const auto rows = load_npy<float, Shape<N, 3>>(path);
  CHECK(rows.extent<0>() == 2);
  CHECK(rows(1, 2) == 6);
  CHECK(load_npy(path).element_type() == ElementType::float32);
  CHECK_THROWS_AS((load_npy<float, Shape<N, 4>>(path)), ShapeError);
  CHECK_THROWS_AS((load_npy<std::uint8_t, Shape<N, 3>>(path)), ElementTypeError);
  CHECK_THROWS_AS(load_npy(folder / "none.npy"), FileError);
}
