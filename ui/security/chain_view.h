// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;

namespace greensward::ui {

class NodeCard;

/// Cards in three ranks joined by lines: from left to right, or from top to bottom where there is little room. A line
/// to a gap is dashed.
class ChainView final : public QWidget
{
    Q_OBJECT

public:
    explicit ChainView(QWidget* parent = nullptr);

    void clear();
    /// from: the card it hangs on; null in the first rank. Cards of a rank stand in the order they are added.
    void add(int rank, NodeCard* card, NodeCard* from);
    /// All cards are added.
    void finish();
    int cardCount() const { return static_cast<int>(m_links.size()); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Link
    {
        int rank;
        NodeCard* card;
        NodeCard* from;
    };
    void place();
    bool isVertical() const;

    QGridLayout* m_grid;
    QList<Link> m_links;
    bool m_placedVertically = false;
};

} // namespace greensward::ui
