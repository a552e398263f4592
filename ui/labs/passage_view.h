// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace greensward::ui {

/// Text with commands in it, one below the other: each block of commands can be copied.
class PassageView final : public QWidget
{
    Q_OBJECT

public:
    explicit PassageView(const QString& markdown, QWidget* parent = nullptr);

signals:
    void linkAsked(const QString& link);
};

} // namespace greensward::ui
