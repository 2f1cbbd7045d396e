// SPDX-License-Identifier: BSL-1.0
// Forms that differ by tokens with commas between them.
// checker says: nothing
// expect: too many arguments
template <int... Extents>
constexpr int rank_of_at_most_three() {
  static_assert(sizeof...(Extents) < 4, "too many arguments");
  return sizeof...(Extents);
}
int rank = rank_of_at_most_three<BAD(1, 2, ) GOOD(1, ) 3, 4>();  // error here
