// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace greensward::ui {

class Card;
class Chip;
class CodeEdit;
class ConfigurationPage;
class ElidedLabel;
class EmptyState;
class EngineMirror;
class FunctionDesk;
class FunctionListModel;
class FunctionListView;
class InvocationsPanel;
class InvocationView;
struct Invocation;
class NoticeBar;
class PanelDock;
class RoleLabel;
class TestEventPanel;
class VersionsPage;

/// Functions of the account: written here, tried with events, called again, told of with what they took and said.
class FunctionsWorkspace final : public Workspace
{
    Q_OBJECT

public:
    enum Tab { Code, Configuration, Versions };

    explicit FunctionsWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

    QList<Panel> panels() const override;
    QList<QWidget*> focusStops() const override;
    void focusFilter() override;
    bool leave() override;
    void step(int direction) override;
    void setCompact(bool compact) override;
    void setSpace(Space space) override;
    void addCommands(Commands& commands) override;
    QByteArray memory() const override;
    void remember(const QByteArray& memory) override;
    void open(const QString& what) override;
    void fillForPicture() override;

    void choose(const QString& name);
    QString chosen() const;
    void showTab(Tab tab);
    Tab tab() const;
    void makeFunction();
    void save();
    void run();
    void replay();

    FunctionDesk& desk() { return m_desk; }
    CodeEdit& edit() { return *m_edit; }
    TestEventPanel& test() { return *m_test; }
    InvocationView& result() { return *m_result; }
    InvocationsPanel& calls() { return *m_calls; }
    FunctionListView& list() { return *m_list; }
    ConfigurationPage& configuration() { return *m_configuration; }
    VersionsPage& versions() { return *m_versions; }
    NoticeBar& notice() { return *m_notice; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // functions_workspace.cpp
    void addHead();
    void addPages();
    void addFoot();
    void addDocks();
    void join();
    // functions_workspace_acts.cpp
    void followAccount();
    void showState();
    void showHead();
    void showFiles();
    void showFile(const QString& file);
    void showCall(quint64 number);
    void tellCall(quint64 number);
    void markFailure(const Invocation* call);
    void goTo(const QString& path, int line);
    void keepAsEvent();
    void addFile();
    void askDelete();
    void fillMenu();

    EngineMirror& m_mirror;
    FunctionDesk& m_desk;
    FunctionListModel* m_listModel;
    Card* m_card;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    EmptyState* m_nothing = nullptr;
    RoleLabel* m_waiting = nullptr;
    QComboBox* m_choice = nullptr; ///< instead of the title where there is no room for the list
    ElidedLabel* m_title = nullptr;
    Chip* m_unsaved = nullptr;
    QPushButton* m_run = nullptr;
    QPushButton* m_save = nullptr;
    QToolButton* m_new = nullptr;
    QToolButton* m_more = nullptr;
    QTabBar* m_tabs = nullptr;
    QComboBox* m_files = nullptr;
    QStackedWidget* m_parts = nullptr;
    QStackedWidget* m_codePages = nullptr;
    RoleLabel* m_noCode = nullptr;
    CodeEdit* m_edit = nullptr;
    ConfigurationPage* m_configuration = nullptr;
    VersionsPage* m_versions = nullptr;
    QWidget* m_foot = nullptr;
    ElidedLabel* m_told = nullptr;
    TestEventPanel* m_test = nullptr;
    InvocationView* m_result = nullptr;
    InvocationsPanel* m_calls = nullptr;
    FunctionListView* m_list = nullptr;
    PanelDock* m_listDock = nullptr;
    PanelDock* m_testDock = nullptr;
    PanelDock* m_callsDock = nullptr;
    bool m_filling = false;
};

} // namespace greensward::ui
