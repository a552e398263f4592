// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

#include <functional>
#include <optional>

class QAbstractItemView;
class QMenu;

namespace greensward::ui {

class ScopeStack;

/// The right click (or menu key) on a cell of any list: keep only this, hide this, copy as filter, copy cell.
///
///     new CellMenu(*m_table, mirror.scope(), [](const QModelIndex& cell) { return senderTerm(cell.data().toString());
///     });
class CellMenu final : public QObject
{
    Q_OBJECT

public:
    /// The term that keeps what this cell says; empty when the cell filters nothing.
    using Term = std::function<QString(const QModelIndex&)>;
    /// Further entries of a list of its own, below.
    using Extras = std::function<void(QMenu&, const QModelIndex&)>;

    /// Belongs to the view.
    CellMenu(QAbstractItemView& view, ScopeStack& scope, Term term, Extras extras = {});

    /// The entries alone, for a menu of what is drawn without cells: a lane, a node. text: what there is to copy.
    static void fill(QMenu& menu, ScopeStack& scope, const QString& term, const QString& text);
    /// Two entries more: only what was seen at this broker, and not that. origin: empty for the workspace's own.
    static void fillOrigin(QMenu& menu, ScopeStack& scope, const QString& origin);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void openAtCurrent();
    void open(const QModelIndex& cell, const QPoint& at);

    QAbstractItemView& m_view;
    ScopeStack& m_scope;
    Term m_term;
    Extras m_extras;
};

/// The same menu on what is made of labels rather than of cells: a card, and what it says where the pointer is.
class PartMenu final : public QObject
{
    Q_OBJECT

public:
    struct Part
    {
        QString term; ///< empty: filters nothing
        QString text; ///< to copy
    };
    /// The part at a place within the widget; without a place the widget as a whole.
    using PartAt = std::function<Part(std::optional<QPoint>)>;

    /// Belongs to the widget.
    PartMenu(QWidget& widget, ScopeStack& scope, PartAt partAt);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void open(std::optional<QPoint> place);

    QWidget& m_widget;
    ScopeStack& m_scope;
    PartAt m_partAt;
};

} // namespace greensward::ui
