# SPDX-License-Identifier: BSL-1.0
# Which libraries read compressed files for us, where they are found? An installed shapeproof looks in the same way.
#
#   shapeproof::zlib   gzip and deflated archives; shapeproof::shapeproof links it unless SHAPEPROOF_ZLIB is OFF
#   shapeproof::png    io/png.hpp: whoever includes it links this
#   shapeproof::jpeg   io/jpeg.hpp: likewise

option(SHAPEPROOF_ZLIB "Read gzip and deflated files with zlib where it is found" ON)

# Makes the target shapeproof::<name> of what find_package(<package>) finds.
function(shapeproof_find_codec name package)
  if(TARGET shapeproof::${name})
    return()
  endif()
  find_package(${package} QUIET GLOBAL) # for who adds us as a subdirectory
  if(TARGET ${package}::${package})
    add_library(shapeproof::${name} INTERFACE IMPORTED GLOBAL)
    target_link_libraries(shapeproof::${name} INTERFACE ${package}::${package})
  endif()
endfunction()

function(shapeproof_find_codecs)
  if(SHAPEPROOF_ZLIB)
    shapeproof_find_codec(zlib ZLIB)
  endif()
  if(TARGET shapeproof::zlib)
    target_compile_definitions(shapeproof::zlib INTERFACE SHAPEPROOF_ZLIB=1)
  endif()
  shapeproof_find_codec(png PNG)
  shapeproof_find_codec(jpeg JPEG)
endfunction()
