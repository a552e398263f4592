// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/passage_view.h"

#include "ui/kit/console_style.h"
#include "ui/kit/theme.h"
#include "ui/labs/command_block.h"
#include "ui/labs/markdown_text.h"

#include <QPushButton>
#include <QRegularExpression>
#include <QStringList>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

const QRegularExpression& actLink()
{
    static const QRegularExpression link(QStringLiteral(R"(\[([^\]]+)\]\(do:([^)\s]+)\))"));
    return link;
}

} // namespace

PassageView::PassageView(const QString& markdown, QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(px(8));
    QStringList lines;
    bool inCommand = false;
    const auto end = [&] {
        const QString text = lines.join(QLatin1Char('\n')).trimmed();
        lines.clear();
        if (text.isEmpty())
            return;
        if (inCommand)
            m_column->addWidget(new CommandBlock(text, this));
        else
            addText(text);
    };
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        const bool begins = !inCommand && line.startsWith(QLatin1String("```sh"));
        const bool ends = inCommand && line.startsWith(QLatin1String("```"));
        if (begins || ends) {
            end();
            inCommand = begins;
        } else if (!inCommand && actLink().match(line).hasMatch()) {
            end();
            addButtons(line);
        } else {
            lines << line;
        }
    }
    end();
}

void PassageView::addText(const QString& text)
{
    auto* part = new MarkdownText(this);
    part->setText(text);
    connect(part, &MarkdownText::linkAsked, this, &PassageView::linkAsked);
    m_column->addWidget(part);
}

void PassageView::addButtons(const QString& line)
{
    for (auto links = actLink().globalMatch(line); links.hasNext();) {
        const auto link = links.next();
        auto* button = new QPushButton(link.captured(1), this);
        connect(button, &QPushButton::clicked, this, [this, act = link.captured(2)] { emit actAsked(act); });
        m_column->addWidget(button, 0, Qt::AlignLeft); // one below the other: a guide is narrow
        m_buttons << button;
    }
}

void PassageView::setActsPossible(bool possible)
{
    for (QPushButton* button : m_buttons)
        button->setEnabled(possible);
}

} // namespace greensward::ui
