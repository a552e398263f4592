// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/card.h"

#include <QObject>
#include <QString>

namespace greensward::ui {

class EngineMirror;

/// Does what a card's button promises, through the account's own APIs and the window's selection.
class Repair final : public QObject
{
    Q_OBJECT

public:
    explicit Repair(EngineMirror& mirror, QObject* parent = nullptr) : QObject(parent), m_mirror(mirror) {}

    /// False where nothing can act, in a capture say; copying and showing always can.
    bool can(const doctor::Fix& fix) const;
    void run(const doctor::Fix& fix);
    /// AttachPolicy, when it was chosen which.
    void attach(const QString& policy, const std::string& certificateArn);

signals:
    /// What came of it, in one sentence.
    void told(const QString& sentence, bool well);
    /// Which of these is to be attached?
    void policyAsked(const QStringList& policies, const QString& certificateArn);
    void workspaceAsked(const QString& id);

private:
    void activate(const std::string& certificate);
    void choosePolicy(const std::string& certificateArn);
    void allowMore(const std::string& policy, const std::string& statement);
    void addVersion(const std::string& policy, const std::string& document);

    EngineMirror& m_mirror;
};

} // namespace greensward::ui
