// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace greensward::ui {

/// The values under the pointer, over a plot: a line, a dot a series and a small table. Takes no mouse.
class PlotReadout final : public QWidget
{
    Q_OBJECT

public:
    struct Line
    {
        QString name;
        QString value;
        int look = 0;
        QPointF place; ///< of the dot
    };
    struct Values
    {
        QRect frame; ///< of the plot
        double x = 0;
        QString time;
        QString mark; ///< what happened there; empty: nothing
        std::vector<Line> lines;
    };

    explicit PlotReadout(QWidget* parent);
    void show(Values values);
    void clear();
    /// As plain text, a line each.
    QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Values m_values;
    bool m_shown = false;
};

} // namespace greensward::ui
