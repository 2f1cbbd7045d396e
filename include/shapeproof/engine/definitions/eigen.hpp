// SPDX-License-Identifier: BSL-1.0
// Where does Eigen come in? Here, and nowhere else. It is taken as a system header, so that it warns nobody, and without
// its own threads: engine/parallel.hpp shares the work.
#pragma once
#pragma GCC system_header

#ifndef EIGEN_DONT_PARALLELIZE
#define EIGEN_DONT_PARALLELIZE
#endif

#if __has_include(<Eigen/Core>)
#include <Eigen/Core>
#elif __has_include(<eigen3/Eigen/Core>)
#include <eigen3/Eigen/Core>
#else
#error "shapeproof computes with Eigen 3.4: install it (Debian: libeigen3-dev), or link shapeproof::compiled"
#endif
