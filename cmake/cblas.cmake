# SPDX-License-Identifier: BSL-1.0
# Which CBLAS multiplies, where SHAPEPROOF_BLAS is ON? The one that CMake's FindBLAS finds (BLA_VENDOR chooses), with cblas.h.
# Its own setting decides on its threads (OPENBLAS_NUM_THREADS for OpenBLAS).

# Makes the target shapeproof::cblas. Sets `why_not` to why there is none, or to nothing.
function(shapeproof_find_cblas why_not)
  set(${why_not} "" PARENT_SCOPE)
  if(TARGET shapeproof::cblas)
    return()
  endif()
  find_package(BLAS QUIET)
  find_path(SHAPEPROOF_CBLAS_INCLUDE_DIR NAMES cblas.h PATH_SUFFIXES openblas)
  mark_as_advanced(SHAPEPROOF_CBLAS_INCLUDE_DIR)
  if(NOT BLAS_FOUND)
    set(${why_not} "no BLAS was found (Debian: libopenblas-dev; BLA_VENDOR says which one is wanted)" PARENT_SCOPE)
    return()
  elseif(NOT SHAPEPROOF_CBLAS_INCLUDE_DIR)
    set(${why_not} "the BLAS that was found has no header cblas.h (Debian: libopenblas-dev)" PARENT_SCOPE)
    return()
  endif()
  add_library(shapeproof::cblas INTERFACE IMPORTED GLOBAL)
  set_target_properties(shapeproof::cblas PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${SHAPEPROOF_CBLAS_INCLUDE_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "SHAPEPROOF_CBLAS=1"
    INTERFACE_LINK_LIBRARIES "${BLAS_LIBRARIES}")
endfunction()
