# SPDX-License-Identifier: BSL-1.0
# The port for vcpkg, as an overlay:    vcpkg install shapeproof --overlay-ports=<repository>/packaging/vcpkg
# It builds the sources that it lies in. A port for a registry takes them from a release with vcpkg_from_github instead.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

vcpkg_check_features(OUT_FEATURE_OPTIONS feature_options
  FEATURES
    zlib      SHAPEPROOF_ZLIB
    blas      SHAPEPROOF_BLAS
    compiled  SHAPEPROOF_COMPILED_LIBRARY
)
if(NOT "compiled" IN_LIST FEATURES)
  set(VCPKG_BUILD_TYPE release) # headers only
endif()

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    ${feature_options}
    -DSHAPEPROOF_TESTS=OFF
    -DSHAPEPROOF_EXAMPLES=OFF
    -DSHAPEPROOF_TOOLS=OFF
    -DSHAPEPROOF_INSTALL=ON
    -DSHAPEPROOF_ENGINE=eigen
    -DSHAPEPROOF_INSTALL_CMAKE_DIR=share/shapeproof
)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup()
vcpkg_fixup_pkgconfig()

file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug/include" "${CURRENT_PACKAGES_DIR}/debug/share")
file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
