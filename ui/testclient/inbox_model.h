// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

#include <string>

namespace greensward::ui {

class EngineMirror;
class ReceivedModel;

/// What the console's client received, newest first: of one subscription, or of all, as far as the window's scope lets
/// it through.
class InboxModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    InboxModel(EngineMirror& mirror, QObject* parent = nullptr);

    /// A topic filter; empty: of all subscriptions.
    void setSubscription(const QString& filter);
    QString subscription() const { return QString::fromStdString(m_filter); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    EngineMirror& m_mirror;
    ReceivedModel& m_received;
    std::string m_filter;
};

} // namespace greensward::ui
