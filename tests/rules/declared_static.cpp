// SPDX-License-Identifier: BSL-1.0
// What is declared of an axis travels with its name, is used by proofs, and is verified wherever a number comes in.
#include <shapeproof/rules/bind.hpp>
#include <shapeproof/rules/bounds.hpp>
#include <shapeproof/rules/create.hpp>
#include <shapeproof/shape.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), H = axis("H"), K = axis("K");
constexpr auto E = axis("E").or_empty(), T = axis("T").at_least(2), W = axis("W").multiple_of(8);
constexpr auto D = axis("D").equals(H * K);
constexpr auto T3 = axis("T").at_least(3), TT = axis("T");

constexpr bool reads(const Extent& extent, const char* text) {
  int i = 0;
  while (extent.text[i] != '\0' && extent.text[i] == text[i]) ++i;
  return extent.text[i] == '\0' && text[i] == '\0';
}

static_assert(reads(E, "E where E>=0"));
static_assert(reads(T, "T where T>=2"));
static_assert(reads(W, "W where W%8==0"));
static_assert(reads(D, "D where D=H*K"));
static_assert(reads(axis("N").at_least(1), "N"));
static_assert(reads(W.at_least(16), "W where W%8==0, W>=16"));
static_assert(reads(2 * T + 1, "2*T+1 where T>=2"));
static_assert(reads(W / 8, "W/8 where W%8==0"));
static_assert(reads(W / 2, "W/2 where W%8==0"));
static_assert(reads(W / 16, "W/16 where W%8==0"));
static_assert(reads(W % 16, "W%16 where W%8==0"));
static_assert(8 * (W / 8) == W && 2 * (W / 2) == W && (W + 3) / 8 == W / 8 && reads(W % 8, "0"));
static_assert(reads(3 * (W / 4) + 1, "3*(W/4)+1 where W%8==0"));
static_assert(D / H == K && reads(D / K, "H"));
static_assert(reads(2 * D + 1, "2*D+1 where D=H*K"));
static_assert(compare(H * (D / H), D).relation == Relation::check);
static_assert(compare(H * K, D).relation == Relation::check);

// Proofs use what is declared.
static_assert(is_at_least(T - 2, 0) == Answer::yes && is_at_least(T - 3, 0) == Answer::open);
static_assert(is_at_least(E, 0) == Answer::yes && is_at_least(E, 1) == Answer::open);
static_assert(is_at_least(W, 8) == Answer::yes && is_at_least(W / 8, 1) == Answer::yes);
static_assert(!(ExtentValue(max(E, 1)) == ExtentValue(E)));
static_assert(is_at_least(N * E, N) == Answer::open && is_at_least(N * T, 2 * N) == Answer::yes);
static_assert(!(max(E, 1) == E) && max(T, 2) == T && max(W, 8) == W);
static_assert(reads(E * N / E, "(E*N)/E where E>=0"));
static_assert((T + T3).text[0] == '!' && (T * TT).text[0] == '!');

// One name, one declaration; and numbers keep it.
constexpr bool is_a_shape(const ShapeValue& s) { return well_formed_rule(s).holds; }
static_assert(is_a_shape({T, 2 * T}) && !is_a_shape({T, TT}) && !is_a_shape({T, T3}) && !is_a_shape({2 * TT, T}));
static_assert(is_a_shape({T(2), 3}) && !is_a_shape({T(1), 3}) && is_a_shape({E(0)}) && !is_a_shape({W(12)}) &&
              is_a_shape({W(16)}));

// Doors verify it.
constexpr bool as(const ShapeValue& from, const ShapeValue& to) { return convert_rule("as", from, to).holds; }
static_assert(as(2, T) && !as(1, T) && as(0, E) && as(16, W) && !as(12, W));
static_assert(as({12, 3, 4}, {D, H, K}) && !as({13, 3, 4}, {D, H, K}) && as({12, 3}, {D, H}));
static_assert(!as(T, TT) && as(T, T) && as(dyn, T));
static_assert(as(4, W / 2) && !as(6, W / 2) && as({4, 8}, {W / 2, W}) && !as({4, 16}, {W / 2, W}));
static_assert(as({24, 12, 3}, {2 * D, D, H}) && !as({26, 12, 3}, {2 * D, D, H}));
static_assert(!reshape_rule({TT, 3}, {T, 3}).holds);
static_assert(compare(T, 1).relation == Relation::differ && compare(T, 2).relation == Relation::check &&
              compare(W, 12).relation == Relation::differ);
static_assert(compare(T, T3).relation == Relation::declared && compare(E, 0).relation == Relation::check);
constexpr std::int64_t nums[] = {3, 4};
static_assert(create_rule("zeros", {D, H}, nums, 2).holds &&
              create_rule("zeros", {D, H}, nums, 2).result[0].number == 12);
static_assert(Shape<T, 2 * T, W(16)>::value[2].number == 16);

}  // namespace
