// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/broker_profile.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace greensward::ui {

class BrokersModel;
class EngineMirror;
class PemFields;
class ProbeList;
class ProfileShelf;
class RoleLabel;

/// Fills in the profile of a broker elsewhere, says while one types what cannot be right, tries it out, and connects.
class BrokerDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit BrokerDialog(EngineMirror& mirror, QWidget* parent = nullptr);

    /// What the fields say.
    BrokerProfile profile() const;
    void fill(const BrokerProfile& profile);
    /// The saved profile of that name.
    void choose(const QString& name);
    PemFields& files() { return *m_files; }
    ProbeList& probe() { return *m_probe; }
    /// Of MQTTX, MQTT Explorer, or a bundle of ours; the passphrase is asked for where there is one.
    void importFile(const QString& file);
    void exportAll();

protected:
    /// A folder of certificates, or some of them.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeEssentials();
    QWidget* makeMore();
    QWidget* makeFoot();
    void addRow(QGridLayout& grid, const QString& label, QWidget* field);
    void check();
    void mend();
    void test();
    void connectNow();
    void fillSaved();
    void removeOrRestore();
    void showRemove();
    void chooseSaved(int index);
    void tell(const QString& text, bool good);

    EngineMirror& m_mirror;
    BrokersModel& m_brokers;
    ProfileShelf& m_shelf;
    bool m_filling = false;
    BrokerProfile m_fixed;                  ///< what the fix button makes of it
    QString m_savedName;                    ///< of the profile that is changed; its own name is not taken
    std::optional<BrokerProfile> m_removed; ///< until another one is chosen
    bool m_removedWasOpen = false;
    QComboBox* m_saved;
    QPushButton* m_remove;
    QComboBox* m_kind;
    QLineEdit* m_name;
    QLineEdit* m_host;
    QSpinBox* m_port;
    QComboBox* m_transport;
    QComboBox* m_version;
    RoleLabel* m_flaw;
    QPushButton* m_fix;
    PemFields* m_files;
    QLineEdit* m_userName;
    QLineEdit* m_password;
    QLineEdit* m_clientId;
    QSpinBox* m_keepAlive;
    QCheckBox* m_cleanStart;
    QCheckBox* m_atStart;
    QLineEdit* m_alpn;
    QLineEdit* m_path;
    QPlainTextEdit* m_subscriptions;
    ProbeList* m_probe;
    QPushButton* m_test;
    QPushButton* m_connect;
};

} // namespace greensward::ui
