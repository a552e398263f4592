// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Connections that come from files and go to them.
#include "ui/brokers/broker_dialog.h"
#include "ui/kit/card.h"
#include "ui/models/profile_bundle.h"
#include "ui/models/profile_shelf.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QVBoxLayout>

#include <optional>

namespace greensward::ui {

namespace {

/// What goes along in a bundle; nothing when it was called off.
std::optional<BundleChoice> askBundle(QWidget* parent)
{
    QDialog dialog(parent);
    dialog.setWindowTitle(BrokerDialog::tr("Export all saved connections"));
    auto* column = new QVBoxLayout(&dialog);
    column->setSpacing(px(10));
    column->addWidget(new RoleLabel(TextStyle::Body, Role::Text,
                                    BrokerDialog::tr("Certificates go along. Passwords never do."), &dialog));
    auto* keys = new QCheckBox(BrokerDialog::tr("Private &keys go along"), &dialog);
    column->addWidget(keys);
    auto* passphrase = new QLineEdit(&dialog);
    passphrase->setEchoMode(QLineEdit::Password);
    passphrase->setPlaceholderText(BrokerDialog::tr("passphrase; empty: none"));
    passphrase->setAccessibleName(BrokerDialog::tr("Passphrase"));
    column->addWidget(passphrase);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, &dialog);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    if (dialog.exec() != QDialog::Accepted)
        return std::nullopt;
    return BundleChoice{.withKeys = keys->isChecked(), .passphrase = passphrase->text()};
}

} // namespace

void BrokerDialog::exportAll()
{
    const auto choice = askBundle(this);
    if (!choice)
        return;
    const QString file = QFileDialog::getSaveFileName(this, tr("Export all saved connections"), tr("connections.zip"),
                                                      tr("Bundles (*.zip)"));
    if (file.isEmpty())
        return;
    QList<BrokerProfile> all;
    for (int row = 0; row < m_shelf.rowCount(); ++row)
        all << m_shelf.at(row);
    const auto done = exportBundle(all, file, *choice);
    tell(done ? tr("Written: %1").arg(file) : QString::fromStdString(done.error().message), done.has_value());
}

void BrokerDialog::importFile(const QString& given)
{
    const QString file = !given.isEmpty()
                             ? given
                             : QFileDialog::getOpenFileName(this, tr("Import connections"), {},
                                                            tr("Bundles, MQTTX, MQTT Explorer (*.zip *.json)"));
    if (file.isEmpty())
        return;
    QFile opened(file);
    if (!opened.open(QIODevice::ReadOnly))
        return tell(tr("%1 cannot be read: %2").arg(file, opened.errorString()), false);
    constexpr qint64 kMostOctets = 16 << 20;
    QList<BrokerProfile> profiles;
    QStringList notes;
    if (opened.peek(2) == "PK") {
        QString passphrase;
        for (bool known = false; !known;) {
            const auto bundle = importBundle(file, passphrase, m_shelf.filesFolder());
            if (!bundle)
                return tell(QString::fromStdString(bundle.error().message), false);
            known = !bundle->wantsPassphrase;
            profiles = bundle->profiles;
            bool sure = true;
            if (!known)
                passphrase = QInputDialog::getText(this, tr("Import connections"), tr("The passphrase of the bundle"),
                                                   QLineEdit::Password, {}, &sure);
            if (!sure)
                return;
        }
    } else {
        const ImportedProfiles imported = importProfiles(opened.read(kMostOctets));
        if (!imported.problem.isEmpty())
            return tell(imported.problem, false);
        profiles = imported.profiles;
        notes = imported.notes;
    }
    for (BrokerProfile& profile : profiles) {
        profile.name = m_shelf.freeName(profile.name.isEmpty() ? profile.host : profile.name);
        m_shelf.save(profile);
    }
    fillSaved();
    if (!profiles.isEmpty()) {
        m_saved->setCurrentIndex(m_shelf.find(profiles.constFirst().name) + 1);
        chooseSaved(m_saved->currentIndex());
    }
    notes.prepend(tr("%n connection(s) imported.", nullptr, static_cast<int>(profiles.size())));
    tell(notes.join(QLatin1Char(' ')), true);
}

} // namespace greensward::ui
