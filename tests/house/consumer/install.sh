#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# The library is installed as README.md says. It runs in a folder that holds the sources.
set -eu
# [install]
cmake -B build -DSHAPEPROOF_TESTS=OFF -DSHAPEPROOF_EXAMPLES=OFF -DSHAPEPROOF_TOOLS=OFF
cmake --install build --prefix "$HOME/.local"
# [install]
