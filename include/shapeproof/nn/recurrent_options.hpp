// SPDX-License-Identifier: BSL-1.0
// What may a recurrent layer be told, and which parameters does it have then? PyTorch's names and order:
//
//   LSTM<3, 4, NumLayers<2>, Bidirectional>   weight_ih_l0 [16, 3], weight_hh_l0 [16, 4], bias_ih_l0, bias_hh_l0,
//                                             weight_ih_l0_reverse, ..., weight_ih_l1 [16, 8], ...
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include <boost/hana/at.hpp>
#include <boost/hana/pair.hpp>
#include <boost/hana/string.hpp>
#include <boost/hana/tuple.hpp>

#include "../engine/recurrent.hpp"
#include "../ops/activation.hpp"
#include "../rules/window_options.hpp"

namespace shapeproof {
namespace detail {

// What the options say.
struct RecurrentOptions {
  int layers = 1;
  int directions = 1;
  bool has_bias = true;
  bool is_relu = false;
  bool names_axes = false;
  Extent batch{};
  Extent time{};
};

template <int Count>
struct LayersOption {
  constexpr void apply(RecurrentOptions& options) const { options.layers = Count < 0 ? 0 : Count; }
  static constexpr void say(Sentence& out) { out << "NumLayers<" << Count << '>'; }
};
struct BidirectionalOption {
  constexpr void apply(RecurrentOptions& options) const { options.directions = 2; }
  static constexpr void say(Sentence& out) { out << "Bidirectional"; }
};
template <Extent Batch, Extent Time>
struct SequenceOption {
  constexpr void apply(RecurrentOptions& options) const {
    options.names_axes = true;
    options.batch = Batch;
    options.time = Time;
  }
  static constexpr void say(Sentence& out) {
    out << "Sequence<" << ExtentValue(Batch) << ", " << ExtentValue(Time) << '>';
  }
};

constexpr void apply_option(RecurrentOptions& options, const std::remove_const_t<decltype(NoBias)>&) {
  options.has_bias = false;
}
constexpr void apply_option(RecurrentOptions& options, const std::remove_const_t<decltype(relu)>&) {
  options.is_relu = true;
}
template <class Option>
constexpr auto apply_option(RecurrentOptions& options, const Option& option) -> decltype(option.apply(options)) {
  option.apply(options);
}
constexpr void say_option(Sentence& out, const std::remove_const_t<decltype(NoBias)>&) { out << "NoBias"; }
constexpr void say_option(Sentence& out, const std::remove_const_t<decltype(relu)>&) { out << "relu"; }
template <class Option>
constexpr auto say_option(Sentence& out, const Option& option) -> decltype(option.say(out)) {
  option.say(out);
}

template <auto... Options>
inline constexpr RecurrentOptions recurrent_options = [] {
  RecurrentOptions all;
  (apply_option(all, Options), ...);
  return all;
}();

// Which parameter number `index` of a stack is, in PyTorch's order: layers, their directions, then weight_ih, weight_hh,
// bias_ih, bias_hh.
struct RecurrentPlace {
  int layer;
  int direction;
  int which;
};
constexpr RecurrentPlace recurrent_place(const RecurrentOptions& options, int index) {
  const int each = options.has_bias ? 4 : 2;
  return {index / each / options.directions, index / each % options.directions, index % each};
}
// "weight_ih_l0_reverse"
constexpr Sentence recurrent_name(const RecurrentPlace& place) {
  constexpr const char* words[] = {"weight_ih_l", "weight_hh_l", "bias_ih_l", "bias_hh_l"};
  return sentence_of(words[place.which], place.layer, place.direction == 1 ? "_reverse" : "");
}
constexpr ShapeValue recurrent_shape(const RecurrentOptions& options, const RecurrentPlace& place, int gates,
                                     int inputs, int hidden) {
  const int rows = gates * hidden;
  if (place.which > 1) return ShapeValue(rows);
  if (place.which == 1) return {rows, hidden};
  return {rows, place.layer == 0 ? inputs : hidden * options.directions};
}

// The member of a tuple that reflection reads under its name.
template <int Index>
struct ParameterAt {
  template <class Model>
  constexpr auto& operator()(Model& model) const {
    return boost::hana::at_c<Index>(model.parameters);
  }
};
template <int Index, const RecurrentOptions& Options, std::size_t... Letter>
constexpr auto recurrent_accessor(std::index_sequence<Letter...>) {
  constexpr Sentence name = recurrent_name(recurrent_place(Options, Index));
  return boost::hana::make_pair(boost::hana::string_c<name.data()[Letter]...>, ParameterAt<Index>{});
}
template <const RecurrentOptions& Options, std::size_t... Index>
constexpr auto recurrent_accessors(std::index_sequence<Index...>) {
  return boost::hana::make_tuple(recurrent_accessor<int{Index}, Options>(
      std::make_index_sequence<recurrent_name(recurrent_place(Options, int{Index})).size()>{})...);
}

template <engine::Cell Kind, int Inputs, int Hidden, const RecurrentOptions& Options, class Index>
struct RecurrentTuple;
template <engine::Cell Kind, int Inputs, int Hidden, const RecurrentOptions& Options, std::size_t... Index>
struct RecurrentTuple<Kind, Inputs, Hidden, Options, std::index_sequence<Index...>> {
  template <int At>
  struct ShapeAt {
    static constexpr ShapeValue value =
        recurrent_shape(Options, recurrent_place(Options, At), int{engine::gates_of(Kind)}, Inputs, Hidden);
  };
  using type = boost::hana::tuple<Tensor<float, ShapeOf<ShapeAt<int{Index}>>>...>;
};

}  // namespace detail

// NumLayers<2>: so many layers, each of which reads the states of the one below.
template <int Count>
inline constexpr detail::LayersOption<Count> NumLayers;
// Reads the sequence in both directions; the features of both stand side by side.
inline constexpr detail::BidirectionalOption Bidirectional;
// Sequence<N, T>: names batch and time, so that an input whose two are swapped does not compile.
template <Extent Batch, Extent Time>
inline constexpr detail::SequenceOption<Batch, Time> Sequence;

}  // namespace shapeproof
