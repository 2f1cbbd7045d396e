// SPDX-License-Identifier: BSL-1.0
// How does what was read from a file become typed, where more than its name is known about it? "cat.png (8-bit RGBA)" is
// then what the error begins with. A last axis of extent 1 may be left out of the wanted shape: [H, W] takes [H, W, 1].
// run time only: tests/io/csv.cpp
#pragma once

#include "../../convert.hpp"
#include "byte_stream.hpp"

namespace shapeproof::detail {

inline Extents without_last(Extents extents) {
  --extents.rank;
  return extents;
}

template <class T, class S>
Tensor<T, S> open_file_door(const AnyTensor& x, const Sentence& subject, const Door& door) {
  const DynamicTensor<T> typed = x.get<T>();
  Extents extents = x.extents();
  if (S::value.rank == extents.rank - 1 && extents[extents.rank - 1] == 1) extents = without_last(extents);
  pass_door<S, T>(subject.c_str(), extents.shape(), door);
  return regroup<Tensor<T, S>>(typed, extents);
}

}  // namespace shapeproof::detail
