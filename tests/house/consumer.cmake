# SPDX-License-Identifier: BSL-1.0
# Can a stranger's project use the library, after an install and from its sources? Paths have spaces in them, as theirs do.
#
#   cmake -DHOW=<find_package|compiled|pkg_config|pkg_config_compiled|add_subdirectory|fetch_content|components>
#         -DREPOSITORY=<repository> -DBUILD=<build tree> -DCXX=<compiler> -DGENERATOR=<generator>
#         [-DPRESENT=<components that are there, parted by commas>] -P consumer.cmake
cmake_minimum_required(VERSION 3.24)

set(scratch "${BUILD}/a consumer/${HOW}")
set(prefix "${scratch}/the prefix")
set(project "${scratch}/the project")
file(REMOVE_RECURSE "${scratch}")
file(COPY "${CMAKE_CURRENT_LIST_DIR}/consumer/" DESTINATION "${project}")
include("${REPOSITORY}/cmake/version.cmake")

# Sets `said`, with each run of blanks and line ends as one blank: CMake breaks lines where it likes.
function(try)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${scratch}" RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(REGEX REPLACE "[ \n]+" " " said "${output}")
  set(code "${code}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
  set(said "${said}" PARENT_SCOPE)
endfunction()

function(run)
  try(${ARGN})
  if(NOT code EQUAL 0)
    list(JOIN ARGN " " command)
    message(NOTICE "${command}\n${output}")
    message(FATAL_ERROR "the consumer fails: ${HOW}")
  endif()
  set(said "${said}" PARENT_SCOPE)
endfunction()

# Into one folder, which is moved afterwards: what is installed must not know where it was.
macro(install)
  run("${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${scratch}/as installed")
  file(RENAME "${scratch}/as installed" "${prefix}")
endmacro()

# The sources as users get them, without what only we need.
macro(bring_sources)
  foreach(part IN ITEMS CMakeLists.txt LICENSE cmake include src)
    file(COPY "${REPOSITORY}/${part}" DESTINATION "${project}/shapeproof")
  endforeach()
endmacro()

set(configure "${CMAKE_COMMAND}" -S "${project}" -B "${scratch}/build" -G "${GENERATOR}" "-DCMAKE_CXX_COMPILER=${CXX}"
  "-DCMAKE_PREFIX_PATH=${prefix}" "-DHOW=${HOW}")

# Configures, builds and runs the program.
function(use source)
  run(${configure} -DSOURCE=${source} ${ARGN})
  if(said MATCHES "CMake Warning|Compile-fail")
    message(FATAL_ERROR "the consumer meets our warnings or our tests: ${said}")
  endif()
  run("${CMAKE_COMMAND}" --build "${scratch}/build" --verbose)
  if(said MATCHES " -W[a-km-z]")
    message(FATAL_ERROR "the consumer is compiled with our warnings: ${said}")
  endif()
  expect_program("${scratch}/build/my_program")
endfunction()

function(expect_program program)
  run("${program}")
  if(NOT said STREQUAL "shapeproof ${SHAPEPROOF_VERSION_TEXT} works ")
    message(FATAL_ERROR "the consumer says: ${said}")
  endif()
endfunction()

# The configuration must fail and say `text`.
function(refuse text)
  try(${configure} "-UCMAKE_DISABLE_FIND_PACKAGE_*" "-USHAPEPROOF_*" -UVERSION -UCOMPONENTS -DSOURCE=main.cpp ${ARGN})
  string(FIND "${said}" "${text}" position)
  if(code EQUAL 0 OR position EQUAL -1)
    message(NOTICE "${output}")
    message(FATAL_ERROR "${ARGN} must fail with the words: ${text}")
  endif()
endfunction()

if(HOW STREQUAL "find_package")
  install()
  # The program is installed where it was built; paths of data have blanks in them too.
  set(data "")
  if(EXISTS "${prefix}/bin/shapeproof")
    file(COPY "${REPOSITORY}/tests/vectors/npy/f4_little.npy" DESTINATION "${scratch}/some data")
    set(data "-DDATA=${scratch}/some data/f4_little.npy")
  endif()
  use(kernels.cpp ${data})
elseif(HOW STREQUAL "compiled")
  install()
  use(kernels.cpp)
  if(NOT "blas" IN_LIST PRESENT)
    refuse("component blas: shapeproof::compiled was built without it" -DHOW=components -DCOMPONENTS=compiled,blas)
  endif()
elseif(HOW MATCHES "^pkg_config")
  set(ENV{CXX} "${CXX}")
  set(ENV{CMAKE_GENERATOR} "${GENERATOR}")
  file(RENAME "${project}/kernels.cpp" "${project}/main.cpp")
  if(HOW STREQUAL "pkg_config")
    bring_sources()
    set(ENV{HOME} "${scratch}/the home")
    run("${CMAKE_COMMAND}" -E chdir "${project}/shapeproof" sh "${project}/install.sh")
    set(package shapeproof)
    set(ENV{PKG_CONFIG_PATH} "$ENV{HOME}/.local/share/pkgconfig")
  else()
    install()
    set(package shapeproof-compiled)
    file(GLOB_RECURSE file "${prefix}/${package}.pc")
    cmake_path(GET file PARENT_PATH folder)
    set(ENV{PKG_CONFIG_PATH} "${folder}")
  endif()
  run(pkg-config --modversion ${package})
  if(NOT said STREQUAL "${SHAPEPROOF_VERSION_TEXT} ")
    message(FATAL_ERROR "pkg-config says version ${said}")
  endif()
  run("${CMAKE_COMMAND}" -E chdir "${project}" sh pkg_config.sh ${package})
  expect_program("${project}/my_program")
elseif(HOW STREQUAL "add_subdirectory")
  bring_sources()
  use(main.cpp)
  run("${CMAKE_COMMAND}" --install "${scratch}/build" --prefix "${prefix}")
  if(EXISTS "${prefix}")
    message(FATAL_ERROR "the guest installs itself")
  endif()
  run(${configure} -DSHAPEPROOF_INSTALL=ON)
  run("${CMAKE_COMMAND}" --install "${scratch}/build" --prefix "${prefix}")
  if(NOT EXISTS "${prefix}/include/shapeproof/shapeproof.hpp")
    message(FATAL_ERROR "the guest does not install itself where it is asked to")
  endif()
  refuse("SHAPEPROOF_ENGINE is onednn, but oneDNN was not found (Debian: libdnnl-dev)"
    -DSHAPEPROOF_ENGINE=onednn -DSHAPEPROOF_ONEDNN_LIBRARY=)
  refuse("SHAPEPROOF_BLAS is ON, but no BLAS was found (Debian: libopenblas-dev"
    -DSHAPEPROOF_BLAS=ON -DCMAKE_DISABLE_FIND_PACKAGE_BLAS=ON)
elseif(HOW STREQUAL "fetch_content")
  bring_sources()
  use(main.cpp)
  # Who builds it may have the sources elsewhere.
  file(RENAME "${project}/shapeproof" "${scratch}/other sources")
  file(REMOVE_RECURSE "${scratch}/build")
  use(main.cpp "-DFETCHCONTENT_SOURCE_DIR_SHAPEPROOF=${scratch}/other sources")
elseif(HOW STREQUAL "components")
  install()
  refuse("shapeproof has no component nonsense; it has compiled, onednn, blas, eigen, hana, zlib, png, jpeg" -DCOMPONENTS=nonsense)
  string(REPLACE "," ";" present "${PRESENT}")
  if(NOT "compiled" IN_LIST present)
    refuse("component compiled: shapeproof was installed here as headers only" -DCOMPONENTS=compiled)
  endif()
  refuse("component onednn: oneDNN was not found (Debian: libdnnl-dev); without it, Eigen computes the same"
    -DCOMPONENTS=onednn -DSHAPEPROOF_ONEDNN_LIBRARY=)
  refuse("component onednn: SHAPEPROOF_ENGINE is eigen, which leaves it out" -DCOMPONENTS=onednn -DSHAPEPROOF_ENGINE=eigen)
  refuse("component blas: no BLAS was found (Debian: libopenblas-dev" -DCOMPONENTS=blas -DCMAKE_DISABLE_FIND_PACKAGE_BLAS=ON)
  refuse("component eigen: Eigen 3.4 was not found (Debian: libeigen3-dev)"
    -DCOMPONENTS=eigen -DCMAKE_DISABLE_FIND_PACKAGE_Eigen3=ON)
  refuse("component hana: the Boost headers were not found (Debian: libboost-dev)"
    -DCOMPONENTS=hana -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON)
  refuse("component zlib: zlib was not found, or SHAPEPROOF_ZLIB is OFF (Debian: zlib1g-dev)"
    -DCOMPONENTS=zlib -DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON)
  # Each that is missing is named, not only the first.
  refuse("component png: libpng was not found (Debian: libpng-dev); without it, everything but io/png.hpp works component jpeg: libjpeg"
    -DCOMPONENTS=png,jpeg -DCMAKE_DISABLE_FIND_PACKAGE_PNG=ON -DCMAKE_DISABLE_FIND_PACKAGE_JPEG=ON)
  refuse("version: ${SHAPEPROOF_VERSION_TEXT}" -DVERSION=99.0)
  # What is there is found, and what is only wished for may be missing.
  run(${configure} "-UCMAKE_DISABLE_FIND_PACKAGE_*" "-USHAPEPROOF_*" -UVERSION -DSOURCE=main.cpp -DCOMPONENTS=${PRESENT}
    -DOPTIONAL_COMPONENTS=nonsense)
  foreach(name IN LISTS present)
    if(NOT said MATCHES "${name}: TRUE")
      message(FATAL_ERROR "component ${name} is there, and is not found: ${said}")
    endif()
  endforeach()
  if(NOT said MATCHES "nonsense: FALSE")
    message(FATAL_ERROR "an optional component is not said to be missing: ${said}")
  endif()
endif()
