// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/testclient/message_view.h"

#include "ui/kit/card.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/subscription_model.h"

#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QVBoxLayout>

namespace greensward::ui {

MessageView::MessageView(EngineMirror& mirror, QWidget* parent)
    : QWidget(parent)
    , m_mirror(mirror)
    , m_topic(new RoleLabel(TextStyle::Mono, Role::MutedText, {}, this))
    , m_format(new QTabBar(this))
    , m_text(new QPlainTextEdit(this))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(8), 0, 0, 0);
    column->setSpacing(0);
    m_format->setDrawBase(false);
    m_format->setExpanding(false);
    m_format->setAccessibleName(tr("Format of the payload"));
    m_format->addTab(tr("JSON"));
    m_format->addTab(tr("Raw"));
    m_format->addTab(tr("Hex"));
    m_topic->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_topic->setWordWrap(true);
    m_topic->setContentsMargins(px(8), px(4), px(8), px(2));
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(fontOf(TextStyle::Mono));
    m_text->setAccessibleName(tr("Payload of the message"));
    m_text->setPlaceholderText(tr("Choose a message to read it."));
    m_text->setTabChangesFocus(true);
    column->addWidget(m_format);
    column->addWidget(m_topic);
    column->addWidget(m_text, 1);
    connect(m_format, &QTabBar::currentChanged, this, &MessageView::showText);
}

QWidget* MessageView::stop() const
{
    return m_text;
}

void MessageView::display(const QString& topic, trace::EventId message, const std::string& begin)
{
    const MessageStore& store = m_mirror.log().store();
    const auto serial = store.find(message);
    m_isWhole =
        serial ? store.record(*serial).length == store.record(*serial).size : begin.size() < ReceivedModel::kPayload;
    m_payload = serial ? std::string(store.payload(*serial)) : begin;
    m_topic->setText(topic);
    showText();
}

void MessageView::clear()
{
    m_payload.clear();
    m_topic->setText({});
    m_isWhole = true;
    m_text->clear();
}

void MessageView::setFormat(Format format)
{
    m_format->setCurrentIndex(format);
}

MessageView::Format MessageView::format() const
{
    return static_cast<Format>(m_format->currentIndex());
}

void MessageView::showText()
{
    if (m_topic->text().isEmpty())
        return;
    QString text;
    switch (format()) {
    case Json:
        text = readableText(m_payload);
        break;
    case Raw:
        text = isReadableText(m_payload) ? toQString(m_payload) : QString();
        break;
    case Hex:
        text = hexText(m_payload, 8);
        break;
    }
    if (m_payload.empty())
        text = tr("(an empty payload)");
    else if (text.isEmpty())
        text = tr("(this is no text: see Hex)");
    if (!m_isWhole)
        text += QLatin1Char('\n') + tr("… only the beginning of it is still known");
    m_text->setPlainText(text);
}

} // namespace greensward::ui
