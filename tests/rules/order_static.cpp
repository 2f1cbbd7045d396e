// SPDX-License-Identifier: BSL-1.0
// Named factors keep their order in a reshape; what has no name is free.
#include <shapeproof/rules/merge.hpp>

using namespace shapeproof;

namespace {

constexpr auto N = axis("N"), T = axis("T"), H = axis("H");
constexpr bool no(const ShapeValue& a, const ShapeValue& b) { return !reshape_rule(a, b).holds; }
static_assert(no({N, T, H * 64}, {N, H, T, 64}) && !no({N, T, H * 64}, {N, T, H, 64}) &&
              !no({N, T, H * 64}, {N * T, H, 64}) && no({N, T, H * 64}, {N * H, T, 64}));
static_assert(no({N, T}, {T, N}) && no({N, T(7), H(8)}, {N, H(8), T(7)}) && !no({N, T(7), H(8)}, {N, 8, 7}) &&
              no({N, T + 1, H}, {N, H, T + 1}));
static_assert(!no({N, T, H}, {N, T* H}) && !no({7, 8}, {8, 7}) && !no({N, 8}, {8, N}));
static_assert(no({N, T, H * 64}, {N, H, _, 64}) && !no({N, T, H * 64}, {N, _, H, 64}));
static_assert(!no({dyn, T, H * 64}, {dyn, T, H, 64}) && no({N, T, T, H}, {N, H, T* T}) == false);

}  // namespace
