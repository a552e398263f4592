// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connections/moments_table.h"

#include "ui/connections/indented_delegate.h"
#include "ui/connections/lanes_view.h"
#include "ui/kit/theme.h"
#include "ui/models/number_text.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace greensward::ui {

bool MomentsModel::Row::operator==(const Row& other) const
{
    return moment.time == other.moment.time && moment.what == other.moment.what &&
           moment.session == other.moment.session && what == other.what && why == other.why;
}

void MomentsModel::show(const ClientLane* lane, WallTime until)
{
    std::vector<Row> rows;
    if (lane) {
        const auto moments = momentsOf(*lane, until);
        rows.reserve(moments.size());
        for (auto moment = moments.rbegin(); moment != moments.rend(); ++moment)
            if (const ClientSession* session = sessionOf(*moment, *lane)) {
                const ClientSession then = session->asOf(until);
                rows.push_back({*moment, whatText(*moment, then), whyText(*moment, then)});
            }
    }
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int MomentsModel::rowOf(const LaneMoment& moment) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row& row) {
        return row.moment.time == moment.time && row.moment.what == moment.what && row.moment.session == moment.session;
    });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int MomentsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int MomentsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumnCount;
}

QVariant MomentsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return row.why;
    if (role == Qt::FontRole && index.column() != What)
        return fontOf(TextStyle::Secondary);
    if (role == Qt::ForegroundRole && index.column() != What)
        return color(Role::MutedText);
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(index.column())) {
    case Time:
        return clockText(row.moment.time);
    case What:
        return row.what;
    default:
        return row.why;
    }
}

QVariant MomentsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time");
    case What:
        return tr("What happened");
    default:
        return tr("Why");
    }
}

MomentsTable::MomentsTable(ConnectionsModel& model, LanesView& lanes, QWidget* parent)
    : QTableView(parent), m_model(model), m_lanes(lanes)
{
    setAccessibleName(tr("What happened to the chosen client"));
    setModel(&m_moments);
    setItemDelegate(new IndentedDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(px(26));
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->resizeSection(MomentsModel::Time, px(110));
    horizontalHeader()->resizeSection(MomentsModel::What, px(280));
    connect(&lanes, &LanesView::currentChanged, this, &MomentsTable::refresh);
    connect(&model, &ConnectionsModel::lanesChanged, this, [this](const std::vector<int>& rows) {
        if (std::find(rows.begin(), rows.end(), m_lanes.currentLane()) != rows.end())
            refresh();
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid() && !m_marking)
            m_lanes.walkTo(m_moments.moment(row.row()));
    });
}

void MomentsTable::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    refresh();
}

void MomentsTable::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        emit eventAsked(m_moments.moment(currentIndex().row()).event);
    else
        QTableView::keyPressEvent(event);
}

void MomentsTable::refresh()
{
    if (!isVisible())
        return;
    const int row = m_lanes.currentLane();
    m_marking = true;
    m_moments.show(row >= 0 && row < m_model.rowCount() ? &m_model.lane(row) : nullptr, m_model.shownNow());
    mark();
    m_marking = false;
}

/// The moment that the lane is at.
void MomentsTable::mark()
{
    const auto& moment = m_lanes.currentMoment();
    const int row = moment ? m_moments.rowOf(*moment) : -1;
    if (row < 0)
        clearSelection();
    else if (row != currentIndex().row() || selectionModel()->selectedRows().isEmpty())
        selectRow(row);
}

} // namespace greensward::ui
