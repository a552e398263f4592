# SPDX-FileCopyrightText: 2026 The Greensward authors
# SPDX-License-Identifier: GPL-3.0-or-later
# The chosen parts (docs/architecture.md, "Chosen parts"). All come from the system's packages.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(OpenSSL 3.0 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(SQLiteCpp REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(tl-expected REQUIRED)
find_package(CLI11 QUIET)
find_package(GTest REQUIRED)
# libzip's own CMake file asks for command-line tools that the library does not need.
find_package(PkgConfig REQUIRED)
pkg_check_modules(libzip REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(libqrencode REQUIRED IMPORTED_TARGET libqrencode)
find_package(benchmark QUIET)
find_program(GREENSWARD_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
if(NOT GREENSWARD_FUZZ)
  find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Network Widgets Svg PrintSupport Test LinguistTools WebSockets)
  find_package(QCustomPlotQt6 REQUIRED)
endif()
