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

class DeviceCard;
class DeviceFilterModel;

/// The devices as cards, as many side by side as fit. Only those in sight are widgets: hundreds cost no more than a
/// few. Keys: Tab through a card's controls, Page Up and Page Down.
class DeviceShelf final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    DeviceShelf(EngineMirror& mirror, const DeviceFilterModel& shown, QWidget* parent = nullptr);

    /// In the order in which they stand.
    std::vector<DeviceCard*> cards() const;
    void reveal(const QString& device);
    /// Of all cards, seen or not, in pixels.
    int contentHeight() const { return m_height; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void relayout();
    void place();
    void refresh(DeviceCard& card, int row);
    void showFaults();
    void showSelection();
    DeviceCard* make(int row);
    int heightOf(int row);

    EngineMirror& m_mirror;
    FaultModel& m_faults;
    const DeviceFilterModel& m_shown;
    std::map<int, DeviceCard*> m_cards;   ///< in sight, by row
    std::map<std::string, int> m_heights; ///< of a card, by device model
    std::vector<int> m_tops;              ///< of the lines of cards; one more at the end
    int m_across = 1;
    int m_height = 0;
    bool m_placing = false;
};

} // namespace greensward::ui
