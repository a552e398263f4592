// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace greensward::ui {

/// Which pace a capture is to be sent again at.
class ReplayDialog final : public QDialog
{
    Q_OBJECT

public:
    ReplayDialog(const QString& file, const QString& endpoint, QWidget* parent = nullptr);
    /// Times the recorded pace; 0: as fast as the broker takes the messages.
    double speed() const;

private:
    QComboBox* m_speed;
};

} // namespace greensward::ui
