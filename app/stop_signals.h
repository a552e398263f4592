// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::app {

/// The signals that ask for a clean stop (SIGTERM, SIGINT, SIGHUP). From construction on they are blocked in this
/// thread and in those it starts, and come only here. Made before any other thread.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    StopSignals(const StopSignals&) = delete;
    StopSignals& operator=(const StopSignals&) = delete;

    /// Until one of them comes.
    void wait() const;
    /// Readable once one has come, for an event loop.
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
};

} // namespace greensward::app
