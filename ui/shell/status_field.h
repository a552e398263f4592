// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QAbstractButton>

namespace greensward::ui {

/// A number in the status strip that says what it means when it is pressed: Enter, a click, or F1.
class StatusField final : public QAbstractButton
{
    Q_OBJECT

public:
    /// term: of the glossary.
    StatusField(const QString& term, QWidget* parent);
    void show(const QString& text, Role role);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Role m_role = Role::MutedText;
};

} // namespace greensward::ui
