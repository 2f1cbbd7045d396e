// SPDX-License-Identifier: BSL-1.0
// Who computes? Eigen all that others do not; oneDNN, where it was found, products of float and convolutions; a CBLAS, where
// it was asked for, products.
//
//   std::cout << engine_info();      Eigen 3.4.0 (AVX512, FMA, AVX2, AVX, SSE), oneDNN 2.6.3, 2 threads
#pragma once

#include "engine/info.hpp"
#include "engine/parallel.hpp"

namespace shapeproof {

// Texts live as long as the program; those of an engine that is not used are empty.
struct EngineInfo {
  const char* eigen;             // its version
  const char* instruction_sets;  // that Eigen's kernels were compiled for; oneDNN finds out when it runs
  const char* onednn;            // its version
  const char* blas;              // "CBLAS"
  int threads;                   // as thread_count() says
};

// Which libraries compute what, by how many threads.
inline EngineInfo engine_info() {
  return {engine::eigen_version(), engine::instruction_sets(), engine::onednn_version(), engine::blas_name(),
          engine::thread_count()};
}

// To a std::ostream, or anything that takes texts and numbers as it does.
template <class Stream>
  requires requires(Stream& out) { out.flush(); }
// Writes them in one line.
Stream& operator<<(Stream& out, const EngineInfo& info) {
  out << "Eigen " << info.eigen << " (" << info.instruction_sets << ")";
  // not a sentence: what there is, and nothing is wrong with it
  if (*info.onednn != '\0') out << ", oneDNN " << info.onednn;
  if (*info.blas != '\0') out << ", " << info.blas;
  // not a sentence: the same
  out << ", " << info.threads << (info.threads == 1 ? " thread" : " threads");
  return out;
}

}  // namespace shapeproof
