// SPDX-License-Identifier: BSL-1.0
// How does a whole model begin? initialize(model, random) draws each layer's parameters from one stream, in order; made<Model>
// makes one that way.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/accessors.hpp>
#include <boost/hana/concept/struct.hpp>
#include <boost/hana/second.hpp>
#include <boost/hana/tuple.hpp>
#include <boost/hana/unpack.hpp>

#include "init.hpp"

namespace shapeproof {
namespace detail {

template <class Model>
concept Reflected = boost::hana::Struct<Model>::value;
// std::array, std::vector.
template <class Model>
concept ModelArray = requires(Model& models) {
  models.size();
  models[0];
};
// Sequential, Parallel.
template <class Model>
concept HoldsLayers = requires(Model& model) { model.layers(); };

template <Reflected Model>
void initialize_members(Model& model, Random& random);

}  // namespace detail

// Tensors that are members of a model itself, outside of any layer, stay as they are: a struct with an initialize(random) of
// its own is asked that.
template <class Model>
void initialize(Model& model, Random& random) {
  if constexpr (requires { model.initialize(random); }) {
    model.initialize(random);
  } else if constexpr (detail::Reflected<Model>) {
    detail::initialize_members(model, random);
  } else if constexpr (detail::HoldsLayers<Model>) {
    boost::hana::unpack(model.layers(), [&](auto&... layers) {
      const int each[] = {(initialize(layers, random), 0)..., 0};
      (void)each;
    });
  } else if constexpr (detail::ModelArray<Model>) {
    for (auto& one : model) initialize(one, random);
  }
}

// For a model whose own initialize(random) has nothing to add.
template <detail::Reflected Model>
void detail::initialize_members(Model& model, Random& random) {
  boost::hana::unpack(boost::hana::accessors<Model>(),
                      [&](const auto&... members) { (initialize(boost::hana::second(members)(model), random), ...); });
}

// A model, made with its parameters drawn from `random`.
template <class Model>
Model made(Random& random) {
  if constexpr (std::is_constructible_v<Model, Random&>) {
    return Model(random);
  } else {
    Model model{};
    initialize(model, random);
    return model;
  }
}

}  // namespace shapeproof
