# SPDX-License-Identifier: BSL-1.0
# Does the library behave as a guest in another's project? It brings its two targets, and changes nothing else.

# Sets `result` to what a subdirectory might change for its host.
function(note_surroundings result)
  set(all "")
  foreach(name IN ITEMS CMAKE_CXX_FLAGS CMAKE_CXX_STANDARD CMAKE_CXX_EXTENSIONS CMAKE_BUILD_TYPE BUILD_TESTING BUILD_SHARED_LIBS
                        CMAKE_POSITION_INDEPENDENT_CODE CMAKE_EXPORT_COMPILE_COMMANDS CMAKE_VERIFY_INTERFACE_HEADER_SETS
                        CMAKE_INSTALL_PREFIX CMAKE_MODULE_PATH)
    string(APPEND all "${name}: ${${name}}\n")
  endforeach()
  foreach(name IN ITEMS COMPILE_OPTIONS COMPILE_DEFINITIONS INCLUDE_DIRECTORIES LINK_OPTIONS LINK_DIRECTORIES TESTS)
    get_directory_property(value ${name})
    string(APPEND all "${name}: ${value}\n")
  endforeach()
  set(${result} "${all}" PARENT_SCOPE)
endfunction()

function(check_guest before after)
  if(NOT before STREQUAL after)
    message(FATAL_ERROR "the guest changed its surroundings, from\n${before}\nto\n${after}")
  endif()
  get_property(targets DIRECTORY "${shapeproof_SOURCE_DIR}" PROPERTY BUILDSYSTEM_TARGETS)
  get_property(folders DIRECTORY "${shapeproof_SOURCE_DIR}" PROPERTY SUBDIRECTORIES)
  get_property(tests DIRECTORY "${shapeproof_SOURCE_DIR}" PROPERTY TESTS)
  if(NOT targets STREQUAL "shapeproof;shapeproof_compiled" OR folders OR tests)
    message(FATAL_ERROR "the guest builds more than its library: ${targets}; in ${folders}; it tests ${tests}")
  endif()
endfunction()
