// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/shadow_record.h"

#include <QString>
#include <QStringList>

namespace greensward::ui {

class EngineMirror;

/// "classic", or the name.
QString shadowTitle(const ShadowName& name);
/// Who, as a person knows them: a client id, "this console", "API · root" for an ARN, "not known".
QString writerText(const EngineMirror& mirror, const ShadowChange& change);
QString writerText(const EngineMirror& mirror, const std::string& who);
/// The client token of a request; empty without one.
QString tokenOf(const ShadowChange& change);
/// What an update asks for: "desired: water, rate"; "reported: flow", "the shadow was deleted".
QString changeText(const ShadowChange& change);
/// The sections a request writes.
bool writesDesired(const ShadowChange& change);
bool writesReported(const ShadowChange& change);
/// Leaves of desired and reported that a request writes, "desired.water".
QStringList writtenPaths(const ShadowChange& change);
/// "10:43:05", local time.
QString momentText(WallTime time);
/// A code and what it means here: "409 version conflict: …", the D16 of the doctor in a sentence.
QString rejectionText(const EngineMirror& mirror, const ShadowRecord& record, const ShadowChange& change);
/// The sender's view of a 409: who wrote the version that it met.
const ShadowChange* rivalOf(const ShadowRecord& record, const ShadowChange& refused);
/// Commands of the AWS CLI: read the shadow, delete it, send this request again.
QString cliGet(const ShadowName& name);
QString cliDelete(const ShadowName& name);
QString cliUpdate(const ShadowName& name, const std::string& request);

} // namespace greensward::ui
