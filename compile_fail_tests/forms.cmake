# SPDX-License-Identifier: BSL-1.0
# How are the two forms of a case compiled? check.cmake and precompile.cmake have to agree on it.
#
# Cases see the kernels' declarations only, as users of shapeproof::compiled do: what computes says nothing of shapes.
if(NOT INCLUDE_AS)
  set(INCLUDE_AS -I)
endif()
set(ENV{LC_ALL} C)
set(options -std=c++20 -DSHAPEPROOF_COMPILED=1 -fdiagnostics-color=never "${INCLUDE_AS}" "${INCLUDE}")
set(options_of_good ${options} -Wall -Wextra -Wpedantic -Werror
    "-DBAD_OR_GOOD(bad,good)=good" "-DBAD(...)=" "-DGOOD(...)=__VA_ARGS__")
set(options_of_bad ${options} "-DBAD_OR_GOOD(bad,good)=bad" "-DBAD(...)=__VA_ARGS__" "-DGOOD(...)=")
