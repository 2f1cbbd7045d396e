// SPDX-License-Identifier: BSL-1.0
// What is fed as labels?
#include "catch.hpp"
#include "doors.hpp"

namespace real {

void loss_cases(Table& table) {
  table.begin("loss");
  table.door<Shape<N, 10>>(
      {"class ids where one-hot rows are declared", "SFData/ICSE2020/s38157794", {50}, Cause::class_ids, {50, 10}});
  table.door<Shape<N, 10>>({"class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s43676638",
                            {64},
                            Cause::class_ids,
                            {64, 10}});
  table.door<Shape<N, 10>>({"labels read as ids where rows of ones and zeros are declared",
                            "SFData/StackOverflow/s46053363",
                            {50},
                            Cause::class_ids,
                            {50, 10}});
  table.door<Shape<N, 2>>({"a column of class ids where one-hot rows are declared",
                           "SFData/StackOverflow/s46501505",
                           {100, 1},
                           Cause::class_ids,
                           {100, 2}});
  table.door<Shape<N, 2>>(
      {"class ids where one-hot rows are declared", "SFData/StackOverflow/s46911972", {80}, Cause::class_ids, {80, 2}});
  table.door<Shape<N, 5>>({"class ids where one-hot rows are declared",
                           "SFData/StackOverflow/s47482082",
                           {100},
                           Cause::class_ids,
                           {100, 5}});
  table.door<Shape<N, 10>>({"the class id of one sample where a one-hot row is declared",
                            "SFData/ICSE2020/s49392972",
                            {1, 1},
                            Cause::class_ids,
                            {1, 10}});
  table.door<Shape<N, 10>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s55093959",
                            {10, 1},
                            Cause::class_ids,
                            {10, 10}});
  table.door<Shape<N, 24>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s56479008",
                            {128, 1},
                            Cause::class_ids,
                            {128, 24}});
  table.door<Shape<N, 10>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s60949314",
                            {55000, 1},
                            Cause::class_ids,
                            {55000, 10}});
  table.door<Shape<N, 10>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s62148508",
                            {100, 1},
                            Cause::class_ids,
                            {100, 10}});
  table.door<Shape<N, 10>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s62449191",
                            {60000, 1},
                            Cause::class_ids,
                            {60000, 10}});
  table.door<Shape<N, 2>>({"a column of class ids where one-hot rows are declared",
                           "SFData/StackOverflow/s64784096",
                           {100, 1},
                           Cause::class_ids,
                           {100, 2}});
  table.door<Shape<N, 10>>({"a column of class ids where one-hot rows are declared",
                            "SFData/StackOverflow/s65215572",
                            {70, 1},
                            Cause::class_ids,
                            {70, 10}});
  table.door<Shape<N>>({"one-hot rows where class ids are declared",
                        "SFData/StackOverflow/s51444101",
                        {100, 10},
                        Cause::one_hot,
                        {100}});
  table.door<Shape<N, 1>>(
      {"two columns of labels for one output", "SFData/StackOverflow/s61435176", {6, 2}, Cause::one_hot, {6, 1}});
  table.door<Shape<N, 2>>(
      {"an index that left an axis behind", "SFData/StackOverflow/s51724377", {1, 1, 2}, Cause::one_extra, {1, 2}});
  table.door<Shape<N, 3>>(
      {"an axis of extent 1 in the middle", "SFData/StackOverflow/s60129234", {8, 1, 3}, Cause::one_extra, {8, 3}});
}

}  // namespace real
