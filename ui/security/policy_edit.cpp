// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/policy_edit.h"

#include "ui/kit/discretion.h"
#include "ui/kit/theme.h"

#include <QEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>

namespace greensward::ui {

PolicyEdit::PolicyEdit(const QString& name, QWidget* parent) : QPlainTextEdit(parent)
{
    setAccessibleName(name);
    setFont(fontOf(TextStyle::Mono));
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(px(10));
    connect(this, &QPlainTextEdit::textChanged, this, &PolicyEdit::check);
}

void PolicyEdit::setDocumentText(const std::string& document)
{
    m_marked = -1;
    m_difference.clear();
    setPlainText(readablePolicy(document));
}

std::string PolicyEdit::documentText() const
{
    return toPlainText().toStdString();
}

void PolicyEdit::check()
{
    m_problem = isReadOnly() || toPlainText().isEmpty() ? PolicyProblem{} : policyProblem(toPlainText());
    paintMarks();
    emit problemChanged();
}

void PolicyEdit::goToProblem()
{
    if (m_problem.sentence.isEmpty())
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(m_problem.place.begin));
    setTextCursor(cursor);
    setFocus(Qt::OtherFocusReason);
}

void PolicyEdit::markStatement(int statement, bool allows)
{
    m_marked = statement;
    m_markAllows = allows;
    paintMarks();
    if (const auto range = statement < 0 ? std::nullopt : statementRange(toPlainText(), statement)) {
        QTextCursor cursor = textCursor();
        cursor.setPosition(static_cast<int>(range->begin));
        setTextCursor(cursor);
        ensureCursorVisible();
    }
}

void PolicyEdit::showDifference(const QList<TextLine>& lines)
{
    setReadOnly(true);
    m_marked = -1;
    m_difference = lines;
    QStringList text;
    for (const TextLine& line : lines) {
        const QLatin1Char sign(line.change == TextLine::Change::Added     ? '+'
                               : line.change == TextLine::Change::Removed ? '-'
                                                                          : ' ');
        text << QString(sign) + QLatin1Char(' ') + line.text;
    }
    setPlainText(text.join(QLatin1Char('\n')));
    for (qsizetype at = 0; at < lines.size(); ++at) {
        if (lines[at].change == TextLine::Change::Same)
            continue;
        setTextCursor(QTextCursor(document()->findBlockByNumber(static_cast<int>(at))));
        centerCursor();
        break;
    }
}

void PolicyEdit::paintMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [this, &marks](TextRange range, const QTextCharFormat& format) {
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(document());
        one.cursor.setPosition(static_cast<int>(range.begin));
        one.cursor.setPosition(
            static_cast<int>(std::min<qsizetype>(range.begin + range.length, document()->characterCount() - 1)),
            QTextCursor::KeepAnchor);
        one.format = format;
        marks << one;
    };
    if (!m_problem.sentence.isEmpty()) {
        QTextCharFormat format;
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(color(Role::Lost));
        format.setBackground(color(Role::LostTint));
        mark(m_problem.place, format);
    }
    if (const auto range = m_marked < 0 ? std::nullopt : statementRange(toPlainText(), m_marked)) {
        QTextCharFormat format;
        format.setBackground(color(m_markAllows ? Role::AccentTint : Role::LostTint));
        format.setForeground(color(Role::Text));
        mark(*range, format);
    }
    for (qsizetype at = 0; at < m_difference.size(); ++at) {
        if (m_difference[at].change == TextLine::Change::Same)
            continue;
        const bool added = m_difference[at].change == TextLine::Change::Added;
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(document()->findBlockByNumber(static_cast<int>(at)));
        one.format.setBackground(color(added ? Role::AccentTint : Role::LostTint));
        one.format.setForeground(color(Role::Text));
        one.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << one;
    }
    setExtraSelections(marks);
}

void PolicyEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        paintMarks();
}

QList<QRectF> PolicyEdit::rectsOf(qsizetype begin, qsizetype length) const
{
    QList<QRectF> rects;
    const qsizetype end = begin + length;
    for (QTextBlock block = document()->findBlock(static_cast<int>(begin)); block.isValid() && block.position() < end;
         block = block.next()) {
        const QPointF at = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
        for (int index = 0; index < block.layout()->lineCount(); ++index) {
            const QTextLine line = block.layout()->lineAt(index);
            const int lineBegin = block.position() + line.textStart();
            const int from = std::max(static_cast<int>(begin), lineBegin);
            const int to = std::min(static_cast<int>(end), lineBegin + line.textLength());
            if (from >= to)
                continue;
            const qreal left = line.cursorToX(from - block.position());
            const qreal right = line.cursorToX(to - block.position());
            rects << QRectF(at.x() + left, at.y() + line.y(), right - left, line.height());
        }
    }
    return rects;
}

void PolicyEdit::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (!isDiscreet())
        return;
    QPainter painter(viewport());
    for (const SecretRange& secret : secretRanges(toPlainText()))
        for (const QRectF& rect : rectsOf(secret.begin, secret.length))
            painter.fillRect(rect, color(Role::MutedText));
}

} // namespace greensward::ui
