// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/api.h"
#include "ui/functions/function_entry.h"

#include <boost/json/object.hpp>

/// The operations of the Lambda API as calls of an account, and what they answer as entries.
namespace greensward::ui::lambda {

client::Call listFunctions();
client::Call getFunction(const QString& name);
client::Call createFunction(const QString& name, const FunctionSettings& settings, const QString& role,
                            const QByteArray& zip);
client::Call updateCode(const QString& name, const QByteArray& zip);
client::Call updateConfiguration(const QString& name, const FunctionSettings& settings);
client::Call deleteFunction(const QString& name);
client::Call publishVersion(const QString& name, const QString& description);
client::Call deleteVersion(const QString& name, const QString& version);
client::Call listVersions(const QString& name);
client::Call listAliases(const QString& name);
client::Call createAlias(const QString& name, const QString& alias, const QString& version);
client::Call updateAlias(const QString& name, const QString& alias, const QString& version);
client::Call deleteAlias(const QString& name, const QString& alias);
/// Waits for the result, and wants the end of the log with it.
client::Call invoke(const QString& name, const QString& qualifier, const QByteArray& payload);

/// The role that functions made in this window have: it trusts lambda.amazonaws.com and allows nothing.
inline constexpr const char* kRole = "greensward-functions";
client::Call getRole();
client::Call createRole();
/// Of the answer to either; empty when there is none in it.
QString roleArn(const client::Answer& answer);

/// What this window's own invocations are known by (User-Agent).
inline constexpr const char* kAgent = "greensward-console";

FunctionEntry functionOf(const boost::json::object& configuration);
FunctionVersionEntry versionOf(const boost::json::object& configuration);
FunctionAliasEntry aliasOf(const boost::json::object& alias);

} // namespace greensward::ui::lambda
