// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/device_creation.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace greensward::ui {

class RoleLabel;
struct SecurityDesk;

/// Asks for a name, a policy and a folder, and makes the device.
class NewDeviceDialog final : public QDialog
{
    Q_OBJECT

public:
    /// thing: it is there and gets a certificate; empty: a new one.
    NewDeviceDialog(SecurityDesk& desk, const QString& thing, QWidget* parent = nullptr);

signals:
    void made(const QString& thing, const QString& sentence, const QString& commands);

private:
    DevicePlan plan() const;
    void chooseFolder();
    void check();
    void make();

    SecurityDesk& m_desk;
    bool m_isNew;
    DeviceCreation* m_creation = nullptr;
    QLineEdit* m_name;
    QComboBox* m_policy;
    QLineEdit* m_folder;
    RoleLabel* m_said;
    QPushButton* m_make;
};

} // namespace greensward::ui
