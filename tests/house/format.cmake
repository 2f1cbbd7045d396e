# SPDX-License-Identifier: BSL-1.0
# Is every source laid out as .clang-format says? With -DREWRITE=ON they are made so.
#
#   cmake -DCLANG_FORMAT=<clang-format-19> -DSOURCE=<repository> [-DREWRITE=ON] -P format.cmake
cmake_minimum_required(VERSION 3.24)

set(sources "")
foreach(folder IN ITEMS include tests compile_fail_tests examples fuzz packaging tools)
  file(GLOB_RECURSE found "${SOURCE}/${folder}/*.hpp" "${SOURCE}/${folder}/*.cpp")
  list(APPEND sources ${found})
endforeach()

set(mode --dry-run -Werror)
if(REWRITE)
  set(mode -i)
endif()
execute_process(COMMAND "${CLANG_FORMAT}" ${mode} ${sources} RESULT_VARIABLE code ERROR_VARIABLE said)
if(NOT code EQUAL 0)
  string(REGEX MATCHALL "[^\n]+:[0-9]+:[0-9]+: error" places "${said}")
  list(TRANSFORM places REPLACE ":[0-9]+: error" "")
  list(REMOVE_DUPLICATES places)
  list(JOIN places "\n" text)
  message(NOTICE "${text}")
  message(FATAL_ERROR "./dev format lays these lines out")
endif()
