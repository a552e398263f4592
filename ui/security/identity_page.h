// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/fact_model.h"
#include "ui/security/identity.h"
#include "ui/security/security_page.h"

class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;

namespace greensward::ui {

class ChainView;
class ListTable;
class NodeCard;
class RoleLabel;
struct SecurityDesk;

/// The identity card of a device: thing, certificates, policies as a chain, with what is missing and how to mend it.
class IdentityPage final : public SecurityPage
{
    Q_OBJECT

public:
    explicit IdentityPage(SecurityDesk& desk, QWidget* parent = nullptr);

    void showThing(const QString& name);
    const IdentityLookup& lookup() const { return m_lookup; }
    QList<QWidget*> focusStops() const override;
    void setCompact(bool compact) override;
    void setTight(bool tight) override;
    void chooseSomething() override;
    void focusFilter() override;

signals:
    void newDeviceAsked(const QString& thing);
    void policyAsked(const QString& name);
    void evaluationAsked(const QString& thing);

private:
    void showThings();
    void showCards();
    void showHead();
    NodeCard* thingCard();
    NodeCard* certificateCard(const Principal& principal);
    NodeCard* policyCard(const AttachedPolicy& policy, const Principal& principal);
    NodeCard* noCertificate();
    NodeCard* noPolicy(const Principal& principal);
    QMenu* policiesToAttach(const Principal& principal, QWidget* parent);
    QMenu* certificatesToAttach(QWidget* parent);

    SecurityDesk& m_desk;
    IdentityLookup m_lookup;
    FactModel m_things;
    QSplitter* m_splitter;
    QLineEdit* m_filter;
    ListTable* m_table;
    RoleLabel* m_head;
    QPushButton* m_evaluate;
    ChainView* m_chain;
};

} // namespace greensward::ui
