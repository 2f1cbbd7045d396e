#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# A stranger's program, built without CMake. It runs in a folder that holds main.cpp; CXX is the compiler.
#   pkg_config.sh [PACKAGE]
set -eu
package=${1:-shapeproof}
if [ "$package" = shapeproof ]; then
  # [pkg-config]
  eval "${CXX:-g++} -std=c++20 main.cpp $(pkg-config --cflags --libs shapeproof) -o my_program" # eval: paths may have blanks
  # [pkg-config]
else
  eval "$CXX -std=c++20 main.cpp $(pkg-config --cflags --libs "$package") -o my_program"
fi
