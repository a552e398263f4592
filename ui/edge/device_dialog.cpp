// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/device_dialog.h"

#include "aws/arn.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/device_creation.h"
#include "ui/models/qt_text.h"

#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

std::string policyForEdgeDevice(const std::string& accountArn, const std::string& thing)
{
    json::object policy = json::parse(policyForOne(accountArn, thing)).as_object();
    aws::Arn arn = aws::Arn::parse(accountArn).value_or(aws::Arn{});
    arn.service = "iot";
    arn.resource = "thing/" + thing;
    policy["Statement"].as_array().push_back(
        json::object{{"Effect", "Allow"}, {"Action", "greengrass:Discover"}, {"Resource", arn.text()}});
    return json::serialize(policy);
}

DeviceDialog::DeviceDialog(EdgeDesk& desk, std::string group, std::string trustedRoot, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_group(std::move(group))
    , m_trustedRoot(std::move(trustedRoot))
    , m_name(new QLineEdit(this))
    , m_things(new QListWidget(this))
    , m_new(new QWidget(this))
    , m_folder(new QLineEdit(QDir::homePath(), m_new))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_take(new QPushButton(tr("Add"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Add a device"));
    setMinimumWidth(px(460));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(20), px(16), px(20), px(16));
    column->setSpacing(px(8));
    auto* told = new RoleLabel(TextStyle::Secondary, Role::MutedText,
                               tr("A thing of the account that has a certificate, or the name of a new one."), this);
    told->setWordWrap(true);
    column->addWidget(told);
    m_name->setAccessibleName(tr("Name of the thing"));
    m_name->setPlaceholderText(tr("for example sprinkler-7"));
    column->addWidget(m_name);
    m_things->setAccessibleName(tr("Things of the account"));
    m_things->setFixedHeight(px(150));
    column->addWidget(m_things);
    auto* grid = new QGridLayout(m_new);
    grid->setContentsMargins(0, 0, 0, 0);
    auto* browse = new QPushButton(tr("Browse …"), m_new);
    browse->setAccessibleName(tr("Choose the folder"));
    browse->setAutoDefault(false);
    m_folder->setAccessibleName(tr("Folder for certificate, private key and root"));
    auto* files = new RoleLabel(
        TextStyle::Secondary, Role::MutedText,
        tr("It is made with a certificate and a policy that lets it discover its core. Certificate, private "
           "key (for you alone to read) and root are written into this folder and kept nowhere else."),
        m_new);
    files->setWordWrap(true);
    grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Folder"), m_new), 0, 0);
    grid->addWidget(m_folder, 0, 1);
    grid->addWidget(browse, 0, 2);
    grid->addWidget(files, 1, 0, 1, 3);
    grid->setColumnStretch(1, 1);
    column->addWidget(m_new);
    m_said->setWordWrap(true);
    column->addWidget(m_said);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    setKind(*m_take, ButtonKind::Primary);
    m_take->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_take);
    column->addLayout(row);
    connect(m_name, &QLineEdit::textEdited, this, &DeviceDialog::filter);
    connect(m_name, &QLineEdit::textChanged, this, &DeviceDialog::check);
    connect(m_things, &QListWidget::currentTextChanged, this, [this](const QString& text) {
        if (!text.isEmpty())
            m_name->setText(text);
    });
    connect(m_things, &QListWidget::itemActivated, this, &DeviceDialog::take);
    connect(m_folder, &QLineEdit::textChanged, this, &DeviceDialog::check);
    connect(browse, &QPushButton::clicked, this, &DeviceDialog::chooseFolder);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &DeviceDialog::take);
    desk.offerThings(m_group, [self = QPointer(this)](const std::vector<MemberOffer>& offers, const QString& problem) {
        if (self)
            self->fill(offers, problem);
    });
    m_name->setFocus();
    check();
}

void DeviceDialog::fill(const std::vector<MemberOffer>& offers, const QString& problem)
{
    for (const MemberOffer& one : offers)
        m_things->addItem(toQString(one.name));
    filter();
    check();
    if (!problem.isEmpty()) {
        m_said->setText(problem);
        m_said->show();
    }
}

void DeviceDialog::filter()
{
    for (int row = 0; row < m_things->count(); ++row)
        m_things->item(row)->setHidden(
            !m_things->item(row)->text().contains(m_name->text().trimmed(), Qt::CaseInsensitive));
}

bool DeviceDialog::isKnown(const QString& name) const
{
    return !m_things->findItems(name, Qt::MatchExactly | Qt::MatchCaseSensitive).isEmpty();
}

DevicePlan DeviceDialog::plan() const
{
    const std::string thing = m_name->text().trimmed().toStdString();
    const auto& cores = m_desk.content(m_group).cores;
    const std::string arn = cores.empty() ? std::string() : greengrass::text(cores.front(), "ThingArn");
    return {.thing = thing,
            .makeThing = true,
            .policy = thing + "-edge",
            .document = policyForEdgeDevice(arn, thing),
            .folder = m_folder->text().toStdString(),
            .trustedRoot = m_trustedRoot};
}

void DeviceDialog::chooseFolder()
{
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Folder for the device's files"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void DeviceDialog::check()
{
    const QString name = m_name->text().trimmed();
    const bool isNew = !name.isEmpty() && !isKnown(name);
    m_new->setVisible(isNew);
    QString said;
    if (isNew) {
        const GroupContent& content = m_desk.content(m_group);
        const auto ends = content.ends();
        const bool isMember = std::any_of(ends.begin(), ends.end(), [&name](const RouteEnd& one) {
            return one.kind == RouteEnd::Kind::Device && one.label == name;
        });
        said = isMember || toQString(content.coreThing()) == name ? tr("This thing is in the group already.")
                                                                  : DeviceCreation::problemOf(plan());
    }
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
    m_take->setText(isNew ? tr("Create and add") : tr("Add"));
    m_take->setEnabled(!name.isEmpty() && said.isEmpty());
}

void DeviceDialog::take()
{
    const QString name = m_name->text().trimmed();
    if (!isKnown(name))
        return make();
    m_desk.addDevice(m_group, name.toStdString());
    accept();
}

void DeviceDialog::make()
{
    m_take->setEnabled(false);
    m_said->setText(tr("Making keys …"));
    m_said->show();
    delete m_creation;
    m_creation = new DeviceCreation(m_desk.api(), plan(), this);
    connect(m_creation, &DeviceCreation::finished, this, [this](bool well, const QString& sentence) {
        if (!well) {
            m_said->setText(sentence);
            m_take->setEnabled(true);
            return;
        }
        m_desk.addDevice(m_group, m_name->text().trimmed().toStdString());
        emit made(sentence, m_creation->commands().join(QLatin1Char('\n')));
        accept();
    });
    m_creation->start();
}

} // namespace greensward::ui
