// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/identity_page.h"

#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_stack.h"
#include "ui/scope/cell_menu.h"
#include "ui/security/chain_view.h"
#include "ui/security/identity_acts.h"
#include "ui/security/node_card.h"
#include "ui/security/security_desk.h"
#include "ui/security/words.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace greensward::ui {

namespace {

constexpr int kPopupMillis = 300;

}

IdentityPage::IdentityPage(SecurityDesk& desk, QWidget* parent)
    : SecurityPage(parent)
    , m_desk(desk)
    , m_lookup(desk.api(), desk.registry)
    , m_things(QStringList{tr("Thing"), tr("Type")})
    , m_splitter(new QSplitter(this))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_splitter);
    auto* left = new QWidget(m_splitter);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(px(12), 0, px(12), 0);
    column->setSpacing(px(6));
    m_filter = new QLineEdit(left);
    m_filter->setPlaceholderText(tr("Find a thing"));
    m_filter->setAccessibleName(tr("Find a thing by its name or type"));
    m_filter->setClearButtonEnabled(true);
    auto* add = new QPushButton(tr("New device …"), left);
    add->setAccessibleName(tr("Make a new device: thing, certificate and policy"));
    add->setObjectName(QStringLiteral("new"));
    setKind(*add, ButtonKind::Primary);
    auto* row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(add);
    column->addLayout(row);
    m_table = new ListTable(m_things, tr("Things"), left);
    m_table->setColumns({0, 90});
    m_table->setOptional({1}, 150);
    new CellMenu(*m_table, desk.mirror.scope(),
                 [](const QModelIndex& cell) { return senderTerm(cell.data(FactModel::KeyRole).toString()); });
    column->addWidget(m_table, 1);

    auto* right = new QWidget(m_splitter);
    auto* cards = new QVBoxLayout(right);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), 0, px(16), 0);
    m_head = new RoleLabel(TextStyle::Body, Role::MutedText, {}, right);
    m_head->setWordWrap(true);
    m_evaluate = new QPushButton(tr("What may it do?"), right);
    m_evaluate->setAccessibleName(tr("Evaluate the policies of this thing"));
    head->addWidget(m_head, 1);
    head->addWidget(m_evaluate);
    cards->addLayout(head);
    auto* scroll = new QScrollArea(right);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Identity card"));
    scroll->viewport()->setAutoFillBackground(false);
    m_chain = new ChainView(scroll);
    m_chain->setAutoFillBackground(false);
    scroll->setWidget(m_chain);
    cards->addWidget(scroll, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({px(270), px(800)});

    connect(&desk.registry, &Registry::changed, this, &IdentityPage::showThings);
    connect(m_filter, &QLineEdit::textChanged, this, &IdentityPage::showThings);
    connect(&m_lookup, &IdentityLookup::changed, this, &IdentityPage::showCards);
    connect(add, &QPushButton::clicked, this, [this] { emit newDeviceAsked({}); });
    connect(m_evaluate, &QPushButton::clicked, this, [this] { emit evaluationAsked(toQString(m_lookup.thing())); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid())
            showThing(now.data(FactModel::KeyRole).toString());
    });
    showThings();
    showCards();
}

void IdentityPage::showThing(const QString& name)
{
    m_lookup.setThing(name.toStdString());
    if (const int row = m_things.rowOf(name); row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
}

void IdentityPage::showThings()
{
    const QString wanted = m_filter->text().trimmed();
    std::vector<FactModel::Row> rows;
    for (const ThingEntry& thing : m_desk.registry.things()) {
        FactModel::Row row{.key = toQString(thing.name),
                           .cells = {toQString(thing.name), toQString(thing.type)},
                           .tip = attributesText(thing),
                           .ink = Role::MutedText};
        if (wanted.isEmpty() || row.cells.join(QLatin1Char(' ')).contains(wanted, Qt::CaseInsensitive))
            rows.push_back(std::move(row));
    }
    m_things.setRows(std::move(rows));
    if (const int row = m_things.rowOf(toQString(m_lookup.thing())); row >= 0 && m_table->currentIndex().row() != row)
        m_table->selectRow(row);
    showHead();
}

void IdentityPage::showHead()
{
    const Identity& identity = m_lookup.identity();
    QString text;
    Role role = Role::MutedText;
    if (!m_desk.registry.problem().isEmpty()) {
        text = m_desk.registry.problem();
        role = Role::Lost;
    } else if (m_lookup.thing().empty()) {
        text = m_things.rowCount() == 0 && m_desk.registry.isKnown() ? tr("No thing has been made yet.")
                                                                     : tr("Choose a thing to see who it is.");
    } else if (!m_lookup.isKnown()) {
        text = tr("Asking the account …");
    } else if (!identity.problem.empty()) {
        text = toQString(identity.problem);
        role = Role::Lost;
    } else {
        switch (identity.gap()) {
        case Identity::Gap::NoCertificate:
            text = tr("Nobody can speak for this thing: no certificate is attached to it.");
            role = Role::Attention;
            break;
        case Identity::Gap::NoneActive:
            text = tr("It cannot connect: none of its certificates is active.");
            role = Role::Attention;
            break;
        case Identity::Gap::NoPolicy:
            text = tr("It cannot connect: no policy counts for its certificate.");
            role = Role::Attention;
            break;
        case Identity::Gap::None:
            text = tr("The chain is whole. What it may do, its policies say.");
            break;
        }
    }
    m_head->setText(text);
    m_head->setRole(role);
    m_evaluate->setVisible(m_lookup.isKnown() && !m_lookup.identity().principals.empty());
}

void IdentityPage::showCards()
{
    showHead();
    if (const QWidget* popup = QApplication::activePopupWidget(); popup && m_chain->isAncestorOf(popup)) {
        QTimer::singleShot(kPopupMillis, this, &IdentityPage::showCards); // not under somebody's hand
        return;
    }
    const QWidget* focus = focusWidget();
    const bool hadFocus = focus && m_chain->isAncestorOf(focus) && focus->hasFocus();
    m_chain->clear();
    if (m_lookup.isKnown() && m_lookup.identity().problem.empty()) {
        NodeCard* thing = thingCard();
        m_chain->add(0, thing, nullptr);
        if (m_lookup.identity().principals.empty())
            m_chain->add(1, noCertificate(), thing);
        for (const Principal& principal : m_lookup.identity().principals) {
            NodeCard* certificate = certificateCard(principal);
            m_chain->add(1, certificate, thing);
            if (principal.policies.empty())
                m_chain->add(2, noPolicy(principal), certificate);
            for (const AttachedPolicy& policy : principal.policies)
                m_chain->add(2, policyCard(policy, principal), certificate);
        }
    }
    m_chain->finish();
    if (hadFocus)
        m_table->setFocus(Qt::OtherFocusReason);
}

NodeCard* IdentityPage::thingCard()
{
    const Identity& identity = m_lookup.identity();
    auto* card = new NodeCard(QStringLiteral("chip"), tr("Thing"), toQString(identity.thing.name), m_chain);
    if (!identity.thing.type.empty())
        card->addFact(tr("Type"), toQString(identity.thing.type));
    for (const auto& [key, value] : identity.thing.attributes)
        card->addFact(toQString(key), toQString(value));
    QStringList groups;
    for (const std::string& group : identity.groups)
        groups << toQString(group);
    card->addFact(tr("Groups"), groups.isEmpty() ? tr("none") : groups.join(QStringLiteral(", ")),
                  groups.isEmpty() ? Role::MutedText : Role::Text);
    for (const std::string& other : identity.others)
        card->addFact(tr("Also"), toQString(other));
    auto* menu = new QMenu(card);
    menu->addAction(tr("New certificate for it …"), this, [this] { emit newDeviceAsked(toQString(m_lookup.thing())); });
    if (QMenu* attach = certificatesToAttach(menu); attach)
        menu->addMenu(attach);
    menu->addSeparator();
    fillMenu(*menu, m_desk, actsOf(identity.thing, !identity.principals.empty()));
    card->setMenu(menu);
    return card;
}

NodeCard* IdentityPage::certificateCard(const Principal& principal)
{
    const CertificateEntry& certificate = principal.certificate;
    auto* card = new NodeCard(QStringLiteral("lock"), tr("Certificate"), shortId(certificate.id), m_chain);
    card->setState(statusText(certificate.status), statusInk(certificate.status));
    if (certificate.facts) {
        const WallTime now = m_desk.mirror.now();
        card->addFact(tr("Issued by"), toQString(certificate.facts->issuer));
        card->addFact(
            tr("Valid"), validityText(*certificate.facts, now), validityInk(*certificate.facts, now),
            tr("from %1 to %2").arg(dateText(certificate.facts->notBefore), dateText(certificate.facts->notAfter)));
        card->addFact(tr("Subject"), toQString(certificate.facts->subject));
    }
    card->addFact(tr("SHA-256"), fingerprintText(certificate.id));
    if (!principal.problem.empty())
        card->addFact(tr("Problem"), toQString(principal.problem), Role::Lost);
    const auto acts = actsOf(certificate, m_lookup.thing(), !principal.policies.empty());
    for (const OfferedAct& act : acts)
        if (act.isProminent)
            card->addButton(makeButton(m_desk, act, card));
    auto* menu = new QMenu(card);
    menu->addMenu(policiesToAttach(principal, menu));
    menu->addSeparator();
    fillMenu(*menu, m_desk, acts);
    card->setMenu(menu);
    return card;
}

NodeCard* IdentityPage::policyCard(const AttachedPolicy& policy, const Principal& principal)
{
    const QString name = toQString(policy.entry.name);
    auto* card = new NodeCard(QStringLiteral("inspect"), tr("Policy"), name, m_chain);
    if (!policy.group.empty())
        card->setState(tr("via group"), Role::Information);
    card->addFact(tr("Attached to"),
                  policy.group.empty() ? tr("the certificate") : tr("the group %1").arg(toQString(policy.group)));
    card->addFact(tr("Version"), toQString(policy.version));
    if (policy.parsed)
        card->addFact(tr("Statements"), QString::number(policy.parsed->statements.size()));
    else
        card->addFact(tr("Problem"), toQString(policy.problem), Role::Lost);
    auto* open = new QPushButton(tr("Open"), card);
    open->setAccessibleName(tr("Open the policy %1").arg(name));
    connect(open, &QPushButton::clicked, this, [this, name] { emit policyAsked(name); });
    card->addButton(open);
    const auto acts = actsOf(policy, principal.certificate);
    if (!acts.empty()) {
        auto* menu = new QMenu(card);
        fillMenu(*menu, m_desk, acts);
        card->setMenu(menu);
    }
    return card;
}

NodeCard* IdentityPage::noCertificate()
{
    NodeCard* card = NodeCard::gap(tr("Certificate"), tr("No certificate is attached."), m_chain);
    auto* make = new QPushButton(tr("New certificate …"), card);
    make->setAccessibleName(tr("Make a certificate for this thing"));
    connect(make, &QPushButton::clicked, this, [this] { emit newDeviceAsked(toQString(m_lookup.thing())); });
    card->addButton(make);
    auto* attach = new QPushButton(tr("Attach …"), card);
    attach->setAccessibleName(tr("Attach a certificate that is there"));
    QMenu* menu = certificatesToAttach(attach);
    attach->setEnabled(menu != nullptr);
    attach->setMenu(menu);
    card->addButton(attach);
    return card;
}

NodeCard* IdentityPage::noPolicy(const Principal& principal)
{
    NodeCard* card = NodeCard::gap(tr("Policy"), tr("No policy is attached: it may not even connect."), m_chain);
    auto* attach = new QPushButton(tr("Attach policy …"), card);
    attach->setAccessibleName(tr("Attach a policy to the certificate %1").arg(shortId(principal.certificate.id)));
    attach->setMenu(policiesToAttach(principal, attach));
    card->addButton(attach);
    return card;
}

QMenu* IdentityPage::policiesToAttach(const Principal& principal, QWidget* parent)
{
    auto* menu = new QMenu(tr("Attach policy"), parent);
    std::vector<OfferedAct> acts;
    for (const PolicyEntry& policy : m_desk.registry.policies()) {
        const bool attached =
            std::any_of(principal.policies.begin(), principal.policies.end(),
                        [&policy](const auto& one) { return one.entry.name == policy.name && one.group.empty(); });
        if (!attached)
            acts.push_back(attachPolicyAct(policy.name, principal.certificate));
    }
    fillMenu(*menu, m_desk, acts);
    if (acts.empty())
        menu->addAction(tr("Every policy there is, is attached"))->setEnabled(false);
    return menu;
}

/// Null when there is none.
QMenu* IdentityPage::certificatesToAttach(QWidget* parent)
{
    std::vector<OfferedAct> acts;
    for (const CertificateEntry& certificate : m_desk.registry.certificates()) {
        const auto& principals = m_lookup.identity().principals;
        const bool attached = std::any_of(principals.begin(), principals.end(), [&certificate](const Principal& one) {
            return one.certificate.id == certificate.id;
        });
        if (attached)
            continue;
        OfferedAct act = attachThingAct(m_lookup.thing(), certificate);
        act.name = tr("%1, %2, of %3")
                       .arg(shortId(certificate.id), statusText(certificate.status), dateText(certificate.created));
        acts.push_back(std::move(act));
    }
    if (acts.empty())
        return nullptr;
    auto* menu = new QMenu(tr("Attach certificate"), parent);
    fillMenu(*menu, m_desk, acts);
    return menu;
}

QList<QWidget*> IdentityPage::focusStops() const
{
    return {m_table, m_chain};
}

void IdentityPage::setCompact(bool compact)
{
    m_table->setCompact(compact);
}

void IdentityPage::setTight(bool tight)
{
    m_splitter->setOrientation(tight ? Qt::Vertical : Qt::Horizontal);
    m_splitter->setSizes(tight ? QList<int>{px(110), px(300)} : QList<int>{px(270), px(800)});
}

void IdentityPage::chooseSomething()
{
    if (m_lookup.thing().empty() && m_things.rowCount() > 0)
        m_table->selectRow(0);
}

void IdentityPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

} // namespace greensward::ui
