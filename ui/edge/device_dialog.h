// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/edge/edge_desk.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPushButton;

namespace greensward::ui {

class DeviceCreation;
struct DevicePlan;
class RoleLabel;

/// Takes a thing of the account into a group, or makes one: thing, certificate, a policy that lets it discover its
/// core, and the files that it needs.
class DeviceDialog final : public QDialog
{
    Q_OBJECT

public:
    DeviceDialog(EdgeDesk& desk, std::string group, std::string trustedRoot, QWidget* parent = nullptr);
    QLineEdit& name() { return *m_name; }
    QListWidget& things() { return *m_things; }
    QLineEdit& folder() { return *m_folder; }

signals:
    /// A device was made; commands: the same as a person would type it.
    void made(const QString& sentence, const QString& commands);

private:
    void fill(const std::vector<MemberOffer>& offers, const QString& problem);
    void filter();
    bool isKnown(const QString& name) const;
    DevicePlan plan() const;
    void chooseFolder();
    void check();
    void take();
    void make();

    EdgeDesk& m_desk;
    std::string m_group;
    std::string m_trustedRoot;
    DeviceCreation* m_creation = nullptr;
    QLineEdit* m_name;
    QListWidget* m_things;
    QWidget* m_new;
    QLineEdit* m_folder;
    RoleLabel* m_said;
    QPushButton* m_take;
};

/// The policy of a device of a group: connects under its own name, speaks below it, discovers its core.
std::string policyForEdgeDevice(const std::string& accountArn, const std::string& thing);

} // namespace greensward::ui
