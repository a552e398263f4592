// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QObject>

#include <functional>

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

} // namespace greensward::ui
