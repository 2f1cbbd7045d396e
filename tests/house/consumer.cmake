# SPDX-License-Identifier: BSL-1.0
# Can a stranger's project use the library, after an install and from its sources? Paths have spaces in them, as theirs do.
#
#   cmake -DHOW=<find_package|add_subdirectory> -DMODE=<shapeproof|compiled|missing> -DSOURCE=<repository>
#         -DBUILD=<build tree> -DCXX=<compiler> -DGENERATOR=<generator> -P consumer.cmake
#
# MODE is the target that is linked; missing asks for the compiled one where it was not installed, which must be said.
cmake_minimum_required(VERSION 3.24)

set(scratch "${BUILD}/a consumer/${HOW} ${MODE}")
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
set(configure "${CMAKE_COMMAND}" -S "${CMAKE_CURRENT_LIST_DIR}/consumer" -B "${scratch}/build" -G "${GENERATOR}"
  "-DCMAKE_CXX_COMPILER=${CXX}" "${where}")
if(MODE STREQUAL "missing")
  execute_process(COMMAND ${configure} -DCOMPILED=ON RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(code EQUAL 0 OR NOT said MATCHES "headers only")
    message(FATAL_ERROR "who asks for the compiled kernels does not hear that they are not there: ${said}")
  endif()
  return()
elseif(MODE STREQUAL "compiled")
  list(APPEND configure -DCOMPILED=ON)
endif()
# The program is installed where it was built; paths of data have blanks in them too.
if(EXISTS "${scratch}/prefix/bin/shapeproof")
  file(COPY "${SOURCE}/tests/vectors/npy/f4_little.npy" DESTINATION "${scratch}/some data")
  list(APPEND configure "-DDATA=${scratch}/some data/f4_little.npy")
endif()
run(${configure})
if(said MATCHES "CMake Warning|Compile-fail")
  message(NOTICE "${said}")
  message(FATAL_ERROR "the consumer meets our warnings or our tests: ${HOW}")
endif()
run("${CMAKE_COMMAND}" --build "${scratch}/build")
run("${scratch}/build/consumer")
if(NOT said STREQUAL "it works\n")
  message(FATAL_ERROR "the consumer says: ${said}")
endif()
