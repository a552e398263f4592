// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/findings/finding_card.h"

#include <QScrollArea>

class QVBoxLayout;

#include <vector>

namespace greensward::ui {

/// The open cards below each other, the latest first.
class FindingList final : public QScrollArea
{
    Q_OBJECT

public:
    FindingList(EngineMirror& mirror, FindingCard::Size size, QWidget* parent);

    int count() const { return static_cast<int>(m_cards.size()); }
    FindingCard* at(int row) const { return m_cards[static_cast<std::size_t>(row)]; }
    void focusFirst();

signals:
    void workspaceAsked(const QString& id);

private:
    void refill();

    EngineMirror& m_mirror;
    DoctorModel& m_model;
    FindingCard::Size m_size;
    QWidget* m_page;
    QVBoxLayout* m_column;
    std::vector<FindingCard*> m_cards;
};

/// The list beside another workspace, with a sentence while all is well.
class FindingStrip final : public QWidget
{
    Q_OBJECT

public:
    FindingStrip(EngineMirror& mirror, QWidget* parent);

signals:
    void workspaceAsked(const QString& id);

private:
    void follow();

    DoctorModel& m_model;
    RoleLabel* m_well;
    FindingList* m_list;
};

/// "All well. 19 checks watch."
QString allWellText();

} // namespace greensward::ui
