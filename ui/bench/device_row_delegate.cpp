// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_row_delegate.h"

#include "ui/bench/device_filter_model.h"
#include "ui/bench/state_look.h"
#include "ui/kit/icon.h"
#include "ui/kit/number_painter.h"
#include "ui/kit/style_painters.h"
#include "ui/models/device_model.h"
#include "ui/models/fault_model.h"
#include "ui/models/number_text.h"
#include "ui/models/qt_text.h"

#include <QPainter>

namespace greensward::ui {

namespace {

constexpr double kRow = 28;
constexpr double kCompactRow = 24;

/// What a person looks at first: a turbine's output, a sprinkler's flow, else whatever comes first.
const simulator::DeviceView::Value* leading(const simulator::DeviceView& view)
{
    for (const auto& value : view.values)
        if (value.name == "output" || value.name == "flow")
            return &value;
    return view.values.empty() ? nullptr : &view.values.front();
}

} // namespace

DeviceRowDelegate::DeviceRowDelegate(const DeviceModel& devices, const DeviceFilterModel& shown,
                                     const FaultModel& faults, QObject* parent)
    : QStyledItemDelegate(parent), m_devices(devices), m_shown(shown), m_faults(faults)
{}

QSize DeviceRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {px(200), px(m_compact ? kCompactRow : kRow)};
}

void DeviceRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painters::viewItem(option, *painter);
    const auto& view = m_devices.device(m_shown.sourceRow(index.row()));
    const StateLook look = lookOf(view.state);
    QRect place = option.rect.adjusted(px(16), 0, -px(16), 0);
    paintIcon(*painter, QRectF(place.left(), place.center().y() - px(8) + 1, px(16), px(16)), look.icon, look.role);
    place.setLeft(place.left() + px(26));
    if (const auto* value = leading(view)) {
        const QString unit = QStringLiteral(" ") + toQString(value->unit);
        painter->setFont(fontOf(TextStyle::Secondary));
        painter->setPen(color(Role::MutedText));
        painter->drawText(place.adjusted(place.width() - px(32), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, unit);
        place.setRight(place.right() - px(34));
        painter->setPen(color(view.state == simulator::DeviceState::Online ? Role::Text : Role::MutedText));
        const double width = paintNumber(*painter, place, valueText(value->value), fontOf(TextStyle::Body));
        place.setRight(place.right() - std::max(static_cast<int>(width), px(48)) - px(12));
    }
    const auto faults = m_faults.faultsOf(view.id);
    const QString state = faults.empty() ? stateText(view.state)
                          : faults.size() == 1
                              ? faultName(simulator::faultSpec(faults.front()->kind))
                              : FaultModel::tr("%n fault(s)", nullptr, static_cast<int>(faults.size()));
    painter->setFont(fontOf(TextStyle::Secondary));
    painter->setPen(color(faults.empty() ? look.role : Role::Lost));
    const int said = std::min(painter->fontMetrics().horizontalAdvance(state), place.width() / 2);
    painter->drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(state, Qt::ElideRight, said + 1));
    place.setRight(place.right() - said - px(12));
    painter->setFont(fontOf(TextStyle::Body));
    painter->setPen(color(Role::Text));
    painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(toQString(view.id), Qt::ElideMiddle, place.width()));
}

} // namespace greensward::ui
