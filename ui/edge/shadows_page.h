// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace greensward::ui {

class ListTable;
class RoleLabel;
class ShadowPairs;

/// The shadows of a group's things at the core beside those in the cloud, and where they differ.
class ShadowsPage final : public QWidget
{
    Q_OBJECT

public:
    ShadowsPage(ShadowPairs& pairs, QWidget* parent);
    ListTable& table() { return *m_table; }

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();

    ShadowPairs& m_pairs;
    ListTable* m_table;
    RoleLabel* m_said;
    QPlainTextEdit* m_local;
    QPlainTextEdit* m_cloud;
};

} // namespace greensward::ui
