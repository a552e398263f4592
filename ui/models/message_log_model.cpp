// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/message_log_model.h"

#include "ui/models/export_role.h"

#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>
#include <cstdlib>

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
    if (m_published == m_store.end())
        return;
    if (!m_held)
        appendPublished();
    emit countsChanged();
}

void MessageLogModel::setHeld(bool held)
{
    if (held == m_held)
        return;
    m_held = held;
    if (!held)
        publish();
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
    m_published = m_store.end();
    if (!m_scan.isActive()) // else it comes there by itself
        scanSlice();
}

void MessageLogModel::setLimits(MessageStore::Limits limits)
{
    m_store.setLimits(limits);
    trim();
    emit countsChanged();
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
    m_scanned = std::max(m_scanned, m_store.begin());
    if (leaving > 0)
        endRemoveRows();
}

void MessageLogModel::setFilter(const Filter& filter)
{
    m_scan.stop();
    beginResetModel();
    m_filter = StoreFilter(filter);
    m_rows.clear();
    m_scanned = m_store.begin();
    if (isFiltered()) {
        // The first rows come with the reset itself: nothing flickers.
        const auto found = matchesUntil(m_published, kSliceMillis);
        m_rows.assign(found.begin(), found.end());
        if (m_scanned < m_published)
            m_scan.start(0, this);
    }
    endResetModel();
    emit countsChanged();
}

/// Goes on where the last slice ended.
std::vector<Serial> MessageLogModel::matchesUntil(Serial end, qint64 millis)
{
    QElapsedTimer watch;
    watch.start();
    std::vector<Serial> found;
    for (; m_scanned < end; ++m_scanned) {
        if ((m_scanned & 0xFFU) == 0xFFU && watch.elapsed() >= millis)
            break;
        if (m_filter.matches(m_store, m_scanned))
            found.push_back(m_scanned);
    }
    return found;
}

void MessageLogModel::scanSlice()
{
    const auto found = matchesUntil(m_published, kSliceMillis);
    if (!found.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(found.size()) - 1);
        m_rows.insert(m_rows.end(), found.begin(), found.end());
        endInsertRows();
    }
    const bool done = m_scanned >= m_published;
    const bool wasScanning = m_scan.isActive();
    if (done)
        m_scan.stop();
    else if (!wasScanning)
        m_scan.start(0, this);
    if (wasScanning)
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

int MessageLogModel::rowOfEvent(trace::EventId event) const
{
    const auto serial = m_store.find(event);
    return serial ? rowOf(*serial) : -1;
}

void MessageLogModel::setTimeStyle(TimeStyle style)
{
    if (style == m_timeStyle)
        return;
    m_timeStyle = style;
    emit headerDataChanged(Qt::Horizontal, Time, Time);
    if (rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

void MessageLogModel::setReference(Serial serial)
{
    if (!m_store.contains(serial))
        return;
    m_reference = m_store.record(serial).time;
    if (m_timeStyle == TimeStyle::SinceReference && rowCount() > 0)
        emit dataChanged(index(0, Time), index(rowCount() - 1, Time));
}

std::optional<InspectedMessage> MessageLogModel::message(Serial serial) const
{
    if (!m_store.contains(serial))
        return std::nullopt;
    const MessageRecord& record = m_store.record(serial);
    const std::string_view payload = m_store.payload(serial);
    InspectedMessage message;
    message.serial = serial;
    message.event = record.event;
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

std::optional<Serial> MessageLogModel::nextOfTopic(Serial serial, Serial from) const
{
    if (!m_store.contains(serial))
        return std::nullopt;
    const MessageRecord& here = m_store.record(serial);
    for (Serial at = std::max({serial + 1, from, m_store.begin()}); at < m_published; ++at) {
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
        return text(index.row(), column);
    case Qt::ToolTipRole:
        return hint(serial, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((column == Qos || column == Size ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case kExportRole:
        if (column == Time)
            return QString::fromStdString(toIso8601(WallTime{Duration{record.time}}));
        if (column == Topic && record.kind != trace::Kind::MessagePublished)
            return {};
        if (column == Topic)
            return toQString(m_store.object(serial));
        if (column == Payload)
            return QByteArray(m_store.payload(serial).data(), static_cast<qsizetype>(m_store.payload(serial).size()));
        return {};
    case SerialRole:
        return QVariant::fromValue(serial);
    case KindRole:
        return static_cast<int>(record.kind);
    case FlagsRole:
        return record.flags;
    case SizeRole:
        return record.size;
    case TrimmedRole:
        return record.size > record.length;
    default:
        return {};
    }
}

/// "+1.204 s": signed, in seconds with milliseconds.
QString MessageLogModel::timeText(int row) const
{
    const std::int64_t time = m_store.record(serialAt(row)).time;
    if (m_timeStyle == TimeStyle::Clock)
        return clockText(WallTime(Duration(time)));
    std::int64_t from = m_reference;
    if (m_timeStyle == TimeStyle::SincePrevious)
        from = row > 0 ? m_store.record(serialAt(row - 1)).time : 0;
    if (from == 0)
        return QStringLiteral("–");
    const std::int64_t millis = (time - from) / 1'000'000;
    const QChar sign = millis < 0 ? QChar(0x2212) : QLatin1Char('+');
    const auto size = static_cast<quint64>(std::abs(millis));
    return tr("%1%2.%3 s", "a time span: sign, seconds, milliseconds")
        .arg(sign)
        .arg(countText(size / 1000))
        .arg(size % 1000, 3, 10, QLatin1Char('0'));
}

QString MessageLogModel::hint(Serial serial, Column column) const
{
    const MessageRecord& record = m_store.record(serial);
    switch (column) {
    case Time:
        return clockText(WallTime(Duration(record.time)));
    case From:
        return toQString(m_store.subject(serial));
    case Topic: {
        const QString topic = toQString(m_store.object(serial));
        return (record.flags & trace::kRetain) == 0 || record.kind != trace::Kind::MessagePublished
                   ? topic
                   : topic + QLatin1Char('\n') +
                         tr("Published with the retain flag: the broker keeps it for who subscribes later.");
    }
    case Size:
        return record.size > record.length ? tr("Trimmed, %1 → %2").arg(byteText(record.size), byteText(record.length))
                                           : QString();
    default:
        return {};
    }
}

QString MessageLogModel::text(int row, Column column) const
{
    const Serial serial = serialAt(row);
    const MessageRecord& record = m_store.record(serial);
    const bool isMessage = record.kind == trace::Kind::MessagePublished;
    switch (column) {
    case Time:
        return timeText(row);
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
        if (isMessage && record.size > record.length)
            return tr("trimmed, %1 → %2: %3").arg(byteText(record.size), byteText(record.length), line);
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
        return m_timeStyle == TimeStyle::Clock           ? tr("Time")
               : m_timeStyle == TimeStyle::SincePrevious ? tr("Since previous")
                                                         : tr("Since selected");
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
