# vafa_module(name [LIBS libraries…] [TEST_DEPS modules…] [TEST_LIBS libraries…]): the library
# vafa_<name> from the .cpp files of this folder, and vafa_<name>_test from its *_test.cpp. The
# modules it links are those that tools/layers.txt lets it use.

add_library(vafa_options INTERFACE)
target_include_directories(vafa_options INTERFACE
  ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
target_compile_options(vafa_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # False alarms of g++ 12 inside inlined standard-library code.
  target_compile_options(vafa_options INTERFACE -Wno-restrict -Wno-maybe-uninitialized
    -Wno-stringop-overflow -Wno-array-bounds -Wno-stringop-overread -Wno-free-nonheap-object)
endif()
if(VAFA_SANITIZE)
  target_compile_options(vafa_options INTERFACE
    -fsanitize=${VAFA_SANITIZE} -fno-sanitize-recover=all)
  target_link_options(vafa_options INTERFACE -fsanitize=${VAFA_SANITIZE})
  if(VAFA_SANITIZE MATCHES "undefined" AND NOT VAFA_FUZZ)
    # A check at every pointer's use: twice the code, and nearly half of the build's time, for what
    # the address sanitizer sees when it does harm. The fuzzers, over every reader, have them.
    target_compile_options(vafa_options INTERFACE
      -fno-sanitize=null,alignment,object-size,vptr)
  endif()
  if(VAFA_SANITIZE STREQUAL "thread")
    # Asio's fences are not seen by the thread sanitizer; g++ says so.
    target_compile_options(vafa_options INTERFACE -Wno-tsan)
  endif()
endif()
if(VAFA_FUZZ)
  target_compile_options(vafa_options INTERFACE -fsanitize=fuzzer-no-link -O1)
endif()
find_program(VAFA_MOLD mold)
if(VAFA_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(vafa_options INTERFACE -fuse-ld=mold)
endif()
find_program(VAFA_CCACHE ccache)
if(VAFA_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
    CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 CCACHE_DEPEND=1 ${VAFA_CCACHE})
endif()
if(VAFA_PCH AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(vafa_options INTERFACE -fpch-preprocess)
endif()

# The precompiled headers: one for code, one more (with GoogleTest) for tests.
file(WRITE ${CMAKE_BINARY_DIR}/pch.cpp "// precompiled header carrier\n")
add_library(vafa_pch OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
target_link_libraries(vafa_pch PUBLIC vafa_options fmt::fmt Boost::json)
add_library(vafa_pch_test OBJECT ${CMAKE_BINARY_DIR}/pch.cpp)
target_link_libraries(vafa_pch_test PUBLIC vafa_options fmt::fmt Boost::json GTest::gtest)
if(VAFA_PCH)
  target_precompile_headers(vafa_pch PRIVATE ${CMAKE_SOURCE_DIR}/src/pch.h)
  target_precompile_headers(vafa_pch_test PRIVATE ${CMAKE_SOURCE_DIR}/src/pch.h <gtest/gtest.h>)
endif()

function(vafa_use_pch target carrier)
  if(VAFA_PCH)
    target_precompile_headers(${target} REUSE_FROM ${carrier})
  endif()
endfunction()

# The modules that `name` ("platform_sql") may use, as tools/layers.txt says.
function(vafa_layers name out)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
    ${CMAKE_SOURCE_DIR}/tools/layers.txt)
  file(STRINGS ${CMAKE_SOURCE_DIR}/tools/layers.txt lines REGEX "^[a-z0-9_/]+:")
  set(${out} "" PARENT_SCOPE)
  foreach(line IN LISTS lines)
    string(REPLACE "/" "_" line "${line}")
    if(line MATCHES "^${name}:(.*)$")
      string(REGEX MATCHALL "[a-z0-9_]+" uses "${CMAKE_MATCH_1}")
      set(${out} ${uses} PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# The folders of src that hold modules.
function(vafa_module_folders out)
  file(STRINGS ${CMAKE_SOURCE_DIR}/tools/layers.txt lines REGEX "^[a-z0-9_/]+:")
  list(FILTER lines EXCLUDE REGEX "^public")
  list(TRANSFORM lines REPLACE "[/:].*" "")
  list(REMOVE_DUPLICATES lines)
  set(${out} ${lines} PARENT_SCOPE)
endfunction()

# TEST_PARTS n: tests so long that ctest runs them in n processes.
function(vafa_module name)
  cmake_parse_arguments(M "" "TEST_PARTS" "DEPS;LIBS;TEST_DEPS;TEST_LIBS" ${ARGN})
  vafa_layers(${name} layers)
  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  set(tests ${sources})
  set(fuzzers ${sources})
  list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
  list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
  list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
  if(NOT sources)
    add_library(vafa_${name} INTERFACE)  # headers alone
    return()
  endif()
  add_library(vafa_${name} STATIC ${sources})
  target_link_libraries(vafa_${name} PUBLIC vafa_options fmt::fmt Boost::json)
  foreach(dep IN LISTS layers M_DEPS)
    target_link_libraries(vafa_${name} PUBLIC vafa_${dep})
  endforeach()
  target_link_libraries(vafa_${name} PUBLIC ${M_LIBS})
  vafa_use_pch(vafa_${name} vafa_pch)
  if(VAFA_BATCH)
    # Several files at once: what each would read and instantiate anew is two thirds of a cold
    # build. So a name stands for one thing in a module, in unnamed namespaces, too.
    set_target_properties(vafa_${name} PROPERTIES
      UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE ${VAFA_BATCH})
    # It would warn of every type of an unnamed namespace in a member: batches include their files.
    target_compile_options(vafa_${name} PRIVATE -Wno-subobject-linkage)
  endif()

  file(GLOB sql CONFIGURE_DEPENDS *.sql)
  if(sql OR EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/migrations)
    vafa_embed_sql(vafa_${name} ${name} "${sql}")
  endif()

  if(tests AND NOT VAFA_FUZZ)
    add_executable(vafa_${name}_test ${tests})
    target_link_libraries(vafa_${name}_test PRIVATE
      vafa_${name} GTest::gtest GTest::gtest_main ${M_TEST_LIBS})
    foreach(dep IN LISTS M_TEST_DEPS)
      target_link_libraries(vafa_${name}_test PRIVATE vafa_${dep})
    endforeach()
    vafa_use_pch(vafa_${name}_test vafa_pch_test)
    vafa_add_tests(${name} "${M_TEST_PARTS}")
  endif()
  if(NOT VAFA_FUZZ)
    foreach(fuzzer IN LISTS fuzzers)
      vafa_fuzz_replay(${name} ${fuzzer})
    endforeach()
  endif()
  if(VAFA_FUZZ)
    foreach(fuzzer IN LISTS fuzzers)
      get_filename_component(target ${fuzzer} NAME_WE)
      add_executable(${target} ${fuzzer})
      target_link_libraries(${target} PRIVATE vafa_${name})
      target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    endforeach()
  endif()
endfunction()

function(vafa_add_tests name parts)
  if(NOT parts)
    set(parts 1)
  endif()
  foreach(part RANGE 1 ${parts})
    set(test ${name})
    if(part GREATER 1)
      set(test ${name}_part${part})
    endif()
    math(EXPR index "${part} - 1")
    add_test(NAME ${test} COMMAND vafa_${name}_test --gtest_brief=1)
    set_tests_properties(${test} PROPERTIES WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
      ENVIRONMENT "GTEST_TOTAL_SHARDS=${parts};GTEST_SHARD_INDEX=${index}")
  endforeach()
endfunction()

# The fuzz target over files, as a test: those of fuzz_corpus/<target> and of the module's corpus.
function(vafa_fuzz_replay name fuzzer)
  get_filename_component(target ${fuzzer} NAME_WE)
  file(GLOB corpora LIST_DIRECTORIES true CONFIGURE_DEPENDS
    ${CMAKE_CURRENT_SOURCE_DIR}/fuzz_corpus/${target} ${CMAKE_CURRENT_SOURCE_DIR}/corpus)
  if(NOT corpora)
    return()
  endif()
  add_executable(${target}_replay ${fuzzer} ${CMAKE_SOURCE_DIR}/cmake/fuzz_replay.cpp)
  target_link_libraries(${target}_replay PRIVATE vafa_${name})
  add_test(NAME ${target} COMMAND ${target}_replay ${corpora})
endfunction()

# <module>/store.sql and migrations become generated/<module>/store.sql.h and migrations.h
# (tools/embed_sql checks names and parameters).
function(vafa_embed_sql target name sql)
  file(GLOB migrations CONFIGURE_DEPENDS migrations/*.sql)
  string(REPLACE "_" "/" folder ${name})
  set(out ${CMAKE_BINARY_DIR}/generated/${folder}/sql.h)
  file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/generated/${folder})
  add_custom_command(OUTPUT ${out}
    COMMAND python3 ${CMAKE_SOURCE_DIR}/tools/embed_sql.py
      --module ${name} --output ${out} ${sql} ${migrations}
    DEPENDS ${CMAKE_SOURCE_DIR}/tools/embed_sql.py ${sql} ${migrations} VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
