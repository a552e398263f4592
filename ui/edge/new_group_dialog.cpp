// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/new_group_dialog.h"

#include "ui/edge/edge_desk.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace greensward::ui {

namespace {

/// "Lawn and Garden" → "LawnandGarden_Core", as the console of AWS would call it.
QString coreNameFor(const QString& group)
{
    static const QRegularExpression kOther(QStringLiteral("[^A-Za-z0-9:_-]"));
    QString plain = group.trimmed();
    plain.remove(kOther);
    return plain.isEmpty() ? QString() : plain.left(100) + QStringLiteral("_Core");
}

} // namespace

NewGroupDialog::NewGroupDialog(EdgeDesk& desk, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_name(new QLineEdit(this))
    , m_core(new QComboBox(this))
    , m_said(new RoleLabel(TextStyle::Secondary, Role::Attention, {}, this))
    , m_make(new QPushButton(tr("Create"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New group"));
    setMinimumWidth(px(460));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(px(20), px(16), px(20), px(16));
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(8));
    grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Group"), this), 0, 0);
    grid->addWidget(new RoleLabel(TextStyle::Body, Role::MutedText, tr("Core"), this), 1, 0);
    m_name->setAccessibleName(tr("Name of the group"));
    m_name->setPlaceholderText(tr("for example lawn"));
    m_core->setAccessibleName(tr("Thing of the core"));
    m_core->setEditable(true);
    m_core->setInsertPolicy(QComboBox::NoInsert);
    grid->addWidget(m_name, 0, 1);
    grid->addWidget(m_core, 1, 1);
    const bool runsHere = desk.port() != nullptr;
    auto* told = new RoleLabel(
        TextStyle::Secondary, Role::MutedText,
        runsHere
            ? tr("The core is made with a thing and a certificate of its own, and starts on this computer. Then come "
                 "the core definition, the group with its first version, and the two roles where they are missing: "
                 "%1 for the account, %2 for the group.")
                  .arg(QStringLiteral("Greengrass_ServiceRole"), QStringLiteral("Greengrass_GroupRole"))
            : tr("No core runs on this computer: choose a thing that has a certificate. It becomes the core of the "
                 "group "
                 "wherever you start it with that certificate."),
        this);
    told->setWordWrap(true);
    m_said->setWordWrap(true);
    grid->addWidget(m_said, 2, 1);
    grid->addWidget(told, 3, 0, 1, 2);
    auto* row = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    setKind(*m_make, ButtonKind::Primary);
    m_make->setDefault(true);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_make);
    grid->addLayout(row, 4, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    if (!runsHere)
        desk.offerThings({}, [self = QPointer(this)](const std::vector<MemberOffer>& offers, const QString&) {
            if (!self)
                return;
            const QString before = self->m_core->currentText();
            for (const MemberOffer& one : offers)
                self->m_core->addItem(toQString(one.name));
            self->m_core->setEditText(before);
        });
    connect(m_name, &QLineEdit::textChanged, this, [this, runsHere](const QString& text) {
        if (runsHere && !m_isCoreNamed)
            m_core->setEditText(coreNameFor(text));
        check();
    });
    connect(m_core->lineEdit(), &QLineEdit::textEdited, this, [this] { m_isCoreNamed = true; });
    connect(m_core, &QComboBox::editTextChanged, this, &NewGroupDialog::check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_make, &QPushButton::clicked, this, &NewGroupDialog::make);
    m_name->setFocus();
    check();
}

void NewGroupDialog::check()
{
    static const QRegularExpression kThing(QStringLiteral("^[A-Za-z0-9:_-]{1,124}$"));
    const QString name = m_name->text().trimmed();
    const QString core = m_core->currentText().trimmed();
    const auto& cores = m_desk.cores();
    QString said;
    if (m_desk.book().findName(name))
        said = tr("There is a group of this name already.");
    else if (!core.isEmpty() && !kThing.match(core).hasMatch())
        said = tr("A core's name has 1 to 124 letters, digits, “:”, “_” or “-”.");
    else if (std::any_of(cores.begin(), cores.end(),
                         [&core](const CoreView& one) { return toQString(one.thing) == core && !one.groupId.empty(); }))
        said = tr("This core belongs to another group.");
    m_said->setText(said);
    m_said->setVisible(!said.isEmpty());
    m_make->setEnabled(!name.isEmpty() && !core.isEmpty() && said.isEmpty());
}

void NewGroupDialog::make()
{
    m_desk.makeGroup(m_name->text().trimmed(), m_core->currentText().trimmed().toStdString());
    accept();
}

} // namespace greensward::ui
