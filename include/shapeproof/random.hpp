// SPDX-License-Identifier: BSL-1.0
// How are tensors filled at random? Every function takes a Random, which says where in a stream of random bits it is, and
// moves it on. The same seed gives the same elements on every machine, with every compiler and any number of threads.
//
//   Random random(seed);
//   auto weights = normal<float, Shape<784, 10>>(random, {.stddev = 0.02});
//   auto noise = uniform<float, Shape<N, 3>>(random, n);   numbers as zeros takes them
//   auto order = randperm<std::int64_t>(random, n);
#pragma once

#include "message.hpp"

#include "detail/created.hpp"
#include "engine/random.hpp"
#include "ops/operand.hpp"
#include "rules/random.hpp"

namespace shapeproof {

// A place in a stream of random bits: a seed, one of 2^64 streams that have nothing to do with each other, and the number of
// blocks of 128 bits that were used. A call that makes `count` elements uses the next ceil(count * words / 4) blocks: 1 word of
// 32 bits for each element of uniform and normal below double and of bernoulli, 2 for all others. Not safe to share between
// threads: give each a stream of its own.
class Random {
 public:
  // The stream of that number of the seed's.
  explicit constexpr Random(std::uint64_t seed, std::uint64_t stream = 0) : next_{seed, stream, 0} {}

  // The seed that it was made with.
  [[nodiscard]] constexpr std::uint64_t seed() const { return next_.seed; }
  // Which of the seed's streams it is.
  [[nodiscard]] constexpr std::uint64_t stream() const { return next_.stream; }
  // How many blocks of 128 bits were used.
  [[nodiscard]] constexpr std::uint64_t position() const { return next_.block; }
  // Moves on by so many blocks, as if they were used.
  constexpr void skip(std::uint64_t blocks) { next_.block += blocks; }

  // Where the next `count` elements of `words` words begin; moves behind them.
  constexpr engine::RandomStart take(std::int64_t count, int words) {
    const engine::RandomStart start = next_;
    const auto in_block = static_cast<std::uint64_t>(4 / words);
    skip((static_cast<std::uint64_t>(count) + in_block - 1) / in_block);
    return start;
  }

 private:
  engine::RandomStart next_;
};

// What uniform draws from: [low, high).
struct UniformRange {
  double low = 0;   // included
  double high = 1;  // excluded
};
// What normal draws from.
struct NormalRange {
  double mean = 0;    // of the distribution
  double stddev = 1;  // at least 0
};

namespace detail {

struct Uniform {
  UniformRange range{};
  static constexpr Ruling elements(ElementType type, Refusal* why) { return fractions_rule("uniform", type, why); }
  constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) const {
    const Ruling ruling = uniform_range_rule(range.low, range.high, why);
    return ruling.holds ? create_rule("uniform", shape, numbers, count, why) : ruling;
  }
  template <class T>
  void draw(Random& random, T* out, std::int64_t count) const {
    engine::uniform(random.take(count, engine::words_for<T>), out, count, range.low, range.high);
  }
};

struct Normal {
  NormalRange range{};
  static constexpr Ruling elements(ElementType type, Refusal* why) { return fractions_rule("normal", type, why); }
  constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) const {
    const Ruling ruling = normal_range_rule(range.mean, range.stddev, why);
    return ruling.holds ? create_rule("normal", shape, numbers, count, why) : ruling;
  }
  template <class T>
  void draw(Random& random, T* out, std::int64_t count) const {
    engine::normal(random.take(count, engine::words_for<T>), out, count, range.mean, range.stddev);
  }
};

struct Bernoulli : AnyElements {
  double probability = 0;
  constexpr Bernoulli() = default;
  constexpr explicit Bernoulli(double chance) : probability(chance) {}
  constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) const {
    const Ruling ruling = probability_rule(probability, why);
    return ruling.holds ? create_rule("bernoulli", shape, numbers, count, why) : ruling;
  }
  template <class T>
  void draw(Random& random, T* out, std::int64_t count) const {
    const auto threshold = static_cast<std::uint64_t>(probability * 0x1p32 + 0.5);
    engine::bernoulli(random.take(count, 1), out, count, threshold);
  }
};

template <class Element>
struct Randint {
  std::int64_t low = 0;
  std::int64_t high = 1;
  static constexpr Ruling elements(ElementType type, Refusal* why) { return integers_rule("randint", type, why); }
  constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) const {
    const Ruling ruling = randint_range_rule(element_type<Element>, low, high, why);
    return ruling.holds ? create_rule("randint", shape, numbers, count, why) : ruling;
  }
  template <class T>
  void draw(Random& random, T* out, std::int64_t count) const {
    const auto range = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    engine::randint(random.take(count, 2), out, count, low, range);
  }
};

template <class Element>
struct Randperm {
  static constexpr Ruling elements(ElementType type, Refusal* why) { return integers_rule("randperm", type, why); }
  static constexpr Ruling rule(const ShapeValue& shape, const std::int64_t* numbers, int count, Refusal* why) {
    return randperm_rule(element_type<Element>, shape, numbers, count, why);
  }
  template <class T>
  void draw(Random& random, T* out, std::int64_t count) const {
    engine::randperm(random.take(count, 2), out, count);
  }
};

// A tensor of these extents that the operation fills.
template <class Result, class Operation>
Result drawn(Random& random, const Operation& operation, const Extents& extents) {
  auto result = uninitialized<Result>(extents);
  operation.draw(random, Access::storage(result).fresh_data(), extents.count());
  return result;
}

// For another tensor's shape, where only the operation's own numbers can be wrong.
template <class Result, class Operation, class X>
Result drawn_like(Random& random, const Operation& operation, const X& x) {
  // Where the extents are, there is no number to ask for.
  create(operation, x.extents().shape());
  return drawn<Result>(random, operation, x.extents());
}

template <class Operation, class T, class X>
using DrawnLike =
    typename OutcomeIfWith<typename ElementLike<T, ElementOf<X>>::type,
                           CreateElements<Operation, typename ElementLike<T, ElementOf<X>>::type>, SameShape, X>::type;

}  // namespace detail

// uniform<float, Shape<N, 3>>(random, n): numbers of [0, 1); uniform<float, Shape<N, 3>>(random, {.low = -1, .high = 1}, n): of
// [low, high). Throws ShapeError where a number or the range does not do. How they are made: engine/random.hpp.
template <Element T, AnyShape S, detail::Index... I>
auto uniform(Random& random, UniformRange range, I... numbers) -> detail::Created<detail::Uniform, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Uniform, T, S, sizeof...(I)>>
{
  const detail::Uniform operation{range};
  return detail::drawn<Tensor<T, S>>(random, operation, detail::create(operation, S::value, numbers...));
}
template <Element T, AnyShape S, detail::Index... I>
auto uniform(Random& random, UniformRange range, I... numbers) -> detail::Created<detail::Uniform, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Uniform, T, S, sizeof...(I)>>;
template <Element T, AnyShape S, detail::Index... I>
auto uniform(Random& random, I... numbers) -> detail::Created<detail::Uniform, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Uniform, T, S, sizeof...(I)>>
{
  return uniform<T, S>(random, UniformRange{}, numbers...);
}
template <Element T, AnyShape S, detail::Index... I>
auto uniform(Random& random, I... numbers) -> detail::Created<detail::Uniform, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Uniform, T, S, sizeof...(I)>>;
// uniform_like(random, x), uniform_like(random, x, {.low = -1, .high = 1}): the shape of x, and its type of elements or T.
template <class T = void, detail::Operand X>
auto uniform_like(Random& random, const X& x, UniformRange range = {}) -> detail::DrawnLike<detail::Uniform, T, X>
  requires detail::Fits<detail::DrawnLike<detail::Uniform, T, X>>
{
  return detail::drawn_like<detail::DrawnLike<detail::Uniform, T, X>>(random, detail::Uniform{range}, x);
}
template <class T = void, detail::Operand X>
auto uniform_like(Random& random, const X& x, UniformRange range = {}) -> detail::DrawnLike<detail::Uniform, T, X>
  requires detail::Refuses<detail::DrawnLike<detail::Uniform, T, X>>;

// normal<float, Shape<N, 3>>(random, n), normal<float, Shape<N, 3>>(random, {.mean = 1, .stddev = 0.5}, n): the same, with
// numbers for the extents that the type leaves open.
template <Element T, AnyShape S, detail::Index... I>
auto normal(Random& random, NormalRange range, I... numbers) -> detail::Created<detail::Normal, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Normal, T, S, sizeof...(I)>>
{
  const detail::Normal operation{range};
  return detail::drawn<Tensor<T, S>>(random, operation, detail::create(operation, S::value, numbers...));
}
template <Element T, AnyShape S, detail::Index... I>
auto normal(Random& random, NormalRange range, I... numbers) -> detail::Created<detail::Normal, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Normal, T, S, sizeof...(I)>>;
template <Element T, AnyShape S, detail::Index... I>
auto normal(Random& random, I... numbers) -> detail::Created<detail::Normal, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Normal, T, S, sizeof...(I)>>
{
  return normal<T, S>(random, NormalRange{}, numbers...);
}
template <Element T, AnyShape S, detail::Index... I>
auto normal(Random& random, I... numbers) -> detail::Created<detail::Normal, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Normal, T, S, sizeof...(I)>>;
// normal_like(random, x), normal_like(random, x, {.stddev = 0.02}): normally distributed numbers in the shape of x.
template <class T = void, detail::Operand X>
auto normal_like(Random& random, const X& x, NormalRange range = {}) -> detail::DrawnLike<detail::Normal, T, X>
  requires detail::Fits<detail::DrawnLike<detail::Normal, T, X>>
{
  return detail::drawn_like<detail::DrawnLike<detail::Normal, T, X>>(random, detail::Normal{range}, x);
}
template <class T = void, detail::Operand X>
auto normal_like(Random& random, const X& x, NormalRange range = {}) -> detail::DrawnLike<detail::Normal, T, X>
  requires detail::Refuses<detail::DrawnLike<detail::Normal, T, X>>;

// bernoulli<bool, Shape<N, 3>>(random, 0.9, n): true, or 1, with a probability, which is rounded to 2^-32.
template <Element T, AnyShape S, detail::Index... I>
auto bernoulli(Random& random, double probability, I... numbers)
    -> detail::Created<detail::Bernoulli, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Bernoulli, T, S, sizeof...(I)>>
{
  const detail::Bernoulli operation{probability};
  return detail::drawn<Tensor<T, S>>(random, operation, detail::create(operation, S::value, numbers...));
}
template <Element T, AnyShape S, detail::Index... I>
auto bernoulli(Random& random, double probability, I... numbers)
    -> detail::Created<detail::Bernoulli, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Bernoulli, T, S, sizeof...(I)>>;
// bernoulli_like(random, x, 0.9), bernoulli_like<bool>(random, x, 0.9): a mask for the elements of x.
template <class T = void, detail::Operand X>
auto bernoulli_like(Random& random, const X& x, double probability) -> detail::DrawnLike<detail::Bernoulli, T, X>
  requires detail::Fits<detail::DrawnLike<detail::Bernoulli, T, X>>
{
  return detail::drawn_like<detail::DrawnLike<detail::Bernoulli, T, X>>(random, detail::Bernoulli{probability}, x);
}
template <class T = void, detail::Operand X>
auto bernoulli_like(Random& random, const X& x, double probability) -> detail::DrawnLike<detail::Bernoulli, T, X>
  requires detail::Refuses<detail::DrawnLike<detail::Bernoulli, T, X>>;

// randint<int, Shape<N, 3>>(random, low, high, n): integers of [low, high).
template <Element T, AnyShape S, detail::Index... I>
auto randint(Random& random, std::int64_t low, std::int64_t high, I... numbers)
    -> detail::Created<detail::Randint<T>, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Randint<T>, T, S, sizeof...(I)>>
{
  const detail::Randint<T> operation{low, high};
  return detail::drawn<Tensor<T, S>>(random, operation, detail::create(operation, S::value, numbers...));
}
template <Element T, AnyShape S, detail::Index... I>
auto randint(Random& random, std::int64_t low, std::int64_t high, I... numbers)
    -> detail::Created<detail::Randint<T>, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Randint<T>, T, S, sizeof...(I)>>;

// randperm<std::int64_t>(random, n), randperm<int, Shape<N>>(random, n), randperm<int, Shape<10>>(random): 0 to n - 1 in a
// random order, for index_select.
template <Element T, AnyShape S = Shape<dyn>, detail::Index... I>
auto randperm(Random& random, I... numbers) -> detail::Created<detail::Randperm<T>, T, S, sizeof...(I)>
  requires detail::Fits<detail::Created<detail::Randperm<T>, T, S, sizeof...(I)>>
{
  const detail::Randperm<T> operation;
  return detail::drawn<Tensor<T, S>>(random, operation, detail::create(operation, S::value, numbers...));
}
template <Element T, AnyShape S = Shape<dyn>, detail::Index... I>
auto randperm(Random& random, I... numbers) -> detail::Created<detail::Randperm<T>, T, S, sizeof...(I)>
  requires detail::Refuses<detail::Created<detail::Randperm<T>, T, S, sizeof...(I)>>;

}  // namespace shapeproof
