// SPDX-License-Identifier: BSL-1.0
// Every image step, and the pipeline that puts them together.
#pragma once

#include "../message.hpp"
#include "../tensor.hpp"

#include "colors.hpp"
#include "moves.hpp"
#include "numbers.hpp"
#include "pipeline.hpp"
#include "warps.hpp"
