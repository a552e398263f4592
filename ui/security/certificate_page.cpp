// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/certificate_page.h"

#include "pki/certificate.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/list_table.h"
#include "ui/models/qt_text.h"
#include "ui/models/scope_stack.h"
#include "ui/scope/cell_menu.h"
#include "ui/security/chain_view.h"
#include "ui/security/client_certificates.h"
#include "ui/security/identity_acts.h"
#include "ui/security/node_card.h"
#include "ui/security/register_authority_dialog.h"
#include "ui/security/security_desk.h"
#include "ui/security/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

namespace greensward::ui {

namespace {

constexpr std::size_t kMostClients = 500; ///< offered

NodeCard* factsCard(const QString& kind, const CertificateFacts& facts, WallTime now, QWidget* parent)
{
    auto* card =
        new NodeCard(QStringLiteral("lock"), kind,
                     facts.commonName.empty() ? toQString(facts.subject) : toQString(facts.commonName), parent);
    card->addFact(CertificatePage::tr("Subject"), toQString(facts.subject));
    card->addFact(CertificatePage::tr("Issued by"), toQString(facts.issuer));
    card->addFact(CertificatePage::tr("Valid"), validityText(facts, now), validityInk(facts, now),
                  CertificatePage::tr("from %1 to %2").arg(dateText(facts.notBefore), dateText(facts.notAfter)));
    return card;
}

bool isIssuedBy(const CertificateFacts& facts, const std::string& issuerPem)
{
    const auto own = pki::Certificate::fromPem(facts.pem);
    const auto issuer = pki::Certificate::fromPem(issuerPem);
    return own && issuer && own->isIssuedBy(*issuer);
}

} // namespace

CertificatePage::CertificatePage(SecurityDesk& desk, QWidget* parent)
    : SecurityPage(parent)
    , m_desk(desk)
    , m_clients(desk.mirror.model<ClientCertificates>())
    , m_certificates(QStringList{tr("Certificate"), tr("Subject"), tr("Authority"), tr("Valid"), tr("Status")})
    , m_authorities(QStringList{tr("Authority"), tr("Subject"), tr("Registers by itself"), tr("Valid"), tr("Status")})
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(makeLists());
    m_splitter->addWidget(makeChain());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({px(330), px(240)});
    column->addWidget(m_splitter);
    connect(&desk.registry, &Registry::changed, this, &CertificatePage::showLists);
    showLists();
}

QWidget* CertificatePage::makeLists()
{
    auto* lists = new QWidget(this);
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_table = new ListTable(m_certificates, tr("Certificates"), lists);
    m_authorityTable = new ListTable(m_authorities, tr("Registered authorities"), lists);
    for (ListTable* table : {m_table, m_authorityTable}) {
        table->setColumns({110, 0, 150, 210, 110});
        table->setOptional({2, 0}, 140);
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CertificatePage::showChain);
    }
    addMenus();
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(16), px(4), px(16), 0);
    head->addWidget(
        new RoleLabel(TextStyle::Section, Role::MutedText, tr("Registered authorities (your own CA)"), lists));
    head->addStretch();
    auto* add = new QPushButton(tr("Register authority …"), lists);
    add->setAccessibleName(tr("Register an authority of your own"));
    connect(add, &QPushButton::clicked, this, &CertificatePage::registerAuthority);
    head->addWidget(add);
    m_noAuthorities =
        new RoleLabel(TextStyle::Secondary, Role::MutedText,
                      tr("None: all certificates come from the account itself."),
                      lists);
    m_noAuthorities->setWordWrap(true);
    m_noAuthorities->setContentsMargins(px(16), 0, px(16), px(6));
    column->addWidget(m_table, 3);
    column->addLayout(head);
    column->addWidget(m_noAuthorities);
    column->addWidget(m_authorityTable, 1);
    return lists;
}

void CertificatePage::registerAuthority()
{
    auto* dialog = new RegisterAuthorityDialog(m_desk, this);
    connect(dialog, &RegisterAuthorityDialog::registered, &m_desk.acts, &AccountActs::done);
    dialog->open();
}

QWidget* CertificatePage::makeChain()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, px(6), 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->addWidget(new RoleLabel(TextStyle::Section, Role::MutedText, tr("From the device to the root"), part));
    row->addStretch();
    row->addWidget(new RoleLabel(TextStyle::Secondary, Role::MutedText, tr("of the connection"), part));
    m_client = new QComboBox(part);
    m_client->setAccessibleName(tr("Show the certificate of a connection"));
    m_client->setMinimumContentsLength(16);
    m_client->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_client->setPlaceholderText(tr("choose a client"));
    row->addWidget(m_client);
    column->addLayout(row);
    auto* scroll = new QScrollArea(part);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Certificate chain"));
    scroll->viewport()->setAutoFillBackground(false);
    m_chain = new ChainView(scroll);
    m_chain->setAutoFillBackground(false);
    scroll->setWidget(m_chain);
    column->addWidget(scroll, 1);
    connect(m_client, &QComboBox::activated, this, [this] { showClient(m_client->currentText()); });
    return part;
}

QString CertificatePage::issuerText(const CertificateEntry& certificate) const
{
    if (certificate.authorityId.empty())
        return tr("the account's own");
    const AuthorityEntry* authority = m_desk.registry.authority(certificate.authorityId);
    return authority && authority->facts && !authority->facts->commonName.empty()
               ? toQString(authority->facts->commonName)
               : shortId(certificate.authorityId);
}

void CertificatePage::showLists()
{
    const WallTime now = m_desk.mirror.now();
    std::vector<FactModel::Row> rows;
    for (const CertificateEntry& one : m_desk.registry.certificates())
        rows.push_back(
            {.key = toQString(one.id),
             .cells = {shortId(one.id), one.facts ? toQString(one.facts->subject) : QString(), issuerText(one),
                       one.facts ? validityText(*one.facts, now) : QString(), statusText(one.status)},
             .tip = fingerprintText(one.id),
             .ink = statusInk(one.status)});
    m_certificates.setRows(std::move(rows));
    rows.clear();
    for (const AuthorityEntry& one : m_desk.registry.authorities())
        rows.push_back({.key = toQString(one.id),
                        .cells = {shortId(one.id), one.facts ? toQString(one.facts->subject) : QString(),
                                  one.autoRegistration ? tr("yes") : tr("no"),
                                  one.facts ? validityText(*one.facts, now) : QString(), statusText(one.status)},
                        .tip = fingerprintText(one.id),
                        .ink = statusInk(one.status)});
    m_authorities.setRows(std::move(rows));
    m_noAuthorities->setVisible(m_authorities.rowCount() == 0);
    m_authorityTable->setVisible(m_authorities.rowCount() > 0);
    fillClients();
    showChain();
}

void CertificatePage::fillClients()
{
    const QString before = m_client->currentText();
    m_client->clear();
    for (const auto& [client, certificate] : m_clients.all()) {
        if (static_cast<std::size_t>(m_client->count()) == kMostClients)
            break;
        if (m_desk.registry.certificate(certificate))
            m_client->addItem(toQString(client));
    }
    m_client->setCurrentIndex(m_client->findText(before));
    m_client->setEnabled(m_client->count() > 0);
}

bool CertificatePage::showClient(const QString& clientId)
{
    const int row = m_certificates.rowOf(toQString(m_clients.certificateOf(clientId.toStdString())));
    if (row < 0)
        return false;
    m_table->selectRow(row);
    m_client->setCurrentIndex(m_client->findText(clientId));
    return true;
}

NodeCard* CertificatePage::deviceCard(const CertificateEntry& certificate)
{
    NodeCard* card = factsCard(tr("Device certificate"), *certificate.facts, m_desk.mirror.now(), m_chain);
    card->setState(statusText(certificate.status), statusInk(certificate.status));
    card->addFact(tr("SHA-256"), fingerprintText(certificate.id));
    auto* menu = new QMenu(card);
    fillMenu(*menu, m_desk, actsOf(certificate, {}, false));
    card->setMenu(menu);
    return card;
}

NodeCard* CertificatePage::authorityCard(const AuthorityEntry& authority)
{
    const bool isRoot = authority.facts->subject == authority.facts->issuer;
    NodeCard* card = factsCard(isRoot ? tr("Issuer and root, registered") : tr("Issuer, registered"), *authority.facts,
                               m_desk.mirror.now(), m_chain);
    card->setState(statusText(authority.status), statusInk(authority.status));
    card->addFact(tr("Registers by itself"), authority.autoRegistration ? tr("yes") : tr("no"));
    return card;
}

void CertificatePage::showChain()
{
    m_chain->clear();
    const QModelIndex row = m_table->currentIndex();
    const CertificateEntry* certificate =
        row.isValid() ? m_desk.registry.certificate(row.data(FactModel::KeyRole).toString().toStdString()) : nullptr;
    if (certificate && certificate->facts) {
        NodeCard* device = deviceCard(*certificate);
        m_chain->add(0, device, nullptr);
        const std::string& root = m_desk.mirror.engine().trustedRoot();
        const AuthorityEntry* authority = m_desk.registry.authority(certificate->authorityId);
        if (authority && authority->facts) {
            NodeCard* issuer = authorityCard(*authority);
            m_chain->add(1, issuer, device);
            if (authority->facts->subject != authority->facts->issuer)
                m_chain->add(
                    2,
                    NodeCard::gap(
                        tr("Root"),
                        tr("Issued by %1, which the account does not know.").arg(toQString(authority->facts->issuer)),
                        m_chain),
                    issuer);
        } else if (const auto facts = certificateFacts(root); facts && isIssuedBy(*certificate->facts, root)) {
            m_chain->add(1, factsCard(tr("Issuer and root: the workspace's own"), *facts, m_desk.mirror.now(), m_chain),
                         device);
        } else {
            m_chain->add(
                1,
                NodeCard::gap(
                    tr("Issuer"),
                    tr("Issued by %1. Its certificate is not here.").arg(toQString(certificate->facts->issuer)),
                    m_chain),
                device);
        }
    }
    m_chain->finish();
}

void CertificatePage::addMenus()
{
    const auto idOf = [](const QModelIndex& cell) { return cell.data(FactModel::KeyRole).toString().toStdString(); };
    new CellMenu(
        *m_table, m_desk.mirror.scope(), [this, idOf](const QModelIndex& cell) { return termOf(idOf(cell)); },
        [this, idOf](QMenu& menu, const QModelIndex& cell) {
            if (const CertificateEntry* certificate = m_desk.registry.certificate(idOf(cell)))
                fillMenu(menu, m_desk, actsOf(*certificate, {}, false));
        });
    new CellMenu(*m_authorityTable, m_desk.mirror.scope(), {}, [this, idOf](QMenu& menu, const QModelIndex& cell) {
        if (const AuthorityEntry* authority = m_desk.registry.authority(idOf(cell)))
            fillMenu(menu, m_desk, actsOf(*authority));
    });
}

QString CertificatePage::termOf(const std::string& certificateId) const
{
    const std::string* only = nullptr;
    for (const auto& [client, certificate] : m_clients.all()) {
        if (certificate != certificateId)
            continue;
        if (only)
            return {};
        only = &client;
    }
    return only ? senderTerm(toQString(*only)) : QString();
}

QList<QWidget*> CertificatePage::focusStops() const
{
    return {m_table, m_chain};
}

void CertificatePage::setCompact(bool compact)
{
    m_table->setCompact(compact);
    m_authorityTable->setCompact(compact);
}

void CertificatePage::setTight(bool tight)
{
    m_splitter->setSizes(tight ? QList<int>{px(180), px(200)} : QList<int>{px(330), px(240)});
}

void CertificatePage::chooseSomething()
{
    if (!m_table->currentIndex().isValid() && m_certificates.rowCount() > 0)
        m_table->selectRow(0);
}

} // namespace greensward::ui
