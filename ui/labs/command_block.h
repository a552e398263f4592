// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;
class QToolButton;

namespace greensward::ui {

/// Lines for a shell as they are to be typed, with one button that copies them.
class CommandBlock final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandBlock(const QString& commands, QWidget* parent = nullptr);
    const QString& commands() const { return m_commands; }
    QToolButton& copyButton() { return *m_copy; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void copy();

    QString m_commands;
    QPlainTextEdit* m_text;
    QToolButton* m_copy;
};

} // namespace greensward::ui
