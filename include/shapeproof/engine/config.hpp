// SPDX-License-Identifier: BSL-1.0
// Where are kernels compiled? In each file that uses them, which is the default; or once, in the library
// shapeproof::compiled, whose users see declarations only and include nothing of what computes.
//
// engine/x.hpp declares kernels and ends by including definitions/x.hpp unless SHAPEPROOF_COMPILED is 1; src/x.cpp includes
// both and instantiates what x.hpp declares.
#pragma once

#ifndef SHAPEPROOF_COMPILED
#define SHAPEPROOF_COMPILED 0
#endif

// Whether oneDNN computes what it is better at; whether a CBLAS multiplies. The CMake target says so where it is used. Else
// Eigen computes everything.
#ifndef SHAPEPROOF_ONEDNN
#define SHAPEPROOF_ONEDNN 0
#endif
#ifndef SHAPEPROOF_CBLAS
#define SHAPEPROOF_CBLAS 0
#endif

// In front of functions in engine/definitions/ that are no templates.
#if SHAPEPROOF_COMPILED
#define SHAPEPROOF_INLINE
#else
#define SHAPEPROOF_INLINE inline
#endif

// In engine/, detail is engine::detail: what the library keeps to itself is found there too.
namespace shapeproof::detail {}
namespace shapeproof::engine::detail {
using namespace shapeproof::detail;
}
