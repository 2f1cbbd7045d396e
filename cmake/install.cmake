# SPDX-License-Identifier: BSL-1.0
# cmake --install, and afterwards find_package(shapeproof) or pkg-config. components.cmake says which components there are;
# `compiled` is there where SHAPEPROOF_COMPILED_LIBRARY was ON.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

# Headers do not depend on the machine; a library does.
set(shared_dir "${CMAKE_INSTALL_DATADIR}")
set(architecture ARCH_INDEPENDENT)
if(SHAPEPROOF_COMPILED_LIBRARY)
  set(shared_dir "${CMAKE_INSTALL_LIBDIR}")
  set(architecture "")
endif()
# Packagers may say where else the CMake package and the pkg-config files go.
if(NOT SHAPEPROOF_INSTALL_CMAKE_DIR)
  set(SHAPEPROOF_INSTALL_CMAKE_DIR "${shared_dir}/cmake/shapeproof")
endif()
if(NOT SHAPEPROOF_INSTALL_PKGCONFIG_DIR)
  set(SHAPEPROOF_INSTALL_PKGCONFIG_DIR "${shared_dir}/pkgconfig")
endif()
set(package_dir "${SHAPEPROOF_INSTALL_CMAKE_DIR}")

if(SHAPEPROOF_COMPILED_LIBRARY)
  install(TARGETS shapeproof_compiled EXPORT shapeproof-compiled ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}")
  install(EXPORT shapeproof-compiled NAMESPACE shapeproof:: DESTINATION "${package_dir}"
    FILE shapeproof-compiled-targets.cmake)
endif()

install(TARGETS shapeproof EXPORT shapeproof FILE_SET HEADERS FILE_SET decoder_headers)
install(EXPORT shapeproof NAMESPACE shapeproof:: DESTINATION "${package_dir}" FILE shapeproof-targets.cmake)

# Whoever links the compiled kernels needs what they were compiled with.
set(compiled_engine eigen)
if(TARGET shapeproof::onednn)
  set(compiled_engine onednn)
endif()
set(compiled_with_blas FALSE)
if(TARGET shapeproof::cblas)
  set(compiled_with_blas TRUE)
endif()
configure_package_config_file(cmake/shapeproof-config.cmake.in "${PROJECT_BINARY_DIR}/shapeproof-config.cmake"
  INSTALL_DESTINATION "${package_dir}" PATH_VARS CMAKE_INSTALL_BINDIR NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/shapeproof-config-version.cmake"
  COMPATIBILITY SameMinorVersion ${architecture})
install(FILES "${PROJECT_BINARY_DIR}/shapeproof-config.cmake" "${PROJECT_BINARY_DIR}/shapeproof-config-version.cmake"
  cmake/onednn.cmake cmake/cblas.cmake cmake/codecs.cmake cmake/components.cmake cmake/add_data.cmake
  DESTINATION "${package_dir}")

include(cmake/pkgconfig.cmake)
