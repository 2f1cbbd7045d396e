#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# A stranger's program, built without CMake.
#   pkg_config.sh SOURCE [PACKAGE]     CXX is the compiler
set -eu
# [pkg-config]
# eval: the path may have blanks in it, which pkg-config escapes
eval "${CXX:-g++} -std=c++20 $1 $(pkg-config --cflags --libs "${2:-shapeproof}") -o my_program"
# [pkg-config]
