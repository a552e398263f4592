// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/labs/command_block.h"

#include "ui/kit/style_painters.h"
#include "ui/kit/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

CommandBlock::CommandBlock(const QString& commands, QWidget* parent)
    : QWidget(parent), m_commands(commands), m_text(new QPlainTextEdit(this)), m_copy(new QToolButton(this))
{
    m_text->setPlainText(commands);
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fontOf(TextStyle::Mono));
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_text->setTabChangesFocus(true);
    m_text->viewport()->setAutoFillBackground(false);
    m_text->setAccessibleName(tr("Commands for a terminal"));
    const int lines = static_cast<int>(commands.count(QLatin1Char('\n'))) + 1;
    m_text->setFixedHeight(lines * QFontMetrics(m_text->font()).lineSpacing() + px(22));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the commands"));
    m_copy->setMinimumHeight(px(26));
    connect(m_copy, &QToolButton::clicked, this, &CommandBlock::copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(8), px(6), px(4), px(4));
    column->setSpacing(0);
    column->addWidget(m_text);
    column->addWidget(m_copy, 0, Qt::AlignRight);
}

void CommandBlock::copy()
{
    constexpr int kTold = 1500;
    QGuiApplication::clipboard()->setText(m_commands + QLatin1Char('\n'));
    m_copy->setText(tr("Copied"));
    QTimer::singleShot(kTold, m_copy, [copy = m_copy] { copy->setText(CommandBlock::tr("Copy")); });
}

void CommandBlock::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painters::roundedRect(painter, rect(), px(6), color(Role::Chip));
}

} // namespace greensward::ui
