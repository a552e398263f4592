// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/broker_profile.h"
#include "ui/models/pem_folder.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QGridLayout;
class QLineEdit;

namespace greensward::ui {

class RoleLabel;

/// Root certificate, device certificate and private key: each with a field, and below it a tick or a sentence of what
/// is wrong. Files of a folder are told apart by what is in them.
class PemFields final : public QWidget
{
    Q_OBJECT

public:
    explicit PemFields(QWidget* parent = nullptr);

    void fill(const BrokerProfile& profile);
    void writeTo(BrokerProfile& profile) const;
    void takeFiles(const QStringList& filesAndFolders);
    void chooseFolder();
    /// What was found out about the files in the fields.
    const PemRoles& roles() const { return m_roles; }

signals:
    void edited();

private:
    enum Row { Authority, Certificate, Key, kRows };
    void addRow(QGridLayout& grid, Row row, const QString& label, const QString& hint);
    void judge();
    void showRoles();
    static WallTime now();

    std::array<QLineEdit*, kRows> m_fields{};
    std::array<RoleLabel*, kRows> m_verdicts{};
    RoleLabel* m_notes;
    QTimer m_judge;
    PemRoles m_roles;
    bool m_filling = false;
};

} // namespace greensward::ui
