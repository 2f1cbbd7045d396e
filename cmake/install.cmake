# SPDX-License-Identifier: BSL-1.0
# cmake --install, and find_package(shapeproof) afterwards.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir "${CMAKE_INSTALL_DATADIR}/cmake/shapeproof") # nothing in it depends on the machine

install(TARGETS shapeproof EXPORT shapeproof FILE_SET HEADERS)
install(EXPORT shapeproof NAMESPACE shapeproof:: DESTINATION "${package_dir}" FILE shapeproof-targets.cmake)

configure_package_config_file(cmake/shapeproof-config.cmake.in "${PROJECT_BINARY_DIR}/shapeproof-config.cmake"
  INSTALL_DESTINATION "${package_dir}" NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/shapeproof-config-version.cmake"
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES "${PROJECT_BINARY_DIR}/shapeproof-config.cmake" "${PROJECT_BINARY_DIR}/shapeproof-config-version.cmake"
  DESTINATION "${package_dir}")
