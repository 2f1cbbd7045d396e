# SPDX-License-Identifier: BSL-1.0
# What does pkg-config say of an installed shapeproof? `shapeproof` are the headers, with Eigen's kernels compiled in one's
# own files; `shapeproof-compiled` is the library, where it was built. A folder that is moved as a whole stays right.

# Sets `result` to the prefix, as seen from where the pkg-config files go. pkg-config itself escapes blanks in it.
function(shapeproof_prefix_from_pkgconfig result)
  set(from "${SHAPEPROOF_INSTALL_PKGCONFIG_DIR}")
  cmake_path(ABSOLUTE_PATH from BASE_DIRECTORY "${CMAKE_INSTALL_PREFIX}" NORMALIZE)
  set(prefix "${CMAKE_INSTALL_PREFIX}")
  cmake_path(RELATIVE_PATH prefix BASE_DIRECTORY "${from}")
  string(REGEX REPLACE "/$" "" prefix "${prefix}")
  set(${result} "\${pcfiledir}/${prefix}" PARENT_SCOPE)
endfunction()

# Writes and installs <name>.pc.
function(shapeproof_add_pkgconfig name description requires flags libraries)
  shapeproof_prefix_from_pkgconfig(prefix)
  set(include_dir "\${prefix}")
  cmake_path(APPEND include_dir "${CMAKE_INSTALL_INCLUDEDIR}") # which may be absolute
  set(library_dir "\${prefix}")
  cmake_path(APPEND library_dir "${CMAKE_INSTALL_LIBDIR}")
  list(REMOVE_ITEM requires "")
  list(JOIN requires ", " requires)
  list(JOIN flags " " flags)
  list(JOIN libraries " " libraries)
  configure_file(cmake/pkgconfig.pc.in "${PROJECT_BINARY_DIR}/${name}.pc" @ONLY)
  install(FILES "${PROJECT_BINARY_DIR}/${name}.pc" DESTINATION "${SHAPEPROOF_INSTALL_PKGCONFIG_DIR}")
endfunction()

set(requires "")
set(flags "-I\${includedir}")
set(libraries -pthread)
if(TARGET shapeproof::zlib)
  list(APPEND requires zlib)
  list(APPEND flags -DSHAPEPROOF_ZLIB=1)
endif()
set(requires_eigen "")
if(TARGET Eigen3::Eigen)
  set(requires_eigen "eigen3 >= 3.4")
endif()
shapeproof_add_pkgconfig(shapeproof "Tensors whose shapes are types" "${requires_eigen};${requires}" "${flags}" "${libraries}")

if(SHAPEPROOF_COMPILED_LIBRARY)
  list(PREPEND libraries "-L\${libdir}" -lshapeproof_compiled)
  foreach(engine IN ITEMS onednn cblas)
    if(TARGET shapeproof::${engine})
      get_target_property(engine_libraries shapeproof::${engine} INTERFACE_LINK_LIBRARIES)
      list(TRANSFORM engine_libraries REPLACE "^[^-/].*" "-l\\0")
      list(APPEND libraries ${engine_libraries})
    endif()
  endforeach()
  shapeproof_add_pkgconfig(shapeproof-compiled "Tensors whose shapes are types: the kernels, compiled" "${requires}"
    "${flags};-DSHAPEPROOF_COMPILED=1" "${libraries}")
endif()
