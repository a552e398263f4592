// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/reply_box.h"

#include "ui/kit/card.h"
#include "ui/models/number_text.h"
#include "ui/models/subscription_model.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace greensward::ui {

ReplyBox::ReplyBox(SendDesk& desk, std::function<SendTemplate()> written, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_written(std::move(written))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    auto* row = new QHBoxLayout;
    m_reply = new QCheckBox(tr("Answer"), this);
    m_reply->setAccessibleName(tr("Answer by itself"));
    m_reply->setToolTip(tr("Sends what is written here whenever a message on the filter arrives, while this window can "
                           "be seen; never to the console's own messages, at most 10 a second"));
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("messages on, for example ask/#"));
    m_filter->setAccessibleName(tr("Filter of the messages to answer"));
    m_filter->setFont(fontOf(TextStyle::Mono));
    m_state = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_state->setWordWrap(true);
    row->addWidget(m_reply);
    row->addWidget(m_filter, 1);
    column->addLayout(row);
    column->addWidget(m_state);
    if (m_desk.reply())
        m_filter->setText(m_desk.reply()->filter);
    connect(m_reply, &QCheckBox::clicked, this, &ReplyBox::setReply);
    connect(&m_desk, &SendDesk::replyChanged, this, &ReplyBox::showReply);
    showReply();
}

void ReplyBox::setReply(bool on)
{
    if (!on)
        return m_desk.setReply(std::nullopt);
    const QString problem = SubscriptionModel::problemOf(m_filter->text());
    const QString unsendable = SendDesk::problemOf(m_written());
    if (problem.isEmpty() && unsendable.isEmpty()) {
        m_desk.setReply(ReplyRule{m_filter->text(), m_written()});
        return;
    }
    m_reply->setChecked(false);
    m_state->setText(problem.isEmpty() ? unsendable : problem);
}

void ReplyBox::showReply()
{
    m_reply->setChecked(m_desk.reply().has_value());
    m_filter->setReadOnly(m_desk.reply().has_value());
    if (!m_desk.reply())
        m_state->setText({});
    else if (m_desk.heldBack() > 0)
        m_state->setText(tr("%1 answered, %2 not: more than 10 in a second")
                             .arg(countText(m_desk.replied()), countText(m_desk.heldBack())));
    else
        m_state->setText(tr("%1 answered on %2").arg(countText(m_desk.replied()), m_desk.reply()->answer.topic));
}

} // namespace greensward::ui
