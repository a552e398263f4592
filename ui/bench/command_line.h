// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace greensward::ui {

/// Commands for a terminal, whole and wrapped, with a button that copies them.
class CommandLine final : public QWidget
{
    Q_OBJECT

public:
    explicit CommandLine(const QString& commands, QWidget* parent = nullptr);
    void setCommands(const QString& commands);
    QString commands() const;

private:
    QPlainTextEdit* m_text;
};

} // namespace greensward::ui
