// SPDX-License-Identifier: BSL-1.0
// Which features, and which weights?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void feature_cases(Table& table) {
  table.begin("matmul");
  table.door<Shape<N, 3>>(
      {"points of one column for a layer of three", "CVLAB-Unibo/MM2D3D#3", {21584, 1}, Cause::one_axis, {21584, 3}});
  table.door<Shape<N, 344064>>({"a flatten width of another resolution",
                                "PawitKoch/LO-Net-pytorch#1",
                                {4, 356352},
                                Cause::one_axis,
                                {4, 344064}});
  table.door<Shape<T, 4096>>(
      {"the text encoder of another model", "thu-ml/TurboDiffusion#62", {77, 768}, Cause::one_axis, {77, 4096}});
  table.door<Shape<T, 2048>>(
      {"an adapter for a narrower text encoder", "vladmandic/sdnext#4377", {512, 4096}, Cause::one_axis, {512, 2048}});
  table.door<Shape<N, 3>>(
      {"three bands stacked as a column", "SFData/StackOverflow/s50336110", {3, 1}, Cause::swapped, {1, 3}});
  table.door<Shape<N, 1>>(
      {"columns packed as one sample", "SFData/StackOverflow/s59446800", {11}, Cause::one_missing, {11, 1}});
  table.door<Shape<N, 180>>({"the count of samples for that of features",
                             "SFData/StackOverflow/s60226423",
                             {180, 10},
                             Cause::sample_axis_inside,
                             {10, 180}});
  table.door<Shape<3072, 16>>(
      {"weights of a variant of other state and width", "MzeroMiko/VMamba#46", {4096, 1}, Cause::one_axis, {3072, 16}});
  table.door<Shape<16, 16, 3, 3>>({"bottleneck weights for a model of basic blocks",
                                   "bearpaw/pytorch-classification#35",
                                   {16, 64, 1, 1},
                                   Cause::one_axis,
                                   {16, 16, 3, 3}});
  table.door<Shape<52592>>(
      {"the state of a larger variant", "ceva-ip/DPDFNet#8", {45424}, Cause::other_leading, {52592}});
}

}  // namespace real
