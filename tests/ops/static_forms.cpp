// SPDX-License-Identifier: BSL-1.0
// Does the static form of each operation give what the run-time form gives? And what does not compile: is it thrown in
// the same words? With shapes that are made at random while compiling, and with a list of mistakes.
#include <shapeproof/ops/arithmetic.hpp>
#include <shapeproof/ops/broadcast.hpp>
#include <shapeproof/ops/equal.hpp>
#include <shapeproof/ops/matmul.hpp>
#include <shapeproof/ops/permute.hpp>
#include <shapeproof/ops/reshape.hpp>
#include <shapeproof/ops/squeeze.hpp>

#include "catch.hpp"
#include "ops/outcome.hpp"
#include "samples.hpp"

using namespace shapeproof;
using samples::counted;
using samples::Int;
using samples::Outcome;
using samples::outcome_of;

namespace {

constexpr std::uint32_t mixed(std::uint32_t seed) {
  for (int i = 0; i < 3; ++i) seed = (seed ^ (seed >> 15)) * 0x2C1B3C6DU;
  return seed ^ (seed >> 12);
}
template <std::uint32_t Seed>
inline constexpr int random_extent = static_cast<int>(mixed(Seed + 1) % 4);
template <std::uint32_t Seed>
using RandomMatrix = Shape<random_extent<2 * Seed>, random_extent<2 * Seed + 1>>;

// A static form that does not compile says the sentence that the run-time form throws.
template <class Question, class... S>
std::string static_sentence() {
  if constexpr (detail::Holds<Question, S...>) return "";
  else return detail::WhyNot<Question, S...>::sentence.c_str();
}

template <class Question, class Operation, class... S>
bool forms_agree(const Operation& operation) {
  const Outcome dynamic = outcome_of([&] { return operation(counted<Int>(S::value)...); });
  if (static_sentence<Question, S...>() != dynamic.sentence) return false;
  if constexpr (detail::Holds<Question, S...>) return operation(counted<Int, S>()...) == dynamic.result;
  else return true;
}

struct AddShapes {
  constexpr Ruling operator()(const ShapeValue& left, const ShapeValue& right, Refusal* why) const {
    return elementwise_rule("add", left, right, why);
  }
};

template <std::uint32_t Seed>
bool check_static_forms() {
  using Left = RandomMatrix<2 * Seed>;
  using Right = RandomMatrix<2 * Seed + 1>;
  using Same = std::conditional_t<Seed % 3 == 0, Left, Right>;
  return forms_agree<AddShapes, decltype([](const auto&... x) { return add(x...); }), Left, Same>({}) &&
         forms_agree<detail::Matmul, decltype([](const auto&... x) { return matmul(x...); }), Left, Right>({}) &&
         forms_agree<detail::BroadcastLike, decltype([](const auto&... x) { return broadcast_like(x...); }), Left,
                     Right>({}) &&
         forms_agree<detail::Reshape<Right>, decltype([](const auto&... x) { return reshape<Right>(x...); }), Left>(
             {}) &&
         forms_agree<detail::Broadcast<Right>, decltype([](const auto&... x) { return broadcast_to<Right>(x...); }),
                     Left>({}) &&
         forms_agree<detail::Squeeze<1>, decltype([](const auto&... x) { return squeeze<1>(x...); }), Left>({}) &&
         forms_agree<detail::Transpose<0, 1>, decltype([](const auto&... x) { return transpose(x...); }), Left>({});
}

template <std::uint32_t... Seeds>
int count_disagreements(std::integer_sequence<std::uint32_t, Seeds...> /*seeds*/) {
  int count = 0;
  const auto check = [&count](bool agrees, std::uint32_t seed) {
    if (agrees) return;
    ++count;
    UNSCOPED_INFO("seed " << seed);
  };
  (check(check_static_forms<Seeds>(), Seeds), ...);
  return count;
}

}  // namespace

TEST_CASE("static forms give what the run-time forms give, and say what they throw") {
  CHECK(count_disagreements(std::make_integer_sequence<std::uint32_t, 30>{}) == 0);
}

namespace {

// The same for questions that no random shape of rank 2 asks.
template <class Question, class S, class Operation>
void check_refusal(const Operation& operation, const char* wanted) {
  const std::string sentence = static_sentence<Question, S>();
  CHECK(sentence == wanted);
  CHECK(outcome_of([&] { return operation(counted<Int>(S::value)); }).sentence == sentence);
}

}  // namespace

TEST_CASE("what does not compile for a Tensor is thrown for a DynamicTensor, in the same words") {
  check_refusal<detail::Reshape<Shape<64, 3, 32, 32>>, Shape<49152>>(
      [](const auto& x) { return reshape<Shape<64, 3, 32, 32>>(x); },
      "reshape: 49152 elements cannot fill Shape<64, 3, 32, 32>, which holds 196608; Shape<16, 3, 32, 32> would fit");
  check_refusal<detail::Reshape<Shape<_, 5>>, Shape<2, 3>>(
      [](const auto& x) { return reshape<Shape<_, 5>>(x); },
      "reshape: 6 elements cannot fill Shape<_, 5>: 6 / 5 leaves 1");
  check_refusal<detail::Permute<0, 0, 1>, Shape<2, 3, 4>>(
      [](const auto& x) { return permute<0, 0, 1>(x); },
      "permute<0, 0, 1>: axis 0 is named twice and axis 2 not at all");
  check_refusal<detail::Permute<1, 0>, Shape<2, 3, 4>>(
      [](const auto& x) { return permute<1, 0>(x); },
      "permute: 2 axes are named, the operand has rank 3; each axis is named once");
  check_refusal<detail::Permute<0, 3, 1>, Shape<2, 3, 4>>([](const auto& x) { return permute<0, 3, 1>(x); },
                                                          "permute: there is no axis 3 in rank 3; axes are -3 to 2");
  check_refusal<detail::Transpose<-2, -1>, Shape<3>>([](const auto& x) { return transpose(x); },
                                                     "transpose: there is no axis -2 in rank 1; axes are -1 to 0");
  check_refusal<detail::Squeeze<0>, Shape<2, 1>>([](const auto& x) { return squeeze<0>(x); },
                                                 "squeeze: axis 0 is 2; only an axis of extent 1 can go");
  check_refusal<detail::Unsqueeze<4>, Shape<2, 1>>([](const auto& x) { return unsqueeze<4>(x); },
                                                   "unsqueeze: there is no axis 4 in rank 3; axes are -3 to 2");
  check_refusal<detail::Unsqueeze<0>, Shape<1, 1, 1, 1, 1, 1, 1, 1>>(
      [](const auto& x) { return unsqueeze<0>(x); }, "unsqueeze: the operand has rank 8 already, the highest there is");
  check_refusal<detail::Merge<1, 0>, Shape<2, 3>>([](const auto& x) { return merge<1, 0>(x); },
                                                  "merge: the first axis, 1, stands behind the last, 0");
  check_refusal<detail::Flatten<2, -1>, Shape<2, 3>>([](const auto& x) { return flatten<2>(x); },
                                                     "flatten: there is no axis 2 in rank 2; axes are -2 to 1");
  check_refusal<detail::Split<1, Shape<2, 4>>, Shape<2, 6>>(
      [](const auto& x) { return split<1, 2, 4>(x); },
      "split: 6 elements cannot fill Shape<2, 4>, which holds 8; Shape<2, 3> would fit");
  check_refusal<detail::Broadcast<Shape<3>>, Shape<2, 3>>(
      [](const auto& x) { return broadcast_to<Shape<3>>(x); },
      "broadcast_to: rank 2 cannot become rank 1 of Shape<3>; axes are added in front only");
}
