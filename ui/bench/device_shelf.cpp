// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_shelf.h"

#include "ui/bench/device_card.h"
#include "ui/bench/device_filter_model.h"
#include "ui/kit/theme.h"
#include "ui/models/qt_text.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr double kLeastCard = 352;
constexpr double kGap = 16;

} // namespace

DeviceShelf::DeviceShelf(EngineMirror& mirror, const DeviceFilterModel& shown, QWidget* parent)
    : QAbstractScrollArea(parent), m_mirror(mirror), m_faults(mirror.model<FaultModel>()), m_shown(shown)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Cards of the devices"));
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(px(40));
    const auto rebuild = [this] {
        for (const auto& [row, card] : std::exchange(m_cards, {}))
            card->deleteLater();
        relayout();
    };
    connect(&shown, &QAbstractItemModel::rowsInserted, this, rebuild);
    connect(&shown, &QAbstractItemModel::rowsRemoved, this, rebuild);
    connect(&shown, &QAbstractItemModel::modelReset, this, rebuild);
    connect(&shown, &QAbstractItemModel::layoutChanged, this, rebuild);
    connect(&shown, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& top, const QModelIndex& bottom) {
        for (auto card = m_cards.lower_bound(top.row()); card != m_cards.end() && card->first <= bottom.row(); ++card)
            refresh(*card->second, card->first);
    });
    connect(&m_faults, &FaultModel::faultsChanged, this, &DeviceShelf::showFaults);
    connect(&mirror.selection(), &Selection::clientChanged, this, [this](const QString& client) {
        showSelection();
        reveal(client);
    });
}

DeviceCard* DeviceShelf::make(int row)
{
    auto* card = new DeviceCard(m_mirror.devices().device(m_shown.sourceRow(row)), viewport());
    connect(card, &DeviceCard::commanded, &m_mirror, &EngineMirror::command);
    connect(card, &DeviceCard::publishAsked, &m_mirror, &EngineMirror::publish);
    connect(card, &DeviceCard::chosen, &m_mirror,
            [this](const std::string& id) { m_mirror.selection().setClient(toQString(id)); });
    for (auto* control : card->findChildren<QWidget*>())
        if (control->focusPolicy() != Qt::NoFocus)
            control->installEventFilter(this); // what has the focus is the device meant
    return card;
}

void DeviceShelf::refresh(DeviceCard& card, int row)
{
    card.setView(m_mirror.devices().device(m_shown.sourceRow(row)));
}

int DeviceShelf::heightOf(int row)
{
    const std::string& model = m_mirror.devices().device(m_shown.sourceRow(row)).model;
    const auto known = m_heights.find(model);
    if (known != m_heights.end())
        return known->second;
    DeviceCard* card = make(row);
    card->ensurePolished();
    const int height = card->sizeHint().height();
    delete card;
    return m_heights[model] = height;
}

void DeviceShelf::relayout()
{
    const int rows = m_shown.rowCount();
    m_across = std::max(1, (viewport()->width() + px(kGap)) / (px(kLeastCard) + px(kGap)));
    m_tops.clear();
    int top = 0;
    for (int row = 0; row < rows; row += m_across) {
        m_tops.push_back(top);
        int tall = 0;
        for (int at = row; at < std::min(row + m_across, rows); ++at)
            tall = std::max(tall, heightOf(at));
        top += tall + px(kGap);
    }
    m_tops.push_back(top);
    m_height = std::max(0, top - px(kGap));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    place();
}

void DeviceShelf::place()
{
    if (m_placing || m_tops.empty())
        return;
    m_placing = true;
    const int offset = verticalScrollBar()->value();
    const int rows = m_shown.rowCount();
    const auto lineAt = [this](int y) {
        const auto line = std::upper_bound(m_tops.begin(), m_tops.end(), y) - m_tops.begin() - 1;
        return static_cast<int>(std::max<std::ptrdiff_t>(line, 0));
    };
    const int first = lineAt(offset) * m_across;
    const int last = std::min(rows, (lineAt(offset + viewport()->height()) + 1) * m_across);
    for (auto card = m_cards.begin(); card != m_cards.end();) {
        const bool keeps = card->second->isAncestorOf(focusWidget() ? focusWidget() : this);
        if ((card->first >= first && card->first < last) || (keeps && card->first < rows)) {
            ++card;
        } else {
            card->second->deleteLater();
            card->second->hide();
            card = m_cards.erase(card);
        }
    }
    const int width = (viewport()->width() - (m_across - 1) * px(kGap)) / m_across;
    for (int row = first; row < last; ++row)
        if (!m_cards.contains(row))
            m_cards[row] = make(row);
    for (const auto& [row, card] : m_cards) {
        const auto line = static_cast<std::size_t>(row / m_across);
        card->setGeometry((row % m_across) * (width + px(kGap)), m_tops[line] - offset, width, heightOf(row));
        card->show();
    }
    m_placing = false;
    showFaults();
    showSelection();
}

void DeviceShelf::showFaults()
{
    for (const auto& [row, card] : m_cards) {
        QStringList names;
        for (const auto* fault : m_faults.faultsOf(card->deviceId()))
            names << faultName(simulator::faultSpec(fault->kind));
        card->setFaults(names);
    }
}

void DeviceShelf::showSelection()
{
    const std::string client = m_mirror.selection().client().toStdString();
    for (const auto& [row, card] : m_cards)
        card->setSelected(card->deviceId() == client);
}

void DeviceShelf::reveal(const QString& device)
{
    const int row = m_shown.rowOf(device);
    if (row < 0 || m_tops.empty())
        return;
    const int top = m_tops[static_cast<std::size_t>(row / m_across)];
    const int bottom = top + heightOf(row);
    QScrollBar& bar = *verticalScrollBar();
    if (top < bar.value())
        bar.setValue(top);
    else if (bottom > bar.value() + viewport()->height())
        bar.setValue(std::min(top, bottom - viewport()->height()));
}

std::vector<DeviceCard*> DeviceShelf::cards() const
{
    std::vector<DeviceCard*> cards;
    for (const auto& [row, card] : m_cards)
        cards.push_back(card);
    return cards;
}

void DeviceShelf::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    relayout();
}

void DeviceShelf::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    relayout();
}

void DeviceShelf::scrollContentsBy(int, int)
{
    place();
}

void DeviceShelf::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    case Qt::Key_PageDown:
        return verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
}

bool DeviceShelf::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        for (const auto& [row, card] : m_cards)
            if (card->isAncestorOf(qobject_cast<QWidget*>(watched)))
                m_mirror.selection().setClient(toQString(card->deviceId()));
    return QAbstractScrollArea::eventFilter(watched, event);
}

} // namespace greensward::ui
