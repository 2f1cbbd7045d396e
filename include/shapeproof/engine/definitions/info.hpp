// SPDX-License-Identifier: BSL-1.0
// Versions as texts.
#pragma once

#include "../info.hpp"
#include "eigen.hpp"
#include "onednn.hpp"

namespace shapeproof::engine {
namespace detail {

// "3.4.0" of numbers below 1000.
struct VersionText {
  char text[12] = {};
  VersionText(int major, int minor, int patch) {
    char* end = append(text, major);
    *end++ = '.';
    end = append(end, minor);
    *end++ = '.';
    append(end, patch);
  }

 private:
  static char* append(char* to, int number) {
    if (number >= 10) to = append(to, number / 10);
    *to++ = static_cast<char>('0' + number % 10);
    return to;
  }
};

}  // namespace detail

SHAPEPROOF_INLINE const char* eigen_version() {
#ifdef EIGEN_PATCH_VERSION  // since Eigen 5
  static const detail::VersionText version(EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION, EIGEN_PATCH_VERSION);
#else
  static const detail::VersionText version(EIGEN_WORLD_VERSION, EIGEN_MAJOR_VERSION, EIGEN_MINOR_VERSION);
#endif
  return version.text;
}

SHAPEPROOF_INLINE const char* instruction_sets() { return Eigen::SimdInstructionSetsInUse(); }

SHAPEPROOF_INLINE const char* onednn_version() {
#if SHAPEPROOF_ONEDNN
  static const detail::VersionText version(dnnl_version()->major, dnnl_version()->minor, dnnl_version()->patch);
  return version.text;
#else
  return "";
#endif
}

SHAPEPROOF_INLINE const char* blas_name() { return SHAPEPROOF_CBLAS ? "CBLAS" : ""; }

}  // namespace shapeproof::engine
