// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/event_consumer.h"

#include <QObject>
#include <QStringList>

namespace greensward::ui {

class EngineMirror;

/// The fields that differences pass over, for the whole window; remembered below the workspace's data directory.
/// Times that every message carries are on the list at first.
class IgnoredFields final : public QObject, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 200;

    explicit IgnoredFields(EngineMirror& mirror);

    const QStringList& fields() const { return m_fields; }
    void ignore(const QString& path);
    /// Whatever makes this path ignored is taken off the list.
    void heed(const QString& path);

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

signals:
    void changed();

private:
    void keep();

    EngineMirror& m_mirror;
    QStringList m_fields;
};

} // namespace greensward::ui
