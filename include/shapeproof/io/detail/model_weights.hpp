// SPDX-License-Identifier: BSL-1.0
// How do weights get into a model, and out of it? All are compared and read before the first is put in its place.
// run time only: tests/io/weights.cpp
#pragma once

#include "../../convert.hpp"
#include "../../detail/type_name.hpp"
#include "../../nn/parameters.hpp"
#include "../named_tensors.hpp"
#include "weight_report.hpp"

namespace shapeproof::detail {

// What for_each_parameter walks and nothing else that archives are asked for: no names, no tensors.
template <class Type>
concept HoldsWeights =
    !is_tensor<Type> && !std::is_convertible_v<const Type&, std::string> && !std::is_same_v<Type, NamedTensors> &&
    (Reflected<Type> || HoldsLayers<const Type> || ModelArray<const Type>);

struct ListWeights {
  WeightList list{};

  template <class T, class S>
  void operator()(std::string_view name, const Tensor<T, S>& tensor) {
    list.push_back({std::string(name), name_of(element_type<T>), tensor.extents().shape()});
  }
};

struct CollectWeights {
  NamedTensors tensors{};

  template <class T, class S>
  void operator()(std::string_view name, const Tensor<T, S>& tensor) {
    tensors.push_back({std::string(name), tensor});
  }
};

// Nothing here can fail: types and extents were compared.
struct PutWeights {
  const std::vector<AnyTensor>& loaded;
  std::size_t next = 0;

  template <class T, class S>
  void operator()(std::string_view, Tensor<T, S>& tensor) {
    const AnyTensor& any = loaded[next++];
    tensor = regroup<Tensor<T, S>>(any.get<T>(), any.extents());
  }
};

template <class Model>
NamedTensors weights_of(const Model& model) {
  CollectWeights collect;
  for_each_parameter(model, collect);
  return std::move(collect.tensors);
}

template <class Model>
WeightList list_weights(const Model& model) {
  ListWeights all;
  for_each_parameter(model, all);
  return std::move(all.list);
}

inline WeightList as_weights(const std::vector<TensorInfo>& list) {
  WeightList weights;
  for (const TensorInfo& each : list) weights.push_back({each.name, each.element_type, each.extents.shape()});
  return weights;
}

// The places of the model's weights in the file. Throws WeightsError.
inline std::vector<std::size_t> match_weights(const char* function, const char* path, const Sentence& model_name,
                                              const WeightList& file, const WeightList& model, Floats floats) {
  const WeightMatch match(file, model, floats == Floats::to_float32);
  if (match.mismatches().empty()) return match.places();
  throw WeightsError(path, weights_report(function, path, model_name, match), match.mismatches());
}

// `read(place)` reads the file's tensor at a place.
template <class Model, class Read>
void put_weights(Model& model, const std::vector<std::size_t>& places, const Read& read) {
  std::vector<AnyTensor> loaded;
  loaded.reserve(places.size());
  for (const std::size_t place : places) loaded.push_back(read(place));
  PutWeights put{loaded};
  for_each_parameter(model, put);
}

}  // namespace shapeproof::detail
