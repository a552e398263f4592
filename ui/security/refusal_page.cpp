// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/refusal_page.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/qt_text.h"
#include "ui/scope/cell_menu.h"
#include "ui/scope/scope_bar.h"
#include "ui/security/policy_edit.h"
#include "ui/security/security_desk.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

enum Page { Nothing, NoHits, Rows };

constexpr std::string_view kWillRefused = "its will may not be published"; ///< the gateway's words

} // namespace

RefusalPage::RefusalPage(SecurityDesk& desk, QWidget* parent)
    : SecurityPage(parent)
    , m_desk(desk)
    , m_model(desk.mirror.model<RefusalModel>())
    , m_filter(m_model, desk.mirror.scope())
    , m_evaluation(desk.api(), desk.registry)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_scope = new ScopeBar(desk.mirror, this);
    column->addWidget(m_scope);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(makeList());
    m_splitter->addWidget(makeDetail());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({px(220), px(320)});
    column->addWidget(m_splitter, 1);
    connect(&m_filter, &QAbstractItemModel::rowsInserted, this, &RefusalPage::showRows);
    connect(&m_filter, &QAbstractItemModel::rowsRemoved, this, &RefusalPage::showRows);
    connect(&m_filter, &QAbstractItemModel::modelReset, this, &RefusalPage::showRows);
    connect(&m_evaluation, &Evaluation::changed, this, &RefusalPage::showDetail);
    connect(&desk.registry, &Registry::changed, this, &RefusalPage::takeCurrent);
    showRows();
    showDetail();
}

QWidget* RefusalPage::makeList()
{
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(
        new EmptyState(QStringLiteral("check"),
                       tr("Nobody has been refused anything. When somebody is, it is told here, with the "
                          "smallest policy that would have allowed it."),
                       {}, m_pages));
    m_noHits = new EmptyState(QStringLiteral("search"), {}, tr("Clear filter"), m_pages);
    connect(m_noHits, &EmptyState::clicked, this, [this] { m_desk.mirror.scope().clear(); });
    m_pages->addWidget(m_noHits);
    m_table = new ListTable(m_filter, tr("Refusals"), m_pages);
    m_table->setColumns({100, 130, 250, 0});
    m_table->setOptional({RefusalModel::Time, RefusalModel::Who}, 200);
    m_pages->addWidget(m_table);
    new CellMenu(*m_table, m_desk.mirror.scope(), [this](const QModelIndex& cell) {
        const Refusal& refusal = m_model.refusal(m_filter.mapToSource(cell).row());
        if (cell.column() == RefusalModel::Who)
            return senderTerm(toQString(refusal.who));
        return cell.column() == RefusalModel::What && refusal.kind == trace::Kind::MessageRefused
                   ? topicTerm(toQString(refusal.question.name))
                   : QString();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RefusalPage::takeCurrent);
    return m_pages;
}

QWidget* RefusalPage::makeDetail()
{
    auto* detail = new QWidget(this);
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(px(16), px(6), px(12), 0);
    column->setSpacing(px(6));
    m_what = new RoleLabel(TextStyle::Strong, Role::Text, {}, detail);
    m_what->setWordWrap(true);
    m_why = new RoleLabel(TextStyle::Body, Role::Lost, {}, detail);
    m_why->setWordWrap(true);
    m_why->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_what);
    column->addWidget(m_why);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(6));
    m_head = new RoleLabel(TextStyle::Body, Role::Text, {}, detail);
    m_head->setWordWrap(true);
    m_policy = new QComboBox(detail);
    m_policy->setAccessibleName(tr("Policy that would get the statement"));
    const auto make = [&](const QString& text, const QString& name, auto work) {
        auto* button = new QPushButton(text, detail);
        button->setAccessibleName(name);
        connect(button, &QPushButton::clicked, this, work);
        row->addWidget(button);
        return button;
    };
    row->addWidget(m_head, 1);
    row->addWidget(m_policy);
    m_add = make(tr("Add to policy …"), tr("Open the policy with this statement added"), [this] { addToPolicy(); });
    setKind(*m_add, ButtonKind::Primary);
    m_copy = make(tr("Copy"), tr("Copy the smallest statement"), [this] {
        if (m_evaluation.judgement())
            QGuiApplication::clipboard()->setText(readablePolicy(m_evaluation.judgement()->smallest));
    });
    m_evaluate = make(tr("Evaluate"), tr("Ask the policies again"),
                      [this] { emit questionAsked(m_evaluation.asker(), m_evaluation.question()); });
    column->addLayout(row);
    m_difference = new PolicyEdit(tr("What the policy lacks"), detail);
    m_difference->setReadOnly(true);
    column->addWidget(m_difference, 1);
    connect(m_policy, &QComboBox::activated, this, &RefusalPage::showDifference);
    return detail;
}

bool RefusalPage::choose(trace::EventId event)
{
    const int source = m_model.rowOf(event);
    const QModelIndex row = source < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(source, 0));
    if (row.isValid())
        m_table->selectRow(row.row());
    return row.isValid();
}

const Refusal* RefusalPage::current() const
{
    const QModelIndex row = m_table->currentIndex();
    return row.isValid() ? &m_model.refusal(m_filter.mapToSource(row).row()) : nullptr;
}

void RefusalPage::takeCurrent()
{
    const Refusal* refusal = current();
    const CertificateEntry* certificate = refusal ? m_desk.registry.certificate(refusal->certificateId) : nullptr;
    if (certificate) {
        m_evaluation.setAsker(
            {.certificateArn = certificate->arn, .clientId = refusal->who, .address = refusal->address});
        m_evaluation.setQuestion(refusal->question);
    } else {
        m_evaluation.setAsker({});
        m_evaluation.setQuestion({});
    }
    showDetail();
}

void RefusalPage::showRows()
{
    const int all = m_model.rowCount();
    const int shown = m_filter.rowCount();
    m_scope->setCounts(static_cast<quint64>(shown), static_cast<quint64>(all));
    m_noHits->setSentence(tr("0 of %n refusals match the filter.", nullptr, all));
    m_pages->setCurrentIndex(all == 0 ? Nothing : shown == 0 ? NoHits : Rows);
    m_splitter->widget(1)->setVisible(shown > 0);
    if (isVisible())
        chooseSomething();
}

/// What is not for policies to decide has a sentence instead of a text.
void RefusalPage::explain(const QString& head, const QString& sentence)
{
    m_head->setText(head);
    m_difference->setPlainText({});
    m_difference->setPlaceholderText(sentence);
    for (QWidget* one : std::initializer_list<QWidget*>{m_policy, m_add, m_copy, m_evaluate})
        one->setVisible(false);
}

void RefusalPage::showDetail()
{
    m_proposed.clear();
    const Refusal* refusal = current();
    m_what->setText(refusal ? tr("%1: %2").arg(toQString(refusal->who), questionText(refusal->question)) : QString());
    m_why->setText(refusal ? toQString(refusal->why) : QString());
    if (!refusal)
        return explain({}, tr("Choose a refusal to see what would have allowed it."));
    if (refusal->kind == trace::Kind::ApiRefused)
        return explain({},
                       tr("This was a call of the AWS APIs: it is the caller's keys and IAM, or the call itself, that "
                          "decide, no policy of a device."));
    if (refusal->certificateId.empty())
        return explain({},
                       tr("It showed no certificate, so no policy of a device had a say in this. If it signed its "
                          "request, IAM decided: the doctor has the line that was missing."));
    if (!m_desk.registry.certificate(refusal->certificateId))
        return explain({},
                       m_desk.registry.isKnown()
                           ? tr("The certificate it showed is not registered with this account, so no policy can be "
                                "attached to it: register it first.")
                           : tr("Asking the account …"));
    const auto& judgement = m_evaluation.judgement();
    if (!judgement)
        return explain({}, tr("Asking the account …"));
    const Principal& principal = *m_evaluation.principal();
    if (refusal->kind == trace::Kind::ClientRefused && refusal->why.starts_with(kWillRefused))
        return explain({},
                       tr("It may connect, but not with this last will: whoever arms a will needs iot:Publish on the "
                          "will's topic."));
    if (judgement->allowed())
        return explain(tr("Allowed by now: %1").arg(judgement->sentence), {});
    if (!principal.certificate.isActive() || judgement->decision == policy::Decision::ExplicitDeny) {
        explain(judgement->sentence, tr("No statement more can help against this: what denies it has to go first."));
        m_evaluate->setVisible(true);
        return;
    }
    m_head->setText(tr("The smallest policy that would have allowed it:"));
    const QString before = m_policy->currentText();
    m_policy->clear();
    for (const AttachedPolicy& policy : principal.policies)
        m_policy->addItem(toQString(policy.entry.name));
    m_policy->setCurrentIndex(std::max(0, m_policy->findText(before)));
    m_policy->setVisible(m_policy->count() > 1);
    for (QWidget* one : std::initializer_list<QWidget*>{m_add, m_copy, m_evaluate})
        one->setVisible(true);
    showDifference();
}

/// Null when none is attached.
const AttachedPolicy* RefusalPage::chosenPolicy() const
{
    const Principal* principal = m_evaluation.principal();
    const int at = m_policy->currentIndex();
    return principal && at >= 0 && at < static_cast<int>(principal->policies.size())
               ? &principal->policies[static_cast<std::size_t>(at)]
               : nullptr;
}

void RefusalPage::showDifference()
{
    const auto& judgement = m_evaluation.judgement();
    if (!judgement)
        return;
    const AttachedPolicy* policy = chosenPolicy();
    const std::string document = policy ? policy->document : std::string();
    const auto proposed = withStatement(document, judgement->smallest);
    m_proposed = proposed.value_or(QString());
    m_add->setEnabled(proposed.has_value());
    m_add->setText(policy ? tr("Add to %1 …").arg(toQString(policy->entry.name)) : tr("New policy …"));
    m_difference->showDifference(lineDifference(document.empty() ? QString() : readablePolicy(document), m_proposed));
}

void RefusalPage::addToPolicy()
{
    const AttachedPolicy* policy = chosenPolicy();
    emit policyProposed(policy ? toQString(policy->entry.name) : QString(), m_proposed);
}

QList<QWidget*> RefusalPage::focusStops() const
{
    return {m_table, m_difference};
}

void RefusalPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void RefusalPage::setTight(bool tight)
{
    m_splitter->setSizes(tight ? QList<int>{px(100), px(220)} : QList<int>{px(220), px(320)});
}

void RefusalPage::chooseSomething()
{
    if (!m_table->currentIndex().isValid() && m_filter.rowCount() > 0)
        m_table->selectRow(0);
}

void RefusalPage::focusFilter()
{
    m_scope->focusEdit();
}

bool RefusalPage::leave()
{
    return m_scope->leave();
}

} // namespace greensward::ui
