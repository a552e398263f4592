// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QWidget>

namespace greensward::ui {

/// A measured value: name above, number with its unit below. Repaints only when the text changes.
class Reading final : public QWidget
{
    Q_OBJECT

public:
    explicit Reading(QWidget* parent = nullptr);
    void set(const QString& name, const QString& number, const QString& unit);
    void setLive(bool live); ///< a device that is not online shows its last values muted
    QSize sizeHint() const override { return {px(104), px(46)}; }
    QSize minimumSizeHint() const override { return {px(84), px(46)}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    QString m_number;
    QString m_unit;
    bool m_live = true;
};

} // namespace greensward::ui
