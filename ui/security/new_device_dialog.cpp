// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/new_device_dialog.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"
#include "ui/security/security_desk.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace greensward::ui {

namespace {

enum PolicyChoice { Own, None };

}

NewDeviceDialog::NewDeviceDialog(SecurityDesk& desk, const QString& thing, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_isNew(thing.isEmpty())
    , m_name(new QLineEdit(thing, this))
    , m_policy(new QComboBox(this))
    , m_folder(new QLineEdit(QDir::homePath(), this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_make(new QPushButton(m_isNew ? tr("Create") : tr("Create certificate"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(m_isNew ? tr("New device") : tr("New certificate for %1").arg(thing));
    setMinimumWidth(px(460));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setSpacing(px(8));
    const auto label = [this, grid](const QString& text, int row) {
        grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, text, this), row, 0);
    };
    m_name->setReadOnly(!m_isNew);
    m_name->setPlaceholderText(tr("for example turbine-7"));
    m_name->setAccessibleName(tr("Name of the thing"));
    m_policy->setAccessibleName(tr("Policy of its certificate"));
    m_policy->addItem(tr("A new one, for this device alone"), Own);
    m_policy->addItem(tr("None yet"), None);
    for (const PolicyEntry& policy : desk.registry.policies())
        m_policy->addItem(toQString(policy.name), toQString(policy.name));
    m_folder->setAccessibleName(tr("Folder for certificate, private key and root"));
    auto* browse = new QPushButton(tr("Browse …"), this);
    browse->setAccessibleName(tr("Choose the folder"));
    auto* told =
        new RoleLabel(TextStyle::Secondary, Role::MutedText,
                      tr("Three files are written: the certificate, the private key (for you alone to read) and "
                         "the root that the device is to trust. The key is shown nowhere and kept nowhere else: "
                         "who loses it makes a new certificate."),
                      this);
    told->setWordWrap(true);
    m_said->setWordWrap(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(*m_make, ButtonKind::Primary);
    m_make->setDefault(true);
    label(tr("Thing"), 0);
    grid->addWidget(m_name, 0, 1, 1, 2);
    label(tr("Policy"), 1);
    grid->addWidget(m_policy, 1, 1, 1, 2);
    label(tr("Folder"), 2);
    grid->addWidget(m_folder, 2, 1);
    grid->addWidget(browse, 2, 2);
    grid->addWidget(told, 3, 0, 1, 3);
    grid->addWidget(m_said, 4, 0, 1, 3);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_make);
    grid->addLayout(row, 5, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    connect(m_name, &QLineEdit::textChanged, this, &NewDeviceDialog::check);
    connect(m_folder, &QLineEdit::textChanged, this, &NewDeviceDialog::check);
    connect(browse, &QPushButton::clicked, this, &NewDeviceDialog::chooseFolder);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewDeviceDialog::make);
    check();
    (m_isNew ? m_name : m_folder)->setFocus();
}

void NewDeviceDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the device's files"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

DevicePlan NewDeviceDialog::plan() const
{
    DevicePlan plan{.thing = m_name->text().trimmed().toStdString(),
                    .makeThing = m_isNew,
                    .policy = {},
                    .document = {},
                    .folder = m_folder->text().toStdString(),
                    .trustedRoot = m_desk.mirror.engine().trustedRoot()};
    const QVariant choice = m_policy->currentData();
    if (choice.typeId() == QMetaType::QString) {
        plan.policy = choice.toString().toStdString();
    } else if (choice.toInt() == Own) {
        plan.policy = plan.thing + "-only";
        const auto& policies = m_desk.registry.policies();
        const bool isThere = std::any_of(policies.begin(), policies.end(),
                                         [&plan](const PolicyEntry& one) { return one.name == plan.policy; });
        const auto& certificates = m_desk.registry.certificates();
        const auto& things = m_desk.registry.things();
        const std::string arn = !things.empty()         ? things.front().arn
                                : !certificates.empty() ? certificates.front().arn
                                                        : std::string();
        if (!isThere)
            plan.document = policyForOne(arn, plan.thing);
    }
    return plan;
}

void NewDeviceDialog::check()
{
    const DevicePlan plan = this->plan();
    QString problem = DeviceCreation::problemOf(plan);
    const auto& things = m_desk.registry.things();
    if (problem.isEmpty() && m_isNew &&
        std::any_of(things.begin(), things.end(), [&plan](const ThingEntry& one) { return one.name == plan.thing; }))
        problem = tr("There is a thing of this name already.");
    m_said->setText(plan.thing.empty() ? QString() : problem);
    m_make->setEnabled(problem.isEmpty());
}

void NewDeviceDialog::make()
{
    m_make->setEnabled(false);
    m_said->setText(tr("Making keys …"));
    delete m_creation;
    m_creation = new DeviceCreation(m_desk.api(), plan(), this);
    connect(m_creation, &DeviceCreation::finished, this, [this](bool well, const QString& sentence) {
        if (!well) {
            m_said->setText(sentence);
            m_make->setEnabled(true);
            return;
        }
        emit made(m_name->text().trimmed(), sentence, m_creation->commands().join(QLatin1Char('\n')));
        accept();
    });
    m_creation->start();
}

} // namespace greensward::ui
