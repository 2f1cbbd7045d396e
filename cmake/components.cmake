# SPDX-License-Identifier: BSL-1.0
# What can find_package(shapeproof COMPONENTS ...) insist on, and what does it say where that is missing?
#
#   compiled          the kernels, compiled once
#   onednn, blas      who computes instead of Eigen
#   eigen, hana       what kernels compiled in one's own files, and models, need
#   zlib, png, jpeg   what reads compressed files
#
# Each is looked for where it is not asked for, too, except blas: to name it is to choose it.

set(shapeproof_components compiled onednn blas eigen hana zlib png jpeg)

# For a component that is a target: sets `missing` and `without` where there is none.
macro(shapeproof_want_target target missing_text without_text)
  if(NOT TARGET ${target})
    set(missing "${missing_text}")
    set(without "${without_text}")
  endif()
endmacro()

# Sets `why_not` to what is missing, which package has it, and what works without; to nothing where nothing is.
function(shapeproof_judge_component name why_not)
  set(${why_not} "" PARENT_SCOPE)
  if(name STREQUAL "compiled")
    if(NOT EXISTS "${CMAKE_CURRENT_FUNCTION_LIST_DIR}/shapeproof-compiled-targets.cmake")
      set(missing "shapeproof was installed here as headers only (install it with SHAPEPROOF_COMPILED_LIBRARY=ON)")
      set(without "shapeproof::shapeproof compiles the same kernels in your own files")
    elseif(shapeproof_compiled_engine STREQUAL "onednn" AND NOT TARGET shapeproof::onednn)
      shapeproof_judge_onednn("${SHAPEPROOF_ONEDNN_INCLUDE_DIR}" "${SHAPEPROOF_ONEDNN_LIBRARY}" missing)
      set(missing "it was built with oneDNN, but ${missing}")
      set(without "shapeproof::shapeproof compiles kernels in your own files")
    endif()
  elseif(name STREQUAL "onednn")
    if(NOT TARGET shapeproof::onednn)
      if(shapeproof_wants_compiled AND shapeproof_compiled_engine STREQUAL "eigen")
        set(missing "shapeproof::compiled was built without it (SHAPEPROOF_ENGINE=onednn builds it in)")
      elseif(SHAPEPROOF_ENGINE STREQUAL "eigen")
        set(missing "SHAPEPROOF_ENGINE is eigen, which leaves it out")
      else()
        shapeproof_judge_onednn("${SHAPEPROOF_ONEDNN_INCLUDE_DIR}" "${SHAPEPROOF_ONEDNN_LIBRARY}" missing)
      endif()
      set(without "Eigen computes the same")
    endif()
  elseif(name STREQUAL "blas")
    if(shapeproof_wants_compiled AND NOT shapeproof_compiled_with_blas)
      set(missing "shapeproof::compiled was built without it (SHAPEPROOF_BLAS=ON builds it in)")
    else()
      shapeproof_find_cblas(missing)
    endif()
    set(without "Eigen or oneDNN multiplies")
  elseif(name STREQUAL "eigen")
    shapeproof_want_target(Eigen3::Eigen "Eigen 3.4 was not found (Debian: libeigen3-dev)"
      "shapes and shapeproof::compiled work")
  elseif(name STREQUAL "hana")
    shapeproof_want_target(Boost::headers "the Boost headers were not found (Debian: libboost-dev)"
      "everything but shapeproof.hpp, visit.hpp and nn.hpp works, header by header")
  elseif(name STREQUAL "zlib")
    shapeproof_want_target(shapeproof::zlib "zlib was not found, or SHAPEPROOF_ZLIB is OFF (Debian: zlib1g-dev)"
      "everything but .npz and .gz files works")
  elseif(name STREQUAL "png")
    shapeproof_want_target(shapeproof::png "libpng was not found (Debian: libpng-dev)" "everything but io/png.hpp works")
  elseif(name STREQUAL "jpeg")
    shapeproof_want_target(shapeproof::jpeg "libjpeg was not found (Debian: libjpeg-dev)" "everything but io/jpeg.hpp works")
  else()
    list(JOIN shapeproof_components ", " names)
    set(${why_not} "shapeproof has no component ${name}; it has ${names}" PARENT_SCOPE)
    return()
  endif()
  if(missing)
    set(${why_not} "component ${name}: ${missing}; without it, ${without}" PARENT_SCOPE)
  endif()
endfunction()

# Sets shapeproof_<name>_FOUND for each name, and `reasons` to one line for each that is required and missing.
function(shapeproof_judge_components reasons)
  set(lines "")
  foreach(name IN LISTS ARGN)
    shapeproof_judge_component("${name}" why_not)
    if(NOT why_not)
      set(shapeproof_${name}_FOUND TRUE PARENT_SCOPE)
    else()
      set(shapeproof_${name}_FOUND FALSE PARENT_SCOPE)
      if(shapeproof_FIND_REQUIRED_${name})
        string(APPEND lines "${why_not}\n")
      endif()
    endif()
  endforeach()
  set(${reasons} "${lines}" PARENT_SCOPE)
endfunction()
