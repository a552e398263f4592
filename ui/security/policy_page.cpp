// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/policy_page.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/icon.h"
#include "ui/kit/list_table.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_stack.h"
#include "ui/scope/cell_menu.h"
#include "ui/models/device_creation.h"
#include "ui/security/policy_edit.h"
#include "ui/security/security_desk.h"
#include "ui/security/words.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

QString targetText(const std::string& arn)
{
    const std::string certificate = certificateIdOf(arn);
    return certificate.empty() ? toQString(arn.substr(arn.rfind(':') + 1)) : shortId(certificate);
}

} // namespace

PolicyPage::PolicyPage(SecurityDesk& desk, QWidget* parent)
    : SecurityPage(parent)
    , m_desk(desk)
    , m_lookup(desk.api(), desk.registry)
    , m_policies(QStringList{tr("Policy")})
    , m_splitter(new QSplitter(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
    auto* left = new QWidget(m_splitter);
    auto* right = new QWidget(m_splitter);
    makeList(left);
    makeEditor(right);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({px(230), px(800)});
    connect(&desk.registry, &Registry::changed, this, &PolicyPage::showPolicies);
    connect(&m_lookup, &PolicyLookup::changed, this, &PolicyPage::showVersions);
    showPolicies();
    showVersions();
}

void PolicyPage::makeList(QWidget* left)
{
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(px(12), 0, 0, 0);
    column->setSpacing(px(6));
    auto* add = new QPushButton(tr("New policy …"), left);
    add->setObjectName(QStringLiteral("new"));
    add->setAccessibleName(tr("Write a new policy"));
    column->addWidget(add, 0, Qt::AlignLeft);
    m_table = new ListTable(m_policies, tr("Policies"), left);
    m_table->setColumns({0});
    new CellMenu(*m_table, m_desk.mirror.scope(),
                 [](const QModelIndex& cell) { return textTerm(cell.data().toString()); });
    column->addWidget(m_table, 1);
    connect(add, &QPushButton::clicked, this, &PolicyPage::startNew);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& row) {
        if (row.isValid())
            showPolicy(row.data(FactModel::KeyRole).toString());
    });
}

void PolicyPage::makeEditor(QWidget* right)
{
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(px(12), 0, px(12), 0);
    column->setSpacing(px(6));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(6));
    m_name = new QLineEdit(right);
    m_name->setPlaceholderText(tr("Name of the policy"));
    m_name->setAccessibleName(tr("Name of the policy"));
    m_versions = new QComboBox(right);
    m_versions->setAccessibleName(tr("Version of the policy"));
    m_save = new QPushButton(right);
    m_save->setToolTip(tr("Save (Ctrl+Enter)"));
    setKind(*m_save, ButtonKind::Primary);
    m_more = new QToolButton(right);
    m_more->setIcon(icon(QStringLiteral("more")));
    m_more->setIconSize(QSize(px(16), px(16)));
    m_more->setMinimumSize(px(28), px(28));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    m_more->setToolTip(tr("What can be done with the policy"));
    m_more->setAccessibleName(tr("What can be done with the policy"));
    head->addWidget(m_name, 1);
    head->addWidget(m_versions);
    head->addWidget(m_save);
    head->addWidget(m_more);
    column->addLayout(head);
    m_edit = new PolicyEdit(tr("Policy document"), right);
    column->addWidget(m_edit, 1);
    m_problem = new QPushButton(right);
    m_problem->setToolTip(tr("Go to this place"));
    setKind(*m_problem, ButtonKind::Quiet);
    column->addWidget(m_problem, 0, Qt::AlignLeft);
    m_targets = new ElidedLabel(TextStyle::Secondary, Role::MutedText, Qt::ElideRight, right);
    column->addWidget(m_targets);

    auto* keys = new QAction(this);
    keys->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    keys->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(keys);
    connect(keys, &QAction::triggered, this, &PolicyPage::save);
    connect(m_save, &QPushButton::clicked, this, &PolicyPage::save);
    connect(m_problem, &QPushButton::clicked, m_edit, &PolicyEdit::goToProblem);
    connect(m_edit, &PolicyEdit::problemChanged, this, &PolicyPage::check);
    connect(m_name, &QLineEdit::textChanged, this, &PolicyPage::check);
    connect(m_versions, &QComboBox::activated, this, &PolicyPage::showVersion);
    connect(m_more->menu(), &QMenu::aboutToShow, this, [this] {
        m_more->menu()->clear();
        qDeleteAll(m_more->menu()->findChildren<QMenu*>());
        fillMenu(*m_more->menu(), m_desk, acts());
    });
}

void PolicyPage::showPolicies()
{
    std::vector<FactModel::Row> rows;
    for (const PolicyEntry& policy : m_desk.registry.policies())
        rows.push_back(
            {.key = toQString(policy.name), .cells = {toQString(policy.name)}, .tip = toQString(policy.arn)});
    m_policies.setRows(std::move(rows));
    if (const int row = m_policies.rowOf(toQString(m_lookup.name())); row >= 0 && !m_isNew)
        m_table->selectRow(row);
}

void PolicyPage::showPolicy(const QString& name)
{
    m_isNew = false;
    m_proposed.clear();
    if (m_lookup.name() == name.toStdString())
        showVersions();
    m_lookup.setPolicy(name.toStdString());
    if (const int row = m_policies.rowOf(name); row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void PolicyPage::propose(const QString& name, const QString& document)
{
    if (name.isEmpty()) {
        startNew();
        m_edit->setPlainText(document);
        return;
    }
    showPolicy(name);
    m_proposed = document;
    showVersions();
}

void PolicyPage::startNew()
{
    m_isNew = true;
    m_lookup.setPolicy({});
    m_table->clearSelection();
    m_table->setCurrentIndex({});
    const std::string arn = m_desk.registry.things().empty() ? std::string() : m_desk.registry.things().front().arn;
    m_shown.clear();
    m_edit->setDocumentText(policyForOne(arn, "my-device"));
    m_name->clear();
    check();
    m_name->setFocus(Qt::OtherFocusReason);
}

void PolicyPage::showVersions()
{
    const PolicyLookup::Policy& policy = m_lookup.policy();
    if (!m_isNew) {
        const QString before = m_versions->currentData().toString();
        const bool edited = isEdited() && m_name->text() == toQString(m_lookup.name());
        m_versions->clear();
        for (const std::string& version : policy.versions)
            m_versions->addItem(version == policy.defaultVersion ? tr("Version %1, counts").arg(toQString(version))
                                                                 : tr("Version %1").arg(toQString(version)),
                                toQString(version));
        const bool known = m_lookup.isKnown();
        m_name->setText(toQString(m_lookup.name()));
        const int stays =
            edited ? m_versions->findData(before) : m_versions->findData(toQString(policy.defaultVersion));
        m_versions->setCurrentIndex(std::max(0, stays));
        if (!edited)
            showVersion();
        if (known && !m_proposed.isEmpty())
            m_edit->setPlainText(std::exchange(m_proposed, {}));
    }
    QStringList targets;
    for (const std::string& target : policy.targets)
        targets << targetText(target);
    m_targets->setText(m_isNew                   ? tr("A new policy counts once it is attached.")
                       : !policy.problem.empty() ? toQString(policy.problem)
                       : targets.isEmpty()       ? tr("Attached to nothing.")
                                                 : tr("Attached to %1").arg(targets.join(QStringLiteral(", "))));
    check();
}

void PolicyPage::showVersion()
{
    const auto document = m_lookup.policy().documents.find(m_versions->currentData().toString().toStdString());
    m_edit->setDocumentText(document == m_lookup.policy().documents.end() ? std::string() : document->second);
    m_shown = m_edit->toPlainText();
    check();
}

bool PolicyPage::isEdited() const
{
    return m_edit->toPlainText() != m_shown;
}

void PolicyPage::check()
{
    const bool any = m_isNew || m_lookup.isKnown();
    m_name->setReadOnly(!m_isNew);
    m_versions->setVisible(!m_isNew && m_versions->count() > 0);
    m_edit->setEnabled(any);
    m_more->setVisible(!m_isNew && m_lookup.isKnown());
    m_save->setText(m_isNew ? tr("Create") : tr("Save as new version"));
    m_save->setAccessibleName(m_isNew ? tr("Create the policy")
                                      : tr("Save as a new version, which counts from then on"));
    const PolicyProblem& problem = m_edit->problem();
    m_problem->setText(problem.sentence);
    m_problem->setAccessibleName(problem.sentence);
    m_problem->setVisible(!problem.sentence.isEmpty());
    m_save->setEnabled(any && problem.sentence.isEmpty() && !m_edit->toPlainText().isEmpty() &&
                       !m_name->text().trimmed().isEmpty() && (m_isNew || isEdited()));
}

void PolicyPage::save()
{
    if (!m_save->isEnabled())
        return;
    const QString name = m_name->text().trimmed();
    const std::string document = m_edit->documentText();
    m_shown = m_edit->toPlainText(); // no longer an edit: what the account says is shown from now on
    if (m_isNew) {
        m_isNew = false;
        m_desk.acts.carryOut({.said = tr("The policy %1 is there").arg(name),
                              .call = iot::createPolicy(name.toStdString(), document),
                              .inverse = iot::deletePolicy(name.toStdString())});
        m_lookup.setPolicy(name.toStdString());
        return;
    }
    m_desk.acts.carryOut(
        {.said = tr("The new version of %1 counts").arg(name),
         .call = iot::createPolicyVersion(name.toStdString(), document),
         .inverse = iot::setDefaultPolicyVersion(name.toStdString(), m_lookup.policy().defaultVersion)});
}

std::vector<OfferedAct> PolicyPage::acts() const
{
    const PolicyLookup::Policy& policy = m_lookup.policy();
    const QString name = toQString(policy.name);
    const std::string version = m_versions->currentData().toString().toStdString();
    std::vector<OfferedAct> acts;
    if (version != policy.defaultVersion) {
        acts.push_back({.word = tr("Let it count"),
                        .name = tr("Let version %1 count").arg(toQString(version)),
                        .act = {.said = tr("Version %1 of %2 counts").arg(toQString(version), name),
                                .call = iot::setDefaultPolicyVersion(policy.name, version),
                                .inverse = iot::setDefaultPolicyVersion(policy.name, policy.defaultVersion)}});
        acts.push_back(
            {.word = tr("Delete"),
             .name = tr("Delete version %1").arg(toQString(version)),
             .act = {.said = tr("Version %1 of %2 is deleted").arg(toQString(version), name),
                     .call = iot::deletePolicyVersion(policy.name, version)},
             .question = tr("Delete version %1 of %2? It cannot be brought back.").arg(toQString(version), name),
             .isDangerous = true});
    }
    for (const std::string& target : policy.targets)
        acts.push_back({.word = tr("Detach"),
                        .name = tr("Detach from %1").arg(targetText(target)),
                        .act = {.said = tr("%1 counts for %2 no longer").arg(name, targetText(target)),
                                .call = iot::detachPolicy(policy.name, target),
                                .inverse = iot::attachPolicy(policy.name, target)}});
    const auto document = policy.documents.find(policy.defaultVersion);
    acts.push_back({.word = tr("Delete"),
                    .name = tr("Delete the policy %1").arg(name),
                    .act = {.said = tr("The policy %1 is deleted").arg(name),
                            .call = iot::deletePolicy(policy.name),
                            .inverse = iot::createPolicy(
                                policy.name, document == policy.documents.end() ? std::string() : document->second)},
                    .isDangerous = true});
    return acts;
}

QList<QWidget*> PolicyPage::focusStops() const
{
    return {m_table, m_edit};
}

void PolicyPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void PolicyPage::setTight(bool tight)
{
    m_splitter->setOrientation(tight ? Qt::Vertical : Qt::Horizontal);
    m_splitter->setSizes(tight ? QList<int>{px(100), px(300)} : QList<int>{px(230), px(800)});
}

void PolicyPage::chooseSomething()
{
    if (!m_isNew && m_lookup.name().empty() && m_policies.rowCount() > 0)
        m_table->selectRow(0);
}

} // namespace greensward::ui
