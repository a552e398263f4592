// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/message_log_model.h"

#include <QMenu>

class QJsonObject;

namespace greensward::ui {

class MessageLogView;

/// Columns, times and limits of the message log: chosen here, and kept between runs.
class LogMenu final : public QMenu
{
    Q_OBJECT

public:
    /// Log and view must outlive it.
    LogMenu(MessageLogModel& log, MessageLogView& view, QWidget* parent);

    /// What was chosen, into an object of the settings; and back, as far as it can be chosen here.
    void save(QJsonObject& memory) const;
    void restore(const QJsonObject& memory);

private:
    void fill();
    void fillLimits();

    MessageLogModel& m_log;
    MessageLogView& m_view;
};

} // namespace greensward::ui
