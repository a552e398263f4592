// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"
#include "ui/models/iot_calls.h"

#include <QObject>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

namespace greensward::ui {

/// What a new device is to get.
struct DevicePlan
{
    std::string thing;
    bool makeThing = true; ///< false: it is there, and gets a certificate
    std::string policy;    ///< to attach
    std::string document;  ///< of a new policy of that name; empty: the policy is there
    std::filesystem::path folder;
    std::string trustedRoot; ///< PEM
};

/// A policy for one device alone: it connects under its own name, and speaks and listens below it.
std::string policyForOne(const std::string& accountArn, const std::string& thing);

/// Makes thing, keys, certificate and policy through the APIs and writes certificate, private key (mode 0600) and root
/// into a folder. The key goes from the answer into its file and nowhere else; where it cannot be written, the
/// certificate is taken back.
class DeviceCreation final : public QObject
{
    Q_OBJECT

public:
    DeviceCreation(client::Api* api, DevicePlan plan, QObject* parent = nullptr);

    /// Why it cannot begin, in a sentence; empty when it can. Looks at the folder.
    static QString problemOf(const DevicePlan& plan);
    void start();
    bool isRunning() const { return m_running; }
    QString certificateFile() const;
    QString keyFile() const;
    QString rootFile() const;
    /// The same as a person would type it.
    QStringList commands() const;

signals:
    void finished(bool well, const QString& sentence);

private:
    void step(std::size_t at);
    void takeKeys(const client::Answer& answer);
    void giveUp(const std::string& certificateId, const QString& why);
    void end(bool well, const QString& sentence);

    DevicePlan m_plan;
    std::string m_certificateArn;
    std::string m_certificateId;
    bool m_running = false;
    AccountReader m_reader;
};

} // namespace greensward::ui
