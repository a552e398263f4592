// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/passage_view.h"

#include "ui/kit/theme.h"
#include "ui/labs/command_block.h"
#include "ui/labs/markdown_text.h"

#include <QStringList>
#include <QVBoxLayout>

namespace greensward::ui {

PassageView::PassageView(const QString& markdown, QWidget* parent) : QWidget(parent)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    QStringList lines;
    const auto end = [&](bool isCommand) {
        const QString text = lines.join(QLatin1Char('\n')).trimmed();
        lines.clear();
        if (text.isEmpty())
            return;
        if (isCommand) {
            column->addWidget(new CommandBlock(text, this));
            return;
        }
        auto* part = new MarkdownText(this);
        part->setText(text);
        connect(part, &MarkdownText::linkAsked, this, &PassageView::linkAsked);
        column->addWidget(part);
    };
    bool inCommand = false;
    for (const QString& line : markdown.split(QLatin1Char('\n'))) {
        const bool begins = !inCommand && line.startsWith(QLatin1String("```sh"));
        const bool ends = inCommand && line.startsWith(QLatin1String("```"));
        if (!begins && !ends) {
            lines << line;
            continue;
        }
        end(inCommand);
        inCommand = begins;
    }
    end(inCommand);
}

} // namespace greensward::ui
