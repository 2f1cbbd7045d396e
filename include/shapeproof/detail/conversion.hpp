// SPDX-License-Identifier: BSL-1.0
// Which tensors convert to which without being asked, and what is said of the others?
#pragma once

#include "../element.hpp"
#include "../rules/convert.hpp"
#include "../rules/outcome.hpp"

namespace shapeproof::detail {

// The question that as<To> and every implicit conversion ask.
template <class To>
struct Convert {
  constexpr Ruling operator()(const ShapeValue& from, Refusal* why) const {
    return convert_rule("as", from, To::value, why);
  }
  static constexpr void keep_written(ShapeValue& result) { result = To::value; }
};

template <class From, class To>
concept ConvertsImplicitly =
    std::is_same_v<From, To> || (Holds<Convert<To>, From> && !Ruled<Convert<To>, From>::ruling.checks_at_run_time);

// Why a tensor is not converted without being asked to. A template argument of a deleted constructor, so that
// std::is_convertible answers honestly.
template <class T, class From, class U, class To>
struct WhyNotConverted {
  static constexpr Sentence sentence = [] {
    Refusal why;
    if constexpr (!std::is_same_v<T, U>) {
      why.sentence << "conversion: elements are " << element_type<T> << ", wanted are " << element_type<U> << "; cast<"
                   << code_of(element_type<U>) << ">(x) converts them";
    } else if (Ruled<Convert<To>, From>::ruling.holds) {
      why.sentence << "conversion: " << From::value << " may not be " << To::value << "; as<" << To::value
                   << ">(x) checks it at run time";
    } else {
      Convert<To>{}(From::value, &why);
    }
    return why.sentence;
  }();
};

// Looked at even for plain copies, before any constraint; so it says nothing about those cheaply.
template <class T, class From, class U, class To>
struct WhyNotConvertedIf {
  using type = RefusedFor<WhyNotConverted<T, From, U, To>>;
};
template <class T, class S>
struct WhyNotConvertedIf<T, S, T, S> {
  using type = void;
};

template <class U, class T, class S>
struct WhyNotTyped {
  static constexpr Sentence sentence = sentence_of(
      "conversion: the shape of a DynamicTensor is known at run time only; as<", S::value, ">(x) checks it there");
};

}  // namespace shapeproof::detail
