// SPDX-License-Identifier: BSL-1.0
// How does a dataset come in batches? As tensors whose batch axis is part of their types; images and labels stay bound.
//
//   auto train = batches<64>(dataset(images, labels), shuffle(seed), keep_last);   Shape<64, ...>, and once Shape<Remainder, ...>
//   train.for_each([&](const auto& images, const auto& labels) { ... });
//
//   for (auto& [images, labels] : batches<64>(data, shuffle(seed), drop_last).epoch())              full ones only
//   for (auto& [images, labels, is_real] : batches<64>(data, shuffle(seed), pad_last).epoch())      the last one filled with zeros
//   for (auto& [images, labels] : batches<N>(data, in_order, 64).epoch())                      Shape<N, ...>, N at most 64
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "epoch.hpp"

namespace shapeproof {

// What becomes of the samples that are left over behind the last full batch: a smaller batch of a shape of its own, nothing,
// or a batch that is filled up with zeros and says which samples are real.
inline constexpr struct KeepLast {
} keep_last{};
inline constexpr struct DropLast {
} drop_last{};
inline constexpr struct PadLast {
} pad_last{};

namespace detail {

template <class Ending>
inline constexpr BatchEnding ending_of = BatchEnding::count;
template <>
inline constexpr BatchEnding ending_of<KeepLast> = BatchEnding::keep_last;
template <>
inline constexpr BatchEnding ending_of<DropLast> = BatchEnding::drop_last;
template <>
inline constexpr BatchEnding ending_of<PadLast> = BatchEnding::pad_last;

template <class Type>
concept Ending =
    std::is_same_v<Type, KeepLast> || std::is_same_v<Type, DropLast> || std::is_same_v<Type, PadLast> || Index<Type>;

// A dataset, tensors that become one, or what was refused already.
template <class Data>
struct DatasetFrom {};
template <Dataset Data>
struct DatasetFrom<Data> {
  using type = Data;
};
template <class T, class S>
struct DatasetFrom<Tensor<T, S>> : DatasetOutcome<Tensor<T, S>> {};
template <class... T, class... S>
struct DatasetFrom<std::tuple<Tensor<T, S>...>> : DatasetOutcome<Tensor<T, S>...> {};
template <Text... Sentences>
struct DatasetFrom<Refused<Sentences...>> {
  using type = Refused<Sentences...>;
};

struct BatchCount {
  std::int64_t count = 1;
  constexpr Ruling operator()(const ShapeValue& batch, Refusal* why) const {
    const Ruling ruling = batch_count_rule(batch[0], count, why);
    return ruling.holds ? allow({}) : ruling;
  }
};

template <class Data>
decltype(auto) as_dataset(const Data& data) {
  if constexpr (Dataset<Data>) return (data);
  else return dataset(data);
}

}  // namespace detail

// Batches of a dataset, in as many epochs as are asked for.
template <class Plan>
class Batches {
 public:
  using batch_type = typename Plan::batch;          // a std::tuple of tensors
  using remainder_type = typename Plan::remainder;  // the same, where `keep_last` is said

  // `extent` is how many samples a batch holds.
  Batches(const typename Plan::data& data, const SampleOrder& order, std::int64_t extent, const Prefetch& prefetch)
      : source_{data, order, {}, prefetch, {}} {
    // First of all: nothing is divided by 0.
    ask(detail::BatchCount{extent}, Plan::extent_shape::value);
    const std::int64_t samples = data.sample_count();
    const std::int64_t rest = samples % extent;
    const bool is_shorter = rest > 0 && !Plan::drops && !Plan::has_remainder && !Plan::has_mask;
    if (is_shorter) ask(detail::BatchCount{rest}, Plan::extent_shape::value);
    source_.sizes = {samples, extent, samples / extent + (rest > 0 && !Plan::drops ? 1 : 0)};
  }

  // What with() makes.
  explicit Batches(const detail::EpochSource<Plan>& source) : source_(source) {}

  // The next epoch, from 0 on; or the one of that number. Reading ahead begins at once.
  [[nodiscard]] Epoch<Plan> epoch() { return epoch(next_epoch_++); }
  [[nodiscard]] Epoch<Plan> epoch(std::int64_t number) const { return {source_, number}; }

  // Calls function(images, labels) for each batch of the next epoch.
  template <class Function>
  void for_each(Function&& function) {
    epoch().for_each(function);
  }

  // Batches of what step(images, labels, samples) returns, a tensor or a std::tuple of tensors; `samples` are BatchSamples.
  // The threads that read call it, so that it is done before the loop asks: several of them at once, on one object.
  template <class Step>
  [[nodiscard]] auto with(const Step& step) const
    requires std::is_same_v<typename Plan::step, detail::NoStep>
  {
    return Batches<detail::SteppedPlan<Plan, Step>>(
        {source_.data, source_.order, source_.sizes, source_.prefetch, step});
  }

  // How many samples the dataset holds.
  [[nodiscard]] std::int64_t sample_count() const { return source_.sizes.samples; }
  // How many batches an epoch has, a smaller one at the end included.
  [[nodiscard]] std::int64_t batch_count() const { return source_.sizes.batches; }

 private:
  detail::EpochSource<Plan> source_;
  std::int64_t next_epoch_ = 0;
};

namespace detail {

template <class Plan>
struct BatchesFor {
  using type = Batches<Plan>;
};
template <Text... Sentences>
struct BatchesFor<Refused<Sentences...>> {
  using type = Refused<Sentences...>;
};

template <auto Batch, BatchEnding Ending, class Data>
struct BatchesOf : BatchesFor<Planned<Batch, Ending, Data>> {};
template <auto Batch, BatchEnding Ending, Text... Sentences>
struct BatchesOf<Batch, Ending, Refused<Sentences...>> {
  using type = Refused<Sentences...>;
};

template <auto Batch, BatchEnding Ending, class Data>
using BatchesOutcome = typename BatchesOf<Batch, Ending, typename DatasetFrom<Data>::type>::type;

template <class Result, class Data>
Result make_batches(const Data& data, const SampleOrder& order, std::int64_t extent, const Prefetch& prefetch) {
  return Result(as_dataset(data), order, extent, prefetch);
}

}  // namespace detail

// batches<64>(data, shuffle(seed), keep_last): a batch extent that is known. `data` is a dataset, a tensor, or what bind returns.
template <auto Batch, class Data, detail::Ending Ending>
auto batches(const Data& data, const SampleOrder& order, Ending, const Prefetch& prefetch = {})
    -> detail::BatchesOutcome<Batch, detail::ending_of<Ending>, Data>
  requires(!detail::Index<Ending>) && detail::Fits<detail::BatchesOutcome<Batch, detail::ending_of<Ending>, Data>>
{
  using Result = detail::BatchesOutcome<Batch, detail::ending_of<Ending>, Data>;
  return detail::make_batches<Result>(data, order, Shape<Batch>::value[0].number, prefetch);
}
template <auto Batch, class Data, detail::Ending Ending>
auto batches(const Data& data, const SampleOrder& order, Ending, const Prefetch& prefetch = {})
    -> detail::BatchesOutcome<Batch, detail::ending_of<Ending>, Data>
  requires detail::Refuses<detail::BatchesOutcome<Batch, detail::ending_of<Ending>, Data>>;

// batches<N>(data, shuffle(seed), 64): an extent that is known at run time; the last batch holds what is left. With drop_last as
// the last word it is left out. Throws ShapeError where N cannot be that long.
template <auto Batch, class Data, detail::Index Count>
auto batches(const Data& data, const SampleOrder& order, Count count, const Prefetch& prefetch = {})
    -> detail::BatchesOutcome<Batch, BatchEnding::count, Data>
  requires detail::Fits<detail::BatchesOutcome<Batch, BatchEnding::count, Data>>
{
  using Result = detail::BatchesOutcome<Batch, BatchEnding::count, Data>;
  return detail::make_batches<Result>(data, order, static_cast<std::int64_t>(count), prefetch);
}
template <auto Batch, class Data, detail::Index Count>
auto batches(const Data& data, const SampleOrder& order, Count count, DropLast, const Prefetch& prefetch = {})
    -> detail::BatchesOutcome<Batch, BatchEnding::count_and_drop_last, Data>
  requires detail::Fits<detail::BatchesOutcome<Batch, BatchEnding::count_and_drop_last, Data>>
{
  using Result = detail::BatchesOutcome<Batch, BatchEnding::count_and_drop_last, Data>;
  return detail::make_batches<Result>(data, order, static_cast<std::int64_t>(count), prefetch);
}

// Nothing is said of the samples that are left over, which no default may hide.
template <auto Batch, class Data>
auto batches(const Data& data, const SampleOrder& order) -> detail::BatchesOutcome<Batch, BatchEnding::unsaid, Data>;

}  // namespace shapeproof
