// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/device_view.h"
#include "ui/models/engine_port.h"

#include <QFrame>

class QCheckBox;
class QDoubleSpinBox;
class QSpinBox;

namespace greensward::ui {

/// When a device reports, in full: interval, jitter, burst, only news. Pops up over its card; each change takes effect
/// at once, Esc closes it.
class RhythmEditor final : public QFrame
{
    Q_OBJECT

public:
    RhythmEditor(const simulator::DeviceView& view, QWidget* parent);

    /// Beside the control that asked for it.
    void popUpAt(const QWidget& control);

signals:
    void changed(DeviceCommand command, double value);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QDoubleSpinBox* m_interval;
    QSpinBox* m_jitter;
    QSpinBox* m_burst;
    QCheckBox* m_news;
};

/// "2 / s", "every 5 s", "1 / min": how often.
QString rateText(double perSecond);
/// The same with what else is unusual: "1 / s ±20 %".
QString rhythmText(const simulator::DeviceView& view);

} // namespace greensward::ui
