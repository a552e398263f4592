// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/engine_mirror.h"
#include "ui/models/fault_model.h"

#include <QAbstractScrollArea>

#include <map>
#include <string>
#include <vector>

namespace greensward::ui {

class BenchCard;
class DeviceFilterModel;
class LiveDevices;
struct LiveDevice;

/// The devices as cards, real ones first, as many side by side as fit. Only those in sight are widgets: hundreds cost
/// no more than a few. Scrolling comes to rest at the top of a card, never in its middle. Keys: Tab through a card's
/// controls, Page Up and Page Down.
class DeviceShelf final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    DeviceShelf(EngineMirror& mirror, const DeviceFilterModel& shown, QWidget* parent = nullptr);

    /// In the order in which they stand.
    std::vector<BenchCard*> cards() const;
    /// Of real devices; the others are filtered by their model.
    void setFilter(const Filter& filter);
    /// Real and simulated.
    int count() const;
    /// Real devices, shown or not.
    int liveDevices() const;
    void setTight(bool tight);
    void reveal(const QString& device);
    /// Of all cards, seen or not, in pixels.
    int contentHeight() const { return m_height; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isMeant(const LiveDevice& device) const;
    void rebuild();
    void relayout();
    void toLine(int direction);
    void place();
    void refresh(BenchCard& card, int place);
    void refreshLive();
    void showFaults();
    void showSelection();
    BenchCard* make(int place);
    int heightOf(int place);
    /// Places: real devices first, then the rows of the model.
    int liveCount() const { return static_cast<int>(m_liveShown.size()); }
    bool isLive(int place) const { return place < liveCount(); }
    const simulator::DeviceView& view(int place) const;
    int placeOf(const QString& device) const;

    EngineMirror& m_mirror;
    FaultModel& m_faults;
    LiveDevices& m_live;
    const DeviceFilterModel& m_shown;
    Filter m_filter;
    std::vector<std::string> m_liveShown;
    std::map<int, BenchCard*> m_cards;    ///< in sight, by place
    std::map<std::string, int> m_heights; ///< of a card, by device model; "" for a real device
    std::vector<int> m_tops;              ///< of the lines of cards; one more at the end
    int m_across = 1;
    int m_height = 0;
    bool m_placing = false;
    bool m_tight = false;
    int m_wheel = 0; ///< turned, but less than a notch
};

} // namespace greensward::ui
