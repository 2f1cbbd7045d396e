// SPDX-License-Identifier: BSL-1.0
// How is a product of few columns' elements made, as of an image of three colours? A general product would read and write its
// result more often than there is to compute: here it is written once, a tile of filters and places at a time.
//
//   out[f, p] = bias[f] + kernel[f, 0] * columns[0, p] + kernel[f, 1] * columns[1, p] + ...
#pragma once

#include <algorithm>

#include "eigen.hpp"

namespace shapeproof::engine::detail {

// A kernel of at most so many elements is few.
inline constexpr std::int64_t most_few = 32;
// So many bytes of columns lie in the first cache, beside the kernels.
inline constexpr std::int64_t few_bytes = std::int64_t{1} << 14;

template <class T>
struct FewProducts {
  using Packet = typename Eigen::internal::packet_traits<T>::type;
  static constexpr int lanes = Eigen::internal::unpacket_traits<Packet>::size;
  static constexpr int tile = 2 * lanes;  // places

  const T* kernel;   // [filters, depth]
  const T* columns;  // [depth, column_stride], to the end of the last tile
  const T* bias;     // or nullptr
  T* out;            // [filters, out_stride]
  std::int64_t depth;
  std::int64_t column_stride;
  std::int64_t out_stride;

  void run(std::int64_t filters, std::int64_t places) const {
    std::int64_t filter = 0;  // sums of 6 filters are 12 of the 16 vectors that a processor with AVX2 has
    for (; filter + 6 <= filters; filter += 6) run_filters<6>(filter, places);
    for (; filter + 4 <= filters; filter += 4) run_filters<4>(filter, places);
    for (; filter < filters; ++filter) run_filters<1>(filter, places);
  }

 private:
  template <int Filters>
  void run_filters(std::int64_t filter, std::int64_t places) const {
    for (std::int64_t place = 0; place < places; place += tile) run_tile<Filters>(filter, place, places);
  }
  template <int Filters>
  void run_tile(std::int64_t filter, std::int64_t place, std::int64_t places) const {
    using namespace Eigen::internal;
    Packet sums[Filters][2];
#pragma GCC unroll 6
    for (int i = 0; i < Filters; ++i) sums[i][0] = sums[i][1] = pset1<Packet>(bias == nullptr ? T{} : bias[filter + i]);
    const T* factors = kernel + filter * depth;
    for (std::int64_t k = 0; k < depth; ++k) {
      const T* column = columns + k * column_stride + place;
      const Packet left = ploadu<Packet>(column), right = ploadu<Packet>(column + lanes);
#pragma GCC unroll 6
      for (int i = 0; i < Filters; ++i) {
        const Packet factor = pset1<Packet>(factors[i * depth + k]);
        sums[i][0] = pmadd(factor, left, sums[i][0]);
        sums[i][1] = pmadd(factor, right, sums[i][1]);
      }
    }
#pragma GCC unroll 6
    for (int i = 0; i < Filters; ++i) {
      T* row = out + (filter + i) * out_stride + place;
      if (place + tile <= places) store(sums[i], row);
      else store_some(sums[i], row, places - place);
    }
  }
  static void store(const Packet* sums, T* to) {
    Eigen::internal::pstoreu(to, sums[0]);
    Eigen::internal::pstoreu(to + lanes, sums[1]);
  }
  static void store_some(const Packet* sums, T* to, std::int64_t count) {
    T all[tile];
    store(sums, all);
    std::copy_n(all, count, to);
  }
};

}  // namespace shapeproof::engine::detail
