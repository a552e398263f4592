// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/command_line.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kLetters = 44; ///< of a line before it wraps, at least
constexpr int kFewestLines = 2;

} // namespace

CommandLine::CommandLine(const QString& commands, QWidget* parent) : QWidget(parent), m_text(new QPlainTextEdit(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setFont(fontOf(TextStyle::Mono));
    m_text->setAccessibleName(tr("Commands for a terminal"));
    row->addWidget(m_text, 1, Qt::AlignTop);
    auto* copy = new QPushButton(tr("Copy"), this);
    copy->setAccessibleName(tr("Copy the commands"));
    row->addWidget(copy, 0, Qt::AlignTop);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(this->commands()); });
    setCommands(commands);
}

void CommandLine::setCommands(const QString& commands)
{
    m_text->setPlainText(commands);
    int lines = 0;
    for (const QString& line : commands.split(QLatin1Char('\n')))
        lines += 1 + static_cast<int>(line.size()) / kLetters;
    m_text->setFixedHeight(QFontMetrics(m_text->font()).lineSpacing() * std::max(lines, kFewestLines) + px(20));
}

QString CommandLine::commands() const
{
    return m_text->toPlainText();
}

} // namespace greensward::ui
