# SPDX-License-Identifier: BSL-1.0
# Can a stranger's project use the library, after an install and from its sources? Paths have spaces in them, as theirs do.
#
#   cmake -DHOW=<find_package|add_subdirectory> -DSOURCE=<repository> -DBUILD=<build tree> -DCXX=<compiler>
#         -DGENERATOR=<generator> -P consumer.cmake
cmake_minimum_required(VERSION 3.24)

set(scratch "${BUILD}/a consumer/${HOW}")
file(REMOVE_RECURSE "${scratch}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  set(said "${said}" PARENT_SCOPE)
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(NOTICE "${command}\n${said}")
    message(FATAL_ERROR "the consumer fails: ${HOW}")
  endif()
endfunction()

if(HOW STREQUAL "find_package")
  run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${scratch}/prefix")
  set(where "-DCMAKE_PREFIX_PATH=${scratch}/prefix")
else()
  set(where "-DSHAPEPROOF_SOURCE=${SOURCE}")
endif()
run("${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${scratch}/build" -G "${GENERATOR}"
    "-DCMAKE_CXX_COMPILER=${CXX}" "${where}")
if(said MATCHES "CMake Warning|Compile-fail")
  message(NOTICE "${said}")
  message(FATAL_ERROR "the consumer meets our warnings or our tests: ${HOW}")
endif()
run("${CMAKE_COMMAND}" --build "${scratch}/build")
run("${scratch}/build/consumer")
if(NOT said STREQUAL "it works\n")
  message(FATAL_ERROR "the consumer says: ${said}")
endif()
