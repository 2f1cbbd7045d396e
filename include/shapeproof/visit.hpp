// SPDX-License-Identifier: BSL-1.0
// How does one go from an element type at run time to one at compile time? visit(any, function) calls function with the
// DynamicTensor that the AnyTensor holds.
#pragma once

#include <boost/hana/tuple.hpp>
#include <boost/hana/type.hpp>
#include <boost/hana/unpack.hpp>
#include <complex>

#include "message.hpp"

#include "print.hpp"

namespace shapeproof {

// Every element type, in the order of ElementType.
inline constexpr auto element_types =
    boost::hana::tuple_t<bool, std::int8_t, std::int16_t, std::int32_t, std::int64_t, std::uint8_t, std::uint16_t,
                         std::uint32_t, std::uint64_t, half, float, double, std::complex<float>, std::complex<double>>;

// visit(any, [](const auto& tensor) { ... }): the function is compiled for every element type and called for the one
// that is there. It returns one type for all of them.
template <class Function>
auto visit(const AnyTensor& any, Function&& function) {
  using Result = decltype(function(std::declval<DynamicTensor<float>>()));
  using Call = Result (*)(const AnyTensor&, std::remove_reference_t<Function>&);
  return boost::hana::unpack(element_types, [&](auto... types) -> Result {
    constexpr Call calls[] = {[](const AnyTensor& tensor, std::remove_reference_t<Function>& call) -> Result {
      return call(tensor.get<typename decltype(types)::type>());
    }...};
    return calls[static_cast<int>(any.element_type())](any, function);
  });
}

// std::cout << any: as the tensor that it holds.
template <detail::OutputStream Stream>
Stream& operator<<(Stream& out, const AnyTensor& any) {
  visit(any, [&](const auto& tensor) { out << tensor; });
  return out;
}

}  // namespace shapeproof
