// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/act_menu.h"
#include "ui/security/fact_model.h"
#include "ui/security/security_page.h"

class QComboBox;
class QMenu;
class QSplitter;

namespace greensward::ui {

class ChainView;
class ClientCertificates;
class ListTable;
class NodeCard;
class RoleLabel;
struct AuthorityEntry;
struct CertificateEntry;
struct SecurityDesk;

/// All certificates and registered authorities; the chosen certificate, or that of a connection, with its issuer up to
/// the root.
class CertificatePage final : public SecurityPage
{
    Q_OBJECT

public:
    explicit CertificatePage(SecurityDesk& desk, QWidget* parent = nullptr);

    /// The certificate that a client showed; false when it showed none.
    bool showClient(const QString& clientId);
    QList<QWidget*> focusStops() const override;
    void setCompact(bool compact) override;
    void setTight(bool tight) override;
    void chooseSomething() override;

private:
    QWidget* makeLists();
    QWidget* makeChain();
    void showLists();
    void fillClients();
    void showChain();
    QString issuerText(const CertificateEntry& certificate) const;
    NodeCard* deviceCard(const CertificateEntry& certificate);
    NodeCard* authorityCard(const AuthorityEntry& authority);
    void addMenus();
    /// What its client did, where just one has shown it.
    QString termOf(const std::string& certificateId) const;
    void registerAuthority();

    SecurityDesk& m_desk;
    ClientCertificates& m_clients;
    FactModel m_certificates;
    FactModel m_authorities;
    QSplitter* m_splitter = nullptr;
    ListTable* m_table = nullptr;
    ListTable* m_authorityTable = nullptr;
    RoleLabel* m_noAuthorities = nullptr;
    QComboBox* m_client = nullptr;
    ChainView* m_chain = nullptr;
};

} // namespace greensward::ui
