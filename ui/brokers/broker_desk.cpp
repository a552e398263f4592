// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/brokers/broker_desk.h"

#include "ui/brokers/broker_dialog.h"
#include "ui/brokers/password_dialog.h"
#include "ui/kit/commands.h"
#include "ui/models/brokers_model.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/profile_shelf.h"

namespace greensward::ui {

BrokerDesk::BrokerDesk(EngineMirror& mirror, Commands& commands, QObject* owner, QWidget& window)
    : QObject(owner), m_mirror(mirror), m_window(window)
{
    if (m_mirror.engine().player())
        return; // a capture connects nowhere
    const QString area = tr("Brokers");
    const auto add = [&](const char* id, const QString& text, std::function<void()> work) {
        commands.add(owner, QLatin1String(id), area, text, {}, std::move(work));
    };
    add("brokers.connect", tr("Connect to another broker …"), [this] { connectToBroker(); });
    add("brokers.aws", tr("Connect my AWS account …"), [this] { connectToAws(); });
    add("brokers.disconnect", tr("Disconnect from all other brokers"), [this] {
        auto& brokers = m_mirror.model<BrokersModel>();
        for (const QString& name : brokers.names())
            brokers.close(name);
    });
    auto& brokers = m_mirror.model<BrokersModel>();
    connect(&brokers, &BrokersModel::passwordWanted, this, &BrokerDesk::askPassword);
    // When the window stands, for it may have to ask.
    QMetaObject::invokeMethod(&brokers, &BrokersModel::reopen, Qt::QueuedConnection);
}

BrokerDialog* BrokerDesk::openDialog()
{
    if (m_mirror.engine().player())
        return nullptr;
    auto* dialog = new BrokerDialog(m_mirror, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &BrokerDesk::opened);
    dialog->open();
    return dialog;
}

BrokerDialog* BrokerDesk::connectToBroker()
{
    return openDialog();
}

BrokerDialog* BrokerDesk::connectToAws()
{
    BrokerDialog* dialog = openDialog();
    if (dialog) {
        BrokerProfile aws = BrokerProfile::aws();
        aws.name = m_mirror.model<ProfileShelf>().freeName(tr("AWS"));
        dialog->fill(aws);
    }
    return dialog;
}

PasswordDialog* BrokerDesk::askPassword(const QString& name, bool refused)
{
    if (m_mirror.model<ProfileShelf>().find(name) < 0)
        return nullptr;
    for (auto* open : m_window.findChildren<PasswordDialog*>())
        if (open->name() == name) {
            open->setRefused(refused);
            return open;
        }
    auto* dialog = new PasswordDialog(m_mirror, name, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setRefused(refused);
    dialog->show();
    return dialog;
}

BrokerDialog* BrokerDesk::edit(const QString& name)
{
    BrokerDialog* dialog = openDialog();
    if (dialog)
        dialog->choose(name);
    return dialog;
}

} // namespace greensward::ui
