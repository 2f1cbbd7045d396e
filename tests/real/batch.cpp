// SPDX-License-Identifier: BSL-1.0
// Where is the batch axis, and how long is the last batch?
#include "catch.hpp"
#include "doors.hpp"

#include <shapeproof/create.hpp>
#include <shapeproof/ops/arithmetic.hpp>

namespace real {

void batch_cases(Table& table) {
  table.begin("batch");
  table.door<Shape<1, T>>({"a sound without its batch axis",
                           "ccoreilly/wav2vec2-service#6",
                           {196320},
                           Cause::leading_one_missing,
                           {1, 196320}});
  table.door<Shape<4, 16, 1, 1>>({"the last of 1201 items, by fours",
                                  "erdongsanshi/Fuss-Free-structure#1",
                                  {1, 16, 1, 1},
                                  Cause::remainder_batch,
                                  {4, 16, 1, 1}});
  table.door<Shape<Several, 512, 1, 1>>({"statistics of a last batch of one sample, pooled to one place",
                                         "meetps/pytorch-semseg#214",
                                         {1, 512, 1, 1},
                                         Cause::remainder_batch,
                                         {2, 512, 1, 1}});
  table.door<Shape<1, 32, 256>>({"a first state for full batches only",
                                 "miyamotok0105/pytorch_handbook#11",
                                 {1, 8, 256},
                                 Cause::remainder_batch,
                                 {1, 32, 256}});
  table.door<Shape<6>>(
      {"a batch for a graph of one sample", "StackOverflow/UT-10 (q36343542)", {100, 6}, Cause::whole_batch, {6}});
  table.door<Shape<N, 32, 32, 3>>({"an axis of extent 1 after the batch axis",
                                   "SFData/ICSE2020/s35673874",
                                   {10, 1, 32, 32, 3},
                                   Cause::one_extra,
                                   {10, 32, 32, 3}});
  table.door<Shape<N, 30, 30, 3>>({"one sample without its batch axis",
                                   "SFData/ICSE2020/s41563720",
                                   {30, 30, 3},
                                   Cause::leading_one_missing,
                                   {1, 30, 30, 3}});
  table.door<Shape<N, 1, 2>>({"one sample without its batch axis",
                              "SFData/StackOverflow/s44111687",
                              {1, 2},
                              Cause::leading_one_missing,
                              {1, 1, 2}});
  table.door<Shape<N, 512, 64, 3>>({"one sample without its batch axis",
                                    "SFData/ICSE2020/s44847446",
                                    {512, 64, 3},
                                    Cause::leading_one_missing,
                                    {1, 512, 64, 3}});
  table.door<Shape<N, 8>>(
      {"one sample without its batch axis", "SFData/StackOverflow/s45499757", {8}, Cause::leading_one_missing, {1, 8}});
  table.door<Shape<N, 162>>({"one sample without its batch axis",
                             "SFData/StackOverflow/s49442963",
                             {162},
                             Cause::leading_one_missing,
                             {1, 162}});
  table.door<Shape<N, 128, 128, 3>>({"one sample without its batch axis",
                                     "SFData/StackOverflow/s55480991",
                                     {128, 128, 3},
                                     Cause::leading_one_missing,
                                     {1, 128, 128, 3}});
  table.door<Shape<N, 784>>({"one row that was meant to be a slice",
                             "SFData/StackOverflow/s52340597",
                             {784},
                             Cause::leading_one_missing,
                             {100, 784}});
  table.door<Shape<N, 1>>(
      {"a vector where a column is declared", "SFData/StackOverflow/s46715794", {10}, Cause::one_missing, {10, 1}});
  table.door<Shape<10, 1>>(
      {"a vector where a column is declared", "SFData/StackOverflow/s46892015", {10}, Cause::one_missing, {10, 1}});
  table.door<Shape<N, 9>>(
      {"one sample that is a column", "SFData/StackOverflow/s60127320", {9, 1}, Cause::swapped, {1, 9}});
  table.law(
      "noise for a full batch beside a smaller one", "Github/UT-1 tensorflow/models VAE",
      "add: axis 0 is N(100) on the left and 128 on the right",
      [] { return zeros<float, Shape<N, 200>>(100) + zeros<float, Shape<128, 200>>(); },
      [] { return zeros<float, Shape<N, 200>>(100) + zeros<float, Shape<N, 200>>(100); });
}

}  // namespace real
