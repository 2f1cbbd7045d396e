// SPDX-License-Identifier: BSL-1.0
// Eigen, where CMake or the system keeps it.
#pragma once

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#else
#include <eigen3/Eigen/Core>
#endif
