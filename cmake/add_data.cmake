# SPDX-License-Identifier: BSL-1.0
# How does a program come to know what a file holds when it is compiled?
#
#   shapeproof_add_data(my_program data/images.npy)     ->     #include "images_shape.hpp"
#
# makes a header for each file with `shapeproof header`, anew whenever the file changes, for the sources of the target. In it,
# namespace images holds element, shape, tensor and path; of an archive, one such namespace for each array.

function(shapeproof_add_data target)
  if(TARGET shapeproof_tool)
    set(tool $<TARGET_FILE:shapeproof_tool>)
    set(tool_dependency shapeproof_tool)
  else()
    find_program(SHAPEPROOF_TOOL NAMES shapeproof HINTS "${SHAPEPROOF_TOOL_DIR}")
    mark_as_advanced(SHAPEPROOF_TOOL)
    if(NOT SHAPEPROOF_TOOL)
      message(FATAL_ERROR "shapeproof_add_data: the program shapeproof was not found; install it with SHAPEPROOF_TOOLS=ON")
    endif()
    set(tool "${SHAPEPROOF_TOOL}")
    set(tool_dependency "${SHAPEPROOF_TOOL}")
  endif()
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/${target}_data")
  file(MAKE_DIRECTORY "${folder}")
  foreach(file IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH file BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}" NORMALIZE)
    if(NOT EXISTS "${file}")
      message(FATAL_ERROR "shapeproof_add_data: there is no file ${file}")
    endif()
    cmake_path(GET file STEM stem)
    set(header "${folder}/${stem}_shape.hpp")
    add_custom_command(OUTPUT "${header}" COMMAND "${tool}" header "${file}" --output "${header}"
      DEPENDS "${file}" ${tool_dependency} VERBATIM COMMENT "Shapes of ${stem}")
    target_sources(${target} PRIVATE "${header}")
  endforeach()
  target_include_directories(${target} PRIVATE "${folder}")
endfunction()
