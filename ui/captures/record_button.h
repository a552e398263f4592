// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/theme.h"
#include "ui/models/engine_port.h"

#include <QToolButton>

namespace greensward::ui {

/// Begins and ends a recording; while one goes on it tells for how long and how large.
class RecordButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit RecordButton(QWidget* parent = nullptr);
    void setStatus(const CaptureStatus& status);

private:
    int m_look = -1; ///< of the icon, so that it is made anew only when it changes
};

/// "0:12", "1:02:03"
QString durationText(double seconds);

} // namespace greensward::ui
