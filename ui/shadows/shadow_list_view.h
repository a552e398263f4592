// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_record.h"

#include <QTreeView>

namespace greensward::ui {

class EngineMirror;
class ShadowListModel;

/// Things with their shadows, and how each stands.
class ShadowListView final : public QTreeView
{
    Q_OBJECT

public:
    ShadowListView(EngineMirror& mirror, ShadowListModel& model, QWidget* parent = nullptr);
    void setCompact(bool compact);
    /// Makes it current, without saying so.
    void mark(const ShadowName& name);

signals:
    void chosen(const greensward::ui::ShadowName& name);

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    ShadowListModel& m_model;
    ShadowName m_marked;
    bool m_marking = false;
};

} // namespace greensward::ui
