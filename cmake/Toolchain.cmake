# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# One place for the language, the warnings, the sanitizers and the compiler cache.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}")

set(GREENSWARD_SANITIZE "" CACHE STRING "Sanitizers for the whole build, e.g. address,undefined or thread")
option(GREENSWARD_FUZZ "Build the libFuzzer targets (needs clang)" OFF)
option(GREENSWARD_ASSERT "Keep assertions in optimised builds" ON)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Precompiled headers and the clock macros are safe here; the sloppiness lets ccache see through them.
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime "${CCACHE_PROGRAM}")
endif()

# The flags that every target of ours gets; third-party headers come in as SYSTEM and stay quiet.
add_library(greensward_flags INTERFACE)
target_compile_options(greensward_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Werror -fno-omit-frame-pointer)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 sees dangling pointers and overflows in standard containers that are not there.
  target_compile_options(greensward_flags INTERFACE
    -Wno-restrict -Wno-stringop-overflow -Wno-array-bounds -Wno-maybe-uninitialized -fpch-preprocess)
endif()
if(GREENSWARD_ASSERT AND CMAKE_BUILD_TYPE STREQUAL "Release")
  string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
  string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
endif()
if(GREENSWARD_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Asio fences; the sanitizer does not see fences, and says so.
  target_compile_options(greensward_flags INTERFACE -Wno-tsan)
endif()
if(GREENSWARD_SANITIZE)
  add_compile_options(-fsanitize=${GREENSWARD_SANITIZE} -fno-sanitize-recover=all -g1)
  add_link_options(-fsanitize=${GREENSWARD_SANITIZE})
endif()
if(GREENSWARD_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
