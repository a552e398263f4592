// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scope/scope_edit.h"

#include "ui/kit/theme.h"
#include "ui/scope/scope_suggestions.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringListModel>

namespace greensward::ui {

ScopeEdit::ScopeEdit(EngineMirror& mirror, QWidget* parent)
    : QLineEdit(parent), m_mirror(mirror), m_words(new QStringListModel(this)), m_completer(new QCompleter(this))
{
    setFrame(false);
    setFont(fontOf(TextStyle::Mono));
    QPalette clear = palette();
    clear.setColor(QPalette::Base, Qt::transparent);
    setPalette(clear);
    m_completer->setModel(m_words);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setWidget(this);
    m_completer->setMaxVisibleItems(10);
    m_completer->popup()->setAccessibleName(tr("Suggestions for the filter"));
    m_completer->popup()->setFont(fontOf(TextStyle::Mono));
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &ScopeEdit::complete);
    connect(this, &QLineEdit::textEdited, this, &ScopeEdit::suggest);
}

void ScopeEdit::setWrong(int start, int length)
{
    if (start == m_wrongStart && length == m_wrongLength)
        return;
    m_wrongStart = start;
    m_wrongLength = length;
    update();
}

void ScopeEdit::suggest()
{
    const WordPlace place = wordAt(text(), cursorPosition());
    const QStringList words =
        place.length == 0 ? QStringList() : suggestionsFor(text().mid(place.start, place.length), m_mirror);
    m_words->setStringList(words);
    if (words.isEmpty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect below = cursorRect();
    below.setWidth(px(280));
    below.moveLeft(std::max(0, below.left() - px(24)));
    m_completer->complete(below);
    // A list that gets the focus chooses its first row: but nothing is chosen until somebody goes Down.
    m_completer->popup()->setCurrentIndex({});
}

void ScopeEdit::complete(const QString& word)
{
    const WordPlace place = wordAt(text(), cursorPosition());
    QString whole = text();
    whole.replace(place.start, place.length, word);
    setText(whole);
    setCursorPosition(place.start + static_cast<int>(word.size()));
    emit textEdited(whole);
}

void ScopeEdit::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_completer->popup()->isVisible() && (enter || event->key() == Qt::Key_Tab)) {
        // Down chooses a suggestion; Enter without one takes what is typed.
        if (m_completer->popup()->currentIndex().isValid()) {
            event->ignore();
            return;
        }
        m_completer->popup()->hide();
    }
    const QString before = text();
    if (event->key() == Qt::Key_Backspace && cursorPosition() == 0 && !hasSelectedText()) {
        emit backspacedOut();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        suggest();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

/// A red wave under what cannot be meant; the shape says it, too.
void ScopeEdit::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (m_wrongLength <= 0)
        return;
    const QFontMetrics metrics(font());
    const int cursorX = cursorRect().center().x();
    const int cursorAdvance = metrics.horizontalAdvance(text().left(cursorPosition()));
    const auto xOf = [&](int position) {
        return cursorX + metrics.horizontalAdvance(text().left(position)) - cursorAdvance;
    };
    const double left = std::max(0, xOf(m_wrongStart));
    const double right = std::min(width(), xOf(m_wrongStart + m_wrongLength));
    const double y = rect().center().y() + metrics.height() / 2.0 - 1;
    QPainterPath wave(QPointF(left, y));
    double up = -1;
    for (double x = left + px(2); x < right; x += px(2), up = -up)
        wave.lineTo(x, y + up * px(1.5));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Role::Lost), px(1.4)));
    painter.drawPath(wave);
}

} // namespace greensward::ui
