// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/evaluation.h"
#include "ui/security/fact_model.h"
#include "ui/security/identity.h"
#include "ui/security/security_page.h"

class QComboBox;
class QLineEdit;
class QSplitter;

namespace greensward::ui {

class Chip;
class ListTable;
class PolicyEdit;
class RoleLabel;
struct SecurityDesk;

/// Who, what, on which topic: may it? With the statement that decided, marked in its policy, or the nearest miss in
/// words.
class EvaluationPage final : public SecurityPage
{
    Q_OBJECT

public:
    explicit EvaluationPage(SecurityDesk& desk, QWidget* parent = nullptr);

    /// The certificate of a thing, speaking as that thing.
    void askAs(const QString& thing);
    void ask(const Evaluation::Asker& asker, const AccessQuestion& question);
    const Evaluation& evaluation() const { return m_evaluation; }
    QList<QWidget*> focusStops() const override;
    void setCompact(bool compact) override;
    void setTight(bool tight) override;
    void chooseSomething() override;
    void focusFilter() override;

private:
    void makeQuestion(QLayout& column);
    void showAskers();
    void chooseCertificates();
    void takeAsker();
    void takeQuestion();
    void showVerdict();
    void showPolicies();
    void showPolicy();

    SecurityDesk& m_desk;
    Evaluation m_evaluation;
    IdentityLookup m_lookup; ///< which certificates a thing has
    FactModel m_policies;
    QComboBox* m_who = nullptr;
    QComboBox* m_certificate = nullptr;
    QLineEdit* m_client = nullptr;
    QComboBox* m_action = nullptr;
    QLineEdit* m_resource = nullptr;
    Chip* m_verdict = nullptr;
    RoleLabel* m_sentence = nullptr;
    RoleLabel* m_account = nullptr;
    QSplitter* m_splitter = nullptr;
    ListTable* m_table = nullptr;
    PolicyEdit* m_text = nullptr;
    std::string m_wantedCertificate; ///< ARN, until it is among the choices
    bool m_filling = false;
};

} // namespace greensward::ui
