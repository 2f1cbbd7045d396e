// SPDX-License-Identifier: BSL-1.0
// Catch2, whichever of its versions the system has. A test that includes this is a unit test; one that does not is a
// static test, and only compiled.
#pragma once

#ifdef SHAPEPROOF_STATIC_TEST
#error "a static test has become a unit test: configure again, or its cases would never run"
#endif

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using Catch::Approx;
using Catch::Matchers::ContainsSubstring;
#else
#include <catch2/catch.hpp>
// Version 2 has a matcher of the same name, and another name for the second.
using Approx = Catch::Detail::Approx;
inline auto ContainsSubstring(const std::string& text) { return Catch::Matchers::Contains(text); }
#endif
