// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/field_model.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/fuzzy.h"
#include "ui/models/number_text.h"
#include "ui/plots/json_path.h"

#include <QElapsedTimer>
#include <QTimerEvent>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr qint64 kSliceMillis = 8;

} // namespace

FieldModel::FieldModel(EngineMirror& mirror, QObject* parent) : QAbstractListModel(parent), m_mirror(mirror)
{
    collectTopics({});
    if (!readSlice())
        m_timer.start(0, this);
    narrow();
}

void FieldModel::collectTopics(const QModelIndex& parent)
{
    const TopicTreeModel& tree = m_mirror.topics();
    for (int row = 0; row < tree.rowCount(parent); ++row) {
        const QModelIndex child = tree.index(row, 0, parent);
        if (tree.data(child, TopicTreeModel::HasMessageRole).toBool())
            m_topics << tree.data(child, TopicTreeModel::PathRole).toString();
        collectTopics(child);
    }
}

/// True when all has been read.
bool FieldModel::readSlice()
{
    QElapsedTimer watch;
    watch.start();
    for (; m_nextTopic < m_topics.size() && m_fields.size() < kMostFields; ++m_nextTopic) {
        if (watch.elapsed() >= kSliceMillis)
            return false;
        const QString& topic = m_topics[m_nextTopic];
        const auto last = m_mirror.topics().lastMessage(m_mirror.topics().indexOf(topic.toStdString()));
        if (!last)
            continue;
        const auto fields = numericFields({last->payload.constData(), static_cast<std::size_t>(last->payload.size())});
        for (const NumericField& field : fields)
            m_fields.push_back({{topic, QString::fromStdString(field.path)}, field.value, field.elements});
    }
    return true;
}

void FieldModel::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_timer.timerId()) {
        QAbstractListModel::timerEvent(event);
        return;
    }
    if (!readSlice())
        return;
    m_timer.stop();
    narrow();
}

void FieldModel::setPattern(const QString& pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    narrow();
}

void FieldModel::narrow()
{
    struct Hit
    {
        std::size_t field;
        int score;
    };
    std::vector<Hit> hits;
    for (std::size_t at = 0; at < m_fields.size(); ++at) {
        const SeriesRef& series = m_fields[at].series;
        if (const auto match = fuzzyMatch(m_pattern, QString(series.topic + QLatin1Char(' ') + series.path)))
            hits.push_back({at, match->score});
    }
    m_matches = hits.size();
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit& one, const Hit& other) { return one.score > other.score; });
    beginResetModel();
    m_rows.clear();
    for (std::size_t at = 0; at < std::min(hits.size(), kMostRows); ++at)
        m_rows.push_back(hits[at].field);
    endResetModel();
    emit countsChanged();
}

QString FieldModel::textOf(const Field& field)
{
    return field.elements > 0 ? tr("%n elements", nullptr, static_cast<int>(field.elements)) : valueText(field.value);
}

SeriesRef FieldModel::series(int row) const
{
    return m_fields[m_rows[static_cast<std::size_t>(row)]].series;
}

int FieldModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant FieldModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Field& field = m_fields[m_rows[static_cast<std::size_t>(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
        return QStringLiteral("%1  %2").arg(field.series.topic, field.series.path);
    case Qt::AccessibleTextRole:
        return tr("%1 of %2: %3").arg(field.series.path, field.series.topic, textOf(field));
    case TopicRole:
        return field.series.topic;
    case PathRole:
        return field.series.path;
    case ValueRole:
        return textOf(field);
    default:
        return {};
    }
}

} // namespace greensward::ui
