// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/workspace.h"

#include <string>

class QComboBox;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace greensward::ui {

class AccessPage;
class Card;
class Chip;
class CorePanel;
class DeploymentModel;
class DeploymentsView;
class EdgeDesk;
class EdgeDeviceModel;
class EdgeFunctionModel;
class ElidedLabel;
class EmptyState;
class EngineMirror;
class GroupListModel;
class GroupListView;
class MemberPage;
class NoticeBar;
class PanelDock;
class RoleLabel;
class RouteMatrix;
class RoutesPage;
class ShadowPairs;
class ShadowsPage;

/// Greengrass groups: made, edited, deployed, and how their cores are.
class EdgeWorkspace final : public Workspace
{
    Q_OBJECT

public:
    enum Tab { Routes, Devices, Functions, Shadows, Access };

    explicit EdgeWorkspace(EngineMirror& mirror, QWidget* parent = nullptr);

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
    QStringList pages() const override;

    void showTab(Tab tab);
    Tab tab() const;
    void makeGroup();
    void addDevice();
    void addFunction();
    void deploy();

    EdgeDesk& desk() { return m_desk; }
    RouteMatrix& matrix() { return *m_matrix; }
    RoutesPage& routes() { return *m_routes; }
    MemberPage& devices() { return *m_devices; }
    MemberPage& functions() { return *m_functions; }
    ShadowsPage& shadows() { return *m_shadows; }
    AccessPage& access() { return *m_access; }
    CorePanel& core() { return *m_core; }
    DeploymentsView& deployments() { return *m_deployments; }
    GroupListView& list() { return *m_list; }
    NoticeBar& notice() { return *m_notice; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    // edge_workspace.cpp
    void addHead();
    void addPages();
    void addDocks();
    void join();
    // edge_workspace_acts.cpp
    const std::string& chosen() const;
    bool isActing() const;
    void showGroup();
    void showState();
    void showHead();
    void editFunction(int row);
    void removeDevice(int row);
    void removeFunction(int row);
    void askReset(bool force);
    void askDelete();
    void askRemoveCore();
    void fillMenu();

    EngineMirror& m_mirror;
    EdgeDesk& m_desk;
    GroupListModel* m_listModel;
    RouteMatrix* m_matrix;
    EdgeDeviceModel* m_deviceModel;
    EdgeFunctionModel* m_functionModel;
    ShadowPairs* m_pairs;
    DeploymentModel* m_deploymentModel;
    Card* m_card;
    NoticeBar* m_notice;
    QStackedWidget* m_pages;
    EmptyState* m_nothing = nullptr;
    RoleLabel* m_waiting = nullptr;
    QComboBox* m_choice = nullptr; ///< instead of the title where there is no room for the list
    ElidedLabel* m_title = nullptr;
    Chip* m_standing = nullptr;
    QPushButton* m_deploy = nullptr;
    QToolButton* m_new = nullptr;
    QToolButton* m_more = nullptr;
    QTabBar* m_tabs = nullptr;
    QStackedWidget* m_parts = nullptr;
    RoutesPage* m_routes = nullptr;
    MemberPage* m_devices = nullptr;
    MemberPage* m_functions = nullptr;
    ShadowsPage* m_shadows = nullptr;
    AccessPage* m_access = nullptr;
    CorePanel* m_core = nullptr;
    DeploymentsView* m_deployments = nullptr;
    GroupListView* m_list = nullptr;
    PanelDock* m_listDock = nullptr;
    PanelDock* m_coreDock = nullptr;
    PanelDock* m_deploymentsDock = nullptr;
};

} // namespace greensward::ui
