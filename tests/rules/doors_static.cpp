// SPDX-License-Identifier: BSL-1.0
// What one shape may be taken as, what a tensor is made of, and what names mean across tensors.
#include <shapeproof/rules/bind.hpp>
#include <shapeproof/rules/create.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), M = axis("M"), C = axis("C");

constexpr Ruling as(const ShapeValue& from, const ShapeValue& to) { return convert_rule("as", from, to); }
// Whether nothing is left to check, so that the conversion is implicit.
constexpr bool implicit(const ShapeValue& from, const ShapeValue& to) {
  return as(from, to).holds && !as(from, to).checks_at_run_time;
}
constexpr bool check(const ShapeValue& from, const ShapeValue& to) {
  return as(from, to).holds && as(from, to).checks_at_run_time;
}
constexpr bool no(const ShapeValue& from, const ShapeValue& to) { return !as(from, to).holds; }

static_assert(implicit({}, {}) && implicit({64, 3}, {64, 3}) && no({64, 3}, {64, 4}) && no(3, {3, 1}) && no({}, 1));
static_assert(implicit({64, 3}, {N, 3}) && check({N, 3}, {64, 3}));
static_assert(implicit({64, 3}, {N(64), 3}) && implicit({N(64), 3}, {64, 3}) && no({65, 3}, {N(64), 3}));
static_assert(implicit(N(64), N) && check(N, N(64)));
static_assert(implicit(N, N) && no(N, M) && no(N(64), C(64)) && no(N(64), M) && no(N, M(64)));
static_assert(implicit(N, dyn) && check(dyn, N) && implicit(64, dyn) && check(dyn, 64) && implicit(dyn, dyn));
static_assert(implicit(2 * N, 2 * N) && implicit(2 * N, N + N) && implicit(2 * N, dyn) && check(dyn, 2 * N));
static_assert(check(2 * N, 64) && no(2 * N, 7) && no(7, 2 * N) && as(64, 2 * N).holds);
static_assert(no(2 * N, N) && no(N, 2 * N) && check(2 * N, M) && check(M, 2 * N) && check(2 * N, N + M));
static_assert(implicit(1, N) && no(0, N) && implicit(0, 0) && implicit(0, dyn) && as(0, N - 1).holds);
static_assert(no({64, 3}, {_, 3}) && no({64, 3}, {-1, 3}));

// A name that stands twice says that both axes are equal.
static_assert(implicit({64, 64}, {N, N}) && no({64, 65}, {N, N}) && check({64, dyn}, {N, N}) && check({N, 64}, {N, N}));
static_assert(check({dyn, dyn}, {N, N}) && implicit({N, N}, {N, N}) && no({N, M}, {N, N}));
static_assert(as({64, 128}, {N, 2 * N}).holds && no({64, 127}, {N, 2 * N}) && no({64, 126}, {N, 2 * N}));
static_assert(no({128, 64}, {2 * N, 4 * N}) && check({N, 128}, {N, 2 * N}));
static_assert(as({6, 2, 3}, {N * M, N, M}).holds && no({7, 2, 3}, {N * M, N, M}));

// The result has the numbers of what was found and the names of what was wanted.
static_assert(as({64, 3}, {N, 3}).result == ShapeValue{N(64), 3});
static_assert(as({N(64), 3}, {dyn, 3}).result == ShapeValue{64, 3});
static_assert(as({7, ExtentValue(5, N)}, {dyn, N}).result == ShapeValue{7, N(5)});

// Numbers for zeros.
constexpr bool takes(const ShapeValue& shape, int count) { return create_rule("zeros", shape, nullptr, count).holds; }
template <class... I>
constexpr ShapeValue made(const ShapeValue& shape, I... numbers) {
  const std::int64_t all[] = {numbers..., 0};
  return create_rule("zeros", shape, all, sizeof...(I)).result;
}
template <class... I>
constexpr bool makes(const ShapeValue& shape, I... numbers) {
  const std::int64_t all[] = {numbers..., 0};
  return create_rule("zeros", shape, all, sizeof...(I)).holds;
}
static_assert(takes({}, 0) && takes({2, 3}, 0) && !takes({2, 3}, 1) && !takes({_, 3}, 1) && !takes({_, 3}, 0));
static_assert(takes({N, 3, M}, 2) && takes({N, N}, 1) && takes({N, 2 * N, N* M}, 2) && takes({dyn, dyn}, 2));
static_assert(!takes({N, N}, 2) && !takes({N, 3}, 0) && !takes({dyn, dyn}, 1) && takes({N(4), 3}, 0));
static_assert(made({N, 3, 2 * M}, 16, 7) == ShapeValue{N(16), 3, ExtentValue(14, 2 * M)});
static_assert(made({dyn, N, dyn}, 4, 5, 6) == ShapeValue{4, N(5), 6});
static_assert(makes(dyn, 0) && !makes(dyn, -1) && !makes(N, 0) && !makes(N, -5) && !makes({N, dyn}, 5));
static_assert(makes(N - 4, 5) && makes(N - 4, 4) && !makes(N - 4, 3) && !makes(N - 4, 2));
static_assert(!makes({dyn, dyn, 3}, 2000000000, 2000000000) && !makes({N, N, 3}, 2000000000));

// One meaning for each name.
constexpr bool binds(std::initializer_list<Bound> all) {
  return bind_rule(all.begin(), static_cast<int>(all.size())).holds;
}
static_assert(binds({}) && binds({{{N, 3}, {16, 3}}}) && binds({{{N, 3}, {16, 3}}, {N, 16}}));
static_assert(!binds({{{N, 3}, {16, 3}}, {N, 15}}) && !binds({{N, 16}, {M, 15}, {N, 15}}) &&
              binds({{N, 16}, {M, 15}, {N, 16}}));
static_assert(binds({{2 * N, 8}, {N, 4}}) && !binds({{2 * N, 8}, {N, 5}}) && !binds({{2 * N, 7}}));
static_assert(binds({{N * M, 12}, {N, 4}, {M, 3}}) && !binds({{N * M, 13}, {N, 4}, {M, 3}}));
static_assert(binds({{N, dyn}, {N, 15}}) && binds({{dyn, 3}, {dyn, 4}}));

}  // namespace
