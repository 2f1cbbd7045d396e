// SPDX-License-Identifier: BSL-1.0
// Which engines were kernels compiled with?
#pragma once

#include "config.hpp"

namespace shapeproof::engine {

// Texts that live as long as the program; "" for an engine that is not used.
const char* eigen_version();     // "3.4.0"
const char* instruction_sets();  // that Eigen was compiled for: "AVX512, FMA, AVX2, ..."
const char* onednn_version();    // "2.6.3"
const char* blas_name();         // "CBLAS"

}  // namespace shapeproof::engine

#if !SHAPEPROOF_COMPILED
#include "definitions/info.hpp"
#endif
