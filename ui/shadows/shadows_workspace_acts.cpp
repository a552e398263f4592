// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done in the shadows workspace: the menu, the commands, and their work.
#include "ui/shadows/shadows_workspace.h"

#include "ui/kit/acts.h"
#include "ui/kit/card.h"
#include "ui/kit/commands.h"
#include "ui/kit/console_style.h"
#include "ui/models/engine_mirror.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_book.h"
#include "ui/models/shadow_desk.h"
#include "ui/shadows/shadow_dialogs.h"
#include "ui/shadows/shadow_editor.h"
#include "ui/shadows/shadow_fields_view.h"
#include "ui/shadows/shadow_history_model.h"
#include "ui/shadows/shadow_notice.h"
#include "ui/shadows/shadow_words.h"
#include "ui/shadows/version_rail.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QToolButton>

namespace greensward::ui {

void ShadowsWorkspace::fillMenu()
{
    QMenu& menu = *m_more->menu();
    menu.clear();
    const ShadowRecord* shown = record();
    const bool there = shown && shown->exists();
    const bool canAsk = m_desk.canAsk();
    const ShadowChange* change = chosenChange();
    menu.addAction(tr("Copy the document (JSON)"), this, [this] { copy(documentText()); })->setEnabled(there);
    menu.addAction(tr("Copy as AWS CLI: read it"), this, [this] { copy(cliGet(m_name)); })->setEnabled(shown);
    menu.addAction(tr("Copy as AWS CLI: this update"), this,
                   [this] {
                       if (const ShadowChange* chosen = chosenChange())
                           copy(chosen->removes ? cliDelete(m_name) : cliUpdate(m_name, chosen->request));
                   })
        ->setEnabled(change && (change->removes || !change->request.empty()));
    menu.addSeparator();
    QAction* conditional = menu.addAction(tr("Send only if nobody wrote meanwhile (version)"));
    conditional->setCheckable(true);
    conditional->setChecked(m_editor->isConditional());
    conditional->setEnabled(canAsk);
    connect(conditional, &QAction::toggled, this, [this](bool on) { m_editor->setConditional(on); });
    menu.addSeparator();
    menu.addAction(tr("Read again"), this, [this] { m_desk.refresh(m_name); })->setEnabled(canAsk && shown);
    menu.addAction(tr("Create a named shadow …"), this, &ShadowsWorkspace::createNamed)->setEnabled(canAsk);
    menu.addAction(tr("Delete this shadow …"), this, &ShadowsWorkspace::confirmDelete)->setEnabled(canAsk && there);
}

void ShadowsWorkspace::createNamed()
{
    QStringList things;
    for (const std::string& thing : m_desk.things())
        things << toQString(thing);
    for (const auto& [name, record] : m_book.records())
        if (!things.contains(toQString(name.thing)))
            things << toQString(name.thing);
    askNamedShadow(this, things, toQString(m_name.thing), [this](const QString& thing, const QString& shadow) {
        m_editor->create({thing.toStdString(), shadow.toStdString()});
    });
}

void ShadowsWorkspace::confirmDelete()
{
    const ShadowRecord* shown = record();
    if (!shown)
        return;
    m_notice->say(tr("Delete the %1 shadow of %2, at v%3? Desired and reported are gone then; a device that reports again "
                     "begins a new document, whose version goes on behind v%3.")
                      .arg(shadowTitle(m_name), toQString(m_name.thing))
                      .arg(shown->version()),
                  Role::Attention,
                  {{.word = tr("Delete it"),
                    .kind = ButtonKind::Danger,
                    .work = [this, name = m_name, version = shown->version()] { m_editor->remove(name, version); }},
                   {.word = tr("Keep it"), .kind = ButtonKind::Quiet, .work = {}}});
}

void ShadowsWorkspace::copy(const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
}

/// The message in the log, or the request's journey.
void ShadowsWorkspace::goTo(trace::EventId event)
{
    if (event == 0)
        return;
    m_mirror.selection().setEvent(event);
    emit workspaceAsked(QStringLiteral("topics"));
}

/// The first device that can and is on, else the first that can: it has to be switched on.
void ShadowsWorkspace::reportOnce()
{
    const DeviceModel& devices = m_mirror.devices();
    for (const auto wanted : {simulator::DeviceState::Online, simulator::DeviceState::Connecting})
        for (int row = 0; row < devices.rowCount(); ++row)
            if (const auto& device = devices.device(row); device.hasShadow && device.state == wanted) {
                m_mirror.command(device.id, DeviceCommand::ReportShadow);
                return;
            }
    emit workspaceAsked(QStringLiteral("bench"));
}

void ShadowsWorkspace::addCommands(Commands& commands)
{
    const QString area = tr("Shadows");
    const auto add = [&](const char* id, const QString& text, const QKeySequence& keys, std::function<void()> work) {
        commands.add(this, QLatin1String(id), area, text, keys, std::move(work));
    };
    add("shadows.edit", tr("Edit the desired value"), {}, [this] { m_fields->editDesired(); });
    add("shadows.add", tr("Add a field to desired"), {}, [this] { m_add->click(); });
    add("shadows.why", tr("Why is the delta still here?"), {}, [this] { tellWhy(); });
    add("shadows.cloud", tr("As the cloud sees it"), {}, [this] { setView(View::Cloud); });
    add("shadows.device", tr("As the device last said it"), {}, [this] { setView(View::Device); });
    add("shadows.now", tr("Back to now"), {}, [this] { m_rail->follow(); });
    add("shadows.earlier", tr("One version earlier"), {}, [this] { m_rail->choose(m_rail->currentIndex().row() - 1); });
    add("shadows.later", tr("One version later"), {}, [this] { m_rail->choose(m_rail->currentIndex().row() + 1); });
    add("shadows.read", tr("Read again"), {}, [this] { m_desk.refresh(m_name); });
    add("shadows.look", tr("Look for shadows of all things"), {}, [this] { m_desk.lookAround(true); });
    add("shadows.create", tr("Create a named shadow"), {}, [this] { createNamed(); });
    add("shadows.delete", tr("Delete this shadow"), {}, [this] { confirmDelete(); });
    add("shadows.copy-json", tr("Copy the document (JSON)"), {}, [this] { copy(documentText()); });
    add("shadows.copy-cli", tr("Copy as AWS CLI: read it"), {}, [this] { copy(cliGet(m_name)); });
}

} // namespace greensward::ui
