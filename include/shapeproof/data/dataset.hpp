// SPDX-License-Identifier: BSL-1.0
// What can be read in batches? A dataset: it says how many samples it holds and of which parts, and gathers samples by their
// places. Tensors are one once they count the same samples on axis 0; files and folders may be others.
//
//   dataset(images, labels)    [N, 3, 32, 32], [N] -> samples of [3, 32, 32] and []
#pragma once

#include <array>
#include <span>
#include <tuple>

#include "../message.hpp"
#include "../tensor.hpp"

#include "../convert.hpp"
#include "../engine/index.hpp"
#include "../rules/batch.hpp"

namespace shapeproof {
namespace detail {

// Whether `data` writes the samples at some places, part for part, as Samples says.
template <class Data, class Samples>
inline constexpr bool gathers = false;
template <class Data, class... T, class... S>
inline constexpr bool gathers<Data, std::tuple<Tensor<T, S>...>> = requires(
    const Data& data, std::span<const std::int64_t> places, std::span<T>... to) { data.gather(places, to...); };

}  // namespace detail

// A type that batches are made of:
//
//   using samples = std::tuple<Tensor<float, Shape<3, 32, 32>>, Tensor<std::int64_t, Shape<>>>;   what one sample is
//   std::int64_t sample_count() const;
//   void gather(std::span<const std::int64_t> places, std::span<float> images, std::span<std::int64_t> labels) const;
//   std::array<Extents, 2> sample_extents() const;     only where a sample has extents that are known at run time
//
// gather writes sample places[0], then places[1] and so on, row-major; each span is as long as that. It is called from
// several threads at once, on one object. What it throws reaches the loop that asked for the batch.
template <class Data>
concept Dataset = requires(const Data& data) {
  typename Data::samples;
  { data.sample_count() } -> std::convertible_to<std::int64_t>;
} && detail::gathers<Data, typename Data::samples>;

namespace detail {

struct SampleOf {
  constexpr Ruling operator()(const ShapeValue& part, Refusal*) const { return allow(without_axis(part, 0)); }
};

// The extents of part `Part` of a sample, where `S` is its type's shape. Throws ShapeError where the dataset says others.
template <std::size_t Part, class T, class S, class Data>
Extents sample_extents(const Data& data) {
  if constexpr (S::is_static) {
    return Extents(S::value);
  } else {
    const Extents extents = data.sample_extents()[Part];
    pass_door<S, T>("dataset", extents.shape());
    return extents;
  }
}

}  // namespace detail

// Tensors of which axis 0 counts the same samples: what dataset(...) makes. Holds its tensors, whose elements it shares.
template <class... X>
class TensorDataset {
 public:
  // The tensors that one sample consists of: the parts without axis 0.
  using samples =
      std::tuple<Tensor<typename X::element, detail::ResultShape<detail::SampleOf, typename X::shape_type>>...>;

  // Shares the elements of the parts.
  explicit TensorDataset(const X&... parts) : parts_(parts...) {}

  // How many samples there are: the extent of axis 0 of all parts.
  [[nodiscard]] std::int64_t sample_count() const { return std::get<0>(parts_).extents()[0]; }
  // The extents of each part of one sample.
  [[nodiscard]] std::array<Extents, sizeof...(X)> sample_extents() const {
    return std::apply(
        [](const X&... part) {
          return std::array<Extents, sizeof...(X)>{Extents(detail::without_axis(part.extents().shape(), 0))...};
        },
        parts_);
  }
  // Writes the samples at those places one after the other, part for part; each span is as long as that.
  void gather(std::span<const std::int64_t> places, std::span<typename X::element>... to) const {
    std::apply([&](const X&... part) { (gather_part(part, places, to.data()), ...); }, parts_);
  }
  // The tensors that the dataset was made of.
  [[nodiscard]] const std::tuple<X...>& parts() const { return parts_; }

 private:
  template <class Part, class T>
  static void gather_part(const Part& part, std::span<const std::int64_t> places, T* to) {
    const engine::Along rows = engine::along(part.extents(), 0);
    engine::select_rows(part.data(), rows, places.data(), static_cast<std::int64_t>(places.size()), to);
  }

  std::tuple<X...> parts_;
};

namespace detail {

template <class X>
constexpr ShapeValue shape_of_part() {
  if constexpr (Dynamic<X>) return {};
  else return X::shape_type::value;
}

template <class... X>
struct DatasetOf {
  constexpr Ruling operator()(Refusal* why) const {
    Ruling ruling = allow({});
    int part = 0;
    (void)((ruling = dataset_part_rule(part++, !Dynamic<X>, why), ruling.holds) && ...);
    if (!ruling.holds) return ruling;
    const ShapeValue shapes[] = {shape_of_part<X>()...};
    return rule_of(shapes, why);
  }
  static constexpr Ruling rule_of(const ShapeValue (&shapes)[sizeof...(X)], Refusal* why) {
    const ShapeValue* places[sizeof...(X)] = {};
    for (std::size_t i = 0; i < sizeof...(X); ++i) places[i] = &shapes[i];
    return dataset_rule({places, sizeof...(X)}, why);
  }
};

template <class... X>
struct DatasetOutcome {};
template <class... X>
  requires((is_tensor<X> && ...) && !Holds<DatasetOf<X...>>)
struct DatasetOutcome<X...> {
  using type = RefusedFor<WhyNot<DatasetOf<X...>>>;
};
template <class... X>
  requires((is_tensor<X> && ...) && Holds<DatasetOf<X...>>)
struct DatasetOutcome<X...> {
  using type = TensorDataset<X...>;
};

}  // namespace detail

// dataset(images, labels): no element moves. What the types leave open is compared at run time: throws ShapeError.
template <class... X>
  requires(sizeof...(X) > 0 && (detail::is_tensor<X> && ...))
auto dataset(const X&... parts) -> typename detail::DatasetOutcome<X...>::type
  requires detail::Fits<typename detail::DatasetOutcome<X...>::type>
{
  const ShapeValue shapes[] = {parts.shape()...};
  Refusal why;
  if (!detail::DatasetOf<X...>::rule_of(shapes, &why).holds) throw ShapeError(why);
  return TensorDataset<X...>(parts...);
}
template <class... X>
  requires(sizeof...(X) > 0 && (detail::is_tensor<X> && ...))
auto dataset(const X&... parts) -> typename detail::DatasetOutcome<X...>::type
  requires detail::Refuses<typename detail::DatasetOutcome<X...>::type>;
// dataset(bind<Shape<N, 3, 32, 32>, Shape<N>>(images, labels)): the same of what bind returns.
template <class... X>
auto dataset(const std::tuple<X...>& parts) -> typename detail::DatasetOutcome<X...>::type
  requires detail::Fits<typename detail::DatasetOutcome<X...>::type>
{
  return std::apply([](const X&... part) { return dataset(part...); }, parts);
}
template <class... X>
auto dataset(const std::tuple<X...>& parts) -> typename detail::DatasetOutcome<X...>::type
  requires detail::Refuses<typename detail::DatasetOutcome<X...>::type>;

}  // namespace shapeproof
