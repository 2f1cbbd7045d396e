// SPDX-License-Identifier: BSL-1.0
// Every allocation of this program is noted too.
#include "../io/requests.cpp"
#include "../catch.hpp"
