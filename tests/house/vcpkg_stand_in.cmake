# SPDX-License-Identifier: BSL-1.0
# Does the port of vcpkg build what is installed? What vcpkg offers to a portfile is done here by CMake itself, so that each option,
# path and file that the portfile names must be there. What vcpkg would do to other ports is left out.
#
#   cmake -DPORTFILE=<portfile.cmake> -DPACKAGES=<folder> -DBUILD=<folder> -DCXX=<compiler> -DGENERATOR=<generator>
#         [-DWANTED=<features, parted by commas>] -P vcpkg_stand_in.cmake
cmake_minimum_required(VERSION 3.24)
set(PORT shapeproof)
set(CURRENT_PACKAGES_DIR "${PACKAGES}")
string(REPLACE "," ";" FEATURES "${WANTED}")

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT code EQUAL 0 OR said MATCHES "not used by the project")
    message(FATAL_ERROR "${said}")
  endif()
endfunction()

function(expect_file pattern)
  file(GLOB found "${CURRENT_PACKAGES_DIR}/${pattern}")
  if(NOT found)
    message(FATAL_ERROR "the port installs no ${pattern}")
  endif()
endfunction()

function(vcpkg_check_features)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" OUT_FEATURE_OPTIONS FEATURES)
  set(options "")
  while(arg_FEATURES)
    list(POP_FRONT arg_FEATURES feature option)
    if(feature IN_LIST FEATURES)
      list(APPEND options -D${option}=ON)
    else()
      list(APPEND options -D${option}=OFF)
    endif()
  endwhile()
  set(${arg_OUT_FEATURE_OPTIONS} "${options}" PARENT_SCOPE)
endfunction()

function(vcpkg_cmake_configure)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" SOURCE_PATH OPTIONS)
  run("${CMAKE_COMMAND}" -S "${arg_SOURCE_PATH}" -B "${BUILD}" -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${CXX}"
    -DCMAKE_BUILD_TYPE=Release "-DCMAKE_INSTALL_PREFIX=${CURRENT_PACKAGES_DIR}" ${arg_OPTIONS})
endfunction()

function(vcpkg_cmake_install)
  run("${CMAKE_COMMAND}" --build "${BUILD}" --target install)
endfunction()

function(vcpkg_cmake_config_fixup) # it looks in share/${PORT} where no other folder is named
  if(ARGN)
    message(FATAL_ERROR "not known here: ${ARGN}")
  endif()
  expect_file("share/${PORT}/*-config.cmake")
endfunction()

function(vcpkg_fixup_pkgconfig)
  expect_file("share/pkgconfig/*.pc")
endfunction()

function(vcpkg_install_copyright)
  cmake_parse_arguments(PARSE_ARGV 0 arg "" "" FILE_LIST)
  file(READ "${arg_FILE_LIST}" text)
  file(WRITE "${CURRENT_PACKAGES_DIR}/share/${PORT}/copyright" "${text}")
endfunction()

include("${PORTFILE}")
if(NOT "compiled" IN_LIST FEATURES AND NOT VCPKG_BUILD_TYPE STREQUAL "release")
  message(FATAL_ERROR "headers would be built twice")
endif()
