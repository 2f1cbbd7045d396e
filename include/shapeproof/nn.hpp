// SPDX-License-Identifier: BSL-1.0
// Models: layers, rows of layers, their parameters by name, and what is in them. Needs Boost.Hana.
#pragma once

// First, so that a compiler that quotes it in an error reaches it in one step.
#include "message.hpp"

#include "nn/activation.hpp"
#include "nn/branches.hpp"
#include "nn/conv.hpp"
#include "nn/initialize.hpp"
#include "nn/layer.hpp"
#include "nn/linear.hpp"
#include "nn/norm.hpp"
#include "nn/parameters.hpp"
#include "nn/pool.hpp"
#include "nn/sequential.hpp"
#include "nn/shape_layers.hpp"
#include "nn/specifications.hpp"
#include "nn/summary.hpp"
