// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace greensward::ui {

/// A bar that is filled to a share, on the ground of what is left.
class Gauge final : public QWidget
{
    Q_OBJECT

public:
    explicit Gauge(const QString& name, QWidget* parent = nullptr);
    /// share: 0 … 1; said: the same in words, for who cannot see it.
    void set(double share, Role ink, const QString& said);
    double share() const { return m_share; }
    QSize sizeHint() const override { return {px(120), px(10)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share = 0;
    Role m_ink = Role::Accent;
};

} // namespace greensward::ui
