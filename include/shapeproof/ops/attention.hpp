// SPDX-License-Identifier: BSL-1.0
// How does a sequence look at another, or at itself? In several heads, each with its own projections of query, key and value.
//
//   multi-head attention   query [n, t, w], key [n, s, w], value [n, s, w] -> [n, t, w]
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "../engine/attention.hpp"
#include "../random.hpp"
#include "../rules/attention.hpp"
#include "arithmetic.hpp"
#include "linear.hpp"

namespace shapeproof {

struct Causal {};
// As an argument of an attention: place t looks at places 0 to t only.
inline constexpr Causal causal;

// A mask of the keys: what key_padding(mask) returns.
template <class Mask>
struct KeyPadding {
  const Mask& mask;  // bool [n, s], true where a key is padding
};
// key_padding(mask), as an argument of an attention: of [n, s] bools, those that are true stand where nobody looks.
template <detail::Operand Mask>
KeyPadding<Mask> key_padding(const Mask& mask) {
  return {mask};
}

namespace detail {

// As an argument of an attention: drops each weight with a probability of 1 - kept, and divides the others by `kept`.
struct Dropping {
  Random& random;
  double kept;
};

// What torch.nn.MultiheadAttention holds.
struct AttentionParameters {
  const float* in_weight;   // [3 * w, w]: for query, key and value
  const float* in_bias;     // [3 * w]
  const float* out_weight;  // [w, w]
  const float* out_bias;    // [w]
};

// Operands behind query, key and value are a mask, a key padding, or both. Hidden is how wide two Linear are that follow, if
// the attention is part of such a layer; the rule does not ask.
template <int Width, int Heads, bool HasMask, int Hidden>
struct AttentionQuestion {
  static constexpr const char* name = "attention";

  constexpr Ruling operator()(const ShapeValue& query, const ShapeValue& key, const ShapeValue& value,
                              Refusal* why) const {
    return attention_call_rule(name, Width, Heads, {query, key, value}, why);
  }
  constexpr Ruling operator()(const ShapeValue& query, const ShapeValue& key, const ShapeValue& value,
                              const ShapeValue& one, Refusal* why) const {
    return attention_call_rule(name, Width, Heads,
                               {query, key, value, MaskShape{one, HasMask}, MaskShape{one, !HasMask}}, why);
  }
  constexpr Ruling operator()(const ShapeValue& query, const ShapeValue& key, const ShapeValue& value,
                              const ShapeValue& mask, const ShapeValue& padding, Refusal* why) const {
    return attention_call_rule(name, Width, Heads, {query, key, value, given(mask), given(padding)}, why);
  }
};

template <class X>
constexpr Ruling mask_of_type(bool takes_numbers, Refusal* why) {
  return mask_element_rule("attention", element_type<float>, element_type<X>, takes_numbers, why);
}
// Mask and Padding are element types, or void.
template <class Q, class K, class V, class Mask, class Padding>
struct AttentionElements {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = layer_element_rule("attention", "query", element_type<Q>, why);
    if (ruling.holds) ruling = layer_element_rule("attention", "key", element_type<K>, why);
    if (ruling.holds) ruling = layer_element_rule("attention", "value", element_type<V>, why);
    if constexpr (!std::is_void_v<Mask>) ruling = ruling.holds ? mask_of_type<Mask>(true, why) : ruling;
    if constexpr (!std::is_void_v<Padding>) ruling = ruling.holds ? mask_of_type<Padding>(false, why) : ruling;
    return ruling;
  }
};

// What was handed over, as types: Mask and Padding are tensors, or void.
template <class Q, class K, class V, class Mask = void, class Padding = void>
struct AttentionCall {};

// The options of a call, in any order.
template <class Call, class... Options>
struct ParsedCall {};
template <class Call>
struct ParsedCall<Call> {
  using type = Call;
};
template <class Call, class... Options>
struct ParsedCall<Call, Causal, Options...> : ParsedCall<Call, Options...> {};
template <class Call, class... Options>
struct ParsedCall<Call, Dropping, Options...> : ParsedCall<Call, Options...> {};
template <class Q, class K, class V, class Padding, Operand Mask, class... Options>
struct ParsedCall<AttentionCall<Q, K, V, void, Padding>, Mask, Options...>
    : ParsedCall<AttentionCall<Q, K, V, Mask, Padding>, Options...> {};
template <class Q, class K, class V, class Mask, class Padding, class... Options>
struct ParsedCall<AttentionCall<Q, K, V, Mask, void>, KeyPadding<Padding>, Options...>
    : ParsedCall<AttentionCall<Q, K, V, Mask, Padding>, Options...> {};

template <int Width, int Heads, int Hidden, class Call, class... Masks>
struct CallOutcome {};
template <int Width, int Heads, int Hidden, class Q, class K, class V, class Mask, class Padding, class... Masks>
struct CallOutcome<Width, Heads, Hidden, AttentionCall<Q, K, V, Mask, Padding>, Masks...>
    : OutcomeIfWith<float,
                    AttentionElements<ElementIn<Q>, ElementIn<K>, ElementIn<V>, ElementIn<Mask>, ElementIn<Padding>>,
                    AttentionQuestion<Width, Heads, !std::is_void_v<Mask>, Hidden>, Q, K, V, Masks...> {};

template <int Width, int Heads, int Hidden, class Call>
struct OutcomeOfCall {};
template <int Width, int Heads, int Hidden, class Q, class K, class V>
struct OutcomeOfCall<Width, Heads, Hidden, AttentionCall<Q, K, V>>
    : CallOutcome<Width, Heads, Hidden, AttentionCall<Q, K, V>> {};
template <int Width, int Heads, int Hidden, class Q, class K, class V, class M>
struct OutcomeOfCall<Width, Heads, Hidden, AttentionCall<Q, K, V, M>>
    : CallOutcome<Width, Heads, Hidden, AttentionCall<Q, K, V, M>, M> {};
template <int Width, int Heads, int Hidden, class Q, class K, class V, class P>
struct OutcomeOfCall<Width, Heads, Hidden, AttentionCall<Q, K, V, void, P>>
    : CallOutcome<Width, Heads, Hidden, AttentionCall<Q, K, V, void, P>, P> {};
template <int Width, int Heads, int Hidden, class Q, class K, class V, class M, class P>
  requires(!std::is_void_v<M> && !std::is_void_v<P>)
struct OutcomeOfCall<Width, Heads, Hidden, AttentionCall<Q, K, V, M, P>>
    : CallOutcome<Width, Heads, Hidden, AttentionCall<Q, K, V, M, P>, M, P> {};

// What attention returns for these operands and options; and what a layer does that has two Linear behind it.
template <int Width, int Heads, int Hidden, class Q, class K, class V, class... Options>
using AttentionLayerOutcome = typename OutcomeOfCall<
    Width, Heads, Hidden,
    typename ParsedCall<AttentionCall<std::remove_cvref_t<Q>, std::remove_cvref_t<K>, std::remove_cvref_t<V>>,
                        std::remove_cvref_t<Options>...>::type>::type;
template <int Width, int Heads, class Q, class K, class V, class... Options>
using AttentionOutcome = AttentionLayerOutcome<Width, Heads, 0, Q, K, V, Options...>;

// What a summary counts: four projections, the scores, what they mix, and two Linear.
template <class Question, class... Shapes>
struct Called;
template <int Width, int Heads, bool HasMask, int Hidden, class Query, class Key, class... Others>
constexpr ExtentValue multiply_adds(
    const Called<AttentionQuestion<Width, Heads, HasMask, Hidden>, Query, Key, Others...>&) {
  const ExtentValue width = std::int64_t{Width};
  const ExtentValue rows = Query::value.count(0, 2);
  const ExtentValue key_rows = Key::value.count(0, 2);
  const ExtentValue seen = rows * Key::value[1];
  return rows * ExtentValue(std::int64_t{2} * Width * (Width + Hidden)) +
         key_rows * ExtentValue(std::int64_t{2} * Width * Width) + seen * (width * ExtentValue(2));
}

// A call as values: what the kernel reads, and the shapes that the rule reads.
class RunningAttention {
 public:
  template <class Q, class K, class V, class... Options>
  RunningAttention(const Q& query, const K& key, const V& value, const Options&... options)
      : query_(query.shape()), key_(key.shape()), value_(value.shape()) {
    data_[0] = query.data();
    data_[1] = key.data();
    data_[2] = value.data();
    (take(options), ...);
  }

  // Throws ShapeError where what was left for run time fails.
  [[nodiscard]] Extents settle(std::int64_t width, std::int64_t heads) const {
    const AttentionShapes shapes{query_, key_, value_, mask_, padding_};
    Refusal why;
    const Ruling ruling = attention_call_rule("attention", width, heads, shapes, &why);
    if (ruling.holds) return Extents(ruling.result);
    why.found = query_;
    throw ShapeError(why);
  }
  void compute(const AttentionParameters& parameters, std::int64_t heads, const Extents& extents, float* out);

 private:
  void take(Causal) { what_.is_causal = true; }
  void take(const Dropping& dropping) { dropping_ = &dropping; }
  template <class Mask>
  void take(const KeyPadding<Mask>& padding) {
    padding_ = given(padding.mask.shape());
    what_.padding = padding.mask.data();
  }
  template <Operand Mask>
  void take(const Mask& mask) {
    mask_ = given(mask.shape());
    if constexpr (std::is_same_v<ElementIn<Mask>, bool>) what_.masked = mask.data();
    else what_.added = mask.data();
  }

  [[nodiscard]] DynamicTensor<float> drawn_factors() const;

  engine::Attention<float> what_;
  const Dropping* dropping_ = nullptr;
  const float* data_[3];
  ShapeValue query_;
  ShapeValue key_;
  ShapeValue value_;
  MaskShape mask_;
  MaskShape padding_;
};

// 1 / kept for each weight that is kept, 0 for the others.
inline DynamicTensor<float> RunningAttention::drawn_factors() const {
  if (dropping_ == nullptr) return DynamicTensor<float>(ShapeValue(0));
  const auto weights =
      uninitialized<DynamicTensor<float>>(Extents(ShapeValue{what_.samples, what_.heads, what_.queries, what_.keys}));
  return bernoulli_like(dropping_->random, weights, dropping_->kept) * static_cast<float>(1 / dropping_->kept);
}

// `count` rows of the operand times `parts` of the three weights from `first` on, plus their biases.
inline DynamicTensor<float> project(const AttentionParameters& parameters, const float* rows, std::int64_t count,
                                    std::int64_t width, std::int64_t first, std::int64_t parts) {
  auto out = uninitialized<DynamicTensor<float>>(Extents(ShapeValue{count, parts * width}));
  repeat_row(parameters.in_bias + first * width, fresh(out), count, parts * width);
  engine::gemm(rows, parameters.in_weight + first * width * width, fresh(out),
               {.m = count, .k = width, .n = parts * width, .right_is_transposed = true, .adds = true});
  return out;
}

// What is projected from one tensor is projected at once.
inline void RunningAttention::compute(const AttentionParameters& parameters, std::int64_t heads, const Extents& extents,
                                      float* out) {
  const std::int64_t width = extents[2];
  what_.samples = extents[0];
  what_.heads = heads;
  what_.head_width = width / heads;
  what_.queries = extents[1];
  what_.keys = key_[1].number;
  const std::int64_t rows = what_.samples * what_.queries;
  const std::int64_t key_rows = what_.samples * what_.keys;
  const bool is_self = data_[0] == data_[1] && data_[1] == data_[2];
  const bool has_one_memory = data_[1] == data_[2];
  const auto query = project(parameters, data_[0], rows, width, 0, is_self ? 3 : 1);
  DynamicTensor<float> key = query;
  DynamicTensor<float> value = query;
  if (!is_self) key = project(parameters, data_[1], key_rows, width, 1, has_one_memory ? 2 : 1);
  if (!is_self) value = has_one_memory ? key : project(parameters, data_[2], key_rows, width, 2, 1);
  what_.query = query.data();
  what_.query_stride = is_self ? 3 * width : width;
  what_.key = key.data() + (is_self ? width : 0);
  what_.value = value.data() + (is_self ? 2 * width : has_one_memory ? width : 0);
  what_.key_stride = is_self ? 3 * width : has_one_memory ? 2 * width : width;
  auto scores = uninitialized<DynamicTensor<float>>(Extents(ShapeValue{heads, what_.queries, what_.keys}));
  auto mixed = uninitialized<DynamicTensor<float>>(extents);
  const DynamicTensor<float> factors = drawn_factors();
  if (dropping_ != nullptr) what_.factors = factors.data();
  engine::attend(what_, fresh(scores), fresh(mixed));
  repeat_row(parameters.out_bias, out, rows, width);
  engine::gemm(mixed.data(), parameters.out_weight, out,
               {.m = rows, .k = width, .n = width, .right_is_transposed = true, .adds = true});
}

template <int Width, int Heads, class Q, class K, class V, class... Options>
AttentionOutcome<Width, Heads, Q, K, V, Options...> attention(const AttentionParameters& parameters, const Q& query,
                                                              const K& key, const V& value, const Options&... options) {
  RunningAttention running(query, key, value, options...);
  const Extents extents = running.settle(Width, Heads);
  auto result = uninitialized<AttentionOutcome<Width, Heads, Q, K, V, Options...>>(extents);
  if (extents.count() > 0) running.compute(parameters, Heads, extents, fresh(result));
  return result;
}

}  // namespace detail
}  // namespace shapeproof
