// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_record.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QPushButton;

namespace greensward::ui {

class RoleLabel;

/// The messages of one update in their order: update → accepted → delta → documents, with token and version. Each
/// opens its message.
class ExchangeRow final : public QWidget
{
    Q_OBJECT

public:
    explicit ExchangeRow(QWidget* parent = nullptr);
    /// Null: nothing.
    void setChange(const ShadowChange* change);
    const std::vector<QPushButton*>& steps() const { return m_steps; }

signals:
    void messageAsked(greensward::trace::EventId event);

private:
    void addStep(const QString& word, const QString& tip, trace::EventId event, bool refused);

    QHBoxLayout* m_row;
    RoleLabel* m_nothing;
    std::vector<QPushButton*> m_steps;
    std::vector<QWidget*> m_arrows;
    std::vector<std::pair<trace::EventId, std::string>> m_shown;
    trace::EventId m_shownChange = 0;
};

} // namespace greensward::ui
