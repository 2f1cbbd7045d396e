// SPDX-License-Identifier: BSL-1.0
// How do images go through steps? Each on its own through all of them, so that it stays in the processor's cache; several
// threads share the images of a batch.
#pragma once

#include "../../engine/parallel.hpp"
#include "image_step.hpp"

namespace shapeproof::detail {

// Where an image is between two steps: in one of two places, which take turns.
class BetweenSteps {
 public:
  explicit BetweenSteps(std::int64_t bytes)
      : bytes_((bytes + 63) / 64 * 64), memory_(Buffer::allocate(static_cast<std::size_t>(2 * bytes_))) {}

  template <class T>
  T* next() {
    turn_ = 1 - turn_;
    return reinterpret_cast<T*>(static_cast<std::byte*>(memory_.data()) + turn_ * bytes_);
  }

 private:
  std::int64_t bytes_;
  Buffer memory_;
  std::int64_t turn_ = 0;
};

template <class Out, class... Steps>
struct ImageRun {
  const StepList<Steps...>& list;
  const Frame* frames;
  const Draws& draws;

  template <class In>
  void run(const In* in, Out* out, std::int64_t sample, BetweenSteps& between) const {
    from<0>(in, out, sample, between);
  }

 private:
  static constexpr int count = sizeof...(Steps);
  static constexpr bool are_in_place[count] = {Steps::is_in_place...};

  // Whether what follows the step can be done where the result lies.
  static constexpr bool ends_in_place(int place) {
    for (int i = place + 1; i < count; ++i) {
      if (!are_in_place[i]) return false;
    }
    return true;
  }

  // A step in the middle that may write where it reads does: there is no step before it that left its image elsewhere.
  template <class Step, int Place, class In>
  static auto* place_for(const In* in, BetweenSteps& between) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): it is the memory of `between`
    if constexpr (Step::is_in_place && Place > 0) return const_cast<In*>(in);
    else return between.template next<StepResult<Step, In>>();
  }

  template <int Place, class In>
  void from(const In* in, Out* out, std::int64_t sample, BetweenSteps& between) const {
    const auto& step = step_at<Place>(list);
    using Step = std::remove_cvref_t<decltype(step)>;
    SampleNumbers numbers(draws, sample, Place);
    if constexpr (ends_in_place(Place)) {
      step.run(in, out, frames[Place], numbers);
      if constexpr (Place + 1 < count) from<Place + 1>(static_cast<const Out*>(out), out, sample, between);
    } else {
      auto* to = place_for<Step, Place>(in, between);
      step.run(in, to, frames[Place], numbers);
      from<Place + 1>(static_cast<const StepResult<Step, In>*>(to), out, sample, between);
    }
  }
};

// The most bytes that an image takes between two steps, which hold no element wider than `widest`.
constexpr std::int64_t bytes_between(const Frame* frames, int count, std::int64_t widest) {
  std::int64_t most = 0;
  for (int i = 0; i < count; ++i) most = frames[i].to.count() > most ? frames[i].to.count() : most;
  return most * widest;
}

// Whether as many samples are named as there are images.
struct NamedSamples {
  std::int64_t named = 0;
  constexpr Ruling operator()(const ShapeValue& images, Refusal* why) const {
    const Ruling ruling = samples_rule(named, images.rank == 4 ? images[0].number : 1, why);
    return ruling.holds ? allow(images) : ruling;
  }
};

template <class Result, class X, class... Steps>
Result run_steps(const StepList<Steps...>& list, const X& images, const Draws& draws) {
  using Out = typename Result::element;
  using In = typename X::element;
  Frame frames[sizeof...(Steps)];
  auto result = uninitialized<Result>(Extents(ask(StepShapes<In, Steps...>{list, frames}, images.shape()).result));
  const std::int64_t count = images.extents().count(0, images.extents().rank - 3);
  if (!draws.samples.empty()) ask(NamedSamples{static_cast<std::int64_t>(draws.samples.size())}, images.shape());
  const ImageRun<Out, Steps...> run{list, frames, draws};
  const std::int64_t in_image = frames[0].from.count();
  const std::int64_t out_image = frames[sizeof...(Steps) - 1].to.count();
  const In* in = images.data();
  Out* out = fresh(result);
  const std::int64_t bytes = bytes_between(frames, sizeof...(Steps), sizeof(In) > 4 ? 8 : 4);
  const std::int64_t grain = (std::int64_t{1} << 14) / (in_image + out_image + 1) + 1;
  engine::parallel_for(count, grain, [&](std::int64_t begin, std::int64_t end) {
    BetweenSteps between(bytes);
    for (std::int64_t i = begin; i < end; ++i) {
      run.run(in + i * in_image, out + i * out_image, draws.sample(i), between);
    }
  });
  return result;
}

}  // namespace shapeproof::detail
