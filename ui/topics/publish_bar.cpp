// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/publish_bar.h"

#include "mqtt/topic.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace greensward::ui {

PublishBar::PublishBar(QWidget* parent)
    : QWidget(parent)
    , m_topic(new QLineEdit(this))
    , m_payload(new QLineEdit(this))
    , m_qos(new QComboBox(this))
    , m_retain(new QCheckBox(tr("Retain"), this))
    , m_send(new QPushButton(tr("Send"), this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    m_topic->setPlaceholderText(tr("Topic"));
    m_topic->setAccessibleName(tr("Topic to publish on"));
    m_topic->setFont(fontOf(TextStyle::Mono));
    m_payload->setPlaceholderText(tr("Payload, for example {\"water\":\"on\"}"));
    m_payload->setAccessibleName(tr("Payload"));
    m_payload->setFont(fontOf(TextStyle::Mono));
    m_payload->setMaxLength(128 * 1024);
    m_qos->setAccessibleName(tr("Quality of service"));
    for (int qos = 0; qos <= 2; ++qos)
        m_qos->addItem(tr("QoS %1").arg(qos), qos);
    m_retain->setAccessibleName(tr("Retain the message"));
    m_retain->setToolTip(tr("The broker keeps the message and gives it to later subscribers"));
    m_send->setAccessibleName(tr("Send the message"));
    m_send->setToolTip(tr("Send the message (Ctrl+Enter)"));
    m_send->setIcon(icon(QStringLiteral("send"), Role::OnFill));
    setKind(*m_send, ButtonKind::Primary);
    row->addWidget(m_topic, 2);
    row->addWidget(m_payload, 3);
    row->addWidget(m_qos);
    row->addWidget(m_retain);
    row->addWidget(m_send);

    auto* send = new QAction(this);
    send->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    send->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(send);
    connect(send, &QAction::triggered, this, &PublishBar::send);
    connect(m_send, &QPushButton::clicked, this, &PublishBar::send);
    connect(m_topic, &QLineEdit::textChanged, this, &PublishBar::check);
    check();
}

void PublishBar::setTopic(const QString& topic)
{
    m_topic->setText(topic);
    m_topic->setCursorPosition(0);
}

void PublishBar::focusTopic()
{
    m_topic->setFocus(Qt::ShortcutFocusReason);
    m_topic->selectAll();
}

void PublishBar::check()
{
    const bool usable = mqtt::checkTopicName(m_topic->text().toStdString()).has_value();
    m_send->setEnabled(usable);
    m_topic->setToolTip(usable || m_topic->text().isEmpty() ? QString()
                                                            : tr("A topic to publish on has no + and no #"));
}

void PublishBar::send()
{
    if (!m_send->isEnabled())
        return;
    emit publishAsked({m_topic->text().toStdString(), m_payload->text().toStdString(), m_qos->currentData().toInt(),
                       m_retain->isChecked()});
}

} // namespace greensward::ui
