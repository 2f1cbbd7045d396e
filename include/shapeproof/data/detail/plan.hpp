// SPDX-License-Identifier: BSL-1.0
// Which types do batches of a dataset have? The full ones, and where `keep_last` is said the last one, of a shape of its own.
#pragma once

#include "../../message.hpp"

#include "../dataset.hpp"
#include "../draws.hpp"

namespace shapeproof {

// The axis of the samples that are left over behind the last full batch.
inline constexpr Extent Remainder = axis("Remainder");

// Which samples a batch holds, for what is done to it: image i is the dataset's sample samples[i]. Behind the real ones of a
// padded batch stand zeros.
struct BatchSamples {
  std::int64_t epoch = 0;
  std::int64_t batch = 0;  // of this epoch, from 0 on
  std::span<const std::int64_t> samples{};

  // What random image steps draw from, for these samples in this epoch.
  [[nodiscard]] constexpr Draws draws(std::uint64_t seed) const {
    return {.seed = seed, .epoch = static_cast<std::uint64_t>(epoch), .samples = samples};
  }
};

namespace detail {

template <auto Batch, BatchEnding Ending>
struct BatchExtent {
  constexpr Ruling operator()(Refusal* why) const { return batch_extent_rule(Shape<Batch>::value[0], Ending, why); }
};
template <auto Batch, std::size_t Part>
struct BatchPart {
  constexpr Ruling operator()(const ShapeValue& sample, Refusal* why) const {
    return batch_rule(Shape<Batch>::value[0], int{Part}, sample, why);
  }
};
template <bool IsOne>
struct HasOneShape {
  constexpr Ruling operator()(const ShapeValue& batch, Refusal* why) const {
    return one_shape_rule(batch[0], IsOne, why);
  }
};

// The parts of a batch as a tuple, or the error of the first one that cannot be.
template <class T, class S>
struct BatchTensor {
  using type = Tensor<T, S>;
};
template <class T, Text... Sentences>
struct BatchTensor<T, Refused<Sentences...>> {
  using type = Refused<Sentences...>;
};
template <class Done, class... Rest>
struct TupleOrError {
  using type = Done;
};
template <class... Done, class Next, class... Rest>
struct TupleOrError<std::tuple<Done...>, Next, Rest...> {
  using type = typename TupleOrError<std::tuple<Done..., Next>, Rest...>::type;
};
template <class... Done, Text... Sentences, class... Rest>
struct TupleOrError<std::tuple<Done...>, Refused<Sentences...>, Rest...> {
  using type = Refused<Sentences...>;
};

template <auto Batch, class Samples, class Parts = std::make_index_sequence<std::tuple_size_v<Samples>>>
struct BatchTuple;
template <auto Batch, class... T, class... S, std::size_t... Part>
struct BatchTuple<Batch, std::tuple<Tensor<T, S>...>, std::index_sequence<Part...>> {
  using type = typename TupleOrError<std::tuple<>,
                                     typename BatchTensor<T, ResultShape<BatchPart<Batch, Part>, S>>::type...>::type;
};

// Batches as they are read.
struct NoStep {};

// What is known of batches at compile time.
template <auto Batch, BatchEnding Ending, Dataset Data>
struct BatchPlan {
  using data = Data;
  using samples = typename Data::samples;
  static constexpr BatchEnding ending = Ending;
  static constexpr bool has_remainder = Ending == BatchEnding::keep_last;
  static constexpr bool has_mask = Ending == BatchEnding::pad_last;
  static constexpr bool drops = Ending == BatchEnding::drop_last || Ending == BatchEnding::count_and_drop_last;
  static constexpr std::size_t part_count = std::tuple_size_v<samples>;
  using extent_shape = Shape<Batch>;

  using parts = typename BatchTuple<Batch, samples>::type;
  // Which samples of a padded batch are real stands behind its parts.
  template <class Parts>
  using WithMask =
      decltype(std::tuple_cat(std::declval<Parts>(), std::declval<std::tuple<Tensor<bool, Shape<Batch>>>>()));
  template <class Parts>
  struct Masked {
    using type = WithMask<Parts>;
  };
  using batch = typename std::conditional_t<has_mask, Masked<parts>, std::type_identity<parts>>::type;
  using remainder =
      typename std::conditional_t<has_remainder, BatchTuple<Remainder, samples>, std::type_identity<parts>>::type;
  // What is read, before a step makes another batch of it.
  using raw_batch = batch;
  using raw_remainder = remainder;
  using step = NoStep;
};

// A step's result as the parts of a batch.
template <class... Part>
std::tuple<Part...> as_parts(std::tuple<Part...> parts) {
  return parts;
}
template <class T, class S>
std::tuple<Tensor<T, S>> as_parts(Tensor<T, S> part) {
  return {std::move(part)};
}

template <class Step, class Raw>
struct BatchStepResult;
template <class Step, class... Part>
struct BatchStepResult<Step, std::tuple<Part...>> {
  using type = decltype(as_parts(
      std::declval<const Step&>()(std::declval<const Part&>()..., std::declval<const BatchSamples&>())));
};

// Batches of what a step makes of those of another plan.
template <class Plan, class Step>
struct SteppedPlan : Plan {
  using step = Step;
  using batch = typename BatchStepResult<Step, typename Plan::raw_batch>::type;
  using remainder =
      typename std::conditional_t<Plan::has_remainder, BatchStepResult<Step, typename Plan::raw_remainder>,
                                  std::type_identity<batch>>::type;
};

template <auto Batch, BatchEnding Ending, class Data>
constexpr auto planned() {
  if constexpr (!is_well_formed<Batch>) {
    return static_cast<RefusedFor<MalformedShape<Batch>>*>(nullptr);
  } else if constexpr (!Holds<BatchExtent<Batch, Ending>>) {
    return static_cast<RefusedFor<WhyNot<BatchExtent<Batch, Ending>>>*>(nullptr);
  } else if constexpr (is_refused<typename BatchTuple<Batch, typename Data::samples>::type>) {
    return static_cast<typename BatchTuple<Batch, typename Data::samples>::type*>(nullptr);
  } else if constexpr (is_refused<typename BatchPlan<Batch, Ending, Data>::remainder>) {
    return static_cast<typename BatchPlan<Batch, Ending, Data>::remainder*>(nullptr);
  } else {
    return static_cast<BatchPlan<Batch, Ending, Data>*>(nullptr);
  }
}

// BatchPlan, or why there is none.
template <auto Batch, BatchEnding Ending, class Data>
using Planned = std::remove_pointer_t<decltype(planned<Batch, Ending, Data>())>;

}  // namespace detail
}  // namespace shapeproof
