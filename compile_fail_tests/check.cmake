# SPDX-License-Identifier: BSL-1.0
# Does a mistake fail to compile, once, briefly, at the right line and in the right words?
#
#   cmake -DCXX=<compiler> -DINCLUDE=<folder> -DCASE=<file.cpp> [-DINCLUDE_AS=-isystem] [-DMOST_LINES=12]
#         [-DPRECOMPILED=<folder>] -P check.cmake
#
# A case is one file, in a folder that mirrors include/:
#
#   // SPDX-License-Identifier: BSL-1.0
#   // An extent is an int.                                                    the rule, in words
#   // expect: Shape: axis 0 is 64 of type unsigned long; ...                  the whole sentence; more lines if need be
#   #include <shapeproof/shape.hpp>
#   using namespace shapeproof;
#   Shape<BAD_OR_GOOD(64ul, 64), 3> shape;  // error here
#
# - BAD_OR_GOOD(bad, good) is what differs: one token, or several without a comma outside of ( ). It stands there once.
# - What a comma must be part of is written with BAD(...) and GOOD(...), which stand only in their own form:
#   Shape<1, 2, 3 BAD(, 4, 5)>, or Shape<BAD(64, 3) GOOD(16, 3), 32>. Each at most once.
# - An `// expect:` text is literal and is looked for in the compiler's output; the sentence list (sentences.py) wants it
#   to be a whole sentence. Other `// expect:` lines may name parts of the output.
# - The marked line is the one that compilers name, so the statement stands on one line.
# - Nothing else may be worth a warning: a global that is not const, or [[maybe_unused]], is never "unused".
#
# PRECOMPILED holds what precompile.cmake has made: it says the same in a fraction of the time.
#
# The case is compiled twice. The good form must compile without a word: without this control, a case that cannot compile
# at all would stay green if the check were deleted. The bad form must fail with exactly one error, in at most 12 lines
# that name the marked line and hold every expected text.
cmake_minimum_required(VERSION 3.24)

if(NOT MOST_LINES)
  set(MOST_LINES 12)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/forms.cmake")

# Sentences hold semicolons, brackets and backslashes, which mean something in CMake lists: a line with one [ swallows
# the next lines. So every text is guarded as soon as it is read, and laid open again only to be printed.
function(guard text result)
  string(ASCII 1 semicolon)
  string(ASCII 2 open)
  string(ASCII 3 close)
  string(ASCII 4 backslash)
  string(REPLACE ";" "${semicolon}" text "${text}")
  string(REPLACE "[" "${open}" text "${text}")
  string(REPLACE "]" "${close}" text "${text}")
  string(REPLACE "\\" "${backslash}" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(lay_open text result)
  string(ASCII 1 semicolon)
  string(ASCII 2 open)
  string(ASCII 3 close)
  string(ASCII 4 backslash)
  string(REPLACE "${semicolon}" ";" text "${text}")
  string(REPLACE "${open}" "[" text "${text}")
  string(REPLACE "${close}" "]" text "${text}")
  string(REPLACE "${backslash}" "\\" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# The lines of a guarded text as a list, empty lines included.
function(split_lines text result)
  string(REGEX REPLACE "\n+$" "" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# The sentence as it was written. clang prints it in pieces of 36 characters: Text{"Shape: axis 0 is     "},
# Text{"negative     "}. A piece that was cut behind a space ends in spaces, which stand for that one; a piece without
# goes on in the middle of a word. Compilers also escape quotes and backslashes.
function(restore_sentence text result)
  set(seam "\"}, ([A-Za-z_]+::)*Text{\"")
  string(REGEX REPLACE " +${seam}" " " text "${text}")
  string(REGEX REPLACE "${seam}" "" text "${text}")
  string(REGEX REPLACE "\\\\([\"'\\])" "\\1" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# message(FATAL_ERROR) breaks lines where it likes, so that it only ends the script; the words go out before.
function(fail words)
  lay_open("${words}" words)
  lay_open("${output}" said)
  message(NOTICE "${CASE}: ${words}")
  if(NOT said STREQUAL "")
    message(NOTICE "The compiler says:\n${said}")
  endif()
  message(FATAL_ERROR "the case is red")
endfunction()

# Sets mark (a line number), expectations (a list) and form_count from the case.
function(read_case)
  file(READ "${CASE}" text)
  guard("${text}" text)
  split_lines("${text}" lines)
  set(number 0)
  set(marks "")
  set(texts "")
  foreach(line IN LISTS lines)
    math(EXPR number "${number} + 1")
    if(line MATCHES "// error here$")
      list(APPEND marks ${number})
    elseif(line MATCHES "^// expect: *(.*)$")
      list(APPEND texts "${CMAKE_MATCH_1}")
    endif()
  endforeach()
  list(LENGTH marks mark_count)
  if(NOT mark_count EQUAL 1)
    fail("${mark_count} lines are marked `// error here`; there must be one")
  endif()
  if(texts STREQUAL "" OR "" IN_LIST texts)
    fail("there is no text to expect: write at least one `// expect: text`")
  endif()
  string(REGEX MATCHALL "BAD_OR_GOOD\\(" choices "${text}")
  string(REGEX MATCHALL "[^_A-Z](BAD|GOOD)\\(" sides "${text}")
  list(REMOVE_DUPLICATES sides)
  list(LENGTH choices choice_count)
  if(NOT choice_count EQUAL 1 AND (choice_count GREATER 1 OR sides STREQUAL ""))
    fail("${choice_count} times BAD_OR_GOOD; the two forms must differ in one place")
  endif()
  set(mark ${marks} PARENT_SCOPE)
  set(expectations "${texts}" PARENT_SCOPE)
endfunction()

# Compiles one form. Sets exit_code and output (restored and guarded).
function(compile form)
  set(precompiled "")
  if(PRECOMPILED)
    set(precompiled -include "${PRECOMPILED}/${form}/precompiled.hpp")
  endif()
  execute_process(
    COMMAND "${CXX}" -fsyntax-only ${options_of_${form}} ${precompiled} "${CASE}"
    RESULT_VARIABLE code OUTPUT_VARIABLE text ERROR_VARIABLE text)
  # clang tells how a header was reached, which takes a line more by way of the precompiled one.
  string(REGEX REPLACE "In file included from [^\n]*/precompiled\\.hpp:[^\n]*\n" "" text "${text}")
  restore_sentence("${text}" text)
  guard("${text}" text)
  set(exit_code "${code}" PARENT_SCOPE)
  set(output "${text}" PARENT_SCOPE)
endfunction()

function(check_good_form)
  compile(good)
  if(NOT exit_code EQUAL 0 OR NOT output STREQUAL "")
    fail("the good form does not compile without a word")
  endif()
endfunction()

function(check_bad_form)
  compile(bad)
  if(exit_code EQUAL 0)
    fail("the bad form compiles")
  endif()

  guard("${CASE}" case)
  split_lines("${output}" lines)
  set(errors 0)
  set(names_mark FALSE)
  foreach(line IN LISTS lines)
    if(line MATCHES ": (fatal )?error: ")
      math(EXPR errors "${errors} + 1")
    endif()
    string(FIND "${line}" "${case}:${mark}:" position)
    if(position EQUAL 0)
      set(names_mark TRUE)
    endif()
  endforeach()
  if(NOT errors EQUAL 1)
    fail("${errors} errors; one mistake must be one error")
  endif()
  if(NOT names_mark)
    fail("the output does not name line ${mark}, which is marked")
  endif()
  foreach(text IN LISTS expectations)
    string(FIND "${output}" "${text}" position)
    if(position EQUAL -1)
      fail("the output does not say: ${text}")
    endif()
  endforeach()
  list(LENGTH lines line_count)
  if(line_count GREATER MOST_LINES)
    fail("${line_count} lines of output; ${MOST_LINES} are allowed")
  endif()
endfunction()

set(output "")
read_case()
check_good_form()
check_bad_form()
