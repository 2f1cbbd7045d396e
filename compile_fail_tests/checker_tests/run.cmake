# SPDX-License-Identifier: BSL-1.0
# Does the checker catch what it is there to catch, and in its own words for each?
#
#   cmake -DCXX=<compiler> -DCASE=<file.cpp> -P run.cmake
#
# Each file says what the checker must say of it: `// checker says: <text>`, or `nothing` where the case is right.
cmake_minimum_required(VERSION 3.24)

file(STRINGS "${CASE}" line REGEX "^// checker says: ")
string(REGEX REPLACE "^// checker says: " "" wanted "${line}")
if(wanted STREQUAL "")
  message(FATAL_ERROR "${CASE}: there is no `// checker says: ...`")
endif()

execute_process(
  COMMAND "${CMAKE_COMMAND}" "-DCXX=${CXX}" "-DINCLUDE=${CMAKE_CURRENT_LIST_DIR}" "-DCASE=${CASE}"
          -P "${CMAKE_CURRENT_LIST_DIR}/../check.cmake"
  RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)

string(REPLACE "\\;" ";" wanted "${wanted}") # file(STRINGS) has made a list of it
string(FIND "${said}" "${wanted}" position)
if(wanted STREQUAL "nothing")
  if(NOT code EQUAL 0)
    message(NOTICE "${said}")
    message(FATAL_ERROR "the checker refuses a right case")
  endif()
elseif(code EQUAL 0)
  message(FATAL_ERROR "the checker lets the case pass")
elseif(position EQUAL -1)
  message(NOTICE "${said}")
  message(FATAL_ERROR "the checker refuses the case, but not because: ${wanted}")
endif()
