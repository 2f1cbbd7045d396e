// SPDX-License-Identifier: BSL-1.0
// Everything: shapes as types, tensors, their operations, the doors from run-time data, and .npy files.
#pragma once

// First, so that a compiler that quotes it in an error reaches it in one step.
#include "message.hpp"

#include "any.hpp"
#include "bind.hpp"
#include "convert.hpp"
#include "create.hpp"
#include "dynamic.hpp"
#include "element.hpp"
#include "engine_info.hpp"
#include "errors.hpp"
#include "explain.hpp"
#include "extent.hpp"
#include "half.hpp"
#include "io/npy.hpp"
#include "ops/arithmetic.hpp"
#include "ops/broadcast.hpp"
#include "ops/cast.hpp"
#include "ops/equal.hpp"
#include "ops/matmul.hpp"
#include "ops/permute.hpp"
#include "ops/reshape.hpp"
#include "ops/squeeze.hpp"
#include "print.hpp"
#include "shape.hpp"
#include "tensor.hpp"
#include "threads.hpp"
#include "try_as.hpp"
#include "visit.hpp"
