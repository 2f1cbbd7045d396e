// SPDX-License-Identifier: BSL-1.0
// What can a tensor hold? bool, the integers of 8 to 64 bits, half, float, double, and complex of float and double.
#pragma once

#include <concepts>
#include <cstdint>
#include <type_traits>

#include "half.hpp"
#include "message.hpp"

namespace shapeproof {

// What a tensor of run time can hold, by the name that files and errors use.
enum class ElementType : std::uint8_t {
  boolean,
  int8,
  int16,
  int32,
  int64,
  uint8,
  uint16,
  uint32,
  uint64,
  float16,
  float32,
  float64,
  complex64,
  complex128
};
// How many there are.
inline constexpr int element_type_count = 14;

namespace detail {

struct ElementFacts {
  const char* name;  // as NumPy says it
  const char* code;  // as a program says it
  int bytes;
};

inline constexpr ElementFacts element_facts[element_type_count] = {
    {"bool", "bool", 1},
    {"int8", "std::int8_t", 1},
    {"int16", "std::int16_t", 2},
    {"int32", "std::int32_t", 4},
    {"int64", "std::int64_t", 8},
    {"uint8", "std::uint8_t", 1},
    {"uint16", "std::uint16_t", 2},
    {"uint32", "std::uint32_t", 4},
    {"uint64", "std::uint64_t", 8},
    {"float16", "half", 2},
    {"float32", "float", 4},
    {"float64", "double", 8},
    {"complex64", "std::complex<float>", 8},
    {"complex128", "std::complex<double>", 16},
};

template <class Type>
inline constexpr bool is_integer =
    std::is_integral_v<Type> && !std::is_same_v<Type, bool> && !std::is_same_v<Type, char> &&
    !std::is_same_v<Type, wchar_t> && !std::is_same_v<Type, char8_t> && !std::is_same_v<Type, char16_t> &&
    !std::is_same_v<Type, char32_t> && requires { requires sizeof(Type) <= 8; };

// std::complex, told by what it can do: <complex> costs more to include than all of this library's core.
template <class Type>
concept ComplexLike =
    requires(const Type& value) {
      typename Type::value_type;
      { value.real() } -> std::convertible_to<typename Type::value_type>;
      { value.imag() } -> std::convertible_to<typename Type::value_type>;
    } && (std::is_same_v<typename Type::value_type, float> || std::is_same_v<typename Type::value_type, double>) &&
    sizeof(Type) == 2 * sizeof(typename Type::value_type);

}  // namespace detail

// A type that tensors can hold.
template <class Type>
concept Element = std::is_same_v<Type, bool> || detail::is_integer<Type> || std::is_same_v<Type, half> ||
                  std::is_same_v<Type, float> || std::is_same_v<Type, double> || detail::ComplexLike<Type>;

// An element's type as run time says it.
template <Element Type>
constexpr ElementType element_type_of() {
  if constexpr (std::is_same_v<Type, bool>) return ElementType::boolean;
  else if constexpr (std::is_same_v<Type, half>) return ElementType::float16;
  else if constexpr (std::is_same_v<Type, float>) return ElementType::float32;
  else if constexpr (std::is_same_v<Type, double>) return ElementType::float64;
  else if constexpr (detail::ComplexLike<Type>)
    return sizeof(Type) == 8 ? ElementType::complex64 : ElementType::complex128;
  else {
    constexpr int log_size = sizeof(Type) == 1 ? 0 : sizeof(Type) == 2 ? 1 : sizeof(Type) == 4 ? 2 : 3;
    constexpr auto first = std::is_signed_v<Type> ? ElementType::int8 : ElementType::uint8;
    return static_cast<ElementType>(static_cast<int>(first) + log_size);
  }
}

// The type's name, as in "float32".
template <Element Type>
inline constexpr ElementType element_type = element_type_of<Type>();

// "float32", as NumPy says it.
constexpr const char* name_of(ElementType type) { return detail::element_facts[static_cast<int>(type)].name; }
// "float", as a program says it.
constexpr const char* code_of(ElementType type) { return detail::element_facts[static_cast<int>(type)].code; }
// How many bytes an element takes.
constexpr int bytes_of(ElementType type) { return detail::element_facts[static_cast<int>(type)].bytes; }

// Whether the type is floating point, real or complex.
constexpr bool is_floating(ElementType type) { return type >= ElementType::float16; }

// Writes the type's name into a sentence.
constexpr Sentence& operator<<(Sentence& out, ElementType type) { return out << name_of(type); }

}  // namespace shapeproof
