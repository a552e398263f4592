// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_log_model.h"

#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr qint64 kSliceMillis = 8;

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

MessageLogModel::MessageLogModel(MessageStore::Limits limits, QObject* parent)
    : QAbstractTableModel(parent), m_store(limits)
{}

void MessageLogModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events())
        if (kLoggedKinds.contains(event.kind))
            m_store.append(chunk, event);
}

void MessageLogModel::publish()
{
    trim();
    if (m_scan.isActive() || m_published == m_store.end())
        return;
    appendPublished();
    emit countsChanged();
}

void MessageLogModel::appendPublished()
{
    const int first = rowCount();
    if (m_filter.isEmpty()) {
        beginInsertRows({}, first, first + static_cast<int>(m_store.end() - m_published) - 1);
        m_published = m_store.end();
        endInsertRows();
        return;
    }
    std::vector<Serial> fresh;
    for (Serial serial = m_published; serial < m_store.end(); ++serial)
        if (m_filter.matches(m_store, serial))
            fresh.push_back(serial);
    m_published = m_store.end();
    if (fresh.empty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(fresh.size()) - 1);
    m_rows.insert(m_rows.end(), fresh.begin(), fresh.end());
    endInsertRows();
}

void MessageLogModel::trim()
{
    const quint64 before = m_trimmed;
    while (m_store.overfull())
        evictOldestPage();
    if (m_trimmed != before)
        emit countsChanged();
}

void MessageLogModel::evictOldestPage()
{
    const Serial nextBegin = m_store.begin() + MessageStore::kPageRows;
    const std::size_t leaving =
        m_filter.isEmpty()
            ? std::min(nextBegin, m_published) - m_store.begin()
            : static_cast<std::size_t>(std::lower_bound(m_rows.begin(), m_rows.end(), nextBegin) - m_rows.begin());
    if (leaving > 0)
        beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
    m_trimmed += m_store.evictPage();
    m_published = std::max(m_published, m_store.begin());
    if (!m_filter.isEmpty())
        m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(leaving));
    m_filter.forgetNames();
    m_nextFilter.forgetNames();
    if (leaving > 0)
        endRemoveRows();
    m_scanned = std::max(m_scanned, m_store.begin());
    while (!m_nextRows.empty() && m_nextRows.front() < m_store.begin())
        m_nextRows.pop_front();
}

void MessageLogModel::setFilter(const LogFilter& filter)
{
    m_scan.stop();
    m_nextRows.clear();
    m_nextFilter = filter;
    m_scanned = m_store.begin();
    if (!filter.isEmpty()) {
        startScan();
        return;
    }
    beginResetModel();
    m_filter = {};
    m_rows.clear();
    endResetModel();
    emit countsChanged();
}

void MessageLogModel::startScan()
{
    m_scan.start(0, this);
    scanSlice();
}

void MessageLogModel::scanSlice()
{
    QElapsedTimer watch;
    watch.start();
    for (; m_scanned < m_published; ++m_scanned) {
        if ((m_scanned & 0xFFU) == 0 && watch.elapsed() >= kSliceMillis)
            return;
        if (m_nextFilter.matches(m_store, m_scanned))
            m_nextRows.push_back(m_scanned);
    }
    m_scan.stop();
    beginResetModel();
    m_filter = std::move(m_nextFilter);
    m_nextFilter = {};
    m_rows = std::exchange(m_nextRows, {});
    endResetModel();
    emit countsChanged();
}

void MessageLogModel::timerEvent(QTimerEvent* event)
{
    if (event->timerId() == m_scan.timerId())
        scanSlice();
    else
        QAbstractTableModel::timerEvent(event);
}

Serial MessageLogModel::serialAt(int row) const
{
    return m_filter.isEmpty() ? m_store.begin() + static_cast<Serial>(row) : m_rows[static_cast<std::size_t>(row)];
}

int MessageLogModel::rowOf(Serial serial) const
{
    if (!m_store.contains(serial) || serial >= m_published)
        return -1;
    if (m_filter.isEmpty())
        return static_cast<int>(serial - m_store.begin());
    const auto found = std::lower_bound(m_rows.begin(), m_rows.end(), serial);
    return found != m_rows.end() && *found == serial ? static_cast<int>(found - m_rows.begin()) : -1;
}

std::optional<InspectedMessage> MessageLogModel::message(Serial serial) const
{
    if (!m_store.contains(serial))
        return std::nullopt;
    const MessageRecord& record = m_store.record(serial);
    const std::string_view payload = m_store.payload(serial);
    InspectedMessage message;
    message.serial = serial;
    message.time = WallTime(Duration(record.time));
    message.kind = record.kind;
    message.flags = record.flags;
    message.subject = toQString(m_store.subject(serial));
    message.object = toQString(m_store.object(serial));
    message.payload = QByteArray(payload.data(), static_cast<qsizetype>(payload.size()));
    message.size = record.size;
    return message;
}

std::optional<Serial> MessageLogModel::previousOfTopic(Serial serial) const
{
    if (!m_store.contains(serial))
        return std::nullopt;
    const MessageRecord& here = m_store.record(serial);
    for (Serial at = serial; at-- > m_store.begin();) {
        const MessageRecord& other = m_store.record(at);
        if (other.object == here.object && other.kind == here.kind)
            return at;
    }
    return std::nullopt;
}

std::optional<Serial> MessageLogModel::nextOfTopic(Serial serial) const
{
    if (!m_store.contains(serial))
        return std::nullopt;
    const MessageRecord& here = m_store.record(serial);
    for (Serial at = serial + 1; at < m_published; ++at) {
        const MessageRecord& other = m_store.record(at);
        if (other.object == here.object && other.kind == here.kind)
            return at;
    }
    return std::nullopt;
}

std::optional<Serial> MessageLogModel::newestOfTopic(std::string_view topic) const
{
    const auto name = m_store.find(topic);
    for (Serial at = m_published; name && at-- > m_store.begin();) {
        const MessageRecord& record = m_store.record(at);
        if (record.object == *name && record.kind == trace::Kind::MessagePublished)
            return at;
    }
    return std::nullopt;
}

int MessageLogModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return static_cast<int>(m_filter.isEmpty() ? m_published - m_store.begin() : m_rows.size());
}

int MessageLogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant MessageLogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Serial serial = serialAt(index.row());
    const MessageRecord& record = m_store.record(serial);
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(serial, column);
    case Qt::ToolTipRole:
        if (column == Topic)
            return toQString(m_store.object(serial));
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == Qos || column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case SerialRole:
        return QVariant::fromValue(serial);
    case KindRole:
        return static_cast<int>(record.kind);
    case FlagsRole:
        return record.flags;
    case TrimmedRole:
        return record.size > record.length;
    default:
        return {};
    }
}

QString MessageLogModel::text(Serial serial, Column column) const
{
    const MessageRecord& record = m_store.record(serial);
    const bool isMessage = record.kind == trace::Kind::MessagePublished;
    switch (column) {
    case Time:
        return clockText(WallTime(Duration(record.time)));
    case From:
        return toQString(m_store.subject(serial));
    case Topic:
        return toQString(m_store.object(serial));
    case Qos:
        return isMessage ? QString::number(record.flags & trace::kQosMask) : QString();
    case Size:
        return isMessage ? countText(record.size) : QString();
    case Payload: {
        const QString line = oneLine(m_store.payload(serial));
        if (isMessage)
            return line;
        const QString kind = toQString(trace::name(record.kind));
        return line.isEmpty() ? kind : QStringLiteral("%1 · %2").arg(kind, line);
    }
    case kColumnCount:
        break;
    }
    return {};
}

QVariant MessageLogModel::headerData(int section, Qt::Orientation orientation, int role) const
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
    case Topic:
        return tr("Topic");
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
