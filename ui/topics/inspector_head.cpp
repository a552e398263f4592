// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/inspector_head.h"

#include "ui/kit/card.h"
#include "ui/models/delivery_book.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/retained_model.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace greensward::ui {

InspectorHead::InspectorHead(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_topic(new ElidedLabel(TextStyle::Mono, Role::Text, Qt::ElideMiddle, this))
    , m_origin(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
    , m_fate(new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, this))
    , m_qos(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_size(new Chip(Role::MutedText, Chip::Look::Tint, this))
    , m_retained(new QWidget(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), 0, px(16), px(8));
    column->setSpacing(px(6));
    column->addWidget(m_topic);
    column->addWidget(m_origin);
    column->addWidget(m_fate);
    auto* chips = new QHBoxLayout;
    chips->setSpacing(px(8));
    chips->addWidget(m_qos);
    chips->addWidget(m_size);
    chips->addStretch();
    column->addLayout(chips);
    auto* retained = new QHBoxLayout(m_retained);
    retained->setContentsMargins(0, 0, 0, 0);
    retained->setSpacing(px(8));
    m_stored = new Chip(Role::Information, Chip::Look::Tint, m_retained);
    m_delivered = new Chip(Role::Information, Chip::Look::Tint, m_retained);
    m_delivered->setToolTip(
        tr("Delivered as retained: to who subscribed after it was sent, because the broker kept it"));
    retained->addWidget(m_stored);
    retained->addWidget(m_delivered);
    retained->addStretch();
    column->addWidget(m_retained);
    connect(&m_mirror.model<DeliveryBook>(), &DeliveryBook::changed, this, &InspectorHead::showFate);
    connect(&m_mirror.model<RetainedModel>(), &RetainedModel::changed, this, &InspectorHead::showFate);
}

void InspectorHead::show(const InspectedMessage& message)
{
    m_message = message;
    m_topic->setText(message.object.isEmpty() ? message.subject : message.object);
    const QString time = clockText(message.time);
    m_origin->setText(message.subject.isEmpty() ? time : tr("%1 · from %2").arg(time, message.subject));
    m_qos->set(message.isMessage() ? tr("QoS %1").arg(message.flags & trace::kQosMask)
                                   : toQString(trace::name(message.kind)),
               Role::MutedText);
    const auto kept = static_cast<std::uint32_t>(message.payload.size());
    if (kept < message.size)
        m_size->set(tr("trimmed, %1 of %2").arg(byteText(kept), byteText(message.size)), Role::Attention,
                    QStringLiteral("warning"));
    else
        m_size->set(byteText(message.size), Role::MutedText);
    m_size->setToolTip(kept < message.size
                           ? tr("The rest is not kept: it was sent whole, but this window has a part of it")
                           : QString());
    showFate();
}

void InspectorHead::showFate()
{
    const auto* entry = m_message.isMessage() && !m_message.subject.isEmpty()
                            ? m_mirror.model<DeliveryBook>().find(m_message.serial)
                            : nullptr;
    m_fate->setVisible(entry);
    if (entry) {
        QStringList parts;
        parts << (entry->delivered > 0 ? tr("→ %n received it", nullptr, static_cast<int>(entry->delivered))
                                       : tr("→ nobody received it"));
        if (entry->queued > 0)
            parts << tr("kept for %n who are away", nullptr, static_cast<int>(entry->queued));
        if (entry->dropped > 0)
            parts << tr("lost for %n", nullptr, static_cast<int>(entry->dropped));
        QString names = m_mirror.model<DeliveryBook>().receivers(*entry).join(QStringLiteral(", "));
        if (entry->delivered > DeliveryBook::kNamed)
            names += QStringLiteral(" …");
        m_fate->setText(names.isEmpty() ? parts.join(QStringLiteral(" · "))
                                        : QStringLiteral("%1: %2").arg(parts.join(QStringLiteral(" · ")), names));
    }
    const bool retains = m_message.isMessage() && (m_message.flags & trace::kRetain) != 0;
    const auto* kept = retains ? m_mirror.model<RetainedModel>().find(m_message.object.toStdString()) : nullptr;
    if (retains && kept && entry && kept->message == entry->id) {
        m_stored->set(tr("stored retained"), Role::Information, QStringLiteral("pin"));
        m_stored->setToolTip(tr("The broker keeps this message and gives it to whoever subscribes later"));
    } else if (retains) {
        m_stored->set(m_message.payload.isEmpty() ? tr("cleared the retained one") : tr("was retained"),
                      Role::MutedText, QStringLiteral("pin"));
        m_stored->setToolTip(tr("A later message took its place, or it was cleared"));
    }
    m_stored->setVisible(retains);
    m_delivered->setVisible(entry && entry->asRetained > 0);
    if (entry && entry->asRetained > 0)
        m_delivered->set(tr("as retained × %1").arg(entry->asRetained), Role::Information, QStringLiteral("clock"));
    m_retained->setVisible(retains || (entry && entry->asRetained > 0));
}

} // namespace greensward::ui
