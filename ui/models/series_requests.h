// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"
#include "ui/models/series_drag.h"

#include <QObject>

namespace greensward::ui {

class EngineMirror;

/// Where one workspace asks for a number to be plotted and the plots hear it: neither knows the other.
class SeriesRequests final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    explicit SeriesRequests(EngineMirror&) {}
    void ask(const SeriesRef& series) { emit asked(series); }

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void asked(const greensward::ui::SeriesRef& series);
};

} // namespace greensward::ui
