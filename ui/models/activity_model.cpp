// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activity_model.h"

#include "ui/models/number_text.h"

#include <algorithm>

namespace greensward::ui {

using trace::Kind;

namespace {

constexpr trace::KindSet kShown{
    Kind::ClientConnected, Kind::ClientRefused,  Kind::ClientDisconnected, Kind::ClientTakenOver, Kind::WillPublished,
    Kind::WillWithheld,    Kind::MessageRefused, Kind::SubscribeRefused,   Kind::LinkRefused,     Kind::ProtocolError,
    Kind::LimitReached,    Kind::DeviceStarted,  Kind::DeviceStopped,      Kind::FaultInjected,   Kind::FaultHealed,
    Kind::ServiceStarted,  Kind::ServiceStopped, Kind::StoreFailed};

ActivityModel::Tone toneOf(Kind kind)
{
    switch (kind) {
    case Kind::ClientConnected:
    case Kind::DeviceStarted:
    case Kind::FaultHealed:
    case Kind::ServiceStarted:
        return ActivityModel::Tone::Good;
    case Kind::ClientTakenOver:
    case Kind::LimitReached:
    case Kind::FaultInjected:
        return ActivityModel::Tone::Attention;
    case Kind::ClientRefused:
    case Kind::WillPublished:
    case Kind::MessageRefused:
    case Kind::SubscribeRefused:
    case Kind::LinkRefused:
    case Kind::ProtocolError:
    case Kind::StoreFailed:
        return ActivityModel::Tone::Lost;
    default:
        return ActivityModel::Tone::Plain;
    }
}

QString toQString(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void ActivityModel::ingest(const trace::Chunk& chunk)
{
    for (const trace::Event& event : chunk.events()) {
        if (!kShown.contains(event.kind))
            continue;
        m_pending.push_back({event.time, event.kind, toQString(chunk.text(event.subject)),
                             toQString(chunk.text(event.object)), toQString(chunk.text(event.detail))});
        if (m_pending.size() > kMaxRows)
            m_pending.pop_front();
    }
}

void ActivityModel::publish()
{
    if (m_pending.empty())
        return;
    const std::size_t total = m_rows.size() + m_pending.size();
    if (total > kMaxRows) {
        // A quarter more than needed, so that a busy list does not move with every row.
        const std::size_t leaving = std::min(m_rows.size(), total - kMaxRows + kMaxRows / 4);
        if (leaving > 0) {
            beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
            m_rows.erase(m_rows.begin(), m_rows.begin() + static_cast<std::ptrdiff_t>(leaving));
            endRemoveRows();
        }
    }
    const int first = static_cast<int>(m_rows.size());
    beginInsertRows({}, first, first + static_cast<int>(m_pending.size()) - 1);
    std::move(m_pending.begin(), m_pending.end(), std::back_inserter(m_rows));
    m_pending.clear();
    endInsertRows();
}

bool ActivityModel::matches(int row, const Filter& filter) const
{
    if (filter.isEmpty())
        return true;
    const Row& one = m_rows[static_cast<std::size_t>(row)];
    const std::string subject = one.subject.toStdString();
    const std::string object = one.object.toStdString();
    const std::string text = std::string(trace::name(one.kind)) + ' ' + one.detail.toStdString();
    FilterRow what;
    what.from = subject;
    what.topic = object;
    what.text = text;
    what.time = one.time;
    what.kind = one.kind;
    return filter.matches(what);
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const auto sentence = [&row] {
        QStringList parts{toQString(trace::name(row.kind))};
        for (const QString& part : {row.detail, row.object})
            if (!part.isEmpty())
                parts << part;
        return parts.join(QStringLiteral(" · "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1 %2: %3").arg(clockText(row.time), row.subject, sentence());
    case Qt::ToolTipRole:
    case SentenceRole:
        return sentence();
    case TimeRole:
        return clockText(row.time);
    case SubjectRole:
        return row.subject;
    case ToneRole:
        return static_cast<int>(toneOf(row.kind));
    default:
        return {};
    }
}

} // namespace greensward::ui
