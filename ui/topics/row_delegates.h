// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace greensward::ui {

class Selection;

/// Draws the rows of the message log: numbers tabular, topics and payloads in fixed pitch, events with a mark of their
/// own.
class LogDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    /// Rows of its client and of its topic get a bar at their left.
    void setSelection(const Selection& selection) { m_selection = &selection; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintTopic(QPainter& painter, QRect place, const QModelIndex& index) const;
    const Selection* m_selection = nullptr;
};

/// Draws the rows of the topic tree.
class TopicDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void setRowHeight(int pixels) { m_rowHeight = pixels; }
    /// Topics that its client spoke on last get a bar at their left.
    void setSelection(const Selection& selection) { m_selection = &selection; }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    static void paintBroker(QPainter& painter, QRect place, const QString& name, bool live);

    int m_rowHeight = 28;
    const Selection* m_selection = nullptr;
};

/// Draws fields and values of a payload and of a difference.
class FieldDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

} // namespace greensward::ui
