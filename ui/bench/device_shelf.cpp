// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bench/device_shelf.h"

#include "ui/bench/device_card.h"
#include "ui/bench/device_filter_model.h"
#include "ui/bench/live_card.h"
#include "ui/bench/live_devices.h"
#include "ui/kit/acts.h"
#include "ui/kit/theme.h"
#include "ui/models/qt_text.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace greensward::ui {

namespace {

constexpr double kLeastCard = 320;
constexpr double kGap = 12;

} // namespace

DeviceShelf::DeviceShelf(EngineMirror& mirror, const DeviceFilterModel& shown, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_mirror(mirror)
    , m_faults(mirror.model<FaultModel>())
    , m_live(mirror.model<LiveDevices>())
    , m_shown(shown)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Cards of the devices"));
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(px(40));
    connect(&shown, &QAbstractItemModel::rowsInserted, this, &DeviceShelf::rebuild);
    connect(&shown, &QAbstractItemModel::rowsRemoved, this, &DeviceShelf::rebuild);
    connect(&shown, &QAbstractItemModel::modelReset, this, &DeviceShelf::rebuild);
    connect(&shown, &QAbstractItemModel::layoutChanged, this, &DeviceShelf::rebuild);
    connect(&m_live, &LiveDevices::listChanged, this, &DeviceShelf::rebuild);
    connect(&m_live, &LiveDevices::valuesChanged, this, &DeviceShelf::refreshLive);
    connect(&mirror, &EngineMirror::secondPassed, this, &DeviceShelf::refreshLive);
    connect(&shown, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& top, const QModelIndex& bottom) {
        const int last = bottom.row() + liveCount();
        for (auto card = m_cards.lower_bound(top.row() + liveCount()); card != m_cards.end() && card->first <= last;
             ++card)
            refresh(*card->second, card->first);
    });
    connect(&m_faults, &FaultModel::faultsChanged, this, &DeviceShelf::showFaults);
    connect(&mirror.selection(), &Selection::clientChanged, this, [this](const QString& client) {
        showSelection();
        reveal(client);
    });
    rebuild();
}

void DeviceShelf::rebuild()
{
    for (const auto& [place, card] : std::exchange(m_cards, {})) {
        card->hide();
        card->deleteLater();
    }
    m_liveShown.clear();
    for (const LiveDevice& device : m_live.devices())
        if (isMeant(device))
            m_liveShown.push_back(device.id);
    relayout();
}

bool DeviceShelf::isMeant(const LiveDevice& device) const
{
    const std::string words = (device.certificate + QLatin1Char(' ') + device.address).toStdString();
    FilterRow row;
    row.from = device.id;
    row.text = words;
    return m_filter.matches(row);
}

int DeviceShelf::liveDevices() const
{
    return static_cast<int>(m_live.devices().size());
}

void DeviceShelf::setFilter(const Filter& filter)
{
    m_filter = filter;
    rebuild();
}

int DeviceShelf::count() const
{
    return liveCount() + m_shown.rowCount();
}

void DeviceShelf::setTight(bool tight)
{
    if (tight == m_tight)
        return;
    m_tight = tight;
    m_heights.clear();
    rebuild();
}

const simulator::DeviceView& DeviceShelf::view(int place) const
{
    return m_mirror.devices().device(m_shown.sourceRow(place - liveCount()));
}

int DeviceShelf::placeOf(const QString& device) const
{
    const auto live = std::find(m_liveShown.begin(), m_liveShown.end(), device.toStdString());
    if (live != m_liveShown.end())
        return static_cast<int>(live - m_liveShown.begin());
    const int row = m_shown.rowOf(device);
    return row < 0 ? -1 : row + liveCount();
}

BenchCard* DeviceShelf::make(int place)
{
    BenchCard* made = nullptr;
    if (isLive(place)) {
        LiveDevice device;
        device.id = m_liveShown[static_cast<std::size_t>(place)];
        if (const LiveDevice* known = m_live.find(device.id)) // while paused, it may have left already
            device = *known;
        auto* card = new LiveCard(device, m_mirror.now(), viewport());
        card->setRoundTrip(m_mirror.engine().roundTrip(device.connection));
        made = card;
    } else {
        auto* card = new DeviceCard(view(place), viewport());
        connect(card, &DeviceCard::commanded, &m_mirror, &EngineMirror::command);
        connect(card, &DeviceCard::publishAsked, &m_mirror, &EngineMirror::publish);
        if (m_mirror.status().origin == Origin::Capture)
            card->forbid(captureSentence());
        made = card;
    }
    made->setTight(m_tight);
    connect(made, &BenchCard::chosen, &m_mirror,
            [this](const std::string& id) { m_mirror.selection().setClient(toQString(id)); });
    for (auto* control : made->findChildren<QWidget*>())
        if (control->focusPolicy() != Qt::NoFocus)
            control->installEventFilter(this); // what has the focus is the device meant
    return made;
}

void DeviceShelf::refresh(BenchCard& card, int place)
{
    if (auto* simulated = qobject_cast<DeviceCard*>(&card)) {
        simulated->setView(view(place));
    } else if (const LiveDevice* device = m_live.find(card.deviceId())) {
        auto* live = qobject_cast<LiveCard*>(&card);
        live->setDevice(*device, m_mirror.now());
        live->setRoundTrip(device->online ? m_mirror.engine().roundTrip(device->connection) : std::nullopt);
    }
}

void DeviceShelf::refreshLive()
{
    for (auto card = m_cards.begin(); card != m_cards.end() && isLive(card->first); ++card)
        refresh(*card->second, card->first);
}

int DeviceShelf::heightOf(int place)
{
    const std::string model = isLive(place) ? std::string() : view(place).model;
    const auto known = m_heights.find(model);
    if (known != m_heights.end())
        return known->second;
    BenchCard* card = make(place);
    card->ensurePolished();
    const int height = card->sizeHint().height();
    delete card;
    return m_heights[model] = height;
}

void DeviceShelf::relayout()
{
    const int rows = count();
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
    const int rows = count();
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
    for (const auto& [place, card] : m_cards) {
        QStringList names;
        for (const auto* fault : m_faults.faultsOf(card->deviceId()))
            names << faultName(simulator::faultSpec(fault->kind));
        card->setFaults(names);
    }
}

void DeviceShelf::showSelection()
{
    const std::string client = m_mirror.selection().client().toStdString();
    for (const auto& [place, card] : m_cards)
        card->setSelected(card->deviceId() == client);
}

void DeviceShelf::reveal(const QString& device)
{
    const int row = placeOf(device);
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

std::vector<BenchCard*> DeviceShelf::cards() const
{
    std::vector<BenchCard*> cards;
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

/// A notch is a line of cards.
void DeviceShelf::wheelEvent(QWheelEvent* event)
{
    m_wheel += event->angleDelta().y();
    const int notches = m_wheel / QWheelEvent::DefaultDeltasPerStep;
    m_wheel -= notches * QWheelEvent::DefaultDeltasPerStep;
    for (int notch = 0; notch < std::abs(notches); ++notch)
        toLine(notches < 0 ? 1 : -1);
    event->accept();
}

void DeviceShelf::toLine(int direction)
{
    if (m_tops.empty())
        return;
    const int at = verticalScrollBar()->value();
    const auto next = direction > 0 ? std::upper_bound(m_tops.begin(), m_tops.end(), at)
                                    : std::lower_bound(m_tops.begin(), m_tops.end(), at);
    if (direction > 0)
        verticalScrollBar()->setValue(next == m_tops.end() ? m_height : *next);
    else
        verticalScrollBar()->setValue(next == m_tops.begin() ? 0 : *std::prev(next));
}

void DeviceShelf::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_PageUp:
        return toLine(-1);
    case Qt::Key_PageDown:
        return toLine(1);
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
