// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/retained_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/filter.h"
#include "ui/models/number_text.h"
#include "ui/models/payload_text.h"
#include "ui/models/qt_text.h"

#include <QUndoCommand>

#include <algorithm>

namespace greensward::ui {

namespace {

/// Beyond so many changes in one frame, views are told once.
constexpr std::size_t kOneByOne = 64;
constexpr int kMostUndoSteps = 20;

class ClearRetained final : public QUndoCommand
{
public:
    ClearRetained(PublishJob& job, std::vector<PublishRequest> kept, std::vector<std::string> topics)
        : QUndoCommand(RetainedModel::tr("clear %n retained message(s)", nullptr, static_cast<int>(topics.size())))
        , m_job(job)
        , m_kept(std::move(kept))
        , m_topics(std::move(topics))
    {}

    void redo() override
    {
        std::vector<PublishRequest> requests;
        requests.reserve(m_topics.size());
        for (const std::string& topic : m_topics)
            requests.push_back({.topic = topic, .payload = {}, .qos = 0, .retain = true});
        m_job.add(std::move(requests));
    }
    void undo() override { m_job.add(m_kept); }

private:
    PublishJob& m_job;
    std::vector<PublishRequest> m_kept;
    std::vector<std::string> m_topics;
};

} // namespace

RetainedModel::RetainedModel(EngineMirror& mirror) : m_mirror(mirror), m_job(mirror)
{
    m_undo.setUndoLimit(kMostUndoSteps);
    connect(&m_mirror, &EngineMirror::secondPassed, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, Age), index(static_cast<int>(m_rows.size()) - 1, Age), {Qt::DisplayRole});
    });
}

void RetainedModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        switch (event.kind) {
        case trace::Kind::MessagePublished:
            m_lastPublish = event.id;
            m_lastFlags = event.flags;
            break;
        case trace::Kind::RetainedStored: {
            const std::string_view payload = chunk.text(event.payload);
            m_pending[std::string(chunk.text(event.object))] =
                Row{.topic = std::string(chunk.text(event.object)),
                    .payload = std::string(payload),
                    .sender = std::string(chunk.text(event.subject)),
                    .size = event.payloadSize,
                    .flags = event.cause != 0 && event.cause == m_lastPublish ? m_lastFlags : event.flags,
                    .time = event.time,
                    .message = event.cause,
                    .fromBefore = event.cause == 0};
            break;
        }
        case trace::Kind::RetainedCleared:
            m_pending[std::string(chunk.text(event.object))] = std::nullopt;
            break;
        default:
            break;
        }
    }
}

void RetainedModel::publish()
{
    if (m_pending.empty())
        return;
    const bool atOnce = m_pending.size() > kOneByOne;
    if (!atOnce) {
        for (auto& [topic, row] : m_pending)
            row ? store(std::move(*row)) : drop(topic);
    } else {
        beginResetModel();
        std::map<std::string, Row> all;
        for (Row& row : m_rows)
            all.emplace(row.topic, std::move(row));
        for (auto& [topic, row] : m_pending)
            if (row)
                all.insert_or_assign(topic, std::move(*row));
            else
                all.erase(topic);
        m_rows.clear();
        m_bytes = 0;
        for (auto& [topic, row] : all) {
            if (m_bytes + row.payload.size() > kMostBytes)
                row.payload = {};
            m_bytes += row.payload.size();
            m_rows.push_back(std::move(row));
        }
        endResetModel();
    }
    m_pending.clear();
    emit changed();
}

void RetainedModel::store(Row row)
{
    if (m_bytes + row.payload.size() > kMostBytes)
        row.payload = {};
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), row.topic,
                                        [](const Row& one, const std::string& topic) { return one.topic < topic; });
    const int at = static_cast<int>(place - m_rows.begin());
    m_bytes += row.payload.size();
    if (place != m_rows.end() && place->topic == row.topic) {
        m_bytes -= place->payload.size();
        *place = std::move(row);
        emit dataChanged(index(at, 0), index(at, kColumnCount - 1));
        return;
    }
    beginInsertRows({}, at, at);
    m_rows.insert(place, std::move(row));
    endInsertRows();
}

void RetainedModel::drop(const std::string& topic)
{
    const auto* known = find(topic);
    if (!known)
        return;
    const auto at = known - m_rows.data();
    beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at));
    m_bytes -= known->payload.size();
    m_rows.erase(m_rows.begin() + at);
    endRemoveRows();
}

const RetainedModel::Row* RetainedModel::find(std::string_view topic) const
{
    const auto place = std::lower_bound(m_rows.begin(), m_rows.end(), topic,
                                        [](const Row& one, std::string_view wanted) { return one.topic < wanted; });
    return place != m_rows.end() && place->topic == topic ? &*place : nullptr;
}

bool RetainedModel::matches(int row, const Filter& filter) const
{
    const Row& here = this->row(row);
    return filter.matches({.topic = here.topic,
                           .from = here.sender,
                           .text = {},
                           .payload = here.payload,
                           .time = here.time,
                           .size = here.size,
                           .kind = trace::Kind::MessagePublished,
                           .flags = static_cast<std::uint8_t>(here.flags | trace::kRetain),
                           .hasMessage = true});
}

void RetainedModel::clear(const QStringList& topics)
{
    std::vector<PublishRequest> kept;
    std::vector<std::string> names;
    for (const QString& topic : topics) {
        const Row* row = find(topic.toStdString());
        if (!row)
            continue;
        names.push_back(row->topic);
        if (row->isWhole())
            kept.push_back(
                {.topic = row->topic, .payload = row->payload, .qos = row->flags & trace::kQosMask, .retain = true});
    }
    if (!names.empty())
        m_undo.push(new ClearRetained(m_job, std::move(kept), std::move(names)));
}

int RetainedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RetainedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant RetainedModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& here = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == Topic)
            return toQString(here.topic);
        if (index.column() == Size)
            return byteText(here.size);
        return here.fromBefore ? tr("before the start") : ageText(m_mirror.now() - here.time);
    case Qt::ToolTipRole:
        return here.isWhole() ? oneLine(here.payload)
                              : tr("Too large to be kept here: once cleared, it cannot be brought back.");
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::Alignment((index.column() == Topic ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    case TopicRole:
        return toQString(here.topic);
    case PayloadRole:
        return QByteArray(here.payload.data(), static_cast<qsizetype>(here.payload.size()));
    case RestorableRole:
        return here.isWhole();
    default:
        return {};
    }
}

QVariant RetainedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment((section == Topic ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return section == Topic ? tr("Topic") : section == Size ? tr("Size") : tr("Kept for");
}

} // namespace greensward::ui
