# SPDX-License-Identifier: BSL-1.0
# What the cases of a folder include, precompiled once for each form: most of a case's time would go to reading it again.
#
#   cmake -DCXX=<compiler> -DINCLUDE=<folder> -DCASES=<folder of cases> -DPRECOMPILED=<folder to write> -P precompile.cmake
#
# A case that includes more reads the rest itself.
cmake_minimum_required(VERSION 3.24)

include("${CMAKE_CURRENT_LIST_DIR}/forms.cmake")

file(GLOB cases "${CASES}/*.cpp")
set(includes "")
foreach(case IN LISTS cases)
  file(STRINGS "${case}" lines REGEX "^#include <")
  list(APPEND includes ${lines})
endforeach()
list(REMOVE_DUPLICATES includes)
list(SORT includes)
list(JOIN includes "\n" text)

execute_process(COMMAND "${CXX}" --version OUTPUT_VARIABLE about)
set(ending gch)
if(about MATCHES "clang")
  set(ending pch)
endif()
foreach(form good bad)
  set(header "${PRECOMPILED}/${form}/precompiled.hpp")
  file(WRITE "${header}" "${text}\n")
  execute_process(
    COMMAND "${CXX}" ${options_of_${form}} -x c++-header "${header}" -o "${header}.${ending}"
    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
