// SPDX-License-Identifier: BSL-1.0
// An error like the library's own, in few lines, so that the checker is tested apart from the library.
#pragma once

namespace imitation {

struct Text {
  char chars[37] = {};

  // clang shows the letters, and not their numbers, only where all 36 are written one by one.
  template <int Size>
  constexpr Text(const char (&text)[Size]) {
    for (int i = 0; i < 36; ++i) chars[i] = i < Size - 1 ? text[i] : ' ';
  }
};

template <Text...>
inline constexpr bool shapes_fit = false;

template <bool Right, Text... Pieces>
struct Checked {};
template <Text... Pieces>
struct Checked<false, Pieces...> {
  static_assert(shapes_fit<Pieces...>, "the sentence is the argument");
};

}  // namespace imitation

using namespace imitation;
