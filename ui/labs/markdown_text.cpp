// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/markdown_text.h"

#include "ui/kit/theme.h"

#include <QDesktopServices>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextList>
#include <QUrl>
#include <QWheelEvent>

#include <cmath>

namespace greensward::ui {

MarkdownText::MarkdownText(QWidget* parent) : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setOpenLinks(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) {
        if (link.scheme() == QLatin1String("console"))
            emit linkAsked(link.toString());
        else
            QDesktopServices::openUrl(link);
    });
}

void MarkdownText::setText(const QString& markdown)
{
    m_markdown = markdown;
    document()->setDefaultFont(fontOf(TextStyle::Body));
    document()->setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                          QTextDocument::MarkdownNoHTML);
    spread();
    // Words set as code keep the field's own spelling: a fixed pitch, on the tint of a chip.
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
            const QTextFragment fragment = piece.fragment();
            if (!fragment.charFormat().fontFixedPitch())
                continue;
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            QTextCharFormat code;
            code.setFont(fontOf(TextStyle::Mono));
            code.setBackground(color(Role::Chip));
            cursor.mergeCharFormat(code);
        }
    setAccessibleName(document()->toPlainText());
    fit();
}

/// Paragraphs stand apart, the lines of a list less so.
void MarkdownText::spread()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextBlockFormat format = block.blockFormat();
        const bool isLast = !block.next().isValid();
        format.setTopMargin(0);
        format.setBottomMargin(isLast ? 0 : block.textList() && block.next().textList() ? px(3) : px(8));
        QTextCursor(block).setBlockFormat(format);
    }
}

/// The document holds colours of the theme.
void MarkdownText::changeEvent(QEvent* event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        setText(m_markdown);
}

void MarkdownText::resizeEvent(QResizeEvent* event)
{
    QTextBrowser::resizeEvent(event);
    fit();
}

void MarkdownText::wheelEvent(QWheelEvent* event)
{
    event->ignore();
}

void MarkdownText::fit()
{
    document()->setTextWidth(viewport()->width());
    setFixedHeight(static_cast<int>(std::ceil(document()->size().height())) + 2);
}

} // namespace greensward::ui
