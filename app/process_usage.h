// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>

namespace greensward::app {

/// Processor time that a process has used so far, user and system; zero when it cannot be read. 0: this process.
std::chrono::duration<double> processorTime(int pid);

/// Of the calling thread alone.
std::chrono::duration<double> threadTime();

/// How long this process has lived.
std::chrono::duration<double> processAge();

/// What this process holds of its heap; in use, not merely resident.
std::uint64_t heapBytes();

/// Resident size in bytes; zero when it cannot be read. 0: this process.
std::uint64_t residentBytes(int pid);

/// Lets this process have that many open files, or as many as the system allows; returns how many it may have now.
std::uint64_t raiseOpenFiles(std::uint64_t wanted);

} // namespace greensward::app
