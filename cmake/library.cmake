# SPDX-License-Identifier: BSL-1.0
# What users link: shapeproof::shapeproof. It asks for C++20 and nothing else; warnings are our own affair.

set(include_dir "${PROJECT_SOURCE_DIR}/include")
file(GLOB_RECURSE shapeproof_headers RELATIVE "${include_dir}" CONFIGURE_DEPENDS "${include_dir}/*.hpp")
list(TRANSFORM shapeproof_headers PREPEND "${include_dir}/" OUTPUT_VARIABLE headers)

# Each header must compile alone. Only our own tests look at that.
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ${SHAPEPROOF_TESTS})

add_library(shapeproof INTERFACE)
add_library(shapeproof::shapeproof ALIAS shapeproof)
target_compile_features(shapeproof INTERFACE cxx_std_20)
target_sources(shapeproof INTERFACE FILE_SET HEADERS BASE_DIRS include FILES ${headers})

# Some headers include parts of Boost.Hana. Whoever does not include those needs no Boost: it is used where it is found.
find_package(Boost CONFIG QUIET)
target_link_libraries(shapeproof INTERFACE $<TARGET_NAME_IF_EXISTS:Boost::headers>)
