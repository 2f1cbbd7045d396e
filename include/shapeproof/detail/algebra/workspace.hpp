// SPDX-License-Identifier: BSL-1.0
// Where do texts of factors live that arise while one computes? In a Workspace, which every polynomial that is computed
// with it must not outlive.
#pragma once

#include "polynomial.hpp"

namespace shapeproof::detail {

class Workspace {
 public:
  static constexpr int capacity = 4000;

  constexpr Workspace() = default;
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;
  constexpr ~Workspace() = default;

  // A copy of the text; one of size 0 where there is no more room.
  constexpr Name keep(const Sentence& text) {
    const int size = static_cast<int>(text.size());
    if (text.size() == Sentence::capacity || used_ + size > capacity) return {texts_, 0};
    for (int i = 0; i < size; ++i) texts_[used_ + i] = text.data()[i];
    used_ += size;
    return {texts_ + used_ - size, size};
  }

  // How many more steps a search for a bound may take, so that no expression takes long.
  int steps = 200;

 private:
  int used_ = 0;
  char texts_[capacity];
};

}  // namespace shapeproof::detail
