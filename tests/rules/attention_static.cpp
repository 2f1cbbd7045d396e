// SPDX-License-Identifier: BSL-1.0
// Attention, recurrent layers and embeddings: valid and invalid twins.
#include <shapeproof/rules/attention.hpp>
#include <shapeproof/rules/embedding.hpp>
#include <shapeproof/rules/recurrent.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), S = axis("S"), M = axis("M");
constexpr auto f32 = ElementType::float32, boolean = ElementType::boolean;

constexpr bool yes(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && !ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool check(const Ruling& ruling, const ShapeValue& result) {
  return ruling.holds && ruling.checks_at_run_time && ruling.result == result;
}
constexpr bool no(const Ruling& ruling) { return !ruling.holds; }

static_assert(heads_rule("", 512, 8).holds && no(heads_rule("", 512, 12)) && no(heads_rule("", 512, 0)) &&
              no(heads_rule("", 512, -8)));

constexpr ShapeValue query{2, 3, 8}, key{2, 5, 8};
static_assert(yes(attention_rule("", 8, 2, query, key, key), {2, 3, 8}));
static_assert(no(attention_rule("", 8, 3, query, key, key)) && no(attention_rule("", 6, 2, query, key, key)) &&
              no(attention_rule("", 8, 2, {3, 8}, key, key)) && no(attention_rule("", 8, 2, query, {2, 5, 6}, key)) &&
              no(attention_rule("", 8, 2, query, key, {2, 5, 6})) &&
              no(attention_rule("", 8, 2, query, {3, 5, 8}, key)) &&
              no(attention_rule("", 8, 2, query, key, {3, 5, 8})) &&
              no(attention_rule("", 8, 2, query, key, {2, 4, 8})));
static_assert(check(attention_rule("", 8, 2, {N, T, 8}, {N, S, 8}, {N, S, 8}), {N, T, 8}) &&
              check(attention_rule("", 8, 2, {dyn, T, 8}, key, key), {dyn, T, 8}) &&
              check(attention_rule("", 8, 2, {N, T, dyn}, {N, T, dyn}, {N, T, dyn}), {N, T, 8}));
static_assert(no(attention_rule("", 8, 2, {N, T, 8}, {T, N, 8}, {T, N, 8})) &&
              no(attention_rule("", 8, 2, {N, T, 8}, {M, S, 8}, {M, S, 8})) &&
              no(attention_rule("", 8, 2, {2, T(3), 8}, {2, T(5), 8}, {2, T(5), 8})));

static_assert(attention_mask_rule("", query, key, {3, 5}).holds && no(attention_mask_rule("", query, key, {5, 3})) &&
              no(attention_mask_rule("", query, key, {3, 4})) && no(attention_mask_rule("", query, key, {2, 3, 5})));
static_assert(key_padding_rule("", key, {2, 5}).holds && no(key_padding_rule("", key, {2, 4})) &&
              no(key_padding_rule("", key, {3, 5})) && no(key_padding_rule("", key, 5)));
static_assert(mask_element_rule("", f32, boolean, true).holds && mask_element_rule("", f32, f32, true).holds &&
              mask_element_rule("", f32, boolean, false).holds && no(mask_element_rule("", f32, f32, false)) &&
              no(mask_element_rule("", f32, ElementType::float64, true)));
constexpr ShapeValue mask{3, 5}, padding{2, 5}, wrong{3, 4};
static_assert(yes(attention_call_rule("", 8, 2, {query, key, key}), {2, 3, 8}) &&
              yes(attention_call_rule("", 8, 2, {query, key, key, given(mask), given(padding)}), {2, 3, 8}) &&
              no(attention_call_rule("", 8, 2, {query, key, key, given(wrong)})) &&
              no(attention_call_rule("", 8, 2, {query, key, key, {}, given(wrong)})));

constexpr RecurrentForm plain{"", 1, 3, 4}, two{"", 1, 3, 4, 2, 2}, named{"", 1, 3, 4, 1, 1, true, N, T},
    none{"", 1, 3, 4, 0};
static_assert(yes(recurrent_rule(plain, {2, 5, 3}), {2, 5, 4}) && yes(recurrent_rule(two, {2, 5, 3}), {2, 5, 8}));
static_assert(no(recurrent_rule(plain, {2, 5, 4})) && no(recurrent_rule(plain, {5, 3})) &&
              no(recurrent_rule(none, {2, 5, 3})));
static_assert(yes(recurrent_rule(plain, {N, T, 3}), {N, T, 4}) && check(recurrent_rule(plain, {N, T, dyn}), {N, T, 4}));
static_assert(yes(recurrent_rule(named, {N, T, 3}), {N, T, 4}) && yes(recurrent_rule(named, {2, 5, 3}), {2, 5, 4}) &&
              yes(recurrent_rule(named, {dyn, T, 3}), {dyn, T, 4}) && no(recurrent_rule(named, {T, N, 3})) &&
              no(recurrent_rule(named, {N, M, 3})) && no(recurrent_rule(named, {M, T, 3})));
static_assert(recurrent_state_rule(two, "", {2, 5, 3}, {4, 2, 4}).holds &&
              no(recurrent_state_rule(two, "", {2, 5, 3}, {2, 2, 4})) &&
              no(recurrent_state_rule(two, "", {2, 5, 3}, {4, 3, 4})) &&
              no(recurrent_state_rule(two, "", {2, 5, 3}, {4, 2, 3})));
static_assert(recurrent_lengths_rule(two, {2, 5, 3}, 2).holds && no(recurrent_lengths_rule(two, {2, 5, 3}, 5)) &&
              no(recurrent_lengths_rule(two, {2, 5, 3}, {2, 1})) &&
              recurrent_lengths_rule(two, {2, 5, 3}, dyn).checks_at_run_time);
static_assert(lengths_element_rule("", ElementType::int64).holds && no(lengths_element_rule("", ElementType::int32)) &&
              no(lengths_element_rule("", f32)));
static_assert(length_rule("", 0, 1, 5).holds && length_rule("", 0, 5, 5).holds && no(length_rule("", 0, 0, 5)) &&
              no(length_rule("", 0, 6, 5)) && no(length_rule("", 0, -1, 5)));
static_assert(layer_element_rule("", "", f32).holds && no(layer_element_rule("", "", ElementType::float64)) &&
              no(layer_element_rule("", "", ElementType::int32)));

static_assert(yes(embedding_rule({2, 3}, {100, 8}), {2, 3, 8}) && check(embedding_rule({N, T}, {100, 8}), {N, T, 8}));
static_assert(no(embedding_rule({2, 3}, 100)) && no(embedding_rule({N(2), 3}, {N(100), 8})));
static_assert(embedding_element_rule(ElementType::int32).holds && embedding_element_rule(ElementType::int64).holds &&
              no(embedding_element_rule(ElementType::uint8)) && no(embedding_element_rule(f32)));

}  // namespace
