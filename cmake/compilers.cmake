# SPDX-License-Identifier: BSL-1.0
# Which supported compilers does this machine have, besides the one that CMake was given? g++ from 12 and clang from 16:
# older clangs print the sentence as numbers.

# Sets `result` to a name like g++-12 or clang++-19, or to nothing where the compiler is none that is supported.
function(shapeproof_compiler_name compiler result)
  set(${result} "" PARENT_SCOPE)
  execute_process(COMMAND "${compiler}" --version OUTPUT_VARIABLE about ERROR_QUIET)
  execute_process(COMMAND "${compiler}" -dumpversion OUTPUT_VARIABLE version ERROR_QUIET)
  string(REGEX MATCH "^[0-9]+" major "${version}")
  if(about MATCHES "Apple")
    return() # numbers its versions in its own way
  elseif(about MATCHES "clang" AND major GREATER_EQUAL 16)
    set(${result} "clang++-${major}" PARENT_SCOPE)
  elseif(about MATCHES "Free Software Foundation" AND major GREATER_EQUAL 12)
    set(${result} "g++-${major}" PARENT_SCOPE)
  endif()
endfunction()

# Sets `names` to the compilers found, each once, and compiler_<name> to its path.
function(shapeproof_find_compilers names)
  set(candidates "${CMAKE_CXX_COMPILER}" g++ clang++)
  foreach(major RANGE 12 30)
    list(APPEND candidates g++-${major} clang++-${major})
  endforeach()
  set(found "")
  foreach(candidate IN LISTS candidates)
    find_program(path NAMES "${candidate}" NO_CACHE)
    if(path)
      shapeproof_compiler_name("${path}" name)
      if(name AND NOT name IN_LIST found)
        list(APPEND found "${name}")
        set(compiler_${name} "${path}" PARENT_SCOPE)
      endif()
    endif()
    unset(path)
  endforeach()
  set(${names} "${found}" PARENT_SCOPE)
endfunction()
