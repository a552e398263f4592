// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_shipment.h"

#include "ui/models/qt_text.h"

#include <boost/json.hpp>

#include <array>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

namespace {

constexpr std::array kKinds{greengrass::kCores, greengrass::kDevices, greengrass::kFunctions,
                            greengrass::kSubscriptions};

}

GroupShipment::GroupShipment(client::Api* api, Plan plan, QObject* parent)
    : QObject(parent), m_plan(std::move(plan)), m_version(m_plan.base.version), m_reader(api, {}), m_roles(m_reader)
{}

void GroupShipment::start()
{
    m_roles.wantServiceRole([this](const QString& problem) {
        if (!problem.isEmpty())
            return emit finished(problem);
        define(0);
    });
}

/// The kind at this place, where it was changed; then the next.
void GroupShipment::define(std::size_t at)
{
    if (at == kKinds.size())
        return makeVersion();
    const greengrass::Kind& kind = kKinds[at];
    if (m_plan.wanted.isSame(kind, m_plan.base))
        return define(at + 1);
    m_changed = true;
    const std::string before = text(m_version, kind.versionArn);
    const json::object definition = m_plan.wanted.definition(kind);
    const auto take = [this, at, &kind, isNew = before.empty()](const client::Answer& answer) {
        const std::string arn = text(answer.object(), isNew ? "LatestVersionArn" : "Arn");
        if (arn.empty())
            return emit finished(
                tr("A definition was not made, so nothing was deployed: %1").arg(toQString(answer.problem)));
        m_version[kind.versionArn] = arn;
        define(at + 1);
    };
    m_reader.ask(before.empty() ? greengrass::createDefinition(kind, m_plan.name.toStdString(), definition)
                                : greengrass::createDefinitionVersion(before, definition),
                 take);
}

void GroupShipment::makeVersion()
{
    if (!m_changed)
        return deploy(m_plan.version);
    m_reader.ask(greengrass::createGroupVersion(m_plan.group, m_version), [this](const client::Answer& answer) {
        const std::string version = text(answer.object(), "Version");
        if (version.empty())
            return emit finished(tr("The group version was not made: %1").arg(toQString(answer.problem)));
        deploy(version);
    });
}

void GroupShipment::deploy(const std::string& version)
{
    m_reader.ask(greengrass::createDeployment(m_plan.group, version), [this](const client::Answer& answer) {
        emit finished(answer.ok() ? QString() : tr("The deployment was refused: %1").arg(toQString(answer.problem)));
    });
}

} // namespace greensward::ui
