// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QList>

namespace greensward::ui {

/// Items one after another, in as many rows as they need.
class FlowLayout final : public QLayout
{
public:
    FlowLayout(int horizontalGap, int verticalGap) : m_across(horizontalGap), m_down(verticalGap) {}
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { m_items.append(item); }
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem* itemAt(int at) const override { return m_items.value(at); }
    QLayoutItem* takeAt(int at) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return arrange({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& rect) override;

private:
    /// Answers the height.
    int arrange(const QRect& rect, bool place) const;

    int m_across;
    int m_down;
    QList<QLayoutItem*> m_items;
};

} // namespace greensward::ui
