// SPDX-License-Identifier: BSL-1.0
// Patterns of einsum: what they say, what comes of them and some shapes, and what is none.
#include <shapeproof/engine/contraction_order.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), M = axis("M");

constexpr int size_of(const char* text) {
  int size = 0;
  while (text[size] != '\0') ++size;
  return size;
}

template <class... Shapes>
constexpr Ruling einsum(const char* text, const Shapes&... shapes) {
  const ShapeValue all[] = {ShapeValue(shapes)...};
  const ShapeValue* operands[sizeof...(Shapes)] = {};
  for (std::size_t i = 0; i < sizeof...(Shapes); ++i) operands[i] = &all[i];
  return einsum_rule(read_einsum(text, size_of(text)), operands, sizeof...(Shapes));
}
constexpr bool reads(const char* text) { return read_einsum(text, size_of(text)).holds; }
using S = ShapeValue;

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

// What is a pattern.
static_assert(reads("ij,jk->ik") && reads("ij,jk") && reads("i j , j k -> i k") && reads("") && reads(",") &&
              reads("->") && reads("ii") && reads("...ij,...jk->...ik") && reads("a,b,c,d,e,f,g,h") &&
              reads("abcdefgh->hgfedcba"));
// What is none.
static_assert(!reads("i1,j") && !reads("i_") && !reads("(i)") && !reads("i->i->i") && !reads("i->i,i") &&
              !reads("ij->ii") && !reads("i->j") && !reads("i....") && !reads("i..") && !reads("...i...") &&
              !reads("i->...i") && !reads("a,b,c,d,e,f,g,h,i") && !reads("abcdefghi") && !reads("abcde,fghij") &&
              !reads("i -> \xC3"));
static_assert(read_einsum("ij,jk->ik!", 9).holds && !read_einsum("ij,jk->ik!", 10).holds);

// What comes out.
static_assert(yes(einsum("ij,jk->ik", S{2, 3}, S{3, 5}), {2, 5}) && yes(einsum("ij,jk", S{2, 3}, S{3, 5}), {2, 5}));
static_assert(yes(einsum("ba", S{2, 3}), {3, 2}) && yes(einsum("bA", S{2, 3}), {3, 2}) &&
              yes(einsum("ij->", S{2, 3}), {}));
static_assert(yes(einsum("ii", S{3, 3}), {}) && yes(einsum("ii->i", S{3, 3}), 3) && no(einsum("ii", S{3, 4})));
static_assert(yes(einsum("i,j->ij", S(2), S(3)), {2, 3}) && yes(einsum(",i->i", S{}, S(3)), 3) &&
              yes(einsum("", S{}), {}));
static_assert(yes(einsum("bhid,bhjd->bhij", S{2, 3, 4, 5}, S{2, 3, 6, 5}), {2, 3, 4, 6}));
static_assert(yes(einsum("ij,jk,kl->il", S{2, 3}, S{3, 4}, S{4, 5}), {2, 5}) &&
              no(einsum("ij,jk,kl->il", S{2, 3}, S{3, 4}, S{5, 5})));
static_assert(no(einsum("ij,jk->ik", S{2, 3}, S{4, 5})) && no(einsum("ij,jk->ik", S{2, 3}, S(3))) &&
              no(einsum("ij,jk->ik", S{2, 3})) && no(einsum("ij->ji", S{2, 3}, S{2, 3})));
// Extents of 1 are not broadcast.
static_assert(no(einsum("ij,jk->ik", S{2, 1}, S{4, 5})));
// The ellipsis.
static_assert(yes(einsum("...ij,...jk->...ik", S{7, 8, 2, 3}, S{7, 8, 3, 5}), {7, 8, 2, 5}) &&
              yes(einsum("...ij,...jk", S{7, 2, 3}, S{7, 3, 5}), {7, 2, 5}) &&
              yes(einsum("...ij,...jk", S{2, 3}, S{3, 5}), {2, 5}));
static_assert(yes(einsum("...ij,jk->...ik", S{7, 8, 2, 3}, S{3, 5}), {7, 8, 2, 5}) &&
              yes(einsum("i...->...", S{2, 3, 4}), {3, 4}));
static_assert(no(einsum("...ij,...jk->...ik", S{7, 8, 2, 3}, S{8, 3, 5})) &&
              no(einsum("...ij,...jk", S{7, 2, 3}, S{1, 3, 5})) && no(einsum("...ij", S(2))));
static_assert(yes(einsum("...i->i", S{2, 3, 4}), 4));
// Names.
static_assert(yes(einsum("ni,io->no", S{N, 784}, S{784, 10}), {N, 10}) &&
              check(einsum("ni,io->no", S{N, T}, S{T, 10}), {N, 10}));
static_assert(check(einsum("ij,ij->ij", S{N, dyn}, S{dyn, 3}), {N, 3}) && no(einsum("ij,jk", S{2, N}, S{M, 5})) &&
              no(einsum("ij,jk", S{2, N}, S{2 * N, 5})) && no(einsum("ij,jk", S{2, 2 * N}, S{N + M, 5})));
static_assert(yes(einsum("i,i->i", S(64), S(N(64))), N(64)) && no(einsum("i,i", S(M(64)), S(N(64)))));
// Not only neighbours are compared: N and M do not go together by way of 64.
static_assert(no(einsum("i,i,i", S(N), S(64), S(M))) && check(einsum("i,i,i->i", S(N), S(64), S(dyn)), 64));
static_assert(no(einsum("ij,kl->il", S{N(2), 3}, S{3, N(4)})) &&
              yes(einsum("ij,kl->il", S{N(2), 3}, S{3, N(2)}), {N(2), N(2)}));
static_assert(no(einsum("i,j->ij", S(ExtentValue(5, N)), S(ExtentValue(6, N)))));
static_assert(no(einsum("ijk,lmn->ijklmn", S{2000000000, 2000000000, 1}, S{2000000000, 1, 1})));
static_assert(no(einsum("abcde,...->abcde...", S{1, 2, 3, 4, 5}, S{1, 2, 3, 4})));

// The order of a chain of matrices: from the small end on.
constexpr engine::ContractionOrder order_of(const ShapeValue& a, const ShapeValue& b, const ShapeValue& c) {
  const ShapeValue* const operands[] = {&a, &b, &c};
  Contraction contraction;
  einsum_rule(read_einsum("ij,jk,kl->il", 12), operands, 3, nullptr, &contraction);
  return engine::contraction_order(contraction);
}
constexpr auto from_the_left = order_of({2, 100}, {100, 100}, {100, 100});
static_assert(from_the_left.step_count == 2 && from_the_left.steps[0].left == 0 && from_the_left.steps[0].right == 1 &&
              from_the_left.cost == 2 * 2 * 100 * 100);
constexpr auto from_the_right = order_of({100, 100}, {100, 100}, {100, 2});
static_assert(from_the_right.steps[0].left == 1 && from_the_right.steps[0].right == 2 &&
              from_the_right.cost == 2 * 2 * 100 * 100);

}  // namespace
