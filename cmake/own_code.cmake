# SPDX-License-Identifier: BSL-1.0
# How our own tests and examples are compiled. None of it reaches the users' target.

set(SHAPEPROOF_TEST_PREFIX "" CACHE STRING "What the names of this tree's tests begin with: clang/ for example")
set(SHAPEPROOF_TEST_AREAS "" CACHE STRING "The areas whose unit tests are built (core, io, threads, ...); empty: all")
option(SHAPEPROOF_STATIC_TESTS "Compile the static tests, and each header alone" ON)
option(SHAPEPROOF_TEST_COMPILED "Test with shapeproof::compiled instead of headers only" OFF)
set(SHAPEPROOF_TEST_OPTIONS "" CACHE STRING
    "Further compile options of tests and examples, after the build type's: optimising them can take longer than reading them")
option(SHAPEPROOF_HOUSE_TESTS "Run the tests that need one compiler only: compile-fail, consumers, README, format" ON)

if(SHAPEPROOF_TEST_COMPILED)
  add_compile_definitions(SHAPEPROOF_COMPILED=1) # for headers that are compiled alone too
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF) # there are none, and clang's scanner is a package of its own
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
find_package(Python3 COMPONENTS Interpreter)

# Strict warnings, as errors.
add_library(shapeproof_own_code INTERFACE)
if(SHAPEPROOF_TEST_COMPILED)
  target_link_libraries(shapeproof_own_code INTERFACE shapeproof::compiled)
else()
  target_link_libraries(shapeproof_own_code INTERFACE shapeproof::shapeproof)
endif()
target_compile_options(shapeproof_own_code INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  ${SHAPEPROOF_TEST_OPTIONS})

# Names are paths, unit/io; the first part is also a label, for ctest -L unit.
function(shapeproof_add_test name)
  add_test(NAME "${SHAPEPROOF_TEST_PREFIX}${name}" ${ARGN})
  string(REGEX REPLACE "/.*" "" label "${name}")
  set_tests_properties("${SHAPEPROOF_TEST_PREFIX}${name}" PROPERTIES LABELS "${label}")
endfunction()
