// SPDX-License-Identifier: BSL-1.0
// What do the threads that read batches share? The dataset, the order of its samples, and the places they read to.
#pragma once

#include <memory>
#include <optional>

#include "../../message.hpp"

#include "../../detail/reuse.hpp"
#include "../../engine/readers.hpp"
#include "../../random.hpp"
#include "plan.hpp"

namespace shapeproof {

// The order of the samples: each epoch in another one, which the seed and the epoch's number say; or always as they are.
struct SampleOrder {
  bool shuffles = false;
  std::uint64_t seed = 0;
};
constexpr SampleOrder shuffle(std::uint64_t seed) { return {true, seed}; }
inline constexpr SampleOrder in_order{};

// How far is read ahead, and by how many threads; with 0 of them, a batch is read when the loop asks for it. No result
// depends on either.
struct Prefetch {
  int ahead = 2;
  int readers = 1;
};

namespace detail {

// Which samples are where.
struct EpochSizes {
  std::int64_t samples = 0;
  std::int64_t extent = 1;  // of a full batch
  std::int64_t batches = 0;

  [[nodiscard]] constexpr std::int64_t first(std::int64_t batch) const { return batch * extent; }
  // Fewer than `extent` in the last batch only.
  [[nodiscard]] constexpr std::int64_t count(std::int64_t batch) const {
    const std::int64_t rest = samples - first(batch);
    return rest < extent ? rest : extent;
  }
};

// Where the batches of all epochs come from.
template <class Plan>
struct EpochSource {
  typename Plan::data data;
  SampleOrder order;
  EpochSizes sizes;
  Prefetch prefetch;
  [[no_unique_address]] typename Plan::step step;
};

// The samples in their order, and sample 0 behind them, up to `count`.
inline Tensor<std::int64_t, Shape<dyn>> order_of(const SampleOrder& order, std::int64_t epoch, std::int64_t samples,
                                                 std::int64_t count) {
  auto result = uninitialized<Tensor<std::int64_t, Shape<dyn>>>(Extents(ShapeValue(count)));
  std::int64_t* to = Access::storage(result).fresh_data();
  for (std::int64_t i = 0; i < count; ++i) to[i] = i < samples ? i : 0;
  if (!order.shuffles) return result;
  Random random(order.seed, static_cast<std::uint64_t>(epoch));
  const auto shuffled = randperm<std::int64_t>(random, samples);
  copy_elements(shuffled.data(), to, samples);
  return result;
}

// A tensor of these extents whose elements are written next: the one that was here before, where nobody shares it.
template <class Part>
void make_room(std::optional<Part>& part, const Extents& extents) {
  if constexpr (!is_inline_tensor<Part>) {
    if (part && is_spare(*part, extents.count()) && part->extents() == extents) return;
    part.reset();  // first, so that its memory can be used again
  }
  part.emplace(uninitialized<Part>(extents));
}

// Where a batch is read to, and a step makes another one of it. Its tensors may be there or not.
template <class Raw, class Made, class Step>
struct BatchPlace;
template <class... Part, class Made, class Step>
struct BatchPlace<std::tuple<Part...>, Made, Step> {
  std::tuple<std::optional<Part>...> parts;
  std::optional<Made> made;

  void make(const Step& step, const BatchSamples& samples) {
    const auto call = [&](const std::optional<Part>&... part) { return as_parts(step(*part..., samples)); };
    made.emplace(std::apply(call, parts));
  }
  // Gives the batch away, and keeps the memory of one that is not needed any more.
  Made take(std::optional<Made>&& /*spare*/) {
    Made result = std::move(*made);
    made.reset();
    return result;
  }
};
template <class... Part>
struct BatchPlace<std::tuple<Part...>, std::tuple<Part...>, NoStep> {
  std::tuple<std::optional<Part>...> parts;

  void make(NoStep, const BatchSamples&) {}
  std::tuple<Part...> take(std::optional<std::tuple<Part...>>&& spare) {
    return take_each(std::move(spare), std::index_sequence_for<Part...>{});
  }

 private:
  template <std::size_t... I>
  std::tuple<Part...> take_each(std::optional<std::tuple<Part...>>&& spare, std::index_sequence<I...>) {
    std::tuple<Part...> batch(std::move(*std::get<I>(parts))...);
    if (spare) (std::get<I>(parts).emplace(std::move(std::get<I>(*spare))), ...);
    return batch;
  }
};

// Everything that reading threads see of an epoch.
template <class Plan>
struct EpochState {
  using Ring = BatchPlace<typename Plan::raw_batch, typename Plan::batch, typename Plan::step>;

  EpochState(const EpochSource<Plan>& from, std::int64_t epoch)
      : source(from),
        number(epoch),
        places(
            order_of(from.order, epoch, sizes.samples, Plan::has_mask ? sizes.batches * sizes.extent : sizes.samples)),
        ring(std::make_unique<Ring[]>(ring_size(from.prefetch))),
        readers({sizes.batches, static_cast<int>(ring_size(from.prefetch)), from.prefetch.readers}, {&read, this}) {}

  static std::size_t ring_size(const Prefetch& prefetch) {
    const int most = prefetch.ahead < prefetch.readers ? prefetch.readers : prefetch.ahead;
    return most < 1 ? 1 : static_cast<std::size_t>(most);
  }
  [[nodiscard]] bool is_remainder(std::int64_t batch) const {
    return Plan::has_remainder && sizes.count(batch) < sizes.extent;
  }

  static void read(void* self, std::int64_t batch, int place) {
    auto& epoch = *static_cast<EpochState*>(self);
    constexpr auto parts = std::make_index_sequence<Plan::part_count>{};
    if (epoch.is_remainder(batch)) epoch.read_remainder(batch, parts);
    else epoch.read_full(batch, epoch.ring[static_cast<std::size_t>(place)], parts);
  }
  // Where batches have one shape, none is read as a remainder, and a step is not asked whether it could.
  template <class Parts>
  void read_remainder(std::int64_t batch, Parts parts) {
    if constexpr (Plan::has_remainder) {
      read_parts(batch, sizes.count(batch), remainder, parts);
      remainder.make(source.step, samples_in(batch, sizes.count(batch)));
    }
  }
  [[nodiscard]] BatchSamples samples_in(std::int64_t batch, std::int64_t count) const {
    return {number, batch,
            places.span().subspan(static_cast<std::size_t>(sizes.first(batch)), static_cast<std::size_t>(count))};
  }

  template <std::size_t... I>
  void read_full(std::int64_t batch, Ring& to, std::index_sequence<I...> all_parts) {
    const std::int64_t count = sizes.count(batch);
    // A last batch of a named axis holds what is there.
    const std::int64_t extent = Plan::has_mask ? sizes.extent : count;
    read_parts(batch, extent, to, all_parts);
    if constexpr (Plan::has_mask) {
      (set_to_zero(std::get<I>(to.parts), count), ...);
      auto& mask = std::get<Plan::part_count>(to.parts);
      make_room(mask, Extents(ShapeValue(extent)));
      for (std::int64_t i = 0; i < extent; ++i) Access::storage(*mask).fresh_data()[i] = i < count;
    }
    to.make(source.step, samples_in(batch, extent));
  }

  template <class Place, std::size_t... I>
  void read_parts(std::int64_t batch, std::int64_t extent, Place& to, std::index_sequence<I...>) {
    (make_room(std::get<I>(to.parts), extents_of_part<I>(extent)), ...);
    const std::int64_t count = sizes.count(batch);
    source.data.gather(samples_in(batch, count).samples, samples_of(*std::get<I>(to.parts), count)...);
  }

  template <std::size_t Part>
  Extents extents_of_part(std::int64_t extent) const {
    using Sample = std::tuple_element_t<Part, typename Plan::samples>;
    const Extents sample = sample_extents<Part, typename Sample::element, typename Sample::shape_type>(source.data);
    return Extents(with_axis(sample.shape(), 0, extent));
  }
  template <class Part>
  static auto samples_of(Part& part, std::int64_t count) {
    const std::int64_t each = part.extents().count(1, part.extents().rank);
    return std::span(Access::storage(part).fresh_data(), static_cast<std::size_t>(count * each));
  }
  template <class Part>
  static void set_to_zero(std::optional<Part>& part, std::int64_t first_sample) {
    auto* begin = Access::storage(*part).fresh_data();
    auto* end = begin + part->element_count();
    for (auto* to = begin + samples_of(*part, first_sample).size(); to != end; ++to) *to = {};
  }

  const EpochSource<Plan> source;
  const EpochSizes& sizes = source.sizes;
  const std::int64_t number;
  const Tensor<std::int64_t, Shape<dyn>> places;
  std::unique_ptr<Ring[]> ring;
  BatchPlace<typename Plan::raw_remainder, typename Plan::remainder, typename Plan::step> remainder;
  engine::Readers readers;  // last: it ends before what it reads goes
};

}  // namespace detail
}  // namespace shapeproof
