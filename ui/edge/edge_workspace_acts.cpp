// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is shown of the groups, and what is done with them.
#include "ui/edge/access_page.h"
#include "ui/edge/core_panel.h"
#include "ui/edge/deployment_model.h"
#include "ui/edge/device_dialog.h"
#include "ui/edge/edge_desk.h"
#include "ui/edge/edge_function_dialog.h"
#include "ui/edge/edge_workspace.h"
#include "ui/edge/group_list.h"
#include "ui/edge/matrix_view.h"
#include "ui/edge/member_models.h"
#include "ui/edge/member_page.h"
#include "ui/edge/new_group_dialog.h"
#include "ui/edge/route_matrix.h"
#include "ui/edge/routes_page.h"
#include "ui/edge/shadow_pairs.h"
#include "ui/edge/shadows_page.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/notice_bar.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

namespace greensward::ui {

namespace {

enum Page { Nothing, Waiting, Work };

// Pages of the workspace as links name them, in the order of its tabs.
constexpr std::array kPages{"routes", "devices", "functions", "shadows", "access"};

} // namespace

// --- what is shown --------------------------------------------------------------------------------------------------

const std::string& EdgeWorkspace::chosen() const
{
    return m_desk.chosen();
}

bool EdgeWorkspace::isActing() const
{
    return !m_mirror.engine().player() && m_desk.book().state(chosen()).isKnown;
}

void EdgeWorkspace::showGroup()
{
    m_list->mark(chosen());
    m_choice->setCurrentIndex(m_listModel->rowOf(chosen()));
    m_matrix->setGroup(chosen());
    m_deviceModel->setGroup(chosen());
    m_functionModel->setGroup(chosen());
    m_pairs->setGroup(chosen());
    m_deploymentModel->setGroup(chosen());
    m_core->setGroup(chosen());
    m_access->setGroup(chosen());
    showState();
}

void EdgeWorkspace::showState()
{
    const GroupBook& book = m_desk.book();
    const GroupState& state = book.state(chosen());
    if (book.find(chosen()))
        m_pages->setCurrentIndex(state.isKnown ? Work : Waiting);
    else
        m_pages->setCurrentIndex(book.isThere() && !book.isKnown() ? Waiting : Nothing);
    if (!state.problem.isEmpty())
        m_notice->complain(tr("The group cannot be told in full: %1").arg(state.problem));
    m_routes->setActing(isActing());
    m_devices->setActing(isActing());
    m_functions->setActing(isActing());
    m_access->setActing(isActing());
    showHead();
}

void EdgeWorkspace::showHead()
{
    const GroupEntry* entry = m_desk.book().find(chosen());
    const bool isKnown = m_desk.book().state(chosen()).isKnown;
    const bool isEdited = m_desk.isEdited(chosen());
    const bool isUndeployed = m_desk.isUndeployed(chosen());
    const bool isDeploying = m_desk.book().isDeploying(chosen());
    m_title->setText(entry ? entry->name : tr("Edge"));
    if (isEdited)
        m_standing->set(tr("changed, not deployed"), Role::Attention);
    else if (isDeploying)
        m_standing->set(tr("being deployed"), Role::Information);
    else
        m_standing->set(tr("not deployed"), Role::Attention);
    m_standing->setVisible(entry && isKnown && (isEdited || isDeploying || isUndeployed));
    m_deploy->setVisible(entry != nullptr);
    m_deploy->setEnabled(isActing() && !isDeploying);
    m_more->setEnabled(entry && isActing());
}

// --- what is done ---------------------------------------------------------------------------------------------------

void EdgeWorkspace::makeGroup()
{
    if (!m_desk.book().isThere() || m_mirror.engine().player())
        return;
    auto* dialog = new NewGroupDialog(m_desk, this);
    dialog->open();
}

void EdgeWorkspace::addDevice()
{
    if (!isActing())
        return;
    auto* dialog = new DeviceDialog(m_desk, chosen(), m_mirror.engine().trustedRoot(), this);
    connect(dialog, &DeviceDialog::made, this,
            [this](const QString& sentence, const QString& commands) { m_notice->tell(sentence, commands); });
    dialog->open();
}

void EdgeWorkspace::addFunction()
{
    if (!isActing())
        return;
    auto* dialog = new EdgeFunctionDialog(m_desk, chosen(), {}, this);
    dialog->open();
}

void EdgeWorkspace::editFunction(int row)
{
    const std::string arn = m_functionModel->arnAt(row);
    if (!isActing() || arn.empty())
        return;
    auto* dialog = new EdgeFunctionDialog(m_desk, chosen(), arn, this);
    dialog->open();
}

/// Nothing is lost by it before the next deployment, and "Back to …" undoes it.
void EdgeWorkspace::removeDevice(int row)
{
    if (const std::string arn = m_deviceModel->arnAt(row); isActing() && !arn.empty())
        m_desk.edit(chosen(), [&arn](GroupContent& content) { content.removeDevice(arn); });
}

void EdgeWorkspace::removeFunction(int row)
{
    if (const std::string arn = m_functionModel->arnAt(row); isActing() && !arn.empty())
        m_desk.edit(chosen(), [&arn](GroupContent& content) { content.removeFunction(arn); });
}

void EdgeWorkspace::deploy()
{
    if (isActing() && !m_desk.book().isDeploying(chosen()))
        m_desk.deploy(chosen());
}

void EdgeWorkspace::askReset(bool force)
{
    const GroupEntry* entry = m_desk.book().find(chosen());
    if (!entry || !isActing())
        return;
    m_notice->ask(
        force ? tr("Reset the deployments of %1 without waiting for its core? Devices lose it; the definition of the "
                   "group stays.")
                    .arg(entry->name)
              : tr("Reset the deployments of %1? Its core forgets the group; the definition of the group stays.")
                    .arg(entry->name),
        tr("Reset"), [this, id = chosen(), force] { m_desk.reset(id, force); });
}

void EdgeWorkspace::askDelete()
{
    if (const GroupEntry* entry = m_desk.book().find(chosen()); entry && isActing())
        m_notice->ask(tr("Delete the group %1? One that was deployed must be reset before. It cannot be brought back.")
                          .arg(entry->name),
                      tr("Delete"), [this, id = chosen()] { m_desk.removeGroup(id); });
}

void EdgeWorkspace::askRemoveCore()
{
    if (const CoreView* core = m_desk.core(chosen()))
        m_notice->ask(tr("Remove the core %1 from this computer, with its folder and what waits in its spool?")
                          .arg(toQString(core->thing)),
                      tr("Remove"), [this, id = chosen()] { m_desk.removeCore(id); });
}

void EdgeWorkspace::fillMenu()
{
    QMenu& menu = *m_more->menu();
    menu.clear();
    menu.addAction(tr("Add a device …"), this, &EdgeWorkspace::addDevice);
    menu.addAction(tr("Add a function …"), this, &EdgeWorkspace::addFunction);
    QAction* revert = menu.addAction(tr("Back to what the account has"), this, [this] { m_desk.revert(chosen()); });
    revert->setEnabled(m_desk.isEdited(chosen()));
    menu.addSeparator();
    menu.addAction(tr("Reset deployments …"), this, [this] { askReset(false); });
    menu.addAction(tr("Reset without the core …"), this, [this] { askReset(true); });
    menu.addAction(tr("Delete the group …"), this, &EdgeWorkspace::askDelete);
    QAction* remove = menu.addAction(tr("Remove the core …"), this, &EdgeWorkspace::askRemoveCore);
    remove->setEnabled(m_desk.core(chosen()) != nullptr);
}

void EdgeWorkspace::addCommands(Commands& commands)
{
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, auto work) {
        return commands.add(this, QStringLiteral("edge.") + QLatin1String(id), tr("Edge"), text, keys, work);
    };
    add("new", tr("New group"), Qt::CTRL | Qt::Key_N, [this] { makeGroup(); });
    if (m_desk.port())
        add("plant", tr("Add a simulated gas turbine with a core of its own"), {}, [this] {
            emit workspaceAsked(id());
            m_desk.addPlant();
        });
    add("deploy", tr("Deploy the group"), Qt::CTRL | Qt::Key_Return, [this] {
        deploy();
    })->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    add("device", tr("Add a device to the group"), Qt::CTRL | Qt::Key_D, [this] { addDevice(); });
    add("function", tr("Add a function to the group"), Qt::CTRL | Qt::Key_L, [this] { addFunction(); });
    add("route", tr("Edit the routes of the chosen cell"), {}, [this] {
        showTab(Routes);
        m_routes->edit();
    });
    add("revert", tr("Back to the group as the account has it"), {}, [this] { m_desk.revert(chosen()); });
    add("wan", tr("Pull the core's cable to the cloud, or put it in"), {}, [this] {
        const CoreView* core = m_desk.core(chosen());
        m_desk.setWan(chosen(), core && !core->wan);
    });
    add("power", tr("Switch the core on or off"), {}, [this] {
        const CoreView* core = m_desk.core(chosen());
        m_desk.setRunning(chosen(), core && !core->running);
    });
    add("reset", tr("Reset the deployments of the group"), {}, [this] { askReset(false); });
    add("delete", tr("Delete the group"), {}, [this] { askDelete(); });
    add("refresh", tr("Ask the account for its groups again"), Qt::Key_F5, [this] { m_desk.book().refresh(); });
    const std::array<QString, 5> pages{tr("Routes of the group"), tr("Devices of the group"),
                                       tr("Functions of the group"), tr("Shadows of the group"),
                                       tr("Addresses and certificates of the group")};
    for (std::size_t at = 0; at < pages.size(); ++at)
        add(kPages[at], pages[at], {}, [this, at] {
            emit workspaceAsked(id());
            showTab(static_cast<Tab>(at));
        });
}

QByteArray EdgeWorkspace::memory() const
{
    return QByteArray::fromStdString(chosen()) + '/' + kPages[static_cast<std::size_t>(tab())];
}

void EdgeWorkspace::remember(const QByteArray& memory)
{
    const QString text = QString::fromUtf8(memory);
    open(text.section(QLatin1Char('/'), 1));
    if (const QString group = text.section(QLatin1Char('/'), 0, 0); !group.isEmpty())
        m_desk.choose(group.toStdString());
}

/// "GROUP", "GROUP/routes", "routes", "new".
void EdgeWorkspace::open(const QString& what)
{
    for (const QString& part : what.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        const auto page = std::find(kPages.begin(), kPages.end(), part);
        if (page != kPages.end())
            showTab(static_cast<Tab>(page - kPages.begin()));
        else if (part == QLatin1String("new"))
            makeGroup();
        else if (const GroupEntry* group = m_desk.book().findName(part))
            m_desk.choose(group->id);
    }
}

void EdgeWorkspace::fillForPicture()
{
    if (m_pages->currentIndex() == Work && !m_routes->view().currentIndex().isValid() && m_matrix->rowCount() > 0)
        m_routes->view().setCurrentIndex(m_matrix->index(0, m_matrix->columnCount() - 1));
}

QStringList EdgeWorkspace::pages() const
{
    if (m_pages->currentIndex() != Work)
        return {};
    QStringList pages;
    for (const char* page : kPages)
        pages << QLatin1String(page);
    return pages;
}

void EdgeWorkspace::showEvent(QShowEvent* event)
{
    Workspace::showEvent(event);
    m_desk.setWatched(true);
}

void EdgeWorkspace::hideEvent(QHideEvent* event)
{
    Workspace::hideEvent(event);
    m_desk.setWatched(false);
}

} // namespace greensward::ui
