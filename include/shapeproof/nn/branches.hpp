// SPDX-License-Identifier: BSL-1.0
// How does a model part and come together again? Residual adds what a block makes to its input, or to what a shortcut makes of
// it; Parallel gives one input to several branches, and concatenates or adds what they make.
//
//   Residual(layers(conv2d<64, 3, Padding<1>>, BatchNorm2d()))            x + block(x)
//   Residual(layers(...), layers(conv2d<128, 1, Stride<2>>))              shortcut(x) + block(x)
//   parallel<Concat<1>>(conv2d<16, 1>, conv2d<32, 3, Padding<1>>)         concat<1>(first(x), second(x))
//
// With every number written they are layers by themselves; with specifications, in a Sequential.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/define_struct.hpp>

#include "../ops/arithmetic.hpp"
#include "../ops/concat.hpp"
#include "sequential.hpp"
#include "shape_layers.hpp"

namespace shapeproof {
namespace detail {

using AddOperation = std::remove_const_t<decltype(add)>::operation;

}  // namespace detail

// Parameters are named "block...." and "shortcut....".
template <class Block, class Shortcut = Identity>
struct Residual : Layer<Residual<Block, Shortcut>> {
  BOOST_HANA_DEFINE_STRUCT(Residual, (Block, block), (Shortcut, shortcut));

  Residual() = default;
  // With a block, and what stands beside it.
  explicit Residual(Block main, Shortcut beside = {}) : block(std::move(main)), shortcut(std::move(beside)) {}

  template <class X>
  auto forward(const X& x) const -> detail::OutcomeIn<detail::AddOperation, detail::CallResult<Shortcut, const X&>,
                                                      detail::CallResult<Block, const X&>> {
    return add(shortcut(x), block(x));
  }
  static constexpr Sentence name() { return sentence_of("Residual, shortcut + block"); }
};

// How Parallel joins: along an axis, or element by element.
template <int Axis>
struct Concat {
  // What asks about the shapes.
  using operation = typename std::remove_const_t<decltype(concat<Axis>)>::operation;
  static constexpr Sentence name() { return sentence_of("Parallel<Concat<", Axis, ">>"); }
  // concat<Axis> of the branches' results.
  template <class... X>
  static auto join(X&&... x) {
    return concat<Axis>(std::forward<X>(x)...);
  }
};
struct Add {
  // What asks about the shapes.
  using operation = detail::AddOperation;
  static constexpr Sentence name() { return sentence_of("Parallel<Add>"); }
  // The sum of the branches' results.
  template <class A, class B>
  static auto join(A&& a, B&& b) {
    return add(std::forward<A>(a), std::forward<B>(b));
  }
};

// Parameters are named by the branch's number, "0.weight". Add takes two branches.
template <class Join, class... Branches>
class Parallel : public Layer<Parallel<Join, Branches...>> {
  using All = boost::hana::tuple<Branches...>;

 public:
  Parallel() = default;
  // With those branches.
  explicit Parallel(Branches... branches)
    requires(sizeof...(Branches) > 0)
      : branches_{std::move(branches)...} {}

  template <class X>
  auto forward(const X& x) const
      -> detail::OutcomeIn<typename Join::operation, detail::CallResult<Branches, const X&>...> {
    return boost::hana::unpack(branches_, [&](const auto&... branch) { return Join::join(branch(x)...); });
  }
  static constexpr Sentence name() { return Join::name(); }

  // The branches, in order.
  constexpr All& layers() { return branches_; }
  constexpr const All& layers() const { return branches_; }

 private:
  All branches_;
};
// parallel<Concat<1>>(first, second): one input for all of them, and their results joined.
template <class Join, class... Branches>
Parallel<Join, Branches...> parallel(Branches... branches) {
  return Parallel<Join, Branches...>(std::move(branches)...);
}

namespace detail {

// Completed where all parts can be.
template <template <class...> class Whole, class... Parts>
struct WholeOf {
  using type = Whole<Parts...>;
};
template <template <class...> class Whole, class... Parts>
  requires(is_refused<Parts> || ...)
struct WholeOf<Whole, Parts...> : FirstRefused<Parts...> {};

template <class Block, class Shortcut, class T, class S, class L>
struct LayerFor<Residual<Block, Shortcut>, Traced<T, S, L>>
    : WholeOf<Residual, typename LayerFor<Block, Traced<T, S, L>>::type,
              typename LayerFor<Shortcut, Traced<T, S, L>>::type> {};

template <class Join>
struct ParallelWith {
  template <class... Branches>
  using type = Parallel<Join, Branches...>;
};
template <class Join, class... Branches, class T, class S, class L>
struct LayerFor<Parallel<Join, Branches...>, Traced<T, S, L>>
    : WholeOf<ParallelWith<Join>::template type, typename LayerFor<Branches, Traced<T, S, L>>::type...> {};

template <class Block, class Shortcut, class BlockGiven, class ShortcutGiven>
  requires(!std::is_same_v<Residual<Block, Shortcut>, Residual<BlockGiven, ShortcutGiven>>)
struct Maker<Residual<Block, Shortcut>, Residual<BlockGiven, ShortcutGiven>> {
  static Residual<Block, Shortcut> make(Random& random, const Residual<BlockGiven, ShortcutGiven>& given) {
    Block block = Maker<Block, BlockGiven>::make(random, given.block);
    return Residual<Block, Shortcut>(std::move(block), Maker<Shortcut, ShortcutGiven>::make(random, given.shortcut));
  }
};
template <class Join, class... Branches, class... Given>
  requires(!std::is_same_v<Parallel<Join, Branches...>, Parallel<Join, Given...>>)
struct Maker<Parallel<Join, Branches...>, Parallel<Join, Given...>> {
  static Parallel<Join, Branches...> make(Random& random, const Parallel<Join, Given...>& given) {
    return boost::hana::unpack(given.layers(), [&](const Given&... branches) {
      return Parallel<Join, Branches...>{Maker<Branches, Given>::make(random, branches)...};
    });
  }
};

}  // namespace detail
}  // namespace shapeproof
