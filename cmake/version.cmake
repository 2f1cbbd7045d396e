# SPDX-License-Identifier: BSL-1.0
# Which version is this? The one that version.hpp says: SHAPEPROOF_VERSION_TEXT becomes 0.1.0, for example.
set(version_header "${CMAKE_CURRENT_LIST_DIR}/../include/shapeproof/version.hpp")
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${version_header}")
file(STRINGS "${version_header}" SHAPEPROOF_VERSION_TEXT REGEX "^#define SHAPEPROOF_VERSION_(MAJOR|MINOR|PATCH) [0-9]+$")
list(TRANSFORM SHAPEPROOF_VERSION_TEXT REPLACE ".* " "")
list(JOIN SHAPEPROOF_VERSION_TEXT "." SHAPEPROOF_VERSION_TEXT)
