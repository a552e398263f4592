// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace greensward::ui {

/// Text with commands and buttons in it, one below the other: each block of commands can be copied, and a line of links
/// "[Cut it](do:cut)" is buttons.
class PassageView final : public QWidget
{
    Q_OBJECT

public:
    explicit PassageView(const QString& markdown, QWidget* parent = nullptr);
    /// Whether the buttons can be pressed now.
    void setActsPossible(bool possible);

signals:
    void linkAsked(const QString& link);
    /// "cut"
    void actAsked(const QString& act);

private:
    void addText(const QString& text);
    void addButtons(const QString& line);

    QVBoxLayout* m_column;
    QList<QPushButton*> m_buttons;
};

} // namespace greensward::ui
