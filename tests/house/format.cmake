# SPDX-License-Identifier: BSL-1.0
# Is every source laid out as .clang-format says? With -DREWRITE=ON they are made so.
#
#   cmake -DCLANG_FORMAT=<clang-format-19> -DSOURCE=<repository> [-DREWRITE=ON] -P format.cmake
cmake_minimum_required(VERSION 3.24)

set(sources "")
foreach(folder IN ITEMS include tests compile_fail_tests examples)
  file(GLOB_RECURSE found "${SOURCE}/${folder}/*.hpp" "${SOURCE}/${folder}/*.cpp")
  list(APPEND sources ${found})
endforeach()

set(mode --dry-run -Werror)
if(REWRITE)
  set(mode -i)
endif()
execute_process(COMMAND "${CLANG_FORMAT}" ${mode} ${sources} RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "./dev format lays these out")
endif()
