// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointF>
#include <QUndoStack>

namespace greensward::ui {

/// How far people have moved nodes from where the layout puts them, in lengths of the drawings; can be undone. A
/// distance and not a place, so that nodes keep their order when the window changes its size.
class MapPlaces final : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostMoves = 500; ///< kept, and as many steps back

    explicit MapPlaces(QObject* parent = nullptr);

    QPointF offset(const QString& key) const { return m_offsets.value(key); }
    bool isEmpty() const { return m_offsets.isEmpty(); }
    void move(const QString& key, QPointF offset);
    /// All nodes back to where the layout puts them.
    void clear();
    QUndoStack& undoStack() { return m_undo; }

    QByteArray saved() const;
    /// Anything that saved() did not write is ignored.
    void restore(const QByteArray& saved);

signals:
    void changed();

private:
    class Change;
    void set(const QHash<QString, QPointF>& offsets);

    QHash<QString, QPointF> m_offsets;
    QUndoStack m_undo;
};

} // namespace greensward::ui
