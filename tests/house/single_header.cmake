# SPDX-License-Identifier: BSL-1.0
# Is the library the same as one header? Its first program compiles, links and runs, and its first mistake is one error, at
# the user's line, in the same words. The path has spaces in it.
#
#   cmake -DREPOSITORY=<repository> -DBUILD=<build tree> -DCXX=<compiler> -DNAME=<its name> -DPYTHON=<python3>
#         -DCOMPILED=<0|1> -DMOST_LINES=<of an error> -P single_header.cmake
#
# COMPILED=1 leaves the kernels out, which the program does not call.
cmake_minimum_required(VERSION 3.24)

set(scratch "${BUILD}/a single header/${NAME}")
set(header "${scratch}/shapeproof/shapeproof.hpp")
file(REMOVE_RECURSE "${scratch}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(said "${said}" PARENT_SCOPE)
  if(NOT code EQUAL 0)
    message(NOTICE "${said}")
    message(FATAL_ERROR "the single header fails: ${ARGN}")
  endif()
endfunction()

run("${PYTHON}" "${REPOSITORY}/packaging/single_header.py" "${header}")
run("${PYTHON}" "${REPOSITORY}/packaging/single_header.py" "${scratch}/again.hpp")
run("${CMAKE_COMMAND}" -E compare_files "${header}" "${scratch}/again.hpp")

# Each header once, none left to be included, and all that were asked for.
file(STRINGS "${header}" parts REGEX "^// ---- shapeproof/")
set(each "${parts}")
list(REMOVE_DUPLICATES each)
file(STRINGS "${header}" includes REGEX "^ *# *include \"")
if(NOT parts STREQUAL each OR includes)
  message(FATAL_ERROR "headers stand there twice, or not at all: ${parts}; ${includes}")
endif()
foreach(name IN ITEMS shapeproof nn engine/definitions/matmul)
  if(NOT "// ---- shapeproof/${name}.hpp" IN_LIST parts)
    message(FATAL_ERROR "the single header lacks ${name}.hpp")
  endif()
endforeach()

run("${CXX}" -std=c++20 "-I${scratch}" -DSHAPEPROOF_COMPILED=${COMPILED} -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  "${REPOSITORY}/examples/first.cpp" -o "${scratch}/first")
run("${scratch}/first")
if(NOT said STREQUAL "Shape<16, 3, 32, 32>\n")
  message(FATAL_ERROR "the first program says: ${said}")
endif()

run("${CMAKE_COMMAND}" "-DCXX=${CXX}" "-DINCLUDE=${scratch}" "-DCASE=${REPOSITORY}/compile_fail_tests/first.cpp"
  -DMOST_LINES=${MOST_LINES} -P "${REPOSITORY}/compile_fail_tests/check.cmake")
