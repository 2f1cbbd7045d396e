// SPDX-License-Identifier: BSL-1.0
// What is computed element by element? Each operation: its name, the elements that it takes, and, where that is
// arithmetic, how. What an operation is to NaN and infinity is PyTorch's choice.
#pragma once

#include "operations/activation.hpp"
#include "operations/arithmetic.hpp"
#include "operations/comparison.hpp"
#include "operations/function.hpp"
#include "operations/number.hpp"
