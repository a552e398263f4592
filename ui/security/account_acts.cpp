// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/account_acts.h"

#include <QUndoCommand>

namespace greensward::ui {

class ActCommand final : public QUndoCommand
{
public:
    ActCommand(AccountActs& acts, AccountActs::Act act) : QUndoCommand(act.said), m_acts(acts), m_act(std::move(act)) {}

    void redo() override { m_acts.send(m_act.call, m_act.said, true, this); }
    void undo() override
    {
        m_acts.send(*m_act.inverse, AccountActs::tr("Taken back: %1").arg(m_act.said), false, nullptr);
    }

private:
    AccountActs& m_acts;
    AccountActs::Act m_act;
};

AccountActs::AccountActs(client::Api* api, QObject* parent) : QObject(parent), m_reader(api, {}) {}

void AccountActs::carryOut(const Act& act)
{
    if (act.inverse)
        m_undo.push(new ActCommand(*this, act));
    else
        send(act.call, act.said, false, nullptr);
}

void AccountActs::send(const IotCall& call, const QString& said, bool canUndo, QUndoCommand* command)
{
    m_reader.ask(call.call, [this, said, cli = call.cli, canUndo, command](const client::Answer& answer) {
        if (answer.ok()) {
            emit done(said, cli, canUndo);
            return;
        }
        // What was refused is nothing to take back. Commands live until the stack drops them; only the newest is looked
        // at.
        if (command && m_undo.index() > 0 && m_undo.command(m_undo.index() - 1) == command) {
            command->setObsolete(true);
            m_undo.undo(); // drops an obsolete command without asking it
        }
        emit failed(tr("%1 (%2)").arg(QString::fromStdString(answer.problem),
                                      answer.code.empty() ? tr("no answer") : QString::fromStdString(answer.code)),
                    cli);
    });
}

} // namespace greensward::ui
