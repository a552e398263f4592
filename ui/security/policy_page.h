// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/security/act_menu.h"
#include "ui/security/fact_model.h"
#include "ui/security/policy_lookup.h"
#include "ui/security/security_page.h"

class QComboBox;
class QLineEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace greensward::ui {

class ElidedLabel;
class ListTable;
class PolicyEdit;
class RoleLabel;
struct SecurityDesk;

/// Policies, their versions and whom they are attached to; written here, with what is wrong marked at its place.
class PolicyPage final : public SecurityPage
{
    Q_OBJECT

public:
    explicit PolicyPage(SecurityDesk& desk, QWidget* parent = nullptr);

    void showPolicy(const QString& name);
    /// A new version of a policy in the editor, to be looked at and saved; an empty name: a new policy.
    void propose(const QString& name, const QString& document);
    QList<QWidget*> focusStops() const override;
    void setCompact(bool compact) override;
    void setTight(bool tight) override;
    void chooseSomething() override;

private:
    void makeList(QWidget* left);
    void makeEditor(QWidget* right);
    void startNew();
    void showPolicies();
    void showVersions();
    void showVersion();
    void check();
    void save();
    std::vector<OfferedAct> acts() const;
    bool isEdited() const;

    SecurityDesk& m_desk;
    PolicyLookup m_lookup;
    FactModel m_policies;
    QSplitter* m_splitter;
    ListTable* m_table = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_versions = nullptr;
    QPushButton* m_save = nullptr;
    QToolButton* m_more = nullptr;
    PolicyEdit* m_edit = nullptr;
    QPushButton* m_problem = nullptr;
    ElidedLabel* m_targets = nullptr;
    QString m_shown;    ///< the text as it was loaded
    QString m_proposed; ///< waits until its policy is read
    bool m_isNew = false;
};

} // namespace greensward::ui
