// SPDX-License-Identifier: BSL-1.0
// Which parameters does a model have? Reflection over BOOST_HANA_DEFINE_STRUCT walks them in the order and by the names of
// PyTorch's state_dict:
//
//   for_each_parameter(model, f)      f("fc1.weight", model.fc1.weight), ...; "layers.0.weight" in arrays and Sequential
//   parameter_count<Model>            how many numbers are learned, at compile time
//
// A model is a tensor, a struct of models, a std::array or Sequential of models, or an empty class.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <array>
#include <string>
#include <string_view>

#include <boost/hana/first.hpp>
#include <boost/hana/string.hpp>

#include "../ops/operand.hpp"
#include "initialize.hpp"

namespace shapeproof {

// A buffer is saved with the parameters, and not learned: running_mean.
enum class ParameterKind { learned, buffer };

namespace detail {

// How many of a struct's members, the last ones, are buffers.
template <class Model>
constexpr int buffers_in() {
  if constexpr (requires { Model::buffer_count; }) return Model::buffer_count;
  else return 0;
}

// "block.0." and back.
class MemberPath {
 public:
  class Step {
   public:
    Step(std::string& text, std::string_view name) : text_(text), size_(text.size()) {
      if (!text_.empty()) text_ += '.';
      text_ += name;
    }
    ~Step() { text_.resize(size_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

   private:
    std::string& text_;
    std::size_t size_;
  };

  Step enter(std::string_view name) { return {text_, name}; }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
};

template <class F>
class Walk {
 public:
  explicit Walk(F& visit) : visit_(visit) {}

  template <class Model>
  void model(Model& model, ParameterKind kind = ParameterKind::learned) {
    using Plain = std::remove_const_t<Model>;
    if constexpr (is_tensor<Plain>) leaf(model, kind);
    else if constexpr (Reflected<Plain>) members(model);
    else if constexpr (HoldsLayers<Model>) layers(model.layers());
    else if constexpr (ModelArray<Model>) array(model);
    else static_assert(std::is_empty_v<Plain>, "a model declares its members by BOOST_HANA_DEFINE_STRUCT");
  }

 private:
  template <class Tensor>
  void leaf(Tensor& tensor, ParameterKind kind) {
    if constexpr (requires { visit_(path_.text(), tensor, kind); }) visit_(path_.text(), tensor, kind);
    else visit_(path_.text(), tensor);
  }
  template <class Model>
  void members(Model& model) {
    using Plain = std::remove_const_t<Model>;
    boost::hana::unpack(boost::hana::accessors<Plain>(), [&](const auto&... accessors) {
      int rest = sizeof...(accessors);
      (member(boost::hana::first(accessors).c_str(), boost::hana::second(accessors)(model),
              rest-- <= buffers_in<Plain>() ? ParameterKind::buffer : ParameterKind::learned),
       ...);
    });
  }
  template <class Member>
  void member(std::string_view name, Member& model, ParameterKind kind) {
    const auto step = path_.enter(name);
    this->model(model, kind);
  }
  template <class Layers>
  void layers(Layers& all) {
    boost::hana::unpack(all, [&](auto&... layer) {
      std::size_t i = 0;
      const int each[] = {(member(std::to_string(i++), layer, ParameterKind::learned), 0)..., 0};
      (void)each;
    });
  }
  template <class Array>
  void array(Array& all) {
    for (std::size_t i = 0; i < all.size(); ++i) member(std::to_string(i), all[i], ParameterKind::learned);
  }

  F& visit_;
  MemberPath path_;
};

}  // namespace detail

// Calls f(name, tensor), or f(name, tensor, kind), for each parameter and buffer. The name is a std::string_view that holds
// for the call; the tensor can be written unless the model is const.
template <class Model, class F>
void for_each_parameter(Model& model, F&& f) {
  detail::Walk<F>(f).model(model);
}

namespace detail {

template <class Model>
constexpr std::int64_t count_parameters();

template <class Model>
constexpr std::int64_t count_in_members() {
  constexpr auto accessors = boost::hana::accessors<Model>();
  return boost::hana::unpack(accessors, [](auto... members) {
    std::int64_t count = 0;
    int rest = sizeof...(members);
    ((count +=
      rest-- <= buffers_in<Model>()
          ? 0
          : count_parameters<std::remove_cvref_t<decltype(boost::hana::second(members)(std::declval<Model&>()))>>()),
     ...);
    return count;
  });
}
template <class... Layers>
constexpr std::int64_t count_in_layers(const boost::hana::tuple<Layers...>* /*layers*/) {
  const std::int64_t each[] = {count_parameters<Layers>()..., 0};
  std::int64_t count = 0;
  for (const std::int64_t one : each) count += one;
  return count;
}
template <class One, std::size_t Size>
constexpr std::int64_t count_in_array(const std::array<One, Size>* /*models*/) {
  return static_cast<std::int64_t>(Size) * count_parameters<One>();
}

template <class Model>
constexpr std::int64_t count_parameters() {
  if constexpr (is_tensor<Model>) {
    return Model::shape_type::value.count().number;
  } else if constexpr (Reflected<Model>) {
    return count_in_members<Model>();
  } else if constexpr (HoldsLayers<Model>) {
    return count_in_layers(static_cast<std::remove_cvref_t<decltype(std::declval<Model&>().layers())>*>(nullptr));
  } else if constexpr (ModelArray<Model>) {
    return count_in_array(static_cast<const Model*>(nullptr));
  } else {
    // A member that nobody declared would be left out in silence.
    static_assert(std::is_empty_v<Model>, "a model declares its members by BOOST_HANA_DEFINE_STRUCT");
    return 0;
  }
}

}  // namespace detail

// How many numbers a model learns: its parameters' elements, without buffers.
template <class Model>
inline constexpr std::int64_t parameter_count = detail::count_parameters<Model>();

}  // namespace shapeproof
