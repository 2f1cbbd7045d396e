# SPDX-License-Identifier: BSL-1.0
# Is there a oneDNN that the kernels can use? Header and library are looked for here: the CMake package of Debian 12 cannot be
# loaded without OpenCL's. An installed shapeproof looks in the same way.
#
#   SHAPEPROOF_ENGINE   auto (default): oneDNN where it is found; eigen: never; onednn: an error where it is not found

set(SHAPEPROOF_ENGINE auto CACHE STRING "What computes products, convolutions, pooling and normalisation: auto, eigen or onednn")
set_property(CACHE SHAPEPROOF_ENGINE PROPERTY STRINGS auto eigen onednn)

# Sets `why_not` to why what was found cannot be used, or to nothing.
function(shapeproof_judge_onednn header_dir library why_not)
  set(${why_not} "" PARENT_SCOPE)
  if(NOT header_dir OR NOT library)
    set(${why_not} "oneDNN was not found (Debian: libdnnl-dev)" PARENT_SCOPE)
    return()
  endif()
  file(STRINGS "${header_dir}/oneapi/dnnl/dnnl_version.h" version REGEX "define DNNL_VERSION_MAJOR")
  file(STRINGS "${header_dir}/oneapi/dnnl/dnnl_config.h" runtime REGEX "define DNNL_CPU_THREADING_RUNTIME")
  if(NOT version MATCHES "DNNL_VERSION_MAJOR +2")
    string(REGEX MATCH "[0-9]+" major "${version}")
    set(${why_not} "oneDNN ${major} has another interface; 2.x is wanted" PARENT_SCOPE)
  elseif(NOT runtime MATCHES "DNNL_RUNTIME_(OMP|SEQ|TBB)")
    set(${why_not} "oneDNN was built for threads that shapeproof does not know" PARENT_SCOPE)
  endif()
endfunction()

# Makes the target shapeproof::onednn where `engine` wants it, one of the words above.
function(shapeproof_find_onednn engine)
  if(engine STREQUAL "eigen" OR TARGET shapeproof::onednn)
    return()
  elseif(NOT engine MATCHES "^(auto|onednn)$")
    message(FATAL_ERROR "SHAPEPROOF_ENGINE is ${engine}; auto, eigen or onednn is wanted")
  endif()
  find_path(SHAPEPROOF_ONEDNN_INCLUDE_DIR NAMES oneapi/dnnl/dnnl_version.h)
  find_library(SHAPEPROOF_ONEDNN_LIBRARY NAMES dnnl)
  mark_as_advanced(SHAPEPROOF_ONEDNN_INCLUDE_DIR SHAPEPROOF_ONEDNN_LIBRARY)
  shapeproof_judge_onednn("${SHAPEPROOF_ONEDNN_INCLUDE_DIR}" "${SHAPEPROOF_ONEDNN_LIBRARY}" why_not)
  if(NOT why_not)
    add_library(shapeproof::onednn INTERFACE IMPORTED GLOBAL)
    set_target_properties(shapeproof::onednn PROPERTIES
      INTERFACE_INCLUDE_DIRECTORIES "${SHAPEPROOF_ONEDNN_INCLUDE_DIR}"
      INTERFACE_COMPILE_DEFINITIONS "SHAPEPROOF_ONEDNN=1"
      INTERFACE_LINK_LIBRARIES "${SHAPEPROOF_ONEDNN_LIBRARY};${CMAKE_DL_LIBS}")
  elseif(engine STREQUAL "onednn")
    message(FATAL_ERROR "SHAPEPROOF_ENGINE is onednn, but ${why_not}; with auto or eigen, Eigen computes the same")
  endif()
endfunction()
