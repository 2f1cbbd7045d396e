// SPDX-License-Identifier: BSL-1.0
// What is an element, and what is it called?
#include <complex>

#include <shapeproof/element.hpp>

namespace shapeproof {
namespace {

static_assert(Element<bool> && Element<half> && Element<float> && Element<double>);
static_assert(Element<std::int8_t> && Element<std::uint64_t> && Element<long> && Element<long long>);
static_assert(Element<std::complex<float>> && Element<std::complex<double>>);
// Letters are no numbers, a pointer is none, and nothing that is const or wider is kept.
static_assert(!Element<char> && !Element<wchar_t> && !Element<char8_t> && !Element<char16_t> && !Element<char32_t>);
static_assert(!Element<long double> && !Element<std::complex<long double>> && !Element<std::complex<int>>);
static_assert(!Element<const float> && !Element<float&> && !Element<float*> && !Element<void> && !Element<Sentence>);

static_assert(element_type<bool> == ElementType::boolean && element_type<half> == ElementType::float16);
static_assert(element_type<std::int8_t> == ElementType::int8 && element_type<std::uint8_t> == ElementType::uint8);
static_assert(element_type<std::int16_t> == ElementType::int16 && element_type<std::uint16_t> == ElementType::uint16);
static_assert(element_type<std::int32_t> == ElementType::int32 && element_type<std::uint32_t> == ElementType::uint32);
static_assert(element_type<std::int64_t> == ElementType::int64 && element_type<std::uint64_t> == ElementType::uint64);
static_assert(element_type<long long> == ElementType::int64 && element_type<unsigned long> == ElementType::uint64);
static_assert(element_type<float> == ElementType::float32 && element_type<double> == ElementType::float64);
static_assert(element_type<std::complex<float>> == ElementType::complex64);
static_assert(element_type<std::complex<double>> == ElementType::complex128);

constexpr bool equal(const char* left, const char* right) {
  while (*left != '\0' && *left == *right) ++left, ++right;
  return *left == *right;
}

// The facts of a type are those of the C++ type that stands for it.
template <Element T>
constexpr bool is_described(const char* name, const char* code) {
  constexpr ElementType type = element_type<T>;
  return equal(name_of(type), name) && equal(code_of(type), code) && bytes_of(type) == sizeof(T);
}
static_assert(is_described<bool>("bool", "bool"));
static_assert(is_described<std::int8_t>("int8", "std::int8_t"));
static_assert(is_described<std::int16_t>("int16", "std::int16_t"));
static_assert(is_described<std::int32_t>("int32", "std::int32_t"));
static_assert(is_described<std::int64_t>("int64", "std::int64_t"));
static_assert(is_described<std::uint8_t>("uint8", "std::uint8_t"));
static_assert(is_described<std::uint16_t>("uint16", "std::uint16_t"));
static_assert(is_described<std::uint32_t>("uint32", "std::uint32_t"));
static_assert(is_described<std::uint64_t>("uint64", "std::uint64_t"));
static_assert(is_described<half>("float16", "half"));
static_assert(is_described<float>("float32", "float"));
static_assert(is_described<double>("float64", "double"));
static_assert(is_described<std::complex<float>>("complex64", "std::complex<float>"));
static_assert(is_described<std::complex<double>>("complex128", "std::complex<double>"));

static_assert(is_floating(element_type<half>) && is_floating(element_type<std::complex<double>>));
static_assert(!is_floating(element_type<bool>) && !is_floating(element_type<std::uint64_t>));

}  // namespace
}  // namespace shapeproof
