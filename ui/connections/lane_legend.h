// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace greensward::ui {

/// What the marks on the lanes mean, each beside its word; takes a second line where one is too short.
class LaneLegend final : public QWidget
{
    Q_OBJECT

public:
    explicit LaneLegend(QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place
    {
        QPointF mark;
        QRectF word;
    };
    std::vector<Place> places(int width) const;
};

} // namespace greensward::ui
