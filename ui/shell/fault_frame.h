// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace greensward::ui {

class FaultModel;

/// The red frame round the window while something is broken on purpose: nobody is to look for a fault that was ordered.
/// Neither mouse nor keyboard see it; the status strip says the same in words.
class FaultFrame final : public QWidget
{
    Q_OBJECT

public:
    FaultFrame(FaultModel& faults, QWidget* window);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow();
    FaultModel& m_faults;
};

} // namespace greensward::ui
