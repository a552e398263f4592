// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/edge_workspace.h"

#include "ui/edge/access_page.h"
#include "ui/edge/core_panel.h"
#include "ui/edge/deployment_model.h"
#include "ui/edge/deployments_view.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/gauge.h"
#include "ui/edge/group_list.h"
#include "ui/edge/matrix_view.h"
#include "ui/edge/member_models.h"
#include "ui/edge/member_page.h"
#include "ui/edge/route_matrix.h"
#include "ui/edge/routes_page.h"
#include "ui/edge/shadow_pairs.h"
#include "ui/edge/shadows_page.h"
#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/console_style.h"
#include "ui/kit/head_button.h"
#include "ui/kit/icon.h"
#include "ui/kit/list_table.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/engine_mirror.h"
#include "ui/why/why_subject.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace greensward::ui {

EdgeWorkspace::EdgeWorkspace(EngineMirror& mirror, QWidget* parent)
    : Workspace(QStringLiteral("edge"), tr("Edge"), QStringLiteral("edge"), parent)
    , m_mirror(mirror)
    , m_desk(mirror.model<EdgeDesk>())
    , m_listModel(new GroupListModel(m_desk, this))
    , m_matrix(new RouteMatrix(m_desk, this))
    , m_deviceModel(new EdgeDeviceModel(m_desk, this))
    , m_functionModel(new EdgeFunctionModel(m_desk, this))
    , m_pairs(new ShadowPairs(m_desk, this))
    , m_deploymentModel(new DeploymentModel(mirror, m_desk, this))
    , m_card(new Card({}, this))
    , m_notice(new NoticeBar(m_card))
    , m_pages(new QStackedWidget(m_card))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_card);
    addHead();
    addPages();
    addDocks();
    join();
    showGroup();
}

void EdgeWorkspace::addHead()
{
    m_choice = new QComboBox(m_card);
    m_choice->setModel(m_listModel);
    m_choice->setAccessibleName(tr("Group"));
    m_choice->setMinimumContentsLength(10);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->hide();
    m_title = new ElidedLabel(TextStyle::Title, Role::Text, Qt::ElideMiddle, m_card);
    m_standing = new Chip(Role::Attention, Chip::Look::Tint, m_card);
    m_deploy = new QPushButton(icon(QStringLiteral("send"), Role::OnFill), tr("Deploy"), m_card);
    m_deploy->setObjectName(QStringLiteral("deploy"));
    m_deploy->setAccessibleName(tr("Deploy the group"));
    m_deploy->setToolTip(tr("Deploy the group: the core lives by it from then on (Ctrl+Enter)"));
    setKind(*m_deploy, ButtonKind::Primary);
    m_new = headButton(QStringLiteral("add"), tr("New group (Ctrl+N)"), m_card);
    m_new->setObjectName(QStringLiteral("new"));
    m_more = headButton(QStringLiteral("more"), tr("More: members, reset, delete"), m_card);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(new QMenu(m_more));
    QHBoxLayout& head = m_card->head();
    head.setContentsMargins(px(16), px(8), px(8), px(4));
    head.addStrut(px(32));
    head.addWidget(m_choice, 1);
    head.addWidget(m_title, 1);
    head.addWidget(m_standing);
    head.addWidget(m_deploy);
    head.addWidget(m_new);
    head.addWidget(m_more);
    if (m_mirror.engine().player())
        for (QWidget* one :
             {static_cast<QWidget*>(m_new), static_cast<QWidget*>(m_deploy), static_cast<QWidget*>(m_more)})
            disableInCapture(*one);
}

void EdgeWorkspace::addPages()
{
    const bool isCapture = m_mirror.engine().player() != nullptr;
    const bool isThere = m_desk.book().isThere();
    m_nothing =
        new EmptyState(QStringLiteral("edge"),
                       isCapture ? tr("A capture has no groups. What cores did is in Topics, Journeys and on the Map.")
                       : isThere ? tr("A Greengrass core brings a piece of the cloud to where the devices are: they "
                                      "talk through it, functions run "
                                      "on it, and it goes on when the line is down. A group says who belongs to a core "
                                      "and what goes from whom to "
                                      "whom.")
                                 : tr("There is no account here that could keep groups."),
                       isThere && !isCapture ? tr("New group") : QString(), m_pages);
    connect(m_nothing, &EmptyState::clicked, this, &EdgeWorkspace::makeGroup);
    m_waiting = new RoleLabel(TextStyle::Body, Role::MutedText, tr("Asking the account …"), m_pages);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_waiting->setMargin(px(32));
    auto* work = new QWidget(m_pages);
    auto* column = new QVBoxLayout(work);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    m_tabs = new QTabBar(work);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->setAccessibleName(tr("Pages of the group"));
    for (const QString& title : {tr("Routes"), tr("Devices"), tr("Functions"), tr("Shadows"), tr("Access")})
        m_tabs->addTab(title);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(px(10), 0, px(12), 0);
    row->addWidget(m_tabs, 1);
    column->addLayout(row);
    m_parts = new QStackedWidget(work);
    m_routes = new RoutesPage(*m_matrix, m_parts);
    m_devices = new MemberPage(
        *m_deviceModel,
        {.table = tr("Devices of the group"),
         .add = tr("Add a device …"),
         .edit = {},
         .remove = tr("Take out"),
         .nothing = tr("No device belongs to the group yet. A device discovers its core with its certificate and "
                       "talks to it instead of the cloud.")},
        m_parts);
    m_devices->table().setColumns({0, 110, 100, 110, 160});
    m_devices->table().setOptional({EdgeDeviceModel::Certificate, EdgeDeviceModel::Standing}, 120);
    m_functions = new MemberPage(
        *m_functionModel,
        {.table = tr("Functions of the group"),
         .add = tr("Add a function …"),
         .edit = tr("Change …"),
         .remove = tr("Take out"),
         .nothing = tr("No function runs on the core yet. Published versions and aliases of the account's functions "
                       "can.")},
        m_parts);
    m_functions->table().setColumns({0, 100, 110, 70, 150, 160});
    m_functions->table().setOptional(
        {EdgeFunctionModel::Variables, EdgeFunctionModel::Timeout, EdgeFunctionModel::Memory}, 120);
    m_shadows = new ShadowsPage(*m_pairs, m_parts);
    m_access = new AccessPage(m_desk, *m_notice, m_parts);
    for (QWidget* part :
         {static_cast<QWidget*>(m_routes), static_cast<QWidget*>(m_devices), static_cast<QWidget*>(m_functions),
          static_cast<QWidget*>(m_shadows), static_cast<QWidget*>(m_access)})
        m_parts->addWidget(part);
    column->addWidget(m_parts, 1);
    for (QWidget* page : {static_cast<QWidget*>(m_nothing), static_cast<QWidget*>(m_waiting), work})
        m_pages->addWidget(page);
    m_card->body().addWidget(m_pages, 1);
    m_card->body().addWidget(m_notice);
    m_devices->setObjectName(QStringLiteral("devices"));
    m_functions->setObjectName(QStringLiteral("functions"));
}

void EdgeWorkspace::addDocks()
{
    m_list = new GroupListView(*m_listModel, this);
    m_listDock = new PanelDock(QStringLiteral("edge-groups"), tr("Groups"), m_list, this);
    m_core = new CorePanel(m_desk, this);
    m_coreDock = new PanelDock(QStringLiteral("edge-core"), tr("Core"), m_core, this);
    m_deployments = new DeploymentsView(*m_deploymentModel, this);
    m_deploymentsDock = new PanelDock(QStringLiteral("edge-deployments"), tr("Deployments"), m_deployments, this);
    answerWhy(*m_list, QStringLiteral("greengrass-group"));
    answerWhy(*m_routes, QStringLiteral("greengrass-route"));
    answerWhy(*m_devices, QStringLiteral("greengrass-group"));
    answerWhy(*m_functions, QStringLiteral("greengrass-function"));
    answerWhy(*m_shadows, QStringLiteral("local-shadow"));
    answerWhy(*m_access, QStringLiteral("discovery"));
    answerWhy(*m_deployments, QStringLiteral("deployment"));
    answerWhy(*m_core, QStringLiteral("greengrass-core"));
    answerWhy(m_core->spool(), QStringLiteral("spool"));
}

void EdgeWorkspace::join()
{
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        m_desk.choose(m_listModel->index(row).data(GroupListModel::IdRole).toString().toStdString());
    });
    connect(m_list, &GroupListView::chosen, &m_desk, &EdgeDesk::choose);
    connect(m_new, &QToolButton::clicked, this, &EdgeWorkspace::makeGroup);
    connect(m_deploy, &QPushButton::clicked, this, &EdgeWorkspace::deploy);
    connect(m_more->menu(), &QMenu::aboutToShow, this, &EdgeWorkspace::fillMenu);
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);
    connect(m_devices, &MemberPage::addAsked, this, &EdgeWorkspace::addDevice);
    connect(m_devices, &MemberPage::removeAsked, this, &EdgeWorkspace::removeDevice);
    connect(m_functions, &MemberPage::addAsked, this, &EdgeWorkspace::addFunction);
    connect(m_functions, &MemberPage::editAsked, this, &EdgeWorkspace::editFunction);
    connect(m_functions, &MemberPage::removeAsked, this, &EdgeWorkspace::removeFunction);
    connect(&m_desk, &EdgeDesk::chosenChanged, this, &EdgeWorkspace::showGroup);
    connect(&m_desk, &EdgeDesk::contentChanged, this, &EdgeWorkspace::showState);
    connect(&m_desk, &EdgeDesk::coresChanged, this, &EdgeWorkspace::showHead);
    connect(&m_desk.book(), &GroupBook::changed, this, [this] {
        if (!m_desk.book().problem().isEmpty())
            m_notice->complain(m_desk.book().problem());
        showGroup();
    });
    connect(&m_desk, &EdgeDesk::came, this, [this](const QString& sentence) {
        m_waiting->setText(sentence);
        m_notice->tell(sentence);
    });
    connect(&m_desk, &EdgeDesk::made, this, [this] { showTab(Routes); });
    connect(&m_desk, &EdgeDesk::done, this, [this](const QString& sentence) { m_notice->tell(sentence); });
    connect(&m_desk, &EdgeDesk::failed, this, [this](const QString& sentence) { m_notice->complain(sentence); });
}

QList<Workspace::Panel> EdgeWorkspace::panels() const
{
    return {{m_coreDock, Qt::RightDockWidgetArea, 290},
            {m_listDock, Qt::LeftDockWidgetArea, 190},
            {m_deploymentsDock, Qt::BottomDockWidgetArea, 160}};
}

QList<QWidget*> EdgeWorkspace::focusStops() const
{
    if (m_pages->currentWidget() == m_nothing)
        return {m_nothing};
    QWidget* first = m_tabs;
    switch (tab()) {
    case Routes:
        first = &m_routes->view();
        break;
    case Devices:
        first = &m_devices->table();
        break;
    case Functions:
        first = &m_functions->table();
        break;
    case Shadows:
        first = &m_shadows->table();
        break;
    case Access:
        first = &m_access->table();
        break;
    }
    return {first->isHidden() ? m_tabs : first, m_tabs};
}

void EdgeWorkspace::focusFilter()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool EdgeWorkspace::leave()
{
    return m_notice->dismiss();
}

/// The group before or behind in the list.
void EdgeWorkspace::step(int direction)
{
    const int row = m_listModel->rowOf(m_desk.chosen()) + direction;
    if (row >= 0 && row < m_listModel->rowCount())
        m_desk.choose(m_listModel->index(row).data(GroupListModel::IdRole).toString().toStdString());
}

void EdgeWorkspace::setCompact(bool compact)
{
    m_devices->table().setCompact(compact);
    m_functions->table().setCompact(compact);
    m_shadows->table().setCompact(compact);
}

void EdgeWorkspace::setSpace(Space space)
{
    m_choice->setVisible(space == Space::Tight);
    m_title->setVisible(space != Space::Tight);
}

void EdgeWorkspace::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

EdgeWorkspace::Tab EdgeWorkspace::tab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

} // namespace greensward::ui
