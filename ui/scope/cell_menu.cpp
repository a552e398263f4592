// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/cell_menu.h"

#include "ui/kit/discretion.h"
#include "ui/models/scope_stack.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>

namespace greensward::ui {

namespace {

constexpr qsizetype kLongestShown = 48;

/// As it may be shown: what others should not read off a projector is in no menu either.
QString shortened(const QString& whole)
{
    QString term = discreet(whole);
    if (term.size() > kLongestShown)
        term = term.left(kLongestShown) + QStringLiteral("…");
    return term.replace(QLatin1Char('&'), QLatin1String("&&"));
}

void addKeepAndHide(QMenu& menu, ScopeStack& scope, const QString& term)
{
    menu.addAction(CellMenu::tr("Keep only %1").arg(shortened(term)), &scope, [&scope, term] { scope.add(term); });
    menu.addAction(CellMenu::tr("Hide %1").arg(shortened(term)), &scope,
                   [&scope, term] { scope.add(oppositeTerm(term)); });
}

} // namespace

CellMenu::CellMenu(QAbstractItemView& view, ScopeStack& scope, Term term, Extras extras)
    : QObject(&view), m_view(view), m_scope(scope), m_term(std::move(term)), m_extras(std::move(extras))
{
    view.installEventFilter(this);
    view.viewport()->installEventFilter(this);
}

bool CellMenu::eventFilter(QObject* watched, QEvent* event)
{
    // The menu key comes as an event of its own; that of keyboards without one does not.
    if (event->type() == QEvent::KeyPress && watched == &m_view) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.key() != Qt::Key_F10 || key.modifiers() != Qt::ShiftModifier || !m_view.currentIndex().isValid())
            return QObject::eventFilter(watched, event);
        openAtCurrent();
        return true;
    }
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto& asked = static_cast<QContextMenuEvent&>(*event);
    const bool byKey = asked.reason() == QContextMenuEvent::Keyboard;
    const QModelIndex cell =
        byKey ? m_view.currentIndex() : m_view.indexAt(m_view.viewport()->mapFromGlobal(asked.globalPos()));
    if (!cell.isValid())
        return QObject::eventFilter(watched, event);
    if (byKey)
        openAtCurrent();
    else
        open(cell, asked.globalPos());
    return true;
}

void CellMenu::openAtCurrent()
{
    const QModelIndex cell = m_view.currentIndex();
    open(cell, m_view.viewport()->mapToGlobal(m_view.visualRect(cell).center()));
}

void CellMenu::fill(QMenu& menu, ScopeStack& scope, const QString& term, const QString& text)
{
    const auto copy = [](const QString& what) { QGuiApplication::clipboard()->setText(what); };
    if (!term.isEmpty()) {
        addKeepAndHide(menu, scope, term);
        menu.addAction(tr("Copy as filter"), &scope, [copy, term] { copy(term); });
    }
    QAction* cellText = menu.addAction(tr("Copy cell"), &scope, [copy, text] { copy(text); });
    cellText->setEnabled(!text.isEmpty());
}

void CellMenu::fillOrigin(QMenu& menu, ScopeStack& scope, const QString& origin)
{
    addKeepAndHide(menu, scope, originTerm(origin));
}

void CellMenu::open(const QModelIndex& cell, const QPoint& at)
{
    auto* menu = new QMenu(&m_view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    // Rows may come and go while the menu is open: what it says is what it does.
    const QString term = m_term ? m_term(cell) : QString();
    const QString text = cell.data().toString();
    fill(*menu, m_scope, term, text);
    if (m_extras) {
        menu->addSeparator();
        m_extras(*menu, cell);
    }
    menu->popup(at);
}

PartMenu::PartMenu(QWidget& widget, ScopeStack& scope, PartAt partAt)
    : QObject(&widget), m_widget(widget), m_scope(scope), m_partAt(std::move(partAt))
{
    widget.installEventFilter(this);
}

bool PartMenu::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.key() != Qt::Key_F10 || key.modifiers() != Qt::ShiftModifier)
            return QObject::eventFilter(watched, event);
        open({});
        return true;
    }
    if (event->type() != QEvent::ContextMenu)
        return QObject::eventFilter(watched, event);
    const auto& asked = static_cast<QContextMenuEvent&>(*event);
    if (asked.reason() == QContextMenuEvent::Keyboard)
        open({});
    else
        open(m_widget.mapFromGlobal(asked.globalPos()));
    return true;
}

void PartMenu::open(std::optional<QPoint> place)
{
    const Part part = m_partAt(place);
    auto* menu = new QMenu(m_widget.window()); // the widget may go while it is open
    menu->setAttribute(Qt::WA_DeleteOnClose);
    CellMenu::fill(*menu, m_scope, part.term, part.text);
    menu->popup(m_widget.mapToGlobal(place.value_or(m_widget.rect().center())));
}

} // namespace greensward::ui
