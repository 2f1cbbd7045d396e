// SPDX-License-Identifier: BSL-1.0
// Lists of element types, for explicit instantiation.
#pragma once

#include <complex>

#include <shapeproof/element.hpp>

#define SHAPEPROOF_FOR_INTEGERS(INSTANTIATE, ...) \
  INSTANTIATE(__VA_ARGS__, signed char)           \
  INSTANTIATE(__VA_ARGS__, short)                 \
  INSTANTIATE(__VA_ARGS__, int)                   \
  INSTANTIATE(__VA_ARGS__, long)                  \
  INSTANTIATE(__VA_ARGS__, long long)             \
  INSTANTIATE(__VA_ARGS__, unsigned char)         \
  INSTANTIATE(__VA_ARGS__, unsigned short)        \
  INSTANTIATE(__VA_ARGS__, unsigned int)          \
  INSTANTIATE(__VA_ARGS__, unsigned long)         \
  INSTANTIATE(__VA_ARGS__, unsigned long long)
#define SHAPEPROOF_FOR_REALS(INSTANTIATE, ...) \
  INSTANTIATE(__VA_ARGS__, half)               \
  INSTANTIATE(__VA_ARGS__, float)              \
  INSTANTIATE(__VA_ARGS__, double)
#define SHAPEPROOF_FOR_COMPLEX(INSTANTIATE, ...) \
  INSTANTIATE(__VA_ARGS__, std::complex<float>)  \
  INSTANTIATE(__VA_ARGS__, std::complex<double>)
