# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later

# greensward_room(<name> SOURCES … [ROOMS …] [LIBRARIES …] [PRIVATE_LIBRARIES …])
#
# Declares the folder it is called from as the room <name>: a static library greensward_<name> whose headers are found as
# "<name>/header.h", and only by rooms that name it (directly or through another room) in ROOMS. Each room has an include
# directory of its own that holds nothing but a link to its folder, so including a room that was not named does not compile.
function(greensward_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;ROOMS;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  set(target greensward_${name})
  set(door "${CMAKE_BINARY_DIR}/rooms/${name}")
  file(MAKE_DIRECTORY "${door}")
  file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}" "${door}/${name}" SYMBOLIC)

  add_library(${target} STATIC ${ROOM_SOURCES})
  target_include_directories(${target} PUBLIC "${door}")
  set(rooms ${ROOM_ROOMS})
  list(TRANSFORM rooms PREPEND greensward_)
  target_link_libraries(${target} PUBLIC ${rooms} ${ROOM_LIBRARIES} PRIVATE greensward_flags ${ROOM_PRIVATE_LIBRARIES})
endfunction()

# greensward_test(<name> SOURCES … ROOMS … [LIBRARIES …] [ARGS …] [LABELS …] [TIMEOUT seconds])
# A GoogleTest program of a Qt-free room; run by ctest under its own name.
function(greensward_test name)
  cmake_parse_arguments(TEST "" "TIMEOUT" "SOURCES;ROOMS;LIBRARIES;ARGS;LABELS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  set(rooms ${TEST_ROOMS})
  list(TRANSFORM rooms PREPEND greensward_)
  target_link_libraries(${name} PRIVATE greensward_flags ${rooms} ${TEST_LIBRARIES} GTest::gmock_main)
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  add_test(NAME ${name} COMMAND ${name} ${TEST_ARGS})
  set_tests_properties(${name} PROPERTIES TIMEOUT "$<IF:$<BOOL:${TEST_TIMEOUT}>,${TEST_TIMEOUT},120>" LABELS "${TEST_LABELS}")
endfunction()
