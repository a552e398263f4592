// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/evaluation_page.h"

#include "ui/kit/card.h"
#include "ui/kit/list_table.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_stack.h"
#include "ui/scope/cell_menu.h"
#include "ui/security/policy_edit.h"
#include "ui/security/security_desk.h"
#include "ui/security/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>

namespace greensward::ui {

EvaluationPage::EvaluationPage(SecurityDesk& desk, QWidget* parent)
    : SecurityPage(parent)
    , m_desk(desk)
    , m_evaluation(desk.api(), desk.registry)
    , m_lookup(desk.api(), desk.registry)
    , m_policies(QStringList{tr("Policy"), tr("Attached to")})
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), 0, px(12), 0);
    column->setSpacing(px(8));
    makeQuestion(*column);
    auto* verdict = new QHBoxLayout;
    verdict->setSpacing(px(10));
    m_verdict = new Chip(Role::MutedText, Chip::Look::Filled, this);
    m_sentence = new RoleLabel(TextStyle::Body, Role::Text, {}, this);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    verdict->addWidget(m_verdict, 0, Qt::AlignTop);
    verdict->addWidget(m_sentence, 1);
    column->addLayout(verdict);
    m_account = new RoleLabel(TextStyle::Secondary, Role::MutedText, {}, this);
    m_account->setWordWrap(true);
    column->addWidget(m_account);
    m_splitter = new QSplitter(this);
    m_table = new ListTable(m_policies, tr("Policies that count"), m_splitter);
    m_table->setColumns({0, 110});
    m_table->setOptional({1}, 110);
    new CellMenu(*m_table, desk.mirror.scope(),
                 [](const QModelIndex& cell) { return textTerm(cell.siblingAtColumn(0).data().toString()); });
    m_text = new PolicyEdit(tr("Policy text, with the statement that decided"), m_splitter);
    m_text->setReadOnly(true);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({px(250), px(700)});
    column->addWidget(m_splitter, 1);

    connect(&desk.registry, &Registry::changed, this, &EvaluationPage::showAskers);
    connect(&m_lookup, &IdentityLookup::changed, this, &EvaluationPage::chooseCertificates);
    connect(&m_evaluation, &Evaluation::changed, this, &EvaluationPage::showVerdict);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EvaluationPage::showPolicy);
    showAskers();
    showVerdict();
}

void EvaluationPage::makeQuestion(QLayout& column)
{
    auto* grid = new QGridLayout;
    grid->setSpacing(px(6));
    const auto label = [this, grid](const QString& text, int row, int at) {
        grid->addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, text, this), row, at);
    };
    m_who = new QComboBox(this);
    m_who->setAccessibleName(tr("Who: a thing or a certificate"));
    m_who->setMinimumContentsLength(12);
    m_who->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_certificate = new QComboBox(this);
    m_certificate->setAccessibleName(tr("With which certificate"));
    m_client = new QLineEdit(this);
    m_client->setAccessibleName(tr("Client id it connects with"));
    m_client->setFont(fontOf(TextStyle::Mono));
    m_action = new QComboBox(this);
    m_action->setAccessibleName(tr("Action"));
    for (const char* action : {"iot:Connect", "iot:Publish", "iot:Subscribe", "iot:Receive", "iot:RetainPublish",
                               "iot:GetThingShadow", "iot:UpdateThingShadow", "iot:DeleteThingShadow"})
        m_action->addItem(QLatin1String(action));
    m_action->setCurrentIndex(1);
    m_action->setToolTip(tr("Shadows over MQTT are topics: Publish, Subscribe and Receive on $aws/things/… decide. The "
                            "shadow actions are those of HTTPS."));
    m_resource = new QLineEdit(this);
    m_resource->setAccessibleName(tr("On which topic, filter, client or thing"));
    m_resource->setFont(fontOf(TextStyle::Mono));
    label(tr("Who"), 0, 0);
    grid->addWidget(m_who, 0, 1);
    grid->addWidget(m_certificate, 0, 2);
    label(tr("as client"), 0, 3);
    grid->addWidget(m_client, 0, 4);
    label(tr("May it"), 1, 0);
    grid->addWidget(m_action, 1, 1);
    grid->addWidget(m_resource, 1, 2, 1, 3);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 2);
    grid->setColumnStretch(4, 3);
    static_cast<QVBoxLayout&>(column).addLayout(grid);
    connect(m_who, &QComboBox::activated, this, [this] {
        m_wantedCertificate.clear();
        askAs(m_who->currentText());
    });
    connect(m_certificate, &QComboBox::activated, this, &EvaluationPage::takeAsker);
    connect(m_client, &QLineEdit::textChanged, this, &EvaluationPage::takeAsker);
    connect(m_action, &QComboBox::currentIndexChanged, this, &EvaluationPage::takeQuestion);
    connect(m_resource, &QLineEdit::textChanged, this, &EvaluationPage::takeQuestion);
    takeQuestion();
}

void EvaluationPage::showAskers()
{
    const QString before = m_who->currentText();
    m_filling = true;
    m_who->clear();
    for (const ThingEntry& thing : m_desk.registry.things())
        m_who->addItem(toQString(thing.name));
    m_who->setCurrentIndex(m_who->findText(before));
    m_filling = false;
    chooseCertificates();
}

void EvaluationPage::askAs(const QString& thing)
{
    m_who->setCurrentIndex(m_who->findText(thing));
    m_client->setText(thing);
    m_lookup.setThing(thing.toStdString());
    chooseCertificates();
    if (m_resource->text().isEmpty())
        m_resource->setText(thing + QStringLiteral("/telemetry"));
}

void EvaluationPage::ask(const Evaluation::Asker& asker, const AccessQuestion& question)
{
    m_filling = true;
    m_wantedCertificate = asker.certificateArn;
    m_who->setCurrentIndex(m_who->findText(toQString(asker.clientId)));
    m_client->setText(toQString(asker.clientId));
    const int action = m_action->findText(toQString(question.action));
    m_action->setCurrentIndex(std::max(0, action));
    m_resource->setText(toQString(question.name));
    m_lookup.setThing(m_who->currentIndex() < 0 ? std::string() : asker.clientId);
    m_filling = false;
    chooseCertificates();
    takeQuestion();
}

/// Those of the thing, and the one that is asked for.
void EvaluationPage::chooseCertificates()
{
    const QString before = m_certificate->currentData().toString();
    m_filling = true;
    m_certificate->clear();
    const auto add = [this](const std::string& id, const std::string& arn) {
        if (m_certificate->findData(toQString(arn)) < 0)
            m_certificate->addItem(shortId(id), toQString(arn));
    };
    for (const Principal& principal : m_lookup.identity().principals)
        add(principal.certificate.id, principal.certificate.arn);
    if (!m_wantedCertificate.empty())
        add(certificateIdOf(m_wantedCertificate), m_wantedCertificate);
    if (m_certificate->count() == 0 && m_lookup.thing().empty())
        for (const CertificateEntry& certificate : m_desk.registry.certificates())
            add(certificate.id, certificate.arn);
    const QString wanted = m_wantedCertificate.empty() ? before : toQString(m_wantedCertificate);
    m_certificate->setCurrentIndex(std::max(m_certificate->count() > 0 ? 0 : -1, m_certificate->findData(wanted)));
    m_filling = false;
    takeAsker();
}

void EvaluationPage::takeAsker()
{
    if (!m_filling)
        m_evaluation.setAsker({.certificateArn = m_certificate->currentData().toString().toStdString(),
                               .clientId = m_client->text().toStdString()});
}

void EvaluationPage::takeQuestion()
{
    const std::string action = m_action->currentText().toStdString();
    const std::string_view kind = resourceKind(action);
    m_resource->setPlaceholderText(kind == "client"        ? tr("Client id")
                                   : kind == "topicfilter" ? tr("Topic filter, for example turbines/+/#")
                                   : kind == "thing"       ? tr("Name of the thing")
                                                           : tr("Topic, for example turbines/1/telemetry"));
    if (!m_filling)
        m_evaluation.setQuestion({.action = action, .name = m_resource->text().toStdString()});
}

void EvaluationPage::showVerdict()
{
    const auto& judgement = m_evaluation.judgement();
    QString account;
    if (judgement) {
        m_verdict->set(judgement->allowed()                                    ? tr("allowed")
                       : judgement->decision == policy::Decision::ExplicitDeny ? tr("denied")
                                                                               : tr("not allowed"),
                       judgement->allowed() ? Role::Accent : Role::Lost);
        m_sentence->setText(judgement->sentence);
        if (!m_evaluation.accountSays().empty())
            account = m_evaluation.agrees()
                          ? tr("The account says the same (TestAuthorization: %1).")
                                .arg(toQString(m_evaluation.accountSays()))
                          : tr("The account says otherwise: TestAuthorization answers %1. What is known here of the "
                               "device may not be all.")
                                .arg(toQString(m_evaluation.accountSays()));
        QStringList missing;
        for (const std::string& name : judgement->missing)
            missing << toQString(name);
        if (!missing.isEmpty())
            account += QLatin1Char(' ') + tr("Not known of it: %1.").arg(missing.join(QStringLiteral(", ")));
    } else {
        m_verdict->set(tr("no question yet"), Role::MutedText);
        m_sentence->setText(m_certificate->count() == 0 && m_lookup.isKnown()
                                ? tr("No certificate is attached to this thing, so nobody can ask in its name.")
                                : tr("Choose who asks, and for what."));
    }
    m_verdict->setVisible(judgement.has_value());
    m_account->setText(account.trimmed());
    m_account->setRole(m_evaluation.agrees() ? Role::MutedText : Role::Attention);
    m_account->setVisible(!account.isEmpty());
    showPolicies();
}

void EvaluationPage::showPolicies()
{
    std::vector<FactModel::Row> rows;
    if (const Principal* principal = m_evaluation.principal())
        for (const AttachedPolicy& policy : principal->policies)
            rows.push_back({.key = toQString(policy.entry.name),
                            .cells = {toQString(policy.entry.name),
                                      policy.group.empty() ? tr("certificate") : toQString(policy.group)},
                            .ink = Role::MutedText});
    m_policies.setRows(std::move(rows));
    const auto& judgement = m_evaluation.judgement();
    int row = judgement ? m_policies.rowOf(toQString(judgement->policyName)) : -1;
    if (row < 0 && !m_table->currentIndex().isValid())
        row = m_policies.rowCount() > 0 ? 0 : -1;
    if (row >= 0)
        m_table->selectRow(row);
    showPolicy();
}

void EvaluationPage::showPolicy()
{
    const Principal* principal = m_evaluation.principal();
    const int row = m_table->currentIndex().row();
    if (!principal || row < 0 || row >= static_cast<int>(principal->policies.size())) {
        m_text->setDocumentText({});
        m_text->setPlaceholderText(principal && principal->policies.empty() ? tr("No policy is attached.") : QString());
        return;
    }
    const AttachedPolicy& policy = principal->policies[static_cast<std::size_t>(row)];
    m_text->setDocumentText(policy.document);
    const auto& judgement = m_evaluation.judgement();
    if (judgement && judgement->policyName == policy.entry.name)
        m_text->markStatement(judgement->statement, judgement->allowed());
}

QList<QWidget*> EvaluationPage::focusStops() const
{
    return {m_who, m_table, m_text};
}

void EvaluationPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void EvaluationPage::setTight(bool tight)
{
    m_table->setVisible(!tight || m_policies.rowCount() > 1);
    m_splitter->setOrientation(tight ? Qt::Vertical : Qt::Horizontal);
}

void EvaluationPage::chooseSomething()
{
    if (m_who->currentIndex() < 0 && m_who->count() > 0)
        askAs(m_who->itemText(0));
}

void EvaluationPage::focusFilter()
{
    m_resource->setFocus(Qt::ShortcutFocusReason);
    m_resource->selectAll();
}

} // namespace greensward::ui
