// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kit/notice_bar.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace greensward::ui {

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_text(new RoleLabel(TextStyle::Body, Role::Text, {}, this))
    , m_answer(new QPushButton(this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_copy(new QPushButton(tr("Copy as AWS CLI"), this))
    , m_close(new QPushButton(tr("Close"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(6), px(12), px(6));
    row->setSpacing(px(6));
    m_text->setWordWrap(true);
    row->addWidget(m_text, 1);
    for (QPushButton* button : {m_answer, m_undo, m_copy, m_close}) {
        setKind(*button, ButtonKind::Quiet);
        row->addWidget(button);
    }
    setKind(*m_answer, ButtonKind::Danger);
    m_undo->setAccessibleName(tr("Take it back"));
    m_undo->setToolTip(tr("Take it back (Ctrl+Z)"));
    m_copy->setAccessibleName(tr("Copy as AWS CLI"));
    m_close->setAccessibleName(tr("Close the notice"));
    connect(m_answer, &QPushButton::clicked, this, [this] {
        const auto work = std::exchange(m_work, {});
        dismiss();
        if (work)
            work();
    });
    connect(m_undo, &QPushButton::clicked, this, [this] {
        dismiss();
        emit undoAsked();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_cli); });
    connect(m_close, &QPushButton::clicked, this, [this] { dismiss(); });
    hide();
}

void NoticeBar::put(const QString& sentence, bool isProblem)
{
    m_text->setText(sentence);
    m_text->setRole(isProblem ? Role::Lost : Role::Text);
    m_answer->setVisible(m_work != nullptr);
    m_copy->setVisible(!m_cli.isEmpty());
    m_close->setText(m_work ? tr("Cancel") : tr("Close"));
    setVisible(true);
}

void NoticeBar::tell(const QString& sentence, const QString& cli, bool canUndo)
{
    m_work = {};
    m_cli = cli;
    m_undo->setVisible(canUndo);
    put(sentence, false);
}

void NoticeBar::complain(const QString& sentence, const QString& cli)
{
    m_work = {};
    m_cli = cli;
    m_undo->setVisible(false);
    put(sentence, true);
}

void NoticeBar::ask(const QString& question, const QString& answer, std::function<void()> work)
{
    m_work = std::move(work);
    m_cli.clear();
    m_undo->setVisible(false);
    m_answer->setText(answer);
    m_answer->setAccessibleName(answer);
    put(question, false);
    m_answer->setFocus(Qt::OtherFocusReason);
}

bool NoticeBar::dismiss()
{
    if (isHidden())
        return false;
    m_work = {};
    hide();
    return true;
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace greensward::ui
