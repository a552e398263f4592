// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/journeys/journey_model.h"

#include "ui/journeys/follow.h"

namespace greensward::ui {

JourneyModel::JourneyModel(EngineMirror& mirror) : m_mirror(mirror)
{
    // The chunk itself: ingest() is given what is in it.
    connect(&mirror.feed(), &EventFeed::arrived, this, [this](const trace::ChunkPtr& chunk) { m_memory.keep(chunk); });
    connect(&mirror.selection(), &Selection::eventChanged, this, [this] {
        if (m_viewers > 0)
            openSelected();
    });
}

void JourneyModel::addViewer()
{
    if (++m_viewers == 1)
        openSelected();
}

void JourneyModel::removeViewer()
{
    --m_viewers;
}

void JourneyModel::ingest(const trace::Chunk&) {}

void JourneyModel::publish()
{
    if (m_viewers > 0 && m_journey.extend(m_memory))
        show(false);
}

void JourneyModel::openSelected()
{
    const trace::EventId event = m_mirror.selection().event();
    if (event == m_opened && m_journey.standing() == Journey::Standing::Found) {
        if (m_journey.extend(m_memory)) // nobody looked for a while
            show(false);
        return;
    }
    m_opened = event;
    m_journey = Journey(m_memory, event);
    show(true);
}

void JourneyModel::show(bool another)
{
    beginResetModel();
    m_steps = stepsOf(m_journey);
    if (auto follow = followStep(m_journey))
        m_steps.insert(m_steps.begin(), std::move(*follow));
    m_pills = pillsOf(m_journey);
    endResetModel();
    emit journeyChanged(another);
}

/// Internal id: 0 for a step, 1 + the step's row for a part of it.
QModelIndex JourneyModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex JourneyModel::parent(const QModelIndex& child) const
{
    return child.isValid() && child.internalId() > 0
               ? createIndex(static_cast<int>(child.internalId()) - 1, 0, quintptr{0})
               : QModelIndex();
}

const JourneyStep* JourneyModel::stepAt(const QModelIndex& index) const
{
    if (!index.isValid())
        return nullptr;
    const auto row = static_cast<std::size_t>(index.row());
    return index.internalId() == 0 ? &m_steps[row] : &m_steps[index.internalId() - 1].parts[row];
}

int JourneyModel::rowCount(const QModelIndex& parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_steps.size());
    if (parent.column() != 0 || parent.internalId() != 0)
        return 0;
    return static_cast<int>(m_steps[static_cast<std::size_t>(parent.row())].parts.size());
}

int JourneyModel::columnCount(const QModelIndex&) const
{
    return kColumnCount;
}

QVariant JourneyModel::data(const QModelIndex& index, int role) const
{
    const JourneyStep* step = stepAt(index);
    if (!step)
        return {};
    if (role == Qt::ToolTipRole || role == Qt::DisplayRole) {
        switch (static_cast<Column>(index.column())) {
        case Step:
            return step->title;
        case Detail:
            return step->detail;
        default:
            return step->when;
        }
    }
    if (role == Qt::AccessibleTextRole && index.column() == Step)
        return QStringList{step->title, step->detail, step->when}.join(QStringLiteral(", "));
    if (role == Qt::TextAlignmentRole && index.column() == When)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant JourneyModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == When)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Step:
        return tr("Step");
    case Detail:
        return tr("How and why");
    default:
        return tr("When");
    }
}

} // namespace greensward::ui
