// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <vector>

namespace greensward::ui {

/// What of a function can be configured.
struct FunctionSettings
{
    QString runtime;
    QString handler; ///< "index.handler"
    QString description{};
    int timeoutSeconds = 3;
    int memoryMB = 128;
    std::map<QString, QString> variables{};
    bool operator==(const FunctionSettings&) const = default;
};

struct FunctionVersionEntry
{
    QString number; ///< "$LATEST", "3"
    QString description{};
    QString modified{}; ///< as the service writes it: "2026-11-25T15:13:29.000+0000"
    QString codeSha256{};
    bool operator==(const FunctionVersionEntry&) const = default;
};

struct FunctionAliasEntry
{
    QString name;
    QString version;
    bool operator==(const FunctionAliasEntry&) const = default;
};

/// A function as the account describes it.
struct FunctionEntry
{
    QString name;
    QString arn{};
    QString role{}; ///< ARN
    QString modified{};
    QString codeSha256{};
    QString revision{}; ///< another one after every change
    qint64 codeSize = 0;
    FunctionSettings settings{};
    std::vector<FunctionVersionEntry> versions{}; ///< $LATEST first; empty until they were asked for
    std::vector<FunctionAliasEntry> aliases{};
    bool operator==(const FunctionEntry&) const = default;
    bool hasQualifier(const QString& qualifier) const;
};

/// Files of a package by their path in it.
using SourceFiles = std::map<QString, QByteArray>;

} // namespace greensward::ui
