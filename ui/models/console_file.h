// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QString>

namespace greensward::ui {

class EngineMirror;

/// A small JSON file of the console's own below the workspace's data directory. Written whole or not at all. Without a
/// data directory nothing is read and nothing is kept.
class ConsoleFile
{
public:
    ConsoleFile(const EngineMirror& mirror, const QString& name);

    /// Null when there is none; a file that is no JSON is set aside ("….broken"), so that nothing of it is lost.
    QJsonDocument read() const;
    /// Why it could not be written; empty when it was, or when there is nowhere to.
    QString write(const QJsonDocument& document) const;

private:
    QString m_path;
};

} // namespace greensward::ui
