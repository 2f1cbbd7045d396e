// SPDX-License-Identifier: BSL-1.0
// How does a loop see each sample once? An Epoch is one way through a dataset: it reads ahead, and gives batches in an order
// that depends on nothing but the seed and the epoch's number. Where it ends early, or a loop is left, its readers end too.
//
//   for (auto& [images, labels] : epoch)                where all batches have one type
//   epoch.for_each([&](const auto& images, const auto& labels) { ... });     for both types of batches that `keep_last` makes
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "detail/epoch_state.hpp"

namespace shapeproof {

namespace detail {

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
  using remainder_type = typename Plan::remainder;  // the same, where `keep_last` is said

  // What Batches::epoch() calls.
  Epoch(const detail::EpochSource<Plan>& source, std::int64_t number)
      : state_(std::make_unique<detail::EpochState<Plan>>(source, number)) {}

  struct End {};
  // Where a loop over an epoch stands.
  class Iterator {
   public:
    // A std::tuple of tensors.
    using value_type = batch_type;
    // As iterators have it.
    using difference_type = std::int64_t;
    Iterator() = default;
    // Takes the first batch.
    explicit Iterator(Epoch& epoch) : epoch_(&epoch) { ++*this; }
    // The batch that was taken last. It is the loop's until the next one is taken.
    batch_type& operator*() const { return *epoch_->batch_; }
    // Takes the next batch; what the dataset threw is thrown here.
    Iterator& operator++() {
      if (!epoch_->take_full()) epoch_ = nullptr;
      return *this;
    }
    // The same.
    void operator++(int) { ++*this; }
    // Whether no batch is left.
    friend bool operator==(const Iterator& iterator, End) { return iterator.epoch_ == nullptr; }

   private:
    Epoch* epoch_ = nullptr;
  };
  // The full batches of an epoch: what full() returns, for a loop.
  class Full {
   public:
    // Of that epoch, which must outlive it.
    explicit Full(Epoch& epoch) : epoch_(&epoch) {}
    // Takes the first full batch.
    [[nodiscard]] Iterator begin() const { return Iterator(*epoch_); }
    // Behind the last full batch.
    [[nodiscard]] End end() const { return {}; }

   private:
    Epoch* epoch_;
  };

  // Each batch, which is the loop's until the next one is taken; what is kept of it is copied, as tensors are. Where `keep_last`
  // is said this does not compile: full() and remainder() are the two loops, for_each is both.
  [[nodiscard]] Iterator begin() {
    using OneShape = detail::HasOneShape<!Plan::has_remainder>;
    static_assert(sizeof(detail::Demand<OneShape, typename Plan::extent_shape>) > 0);
    return Iterator(*this);
  }
  // Behind the last batch.
  [[nodiscard]] End end() const { return {}; }

  // The full batches, and then what is left over, or nothing where nothing is. Throws ShapeError where full batches were not
  // taken yet.
  [[nodiscard]] Full full() & { return Full(*this); }
  Full full() && = delete;  // a loop would outlive its epoch: give that a name
  // What is left over behind the full batches, if anything is.
  [[nodiscard]] std::optional<remainder_type> remainder()
    requires(Plan::has_remainder)
  {
    auto& readers = state_->readers;
    if (!readers.await()) return std::nullopt;
    const std::int64_t taken = readers.item();
    if (!state_->is_remainder(taken)) throw detail::not_at_the_remainder(taken, sizes().samples / sizes().extent);
    std::optional<remainder_type> result = state_->remainder.take(std::nullopt);
    samples_ = state_->samples_in(taken, sizes().count(taken));
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

  // Which samples the batch holds that was taken last.
  [[nodiscard]] const BatchSamples& samples() const { return samples_; }
  // How many batches there are, a smaller one included.
  [[nodiscard]] std::int64_t batch_count() const { return sizes().batches; }
  // How many batches are ready, and how often the loop had to wait for one.
  [[nodiscard]] int ready_count() const { return state_->readers.ready_count(); }
  // How often the loop had to wait for a batch.
  [[nodiscard]] std::int64_t wait_count() const { return state_->readers.wait_count(); }

 private:
  [[nodiscard]] const detail::EpochSizes& sizes() const { return state_->sizes; }

  bool take_full() {
    auto& readers = state_->readers;
    if (!readers.await() || state_->is_remainder(readers.item())) return false;
    auto& place = state_->ring[static_cast<std::size_t>(readers.place())];
    batch_.emplace(place.take(std::exchange(batch_, std::nullopt)));
    const std::int64_t taken = readers.item();
    samples_ = state_->samples_in(taken, Plan::has_mask ? sizes().extent : sizes().count(taken));
    readers.release();
    return true;
  }

  std::unique_ptr<detail::EpochState<Plan>> state_;
  std::optional<batch_type> batch_;
  BatchSamples samples_;
};

}  // namespace shapeproof
