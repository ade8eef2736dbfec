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
