// SPDX-License-Identifier: BSL-1.0
// How does a loop see each sample once? An Epoch is one way through a dataset: it reads ahead, and gives batches in an order
// that depends on nothing but the seed and the epoch's number. Where it ends early, or a loop is left, its readers end too.
//
//   for (auto& [images, labels] : epoch)                where all batches have one type
//   epoch.for_each([&](const auto& images, const auto& labels) { ... });     for both types of batches that `keep` makes
#pragma once

#include <memory>
#include <optional>

#include "../message.hpp"

#include "../detail/reuse.hpp"
#include "../engine/readers.hpp"
#include "../random.hpp"
#include "detail/plan.hpp"

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

inline Tensor<std::int64_t, Shape<dyn>> order_of(const SampleOrder& order, std::int64_t epoch, std::int64_t samples) {
  if (order.shuffles) {
    Random random(order.seed, static_cast<std::uint64_t>(epoch));
    return randperm<std::int64_t>(random, samples);
  }
  auto result = uninitialized<Tensor<std::int64_t, Shape<dyn>>>(Extents(ShapeValue(samples)));
  std::int64_t* to = Access::storage(result).fresh_data();
  for (std::int64_t i = 0; i < samples; ++i) to[i] = i;
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

// A batch that is being read: its tensors may be there or not.
template <class Batch>
struct BatchPlace;
template <class... Part>
struct BatchPlace<std::tuple<Part...>> {
  std::tuple<std::optional<Part>...> parts;

  // Gives the batch away, and keeps the memory of one that is not needed any more.
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
  using Data = typename Plan::data;

  EpochState(const Data& dataset, const SampleOrder& order, std::int64_t epoch, const EpochSizes& all,
             const Prefetch& prefetch)
      : data(dataset),
        sizes(all),
        places(order_of(order, epoch, all.samples)),
        ring(std::make_unique<BatchPlace<typename Plan::batch>[]>(ring_size(prefetch))),
        readers({all.batches, static_cast<int>(ring_size(prefetch)), prefetch.readers}, {&read, this}) {}

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
    if (epoch.is_remainder(batch)) epoch.read_parts(batch, epoch.sizes.count(batch), epoch.remainder, parts);
    else epoch.read_full(batch, epoch.ring[static_cast<std::size_t>(place)], parts);
  }

  template <std::size_t... I>
  void read_full(std::int64_t batch, BatchPlace<typename Plan::batch>& to, std::index_sequence<I...> all_parts) {
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
  }

  template <class Place, std::size_t... I>
  void read_parts(std::int64_t batch, std::int64_t extent, Place& to, std::index_sequence<I...>) {
    (make_room(std::get<I>(to.parts), extents_of_part<I>(extent)), ...);
    const std::int64_t count = sizes.count(batch);
    data.gather(places.span().subspan(static_cast<std::size_t>(sizes.first(batch)), static_cast<std::size_t>(count)),
                samples_of(*std::get<I>(to.parts), count)...);
  }

  template <std::size_t Part>
  Extents extents_of_part(std::int64_t extent) const {
    using Sample = std::tuple_element_t<Part, typename Plan::samples>;
    const Extents sample = sample_extents<Part, typename Sample::element, typename Sample::shape_type>(data);
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

  Data data;
  EpochSizes sizes;
  Tensor<std::int64_t, Shape<dyn>> places;
  std::unique_ptr<BatchPlace<typename Plan::batch>[]> ring;
  BatchPlace<typename Plan::remainder> remainder;
  engine::Readers readers;  // last: it ends before what it reads goes
};

inline ShapeError not_at_the_remainder(std::int64_t taken, std::int64_t full) {
  Refusal why;
  // run time only: tests/data/batches.cpp
  refuse(&why) << "remainder: " << taken << " of " << full
               << " full batches were taken; the smaller one comes after them";
  return ShapeError(why);
}

}  // namespace detail

// One way through a dataset. It can be moved, and be gone through once.
template <class Plan>
class Epoch {
 public:
  using batch_type = typename Plan::batch;          // a std::tuple of tensors
  using remainder_type = typename Plan::remainder;  // the same, where `keep` is said

  Epoch(const typename Plan::data& data, const SampleOrder& order, std::int64_t number, const detail::EpochSizes& sizes,
        const Prefetch& prefetch)
      : state_(std::make_unique<detail::EpochState<Plan>>(data, order, number, sizes, prefetch)) {}

  struct End {};
  class Iterator {
   public:
    using value_type = batch_type;
    using difference_type = std::int64_t;
    Iterator() = default;
    explicit Iterator(Epoch& epoch) : epoch_(&epoch) { ++*this; }
    batch_type& operator*() const { return *epoch_->batch_; }
    Iterator& operator++() {
      if (!epoch_->take_full()) epoch_ = nullptr;
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Iterator& iterator, End) { return iterator.epoch_ == nullptr; }

   private:
    Epoch* epoch_ = nullptr;
  };
  class Full {
   public:
    explicit Full(Epoch& epoch) : epoch_(&epoch) {}
    [[nodiscard]] Iterator begin() const { return Iterator(*epoch_); }
    [[nodiscard]] End end() const { return {}; }

   private:
    Epoch* epoch_;
  };

  // Each batch, while it is read only by the loop; what is kept of it is copied as tensors are. Where `keep` is said this does
  // not compile: full() and remainder() are the two loops, for_each is both.
  [[nodiscard]] Iterator begin() {
    using OneShape = detail::HasOneShape<!Plan::has_remainder>;
    static_assert(sizeof(detail::Demand<OneShape, typename Plan::extent_shape>) > 0);
    return Iterator(*this);
  }
  [[nodiscard]] End end() const { return {}; }

  // The full batches, and then what is left over, or nothing where nothing is. Throws ShapeError where full batches were not
  // taken yet.
  [[nodiscard]] Full full() { return Full(*this); }
  [[nodiscard]] std::optional<remainder_type> remainder()
    requires(Plan::has_remainder)
  {
    auto& readers = state_->readers;
    if (!readers.await()) return std::nullopt;
    const std::int64_t taken = readers.item();
    if (!state_->is_remainder(taken)) throw detail::not_at_the_remainder(taken, sizes().samples / sizes().extent);
    std::optional<remainder_type> result = state_->remainder.take(std::nullopt);
    readers.release();
    return result;
  }

  // Calls function(images, labels) for each batch, a smaller one at the end included. Its arguments are rvalues: taken by
  // value, nobody shares them.
  template <class Function>
  void for_each(Function&& function) {
    for (batch_type& batch : full()) std::apply(function, std::move(batch));
    if constexpr (Plan::has_remainder) {
      if (auto last = remainder()) std::apply(function, *std::move(last));
    }
  }

  // How many batches there are, a smaller one included.
  [[nodiscard]] std::int64_t batch_count() const { return sizes().batches; }
  // How many batches are ready, and how often the loop had to wait for one.
  [[nodiscard]] int ready_count() const { return state_->readers.ready_count(); }
  [[nodiscard]] std::int64_t wait_count() const { return state_->readers.wait_count(); }

 private:
  [[nodiscard]] const detail::EpochSizes& sizes() const { return state_->sizes; }

  bool take_full() {
    auto& readers = state_->readers;
    if (!readers.await() || state_->is_remainder(readers.item())) return false;
    auto& place = state_->ring[static_cast<std::size_t>(readers.place())];
    batch_.emplace(place.take(std::exchange(batch_, std::nullopt)));
    readers.release();
    return true;
  }

  std::unique_ptr<detail::EpochState<Plan>> state_;
  std::optional<batch_type> batch_;
};

}  // namespace shapeproof
