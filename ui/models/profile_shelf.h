// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/broker_profile.h"
#include "ui/models/event_consumer.h"

#include <QAbstractListModel>

namespace greensward::ui {

class EngineMirror;

/// The profiles of brokers elsewhere by name; kept in console/connections.json below the workspace's data directory,
/// without passwords and without what is in key files. A password that was typed is remembered until the window goes.
class ProfileShelf final : public QAbstractListModel, public EventConsumer
{
    Q_OBJECT

public:
    static constexpr int kMost = 200;

    explicit ProfileShelf(EngineMirror& mirror);

    const BrokerProfile& at(int row) const { return m_profiles[row]; }
    int find(const QString& name) const;
    QStringList names() const;
    /// One of the same name is replaced; answers the row, -1 when there are too many.
    int save(const BrokerProfile& profile);
    void remove(int row);
    /// Connected to, as far as a person wants it: kept, so that the next run can go on with it.
    void setOpen(const QString& name, bool open);
    const QStringList& open() const { return m_open; }
    /// A name like that one that is still free.
    QString freeName(const QString& wanted) const;
    /// Where files of an imported bundle are kept; empty without a data directory.
    QString filesFolder() const;
    /// Why the last change is not on disk; empty when it is.
    const QString& problem() const { return m_problem; }

    void ingest(const trace::Chunk&) override {}
    void publish() override {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    void load();
    void keep();

    EngineMirror& m_mirror;
    QList<BrokerProfile> m_profiles;
    QStringList m_open; ///< names
    QString m_problem;
};

} // namespace greensward::ui
