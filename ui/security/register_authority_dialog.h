// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"

#include <QDialog>

#include <string>

class QCheckBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace greensward::ui {

class RoleLabel;
struct SecurityDesk;

/// Two certificates (PEM) as they are handed in.
struct AuthorityProof
{
    std::string certificate;
    std::string verification;
};
/// What AWS would find wrong with them, in a sentence; empty: nothing.
QString problemOf(const AuthorityProof& proof, const std::string& registrationCode);

/// Registers an authority of one's own with the account: shows the registration code, the lines that have the authority
/// sign it, and takes the two certificates.
class RegisterAuthorityDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit RegisterAuthorityDialog(SecurityDesk& desk, QWidget* parent = nullptr);

signals:
    void registered(const QString& sentence, const QString& cli, bool canUndo);

private:
    QWidget* makeFile(QLineEdit*& field, const QString& name);
    void askForCode();
    void check();
    void send();
    AuthorityProof proof() const;

    AccountReader m_reader;
    std::string m_code; ///< empty: not known yet
    QPlainTextEdit* m_lines;
    QLineEdit* m_certificate = nullptr;
    QLineEdit* m_verification = nullptr;
    QCheckBox* m_active;
    QCheckBox* m_byItself;
    RoleLabel* m_said;
    QPushButton* m_send;
};

} // namespace greensward::ui
