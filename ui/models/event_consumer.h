// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/recorder.h"

namespace greensward::ui {

/// A model that is fed by the window's one stream of events; EngineMirror::model() makes and keeps it. ingest() takes
/// events in at any rate and tells nobody; publish() shows what was taken in, once a frame, and is not called while the
/// window is paused: whatever arrives meanwhile is kept (within the model's own bounds) and shown then. The window's
/// thread.
class EventConsumer
{
public:
    virtual ~EventConsumer() = default;
    virtual void ingest(const trace::Chunk& chunk) = 0;
    virtual void publish() = 0;
    /// False: chunks come without the events of brokers elsewhere (trace::Chunk::origin), so that a model of this
    /// workspace cannot mistake those for its own.
    virtual bool wantsForeign() const { return false; }
};

} // namespace greensward::ui
