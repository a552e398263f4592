// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/fleet_table.h"

#include "ui/bench/fleet_model.h"
#include "ui/bench/state_look.h"
#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/why/why_subject.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace greensward::ui {

namespace {

constexpr double kRow = 28;
constexpr double kCompactRow = 24;

} // namespace

/// A device as one row: name, the shape of its state and its state in words or its fault, what it measures first, how
/// much it has sent.
class FleetTable::Delegate final : public QStyledItemDelegate
{
public:
    Delegate(const FleetModel& fleet, const FaultModel& faults, QObject* parent)
        : QStyledItemDelegate(parent), m_fleet(fleet), m_faults(faults)
    {}
    void setCompact(bool compact) { m_compact = compact; }

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {px(60), px(m_compact ? kCompactRow : kRow)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painters::viewItem(option, *painter);
        const QRect place = option.rect.adjusted(px(index.column() == 0 ? 16 : 4), 0,
                                                 -px(index.column() == FleetModel::SentColumn ? 16 : 4), 0);
        const auto& values = m_fleet.values(index.row());
        switch (index.column()) {
        case FleetModel::DeviceColumn:
            return text(*painter, place, toQString(m_fleet.name(index.row()).id), TextStyle::Body, Role::Text);
        case FleetModel::StateColumn:
            return state(*painter, place, index.row());
        case FleetModel::ValueColumn:
            return reading(*painter, place, index.row());
        default:
            painter->setPen(color(Role::MutedText));
            paintNumber(*painter, place, countText(values.published), fontOf(TextStyle::Secondary));
        }
    }

private:
    static void text(QPainter& painter, const QRect& place, const QString& words, TextStyle style, Role role)
    {
        painter.setFont(fontOf(style));
        painter.setPen(color(role));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(words, Qt::ElideMiddle, place.width()));
    }

    void state(QPainter& painter, const QRect& place, int row) const
    {
        const StateLook look = lookOf(m_fleet.values(row).state);
        const auto faults = m_faults.faultsOf(m_fleet.name(row).id);
        paintIcon(painter, QRectF(place.left(), place.center().y() - px(8) + 1, px(16), px(16)), look.icon, look.role);
        const QString words = faults.empty()       ? stateText(m_fleet.values(row).state)
                              : faults.size() == 1 ? faultName(simulator::faultSpec(faults.front()->kind))
                                                   : FleetTable::tr("%1 faults").arg(faults.size());
        text(painter, place.adjusted(px(22), 0, 0, 0), words, TextStyle::Secondary,
             faults.empty() ? look.role : Role::Lost);
    }

    void reading(QPainter& painter, QRect place, int row) const
    {
        const QString unit = toQString(m_fleet.name(row).unit);
        painter.setFont(fontOf(TextStyle::Secondary));
        painter.setPen(color(Role::MutedText));
        const int breadth = px(36); // units line up
        painter.drawText(place.adjusted(place.width() - breadth, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, unit);
        place.setRight(place.right() - breadth - px(4));
        painter.setPen(
            color(m_fleet.values(row).state == simulator::DeviceState::Online ? Role::Text : Role::MutedText));
        paintNumber(painter, place, valueText(double{m_fleet.values(row).value}), fontOf(TextStyle::Body));
    }

    const FleetModel& m_fleet;
    const FaultModel& m_faults;
    bool m_compact = false;
};

FleetTable::FleetTable(EngineMirror& mirror, QWidget* parent)
    : QTreeView(parent)
    , m_mirror(mirror)
    , m_fleet(new FleetModel(this))
    , m_delegate(new Delegate(*m_fleet, mirror.model<FaultModel>(), this))
{
    setModel(m_fleet);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Devices"));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(px(40));
    header()->setSectionResizeMode(FleetModel::DeviceColumn, QHeaderView::Stretch);
    for (const auto& [column, breadth] :
         {std::pair{FleetModel::StateColumn, 104}, {FleetModel::ValueColumn, 92}, {FleetModel::SentColumn, 68}}) {
        header()->setSectionResizeMode(column, QHeaderView::Fixed);
        header()->resizeSection(column, px(breadth));
    }
    header()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    new CellMenu(*this, mirror.scope(),
                 [](const QModelIndex& cell) { return senderTerm(cell.data(FleetModel::IdRole).toString()); });
    answerWhy(*this, [this] {
        return WhySubject{.client = currentIndex().data(FleetModel::IdRole).toString(),
                          .term = QStringLiteral("simulated-device")};
    });
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid())
            m_mirror.selection().setClient(current.data(FleetModel::IdRole).toString());
    });
    connect(&mirror.selection(), &Selection::clientChanged, this, &FleetTable::takeSelection);
    connect(m_fleet, &QAbstractItemModel::modelReset, this, &FleetTable::takeSelection);
    connect(&mirror.feed(), &EventFeed::snapshotDue, this, &FleetTable::refresh);
    connect(&mirror.model<FaultModel>(), &FaultModel::faultsChanged, viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void FleetTable::refresh()
{
    // An engine that is not asked does not look through its fleet.
    if (isVisible() || m_fleet->devices() == 0)
        m_fleet->setRoster(m_mirror.engine().roster());
}

void FleetTable::takeSelection()
{
    const std::string client = m_mirror.selection().client().toStdString();
    if (currentIndex().isValid() && m_fleet->name(currentIndex().row()).id == client)
        return;
    if (const int row = m_fleet->rowOf(client); row >= 0)
        setCurrentIndex(m_fleet->index(row, 0));
}

void FleetTable::setCompact(bool compact)
{
    m_delegate->setCompact(compact);
    doItemsLayout();
}

void FleetTable::showEvent(QShowEvent* event)
{
    QTreeView::showEvent(event);
    refresh();
}

void FleetTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space)
        event->ignore(); // pauses the view, as everywhere
    else
        QTreeView::keyPressEvent(event);
}

} // namespace greensward::ui
