// SPDX-License-Identifier: BSL-1.0
// Which shapeproof is this? The preprocessor can ask: #if SHAPEPROOF_VERSION >= 200 is 0.2.0 or newer.
//
// The three numbers are written here and nowhere else: CMake, the packages and the program shapeproof read them from here.
#pragma once

#define SHAPEPROOF_VERSION_MAJOR 0
#define SHAPEPROOF_VERSION_MINOR 1
#define SHAPEPROOF_VERSION_PATCH 0

// One number that grows with the version: 10203 is 1.2.3.
#define SHAPEPROOF_VERSION \
  (SHAPEPROOF_VERSION_MAJOR * 10000 + SHAPEPROOF_VERSION_MINOR * 100 + SHAPEPROOF_VERSION_PATCH)

#define SHAPEPROOF_DOTTED(major, minor, patch) #major "." #minor "." #patch
#define SHAPEPROOF_DOTTED_VALUES(...) SHAPEPROOF_DOTTED(__VA_ARGS__)

namespace shapeproof {

// The version as text: "0.1.0".
inline constexpr char version_text[] =
    SHAPEPROOF_DOTTED_VALUES(SHAPEPROOF_VERSION_MAJOR, SHAPEPROOF_VERSION_MINOR, SHAPEPROOF_VERSION_PATCH);

}  // namespace shapeproof

#undef SHAPEPROOF_DOTTED_VALUES
#undef SHAPEPROOF_DOTTED
