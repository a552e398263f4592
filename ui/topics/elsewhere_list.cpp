// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topics/elsewhere_list.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/ignored_fields.h"
#include "ui/models/origin_key.h"
#include "ui/models/payload_difference.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr int kMostBranches = 64;
constexpr int kShownPayload = 60;

std::string_view viewOf(const QByteArray& bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

ElsewhereList::ElsewhereList(EngineMirror& mirror, QWidget* parent) : QWidget(parent), m_mirror(mirror)
{
    setAccessibleName(tr("The same topic at other brokers"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), 0, px(12), px(6));
    column->setSpacing(px(2));
    connect(&mirror.topics(), &TopicTreeModel::valuesChanged, this, &ElsewhereList::look);
    connect(&mirror.model<IgnoredFields>(), &IgnoredFields::changed, this, [this] { show(m_message); });
    hide();
}

void ElsewhereList::show(const InspectedMessage& message)
{
    m_message = message;
    for (Line& line : m_lines)
        line.message = {};
    look();
}

QStringList ElsewhereList::texts() const
{
    QStringList texts;
    for (const Line& line : m_lines)
        texts << line.row->accessibleName();
    return texts;
}

/// The same name under every other branch that is a broker.
QStringList ElsewhereList::keys() const
{
    QStringList keys;
    if (!m_message.isMessage())
        return keys;
    const TopicTreeModel& tree = m_mirror.topics();
    const QString own = originOfKey(m_message.object);
    const std::string name = nameOfKey(m_message.object).toStdString();
    for (int row = 0; row < std::min(tree.rowCount(), kMostBranches) && keys.size() < qsizetype{kMost}; ++row) {
        const QModelIndex branch = tree.index(row, 0);
        if (!branch.data(TopicTreeModel::EndpointRole).toBool())
            break; // of this workspace's own there is no second one
        const QString origin = originOfKey(branch.data(TopicTreeModel::PathRole).toString());
        const std::string key = originKey(origin.toStdString(), name);
        if (origin != own && newest(toQString(key)))
            keys << toQString(key);
    }
    return keys;
}

std::optional<InspectedMessage> ElsewhereList::newest(const QString& key) const
{
    const std::string topic = key.toStdString();
    if (const auto serial = m_mirror.log().newestOfTopic(topic))
        if (auto message = m_mirror.log().message(*serial); message && message->isMessage())
            return message;
    const auto last = m_mirror.topics().lastMessage(m_mirror.topics().indexOf(topic));
    if (!last)
        return std::nullopt;
    InspectedMessage message;
    message.kind = trace::Kind::MessagePublished;
    message.time = last->time;
    message.flags = last->flags;
    message.object = key;
    message.payload = last->payload;
    message.size = last->size;
    return message;
}

QString ElsewhereList::sentence(const Line& line) const
{
    const QString origin = originOfKey(line.key);
    const QString where = origin.isEmpty() ? tr("also at this gateway") : tr("also at %1").arg(origin);
    const QString value = oneLine(viewOf(line.message.payload), kShownPayload);
    QString differs;
    if (line.message.payload == m_message.payload) {
        differs = tr("the same");
    } else if (std::max(line.message.payload.size(), m_message.payload.size()) > kMostCompared) {
        differs = tr("differs");
    } else {
        const PayloadDifference found = difference(viewOf(line.message.payload), viewOf(m_message.payload),
                                                   m_mirror.model<IgnoredFields>().fields());
        const int counted = static_cast<int>(found.changes.size()) - found.ignored;
        differs = !found.comparable ? tr("differs")
                  : counted == 0    ? tr("the same content")
                  : counted == 1    ? tr("1 field differs")
                                    : tr("%1 fields differ").arg(counted);
    }
    return tr("%1: %2 · %3").arg(where, value.isEmpty() ? tr("empty") : value, differs);
}

void ElsewhereList::addLine(const QString& key)
{
    Line line;
    line.key = key;
    line.row = new QWidget(this);
    auto* row = new QHBoxLayout(line.row);
    row->setContentsMargins(0, 0, 0, 0);
    line.text = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideMiddle, line.row);
    line.compare = new QPushButton(tr("Compare"), line.row);
    line.compare->setMinimumHeight(px(24));
    setKind(*line.compare, ButtonKind::Quiet);
    row->addWidget(line.text, 1);
    row->addWidget(line.compare);
    connect(line.compare, &QPushButton::clicked, this, [this, key] {
        for (const Line& one : m_lines)
            if (one.key == key)
                return emit comparisonAsked(InspectedMessage(one.message));
    });
    layout()->addWidget(line.row);
    m_lines.push_back(line);
}

void ElsewhereList::look()
{
    const QStringList now = keys();
    QStringList before;
    for (const Line& line : m_lines)
        before << line.key;
    if (now != before) {
        for (const Line& line : m_lines) {
            line.row->hide();
            line.row->deleteLater(); // its button may be the caller
        }
        m_lines.clear();
        for (const QString& key : now)
            addLine(key);
        setVisible(!now.isEmpty());
    }
    for (Line& line : m_lines) {
        const auto message = newest(line.key);
        const bool same = !message || (line.message.isMessage() && message->event == line.message.event &&
                                       message->time == line.message.time);
        if (same)
            continue;
        line.message = *message;
        const QString text = sentence(line);
        line.text->setText(text);
        line.row->setAccessibleName(text);
        line.compare->setAccessibleName(tr("Compare with %1").arg(text));
        line.row->setVisible(true);
    }
}

} // namespace greensward::ui
