// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/outside_port.h"

#include <QWidget>

namespace greensward::ui {

/// A QR code, black on white in every theme: cameras want it so. With its quiet zone.
class QrPicture final : public QWidget
{
    Q_OBJECT

public:
    explicit QrPicture(QWidget* parent = nullptr);
    void setModules(QrModules modules);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QrModules m_modules;
};

} // namespace greensward::ui
