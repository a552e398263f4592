// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/class_model.h"

#include <QWidget>

#include <vector>

namespace greensward::ui {

/// How many are where, to be read from the last row: a tile for each step at which somebody is.
class PlaceStrip final : public QWidget
{
public:
    PlaceStrip(const ClassModel& model, QWidget* parent);

    void refresh();
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<ClassModel::Place> fitting() const;
    void paintTile(QPainter& painter, const QRectF& tile, const ClassModel::Place& place) const;

    const ClassModel& m_model;
    std::vector<ClassModel::Place> m_places;
};

} // namespace greensward::ui
