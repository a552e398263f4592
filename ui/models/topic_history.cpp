// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/topic_history.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_number.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

TopicHistory::TopicHistory(EngineMirror& mirror) : m_mirror(mirror) {}

void TopicHistory::setTopic(const QString& topic)
{
    if (topic == m_topic)
        return;
    beginResetModel();
    m_topic = topic;
    m_topicText = topic.toStdString();
    m_trimmed = 0;
    m_bytes = 0;
    std::vector<Serial> found;
    const MessageStore& store = m_mirror.log().store();
    collect(store.begin(), found);
    m_rows.assign(found.begin(), found.end());
    m_seen = store.end() - m_mirror.log().unseen();
    for (const Serial serial : m_rows)
        m_bytes += store.record(serial).length;
    endResetModel();
    const QStringList choices = numbers();
    m_number = choices.contains(m_number) ? m_number : choices.value(0);
    readPoints();
    emit topicChanged();
    emit changed();
}

void TopicHistory::collect(Serial from, std::vector<Serial>& into) const
{
    const MessageStore& store = m_mirror.log().store();
    const auto name = store.find(m_topicText);
    if (!name || m_topicText.empty())
        return;
    const Serial end = store.end() - m_mirror.log().unseen();
    for (Serial at = std::max(from, store.begin()); at < end; ++at) {
        const MessageRecord& record = store.record(at);
        if (record.object == *name && record.kind == trace::Kind::MessagePublished)
            into.push_back(at);
    }
}

void TopicHistory::dropEvicted()
{
    const MessageStore& store = m_mirror.log().store();
    const auto gone = static_cast<int>(std::lower_bound(m_rows.begin(), m_rows.end(), store.begin()) - m_rows.begin());
    if (gone > 0) {
        beginRemoveRows({}, 0, gone - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + gone);
        endRemoveRows();
        m_trimmed += static_cast<quint64>(gone);
        m_bytes = 0;
        for (const Serial serial : m_rows)
            m_bytes += store.record(serial).length;
    }
    while (!m_points.empty() && m_points.front().serial < store.begin())
        m_points.pop_front();
}

void TopicHistory::publish()
{
    const MessageStore& store = m_mirror.log().store();
    const std::size_t before = m_rows.size();
    dropEvicted();
    bool moved = m_rows.size() != before;
    std::vector<Serial> fresh;
    collect(m_seen, fresh);
    m_seen = store.end() - m_mirror.log().unseen();
    if (!fresh.empty()) {
        const int first = static_cast<int>(m_rows.size());
        beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
        m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
        endInsertRows();
        for (const Serial serial : fresh) {
            m_bytes += store.record(serial).length;
            readPoint(serial);
        }
        moved = true;
    }
    if (moved)
        emit changed();
}

int TopicHistory::rowAt(Serial serial) const
{
    return static_cast<int>(std::upper_bound(m_rows.begin(), m_rows.end(), serial) - m_rows.begin()) - 1;
}

QStringList TopicHistory::numbers() const
{
    return m_rows.empty() ? QStringList() : payloadNumbers(m_mirror.log().store().payload(m_rows.back()));
}

void TopicHistory::setNumber(const QString& path)
{
    if (path == m_number)
        return;
    m_number = path;
    readPoints();
    emit changed();
}

void TopicHistory::readPoints()
{
    m_points.clear();
    const std::size_t skip = m_rows.size() > kMostPoints ? m_rows.size() - kMostPoints : 0;
    for (std::size_t at = skip; at < m_rows.size(); ++at)
        readPoint(m_rows[at]);
}

void TopicHistory::readPoint(Serial serial)
{
    if (m_number.isEmpty())
        return;
    if (const auto value = payloadNumber(m_mirror.log().store().payload(serial), m_number))
        m_points.push_back({serial, *value});
    if (m_points.size() > kMostPoints)
        m_points.pop_front();
}

int TopicHistory::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TopicHistory::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant TopicHistory::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const MessageStore& store = m_mirror.log().store();
    const Serial serial = serialAt(index.row());
    if (!store.contains(serial)) // evicted while the view is paused
        return {};
    const MessageRecord& record = store.record(serial);
    switch (role) {
    case SerialRole:
        return QVariant::fromValue(serial);
    case FlagsRole:
        return record.flags;
    case TrimmedRole:
        return record.size > record.length;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == Qos || index.column() == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Time:
        return clockText(WallTime(Duration(record.time)));
    case From:
        return toQString(store.subject(serial));
    case Qos:
        return QString::number(record.flags & trace::kQosMask);
    case Size:
        return countText(record.size);
    default:
        return oneLine(store.payload(serial));
    }
}

QVariant TopicHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Qos || section == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case From:
        return tr("From");
    case Qos:
        return tr("QoS");
    case Size:
        return tr("Bytes");
    case Payload:
        return tr("Payload");
    default:
        return {};
    }
}

} // namespace greensward::ui
