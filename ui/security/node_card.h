// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;
class QVBoxLayout;

namespace greensward::ui {

class Chip;
class ElidedLabel;

/// One link of an identity chain: a name, how it stands, facts, what can be done. A gap is a card with a dashed frame.
class NodeCard final : public QWidget
{
    Q_OBJECT

public:
    NodeCard(const QString& iconName, const QString& kind, const QString& name, QWidget* parent);
    /// What is missing, in a sentence.
    static NodeCard* gap(const QString& kind, const QString& sentence, QWidget* parent);

    bool isGap() const { return m_isGap; }
    void setState(const QString& word, Role role);
    /// whole: in the tool tip, and what a click copies.
    void addFact(const QString& label, const QString& value, Role ink = Role::Text, const QString& whole = {});
    void addButton(QWidget* button);
    /// The menu of everything else, on a button with three dots.
    void setMenu(QMenu* menu);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NodeCard(const QString& kind, const QString& sentence, bool isGap, QWidget* parent);
    QVBoxLayout* m_column;
    QHBoxLayout* m_head = nullptr;
    QHBoxLayout* m_buttons = nullptr;
    QToolButton* m_more = nullptr;
    bool m_isGap = false;
};

} // namespace greensward::ui
