# SPDX-License-Identifier: Apache-2.0
# One library per folder; its link line is its permission to include.

# Flags with their reasons, on every target of ours:
#   -Wall -Wextra -Wpedantic   the usual faults
#   -Wconversion               a silent narrowing loses coordinates
#   -Wshadow                   two things of one name in one function
#   -Wnon-virtual-dtor         deleting through a base
#   -Wno-restrict              gcc 12 reports it for std::string's operator+ (GCC bug 105651)
#   -Wno-maybe-uninitialized   gcc 12 reports it for every std::variant that moves (GCC bug 105562 and kin)
#   -Wno-deprecated-declarations   clang 19 reports what gcc 12's std::stable_sort calls inside; gcc still reports ours
function(opsmap_flags target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wno-sign-conversion -Wshadow
    -Wnon-virtual-dtor "$<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized;-Wno-restrict>"
    "$<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>" $<$<BOOL:${OPSMAP_WERROR}>:-Werror>)
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
endfunction()

# opsmap_library(NAME SOURCES a.cpp … LINKS target …)
function(opsmap_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  opsmap_flags(${name})
  target_link_libraries(${name} PUBLIC ${arg_LINKS} PRIVATE ${arg_PRIVATE_LINKS})
  opsmap_check_links(${name} "${arg_SOURCES}" "${arg_LINKS}" "${arg_PRIVATE_LINKS}")
endfunction()

# A library does not compile while one of its files includes what its link line does not name: all folders have one
# include
# root, so the compiler alone would not notice. The list of all link lines is written when every folder was read.
find_program(OPSMAP_PYTHON python3 REQUIRED)
function(opsmap_check_links name sources links private_links)
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  set_property(GLOBAL APPEND_STRING PROPERTY OPSMAP_LINK_LINES
    "${name}\t${folder}\t${sources}\t${links}\t${private_links}\n")
  get_property(is_deferred GLOBAL PROPERTY OPSMAP_LINK_LINES_DEFERRED)
  if(NOT is_deferred)
    set_property(GLOBAL PROPERTY OPSMAP_LINK_LINES_DEFERRED TRUE)
    cmake_language(DEFER DIRECTORY ${PROJECT_SOURCE_DIR} CALL opsmap_write_link_lines)
  endif()
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${name}.links)
  add_custom_command(OUTPUT ${stamp} DEPENDS ${PROJECT_BINARY_DIR}/link_lines.tsv
    ${PROJECT_SOURCE_DIR}/cmake/check_links.py
    DEPFILE ${stamp}.d
    COMMAND ${OPSMAP_PYTHON} ${PROJECT_SOURCE_DIR}/cmake/check_links.py ${PROJECT_BINARY_DIR}/link_lines.tsv ${name}
      ${stamp} ${stamp}.d
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR} COMMENT "Checking the links of ${name}" VERBATIM)
  target_sources(${name} PRIVATE ${stamp})
endfunction()
function(opsmap_write_link_lines)
  get_property(lines GLOBAL PROPERTY OPSMAP_LINK_LINES)
  file(GENERATE OUTPUT ${PROJECT_BINARY_DIR}/link_lines.tsv CONTENT "${lines}")  # touched only when it changes
endfunction()

# opsmap_test(NAME SOURCES a_test.cpp … LINKS target …): one program per folder, one ctest entry each.
function(opsmap_test name)
  cmake_parse_arguments(arg "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(test_${name} ${arg_SOURCES})
  opsmap_flags(test_${name})
  target_link_libraries(test_${name} PRIVATE doctest_main ${arg_LINKS})
  target_compile_definitions(test_${name} PRIVATE OPSMAP_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${OPSMAP_TEST_PREFIX}${name} COMMAND test_${name})
endfunction()
