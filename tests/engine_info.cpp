// SPDX-License-Identifier: BSL-1.0
// Does the library say with what it computes?
#include <shapeproof/engine/config.hpp>
#include <shapeproof/engine_info.hpp>
#include <shapeproof/threads.hpp>

#include <sstream>
#include <string>

#include "catch.hpp"

using namespace shapeproof;

TEST_CASE("engine_info: versions, instructions and threads") {
  const EngineInfo info = engine_info();
  CHECK(info.eigen[0] >= '3');
  CHECK(info.eigen[1] == '.');
  CHECK((*info.onednn != '\0') == (SHAPEPROOF_ONEDNN == 1));
  CHECK((*info.blas != '\0') == (SHAPEPROOF_CBLAS == 1));
  CHECK(info.threads == thread_count());
}

TEST_CASE("engine_info: as text") {
  std::ostringstream text;
  text << EngineInfo{"3.4.0", "SSE2", "", "", 1} << "; " << EngineInfo{"3.4.0", "AVX2", "2.6.3", "CBLAS", 2};
  CHECK(text.str() == "Eigen 3.4.0 (SSE2), 1 thread; Eigen 3.4.0 (AVX2), oneDNN 2.6.3, CBLAS, 2 threads");
}

TEST_CASE("engine_info: version numbers of more digits") {
  CHECK(std::string(engine_info().eigen).find_first_not_of("0123456789.") == std::string::npos);
}
