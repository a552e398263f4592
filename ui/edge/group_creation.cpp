// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_creation.h"

#include "ui/edge/greengrass_calls.h"
#include "ui/models/account_entries.h"
#include "ui/models/edge_port.h"
#include "ui/models/qt_text.h"

#include <QPointer>

#include <boost/json.hpp>

#include <algorithm>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

GroupCreation::GroupCreation(client::Api* api, EdgePort* cores, QString name, std::string core, QObject* parent)
    : QObject(parent)
    , m_cores(cores)
    , m_name(std::move(name))
    , m_core(std::move(core))
    , m_reader(api, {})
    , m_roles(m_reader)
{}

void GroupCreation::start()
{
    wantCore();
}

void GroupCreation::wantCore()
{
    const auto isThere = [this](const CoreView& one) { return one.thing == m_core; };
    const auto cores = m_cores ? m_cores->cores() : std::vector<CoreView>{};
    if (!m_cores || std::any_of(cores.begin(), cores.end(), isThere))
        return findThing();
    emit came(tr("Making the core %1: thing, certificate, configuration …").arg(toQString(m_core)));
    m_cores->add(m_core, [self = QPointer(this)](const std::string& problem) {
        if (!self)
            return;
        if (problem.empty())
            self->findThing();
        else
            self->fail(tr("The core could not be made: %1").arg(toQString(problem)));
    });
}

void GroupCreation::findThing()
{
    m_reader.ask(greengrass::describeThing(m_core), [this](const client::Answer& answer) {
        m_thingArn = text(answer.object(), "thingArn");
        if (m_thingArn.empty())
            return fail(tr("There is no thing %1: %2").arg(toQString(m_core), toQString(answer.problem)));
        findCertificate();
    });
}

void GroupCreation::findCertificate()
{
    m_reader.ask(greengrass::listPrincipals(m_core), [this](const client::Answer& answer) {
        const json::object body = answer.object();
        const json::value* principals = body.if_contains("principals");
        if (principals && principals->is_array())
            for (const json::value& one : principals->get_array())
                if (m_certificateArn.empty() && one.is_string() &&
                    !certificateIdOf(std::string(one.get_string())).empty())
                    m_certificateArn = one.get_string();
        if (m_certificateArn.empty())
            return fail(tr("The thing %1 has no certificate, so it cannot be a core.").arg(toQString(m_core)));
        wantServiceRole();
    });
}

void GroupCreation::wantServiceRole()
{
    emit came(tr("Seeing to the Greengrass service role …"));
    m_roles.wantServiceRole([this](const QString& problem) {
        if (!problem.isEmpty())
            return fail(problem);
        makeCoreDefinition();
    });
}

void GroupCreation::makeCoreDefinition()
{
    emit came(tr("Making the group …"));
    const json::object core{
        {"Id", "core"}, {"ThingArn", m_thingArn}, {"CertificateArn", m_certificateArn}, {"SyncShadow", false}};
    m_reader.ask(greengrass::createDefinition(greengrass::kCores, m_name.toStdString(), {{"Cores", json::array{core}}}),
                 [this](const client::Answer& answer) {
                     const std::string version = text(answer.object(), "LatestVersionArn");
                     if (version.empty())
                         return fail(tr("The core definition was not made: %1").arg(toQString(answer.problem)));
                     makeGroup(version);
                 });
}

void GroupCreation::makeGroup(const std::string& coreDefinitionVersion)
{
    m_reader.ask(greengrass::createGroup(m_name.toStdString(), {{"CoreDefinitionVersionArn", coreDefinitionVersion}}),
                 [this](const client::Answer& answer) {
                     const std::string group = text(answer.object(), "Id");
                     if (group.empty())
                         return fail(tr("The group was not made: %1").arg(toQString(answer.problem)));
                     m_roles.wantGroupRole(group, [this, group](const QString& problem) {
                         emit finished(group, problem.isEmpty()
                                                  ? tr("The group %1 is there; add devices, then deploy").arg(m_name)
                                                  : problem);
                     });
                 });
}

} // namespace greensward::ui
