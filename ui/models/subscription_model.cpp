// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/subscription_model.h"

#include "mqtt/topic.h"
#include "ui/models/brokers_port.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

namespace {

bool isSame(const ConsoleSubscription& one, const ConsoleSubscription& other)
{
    return one.filter == other.filter && one.broker == other.broker;
}

} // namespace

SubscriptionModel::SubscriptionModel(EngineMirror& mirror) : m_mirror(mirror)
{
    connect(&m_mirror.feed(), &EventFeed::snapshotDue, this, &SubscriptionModel::refresh);
    refresh();
}

QString SubscriptionModel::problemOf(const QString& filter)
{
    const std::string text = filter.toStdString();
    if (text.empty())
        return tr("A filter has at least one character.");
    if (mqtt::checkTopicFilter(text))
        return {};
    const QStringList levels = filter.split(QLatin1Char('/'));
    for (qsizetype at = 0; at < levels.size(); ++at) {
        const QString& level = levels[at];
        if (level.contains(QLatin1Char('#')) && level.size() > 1)
            return tr("“%1”: # stands alone in its level.").arg(level);
        if (level == QLatin1String("#") && at + 1 < levels.size())
            return tr("# stands for everything below, so it comes last.");
        if (level.contains(QLatin1Char('+')) && level.size() > 1)
            return tr("“%1”: + stands for one whole level, so it stands alone between slashes.").arg(level);
    }
    if (filter.startsWith(QLatin1String("$share/")))
        return tr("A shared subscription reads $share/group/filter.");
    return tr("A filter is UTF-8 text of at most 65,535 bytes without the character 0.");
}

void SubscriptionModel::subscribe(const QString& filter, int qos, const QString& broker)
{
    if (!problemOf(filter).isEmpty())
        return;
    if (broker.isEmpty())
        m_mirror.engine().subscribe(filter.toStdString(), qos);
    else if (BrokersPort* brokers = m_mirror.engine().brokers())
        brokers->subscribe(broker, filter.toStdString(), qos);
    m_mirror.feed().hurry();
    refresh();
}

void SubscriptionModel::unsubscribe(int row)
{
    const ConsoleSubscription one = subscription(row);
    if (one.broker.empty())
        m_mirror.engine().unsubscribe(one.filter);
    else if (BrokersPort* brokers = m_mirror.engine().brokers())
        brokers->unsubscribe(QString::fromStdString(one.broker), one.filter);
    m_mirror.feed().hurry();
    refresh();
}

void SubscriptionModel::setMuted(int row, bool muted)
{
    m_rows[static_cast<std::size_t>(row)].muted = muted;
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    emit marksChanged();
}

void SubscriptionModel::setMark(int row, int mark)
{
    m_rows[static_cast<std::size_t>(row)].mark = mark % kMarks;
    emit dataChanged(index(row, 0), index(row, kColumnCount - 1));
    emit marksChanged();
}

int SubscriptionModel::freeMark() const
{
    std::vector<int> used(kMarks, 0);
    for (const Row& row : m_rows)
        ++used[static_cast<std::size_t>(row.mark)];
    return static_cast<int>(std::min_element(used.begin(), used.end()) - used.begin());
}

void SubscriptionModel::refresh()
{
    const auto now = m_mirror.engine().subscriptions();
    const auto isThere = [&now](const Row& row) {
        return std::any_of(now.begin(), now.end(), [&row](const auto& one) { return isSame(one, row.what); });
    };
    bool marks = false;
    for (int row = static_cast<int>(m_rows.size()); row-- > 0;) {
        if (isThere(m_rows[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
        marks = true;
    }
    for (const ConsoleSubscription& one : now) {
        const auto known =
            std::find_if(m_rows.begin(), m_rows.end(), [&one](const Row& row) { return isSame(row.what, one); });
        const int at = static_cast<int>(known - m_rows.begin());
        if (known == m_rows.end()) {
            beginInsertRows({}, at, at);
            m_rows.push_back({one, freeMark(), false});
            endInsertRows();
            marks = true;
            continue;
        }
        ConsoleSubscription& was = known->what;
        const bool granted = was.granted != one.granted;
        if (!granted && was.qos == one.qos && was.problem == one.problem && was.received == one.received)
            continue;
        was = one;
        marks |= granted;
        emit dataChanged(index(at, 0), index(at, kColumnCount - 1));
    }
    if (marks)
        emit marksChanged();
}

std::optional<int> SubscriptionModel::markOf(std::string_view topic) const
{
    const OriginKey key = splitKey(topic);
    for (const Row& row : m_rows)
        if (!row.muted && row.what.granted && row.what.broker == key.origin &&
            mqtt::topicMatches(mqtt::splitShared(row.what.filter).filter, key.name))
            return row.mark;
    return std::nullopt;
}

int SubscriptionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SubscriptionModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant SubscriptionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const bool refused = !row.what.problem.empty();
    switch (role) {
    case MarkRole:
        return row.mark;
    case MutedRole:
        return row.muted;
    case RefusedRole:
        return refused;
    case FilterRole:
        return QString::fromStdString(row.what.filter);
    case Qt::ToolTipRole:
        return refused ? QString::fromStdString(row.what.problem) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == Qos || index.column() == Received ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case TopicFilter:
        return QString::fromStdString(originKey(row.what.broker, row.what.filter));
    case Qos:
        return QString::number(row.what.qos);
    case Received:
        return countText(row.what.received);
    default:
        return refused             ? tr("refused: %1").arg(QString::fromStdString(row.what.problem))
               : !row.what.granted ? tr("asked …")
               : row.muted         ? tr("muted")
                                   : tr("granted");
    }
}

QVariant SubscriptionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Qos || section == Received ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TopicFilter:
        return tr("Filter");
    case Qos:
        return tr("QoS");
    case Received:
        return tr("Came");
    case State:
        return tr("State");
    default:
        return {};
    }
}

void ReceivedModel::ingest(const trace::Chunk& chunk)
{
    const std::string& own = m_mirror.status().consoleClient;
    for (const trace::Event& event : chunk.events()) {
        const bool ours = event.origin != 0 || (!own.empty() && chunk.text(event.subject) == own);
        if (event.kind != trace::Kind::MessageDelivered || !ours)
            continue;
        m_fresh.push_back({.time = event.time,
                           .topic = originKey(chunk.origin(event), chunk.text(event.object)),
                           .payload = std::string(chunk.text(event.payload).substr(0, kPayload)),
                           .flags = event.flags,
                           .message = event.cause});
        if (m_fresh.size() > kMost)
            m_fresh.pop_front();
    }
}

void ReceivedModel::publish()
{
    if (m_fresh.empty())
        return;
    const auto excess = static_cast<int>(m_rows.size() + m_fresh.size()) - static_cast<int>(kMost);
    if (const int leaving = std::min(excess, static_cast<int>(m_rows.size())); leaving > 0) {
        beginRemoveRows({}, 0, leaving - 1);
        m_rows.erase(m_rows.begin(), m_rows.begin() + leaving);
        endRemoveRows();
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(m_fresh.size()) - 1);
    std::move(m_fresh.begin(), m_fresh.end(), std::back_inserter(m_rows));
    m_fresh.clear();
    endInsertRows();
}

void ReceivedModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_fresh.clear();
    endResetModel();
}

int ReceivedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ReceivedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant ReceivedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& here = row(index.row());
    const bool asRetained = (here.flags & trace::kRetain) != 0;
    switch (role) {
    case AsRetainedRole:
        return asRetained;
    case MessageRole:
        return QVariant::fromValue(here.message);
    case Qt::ToolTipRole:
        return asRetained ? tr("Delivered as retained: it was kept from before the subscription") : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Qos ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    case Qt::AccessibleTextRole:
        return index.column() == Topic && asRetained ? tr("%1, delivered as retained").arg(toQString(here.topic))
                                                     : data(index, Qt::DisplayRole);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    switch (index.column()) {
    case Time:
        return clockText(here.time);
    case Topic:
        return toQString(here.topic);
    case Qos:
        return QString::number(here.flags & trace::kQosMask);
    default:
        return oneLine(here.payload);
    }
}

QVariant ReceivedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment((section == Qos ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time:
        return tr("Time");
    case Topic:
        return tr("Received on");
    case Qos:
        return tr("QoS");
    default:
        return tr("Payload");
    }
}

} // namespace greensward::ui
