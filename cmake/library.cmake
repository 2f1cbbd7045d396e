# SPDX-License-Identifier: BSL-1.0
# What users link: shapeproof::shapeproof, headers only, or shapeproof::compiled, which holds the kernels. They ask for
# C++20 and nothing else; warnings are our own affair.

set(include_dir "${PROJECT_SOURCE_DIR}/include")
file(GLOB_RECURSE shapeproof_headers RELATIVE "${include_dir}" CONFIGURE_DEPENDS "${include_dir}/*.hpp")
list(TRANSFORM shapeproof_headers PREPEND "${include_dir}/" OUTPUT_VARIABLE headers)

# Each header must compile alone. Only our own tests look at that.
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ${SHAPEPROOF_TESTS})

add_library(shapeproof INTERFACE)
add_library(shapeproof::shapeproof ALIAS shapeproof)
target_compile_features(shapeproof INTERFACE cxx_std_20)
# What reads compressed files. Images are decoded for whoever links shapeproof::png or shapeproof::jpeg.
include("${PROJECT_SOURCE_DIR}/cmake/codecs.cmake")
shapeproof_find_codecs()
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:shapeproof::zlib>)

# What includes a decoder's header compiles only where that is; it is installed in any case.
set(needs_decoder "png|jpeg|detail/png_reader|detail/jpeg_reader")
if(NOT TARGET shapeproof::zlib)
  string(APPEND needs_decoder "|npz|npz_weights|detail/(npz|zip)[a-z_]*")
endif()
set(decoder_headers ${headers})
list(FILTER decoder_headers INCLUDE REGEX "/io/(${needs_decoder})\\.hpp$")
list(REMOVE_ITEM headers ${decoder_headers})
target_sources(shapeproof INTERFACE
  FILE_SET HEADERS BASE_DIRS include FILES ${headers}
  FILE_SET decoder_headers TYPE HEADERS BASE_DIRS include FILES ${decoder_headers})
set_target_properties(shapeproof PROPERTIES INTERFACE_HEADER_SETS_TO_VERIFY HEADERS)

# Some headers include parts of Boost.Hana. Whoever does not include those needs no Boost: it is used where it is found.
find_package(Boost CONFIG QUIET)
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:Boost::headers>)

# The kernels compute with Eigen, which is included as a system header. Where CMake does not find it, compilers may.
find_package(Eigen3 3.4 CONFIG QUIET)
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:Eigen3::Eigen>)
find_package(Threads REQUIRED)
target_link_libraries(shapeproof INTERFACE Threads::Threads)

# oneDNN where it is found and wanted; a CBLAS only where it is asked for.
include("${PROJECT_SOURCE_DIR}/cmake/onednn.cmake")
shapeproof_find_onednn("${SHAPEPROOF_ENGINE}")
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:shapeproof::onednn>)
option(SHAPEPROOF_BLAS "Multiply matrices with the system's CBLAS" OFF)
include("${PROJECT_SOURCE_DIR}/cmake/cblas.cmake")
if(SHAPEPROOF_BLAS)
  shapeproof_find_cblas(why_not)
  if(why_not)
    message(FATAL_ERROR "SHAPEPROOF_BLAS is ON, but ${why_not}; with OFF, Eigen or oneDNN multiplies")
  endif()
endif()
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:shapeproof::cblas>)

# The kernels compiled once. Only whoever links it pays for it, or who installs it.
option(SHAPEPROOF_COMPILED_LIBRARY "Build and install shapeproof::compiled" OFF)
file(GLOB sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/src/*.cpp")
add_library(shapeproof_compiled STATIC ${sources})
add_library(shapeproof::compiled ALIAS shapeproof_compiled)
set_target_properties(shapeproof_compiled PROPERTIES EXPORT_NAME compiled POSITION_INDEPENDENT_CODE ON)
if(NOT SHAPEPROOF_COMPILED_LIBRARY)
  set_target_properties(shapeproof_compiled PROPERTIES EXCLUDE_FROM_ALL ON)
endif()
target_compile_definitions(shapeproof_compiled PUBLIC SHAPEPROOF_COMPILED=1)
target_link_libraries(shapeproof_compiled PUBLIC shapeproof)
