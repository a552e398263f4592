// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"
#include "ui/security/security_desk.h"

#include <vector>

class QStackedWidget;
class QTabBar;
class QToolButton;

namespace greensward::ui {

class Card;
class CertificatePage;
class EvaluationPage;
class IdentityPage;
class PolicyPage;
class RefusalPage;
class RoleLabel;
class SecurityPage;

/// Who may what, and why not: identity cards, policies, their evaluation, everything refused, certificates. It knows
/// the account through its APIs alone.
class SecurityWorkspace final : public Workspace
{
    Q_OBJECT

public:
    SecurityWorkspace(EngineMirror& mirror, QWidget* parent);

    enum Tab { Identities, Policies, Evaluate, Refusals, Certificates };
    void showTab(Tab tab);
    Tab tab() const;
    IdentityPage& identities() { return *m_identities; }
    PolicyPage& policies() { return *m_policies; }
    EvaluationPage& evaluation() { return *m_evaluation; }
    RefusalPage& refusals() { return *m_refusals; }
    CertificatePage& certificates() { return *m_certificates; }
    NoticeBar& notice() { return *m_notice; }
    Registry& registry() { return m_registry; }
    void makeDevice(const QString& thing = {});

    QList<QWidget*> focusStops() const override;
    void open(const QString& what) override;
    void focusFilter() override;
    bool leave() override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QUndoStack* undoStack() override { return &m_acts.undoStack(); }
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void fillForPicture() override;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void addHead();
    void disableWithoutAccount(QWidget& widget);
    void addPages();
    void joinPages();
    void showState();
    void takeSelectedClient();
    SecurityPage& page(int tab) const { return *m_tabs[static_cast<std::size_t>(tab)]; }

    EngineMirror& m_mirror;
    Registry& m_registry;
    AccountActs m_acts;
    Card* m_card;
    NoticeBar* m_notice;
    SecurityDesk m_desk;
    QTabBar* m_bar = nullptr;
    QStackedWidget* m_pages = nullptr;
    RoleLabel* m_state = nullptr;
    IdentityPage* m_identities = nullptr;
    PolicyPage* m_policies = nullptr;
    EvaluationPage* m_evaluation = nullptr;
    RefusalPage* m_refusals = nullptr;
    CertificatePage* m_certificates = nullptr;
    std::vector<SecurityPage*> m_tabs;
};

} // namespace greensward::ui
