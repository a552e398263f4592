// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/outside_port.h"

#include <QDialog>

class QComboBox;
class QHBoxLayout;
class QVBoxLayout;

namespace greensward::ui {

class QrPicture;

/// The address of the page that turns a telephone into a client, as a code to scan.
class PhoneDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PhoneDialog(OutsidePort& outside, QWidget* parent = nullptr);

signals:
    /// The telephone of this window is wanted instead.
    void insideAsked();

private:
    void addCode(QHBoxLayout& row);
    void addWayIn(QVBoxLayout& column);
    void showCode();

    OutsidePort& m_outside;
    OutsidePort::Phone m_phone;
    QComboBox* m_address;
    QrPicture* m_code = nullptr;
};

} // namespace greensward::ui
