// SPDX-License-Identifier: BSL-1.0
// How many threads compute? As many as the machine has processors, for work that is large enough to be worth it; small work
// stays on the thread that asks for it. This is the one setting.
#pragma once

#include "engine/parallel.hpp"

namespace shapeproof {

// How many threads an operation may use, the caller's own among them.
inline int thread_count() { return engine::thread_count(); }

// Sets it for all operations that begin after it; below 1 counts as 1, and 1 means that nothing runs beside its caller.
inline void set_thread_count(int count) { engine::set_thread_count(count); }

}  // namespace shapeproof
