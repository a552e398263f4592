// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/cost_model.h"

#include <QWidget>

#include <vector>

class QPainter;

namespace greensward::ui {

/// What was counted as bars of money, one for each price list: the picture beside the table, which says the same.
class CostBars final : public QWidget
{
    Q_OBJECT

public:
    explicit CostBars(CostModel& model, QWidget* parent = nullptr);

    struct Bar
    {
        QString what;
        std::vector<billing::Money> money; ///< by price list
    };
    /// Dearest first; what costs nothing anywhere is left out.
    const std::vector<Bar>& bars() const { return m_bars; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void paintLegend(QPainter& painter) const;
    void paintBar(QPainter& painter, const Bar& bar, const QRect& row, double most) const;

    CostModel& m_model;
    std::vector<Bar> m_bars;
    QStringList m_years;
};

} // namespace greensward::ui
