// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/send_desk.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QLineEdit;

namespace greensward::ui {

class RoleLabel;

/// Answers messages on a filter with what is written, by itself.
class ReplyBox final : public QWidget
{
    Q_OBJECT

public:
    /// written: the message as it stands now.
    ReplyBox(SendDesk& desk, std::function<SendTemplate()> written, QWidget* parent);

private:
    void setReply(bool on);
    void showReply();

    SendDesk& m_desk;
    std::function<SendTemplate()> m_written;
    QLineEdit* m_filter;
    QCheckBox* m_reply;
    RoleLabel* m_state;
};

} // namespace greensward::ui
