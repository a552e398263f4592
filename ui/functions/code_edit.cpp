// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/code_edit.h"

#include "ui/functions/python_colours.h"
#include "ui/kit/discretion.h"
#include "ui/kit/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kIndent = 4;

class Numbers final : public QWidget
{
public:
    explicit Numbers(CodeEdit& edit) : QWidget(&edit), m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override
    {
        QPainter painter(this);
        m_edit.paintNumbers(painter, event->rect());
    }

private:
    CodeEdit& m_edit;
};

int leadingSpaces(const QString& line)
{
    int count = 0;
    while (count < line.size() && line[count] == QLatin1Char(' '))
        ++count;
    return count;
}

} // namespace

CodeEdit::CodeEdit(const QString& name, QWidget* parent)
    : QPlainTextEdit(parent), m_numbers(new Numbers(*this)), m_colours(new PythonColours(document()))
{
    setAccessibleName(name);
    setAccessibleDescription(tr("Tab indents; F6 goes to the next panel"));
    setFont(fontOf(TextStyle::Mono));
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setTabStopDistance(fontMetrics().horizontalAdvance(QLatin1Char(' ')) * kIndent);
    document()->setDocumentMargin(px(6));
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int dy) {
        dy != 0 ? m_numbers->scroll(0, dy) : m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &CodeEdit::paintMarks);
    setViewportMargins(numbersWidth(), 0, 0, 0);
    paintMarks();
}

void CodeEdit::show(const QString& file, const QString& text)
{
    m_file = file;
    m_marked = 0;
    setPlainText(text);
    m_colours->setFile(file);
    paintMarks();
}

void CodeEdit::goToLine(int line)
{
    const QTextBlock block = document()->findBlockByNumber(std::clamp(line, 1, blockCount()) - 1);
    QTextCursor cursor(block);
    cursor.movePosition(QTextCursor::EndOfBlock);
    setTextCursor(cursor);
    centerCursor();
    setFocus(Qt::OtherFocusReason);
}

void CodeEdit::markLine(int line)
{
    m_marked = line;
    paintMarks();
}

void CodeEdit::paintMarks()
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto mark = [&marks, this](int line, Role tint) {
        QTextEdit::ExtraSelection one;
        one.cursor = QTextCursor(document()->findBlockByNumber(line - 1));
        one.format.setBackground(color(tint));
        one.format.setProperty(QTextFormat::FullWidthSelection, true);
        marks << one;
    };
    mark(currentLine(), Role::Chip);
    if (m_marked > 0 && m_marked <= blockCount())
        mark(m_marked, Role::LostTint);
    setExtraSelections(marks);
    m_numbers->update();
}

int CodeEdit::numbersWidth() const
{
    const auto digits = std::max<qsizetype>(2, QString::number(blockCount()).size());
    return px(20) + fontMetrics().horizontalAdvance(QLatin1Char('9')) * static_cast<int>(digits);
}

void CodeEdit::paintNumbers(QPainter& painter, const QRect& area)
{
    painter.fillRect(area, color(Role::Surface));
    painter.setFont(font());
    QTextBlock block = firstVisibleBlock();
    const QPointF offset = contentOffset();
    while (block.isValid()) {
        const QRectF rect = blockBoundingGeometry(block).translated(offset);
        if (rect.top() > area.bottom())
            break;
        const int line = block.blockNumber() + 1;
        const bool isMarked = line == m_marked;
        painter.setPen(color(isMarked ? Role::Lost : line == currentLine() ? Role::Text : Role::MutedText));
        if (rect.bottom() >= area.top())
            painter.drawText(QRectF(0, rect.top(), m_numbers->width() - px(10), rect.height()),
                             Qt::AlignRight | Qt::AlignTop, QString::number(line));
        if (isMarked)
            painter.fillRect(QRectF(0, rect.top(), px(3), rect.height()), color(Role::Lost));
        block = block.next();
    }
}

void CodeEdit::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    const QRect shown = viewport()->geometry(); // above a scroll bar
    m_numbers->setGeometry(contentsRect().left(), shown.top(), numbersWidth(), shown.height());
}

void CodeEdit::keyPressEvent(QKeyEvent* event)
{
    const bool isPlain = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == 0;
    if (isPlain && !isReadOnly() && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab))
        return indent(event->key() == Qt::Key_Backtab);
    if (isPlain && !isReadOnly() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return newLine();
    QPlainTextEdit::keyPressEvent(event);
}

/// As far in as the line before, further behind a colon.
void CodeEdit::newLine()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    int spaces = leadingSpaces(before);
    if (before.trimmed().endsWith(QLatin1Char(':')))
        spaces += kIndent;
    cursor.insertText(QLatin1Char('\n') + QString(spaces, QLatin1Char(' ')));
    setTextCursor(cursor);
    ensureCursorVisible();
}

/// The chosen lines; without a choice Tab writes spaces to the next stop.
void CodeEdit::indent(bool out)
{
    QTextCursor cursor = textCursor();
    if (!out && !cursor.hasSelection()) {
        cursor.insertText(QString(kIndent - cursor.positionInBlock() % kIndent, QLatin1Char(' ')));
        return setTextCursor(cursor);
    }
    const int last = document()->findBlock(cursor.selectionEnd()).blockNumber();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    QTextCursor edit(document());
    edit.beginEditBlock();
    for (; block.isValid() && block.blockNumber() <= last; block = block.next()) {
        edit.setPosition(block.position());
        if (!out) {
            edit.insertText(QString(kIndent, QLatin1Char(' ')));
            continue;
        }
        edit.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor, std::min(kIndent, leadingSpaces(block.text())));
        edit.removeSelectedText();
    }
    edit.endEditBlock();
}

void CodeEdit::changeEvent(QEvent* event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::StyleChange)
        return;
    m_colours->rehighlight();
    paintMarks();
}

/// Account ids and the like are covered while others look on; the text stays what it is.
void CodeEdit::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (!isDiscreet())
        return;
    QPainter painter(viewport());
    for (const SecretRange& secret : secretRanges(toPlainText())) {
        QTextCursor from(document());
        from.setPosition(static_cast<int>(secret.begin));
        QTextCursor to(document());
        to.setPosition(static_cast<int>(secret.begin + secret.length));
        const QRect first = cursorRect(from);
        const QRect last = cursorRect(to);
        const int right = first.top() == last.top() ? last.left() : viewport()->width();
        painter.fillRect(QRect(first.left(), first.top(), right - first.left(), last.bottom() - first.top()),
                         color(Role::MutedText));
    }
}

} // namespace greensward::ui
