// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace greensward::ui {

class BrokersModel;
class EngineMirror;
class ProfileShelf;
class RoleLabel;

/// Asks for user name and password of a saved connection that has none yet, or whose broker did not take them; then
/// connects. What is typed stays in memory.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    PasswordDialog(EngineMirror& mirror, const QString& name, QWidget* parent = nullptr);

    const QString& name() const { return m_name; }
    /// Says why it asks.
    void setRefused(bool refused);

private:
    void connectNow();

    ProfileShelf& m_shelf;
    BrokersModel& m_brokers;
    QString m_name;
    RoleLabel* m_sentence;
    QLineEdit* m_userName;
    QLineEdit* m_password;
    QPushButton* m_connect;
};

} // namespace greensward::ui
