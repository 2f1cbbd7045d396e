// SPDX-License-Identifier: BSL-1.0
// The main function of Catch2 2, which takes long to compile and is therefore compiled once.
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
