# SPDX-License-Identifier: BSL-1.0
# Which CBLAS multiplies, where SHAPEPROOF_BLAS is ON? The one that CMake's FindBLAS finds (BLA_VENDOR chooses), with cblas.h.
# Its own setting decides on its threads (OPENBLAS_NUM_THREADS for OpenBLAS).
#
# Makes the target shapeproof::cblas.

function(shapeproof_find_cblas)
  if(TARGET shapeproof::cblas)
    return()
  endif()
  find_package(BLAS REQUIRED)
  find_path(SHAPEPROOF_CBLAS_INCLUDE_DIR NAMES cblas.h PATH_SUFFIXES openblas REQUIRED)
  mark_as_advanced(SHAPEPROOF_CBLAS_INCLUDE_DIR)
  add_library(shapeproof::cblas INTERFACE IMPORTED GLOBAL)
  set_target_properties(shapeproof::cblas PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${SHAPEPROOF_CBLAS_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "SHAPEPROOF_CBLAS=1"
    INTERFACE_LINK_LIBRARIES "${BLAS_LIBRARIES}")
endfunction()
