// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/evaluation.h"
#include "ui/security/refusal_filter.h"
#include "ui/security/refusal_model.h"
#include "ui/security/security_page.h"

class QComboBox;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace greensward::ui {

class EmptyState;
class ListTable;
class PolicyEdit;
class RoleLabel;
class ScopeBar;
struct SecurityDesk;

/// Everything that was refused, and for the chosen one the smallest policy that would have allowed it.
class RefusalPage final : public SecurityPage
{
    Q_OBJECT

public:
    explicit RefusalPage(SecurityDesk& desk, QWidget* parent = nullptr);

    /// False when it is no refusal, or one that the scope hides.
    bool choose(trace::EventId event);
    QList<QWidget*> focusStops() const override;
    void setCompact(bool compact) override;
    void setTight(bool tight) override;
    void chooseSomething() override;
    void focusFilter() override;
    bool leave() override;

signals:
    /// The new text of a policy, to be looked at and saved; name empty: of a new one.
    void policyProposed(const QString& name, const QString& document);
    void questionAsked(const Evaluation::Asker& asker, const AccessQuestion& question);

private:
    QWidget* makeList();
    QWidget* makeDetail();
    const Refusal* current() const;
    void takeCurrent();
    void showRows();
    void showDetail();
    void showDifference();
    void addToPolicy();
    void explain(const QString& head, const QString& sentence);
    const AttachedPolicy* chosenPolicy() const;

    SecurityDesk& m_desk;
    RefusalModel& m_model;
    RefusalFilter m_filter;
    Evaluation m_evaluation;
    ScopeBar* m_scope = nullptr;
    QSplitter* m_splitter = nullptr;
    QStackedWidget* m_pages = nullptr;
    EmptyState* m_noHits = nullptr;
    ListTable* m_table = nullptr;
    RoleLabel* m_what = nullptr;
    RoleLabel* m_why = nullptr;
    RoleLabel* m_head = nullptr;
    QComboBox* m_policy = nullptr;
    PolicyEdit* m_difference = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_evaluate = nullptr;
    QString m_proposed; ///< the policy with the smallest statement in it
};

} // namespace greensward::ui
