// SPDX-License-Identifier: BSL-1.0
#include <shapeproof/engine/definitions/readers.hpp>
