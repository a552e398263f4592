// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/account_reader.h"
#include "ui/models/iot_calls.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

namespace greensward::ui {

/// Changes of an account: carried out through its APIs, told of when they are answered, taken back where AWS can take
/// them back.
class AccountActs final : public QObject
{
    Q_OBJECT

public:
    struct Act
    {
        QString said; ///< "Policy open is attached": what is so once it is done
        IotCall call;
        std::optional<IotCall> inverse{}; ///< nothing: it cannot be taken back
    };

    explicit AccountActs(client::Api* api, QObject* parent = nullptr);

    void carryOut(const Act& act);
    QUndoStack& undoStack() { return m_undo; }

signals:
    /// An act was answered. cli: the same for the AWS CLI.
    void done(const QString& sentence, const QString& cli, bool canUndo);
    void failed(const QString& sentence, const QString& cli);

private:
    friend class ActCommand;
    void send(const IotCall& call, const QString& said, bool canUndo, QUndoCommand* command);

    AccountReader m_reader;
    QUndoStack m_undo;
};

} // namespace greensward::ui
