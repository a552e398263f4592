// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_roles.h"

#include "ui/edge/greengrass_calls.h"
#include "ui/models/qt_text.h"

namespace greensward::ui {

void GroupRoles::wantServiceRole(Done done)
{
    m_reader.ask(greengrass::getServiceRole(), [this, done = std::move(done)](const client::Answer& answer) {
        if (answer.ok())
            return done({});
        wantRole(greengrass::kServiceRole, greengrass::kServicePolicy,
                 [this, done](const std::string& arn, const QString& problem) {
                     if (arn.empty())
                         return done(problem);
                     m_reader.ask(greengrass::associateServiceRole(arn), [done](const client::Answer& given) {
                         done(given.ok() ? QString()
                                         : tr("The account did not take its Greengrass service role: %1")
                                               .arg(toQString(given.problem)));
                     });
                 });
    });
}

void GroupRoles::wantGroupRole(const std::string& group, Done done)
{
    wantRole(greengrass::kGroupRole, {},
             [this, group, done = std::move(done)](const std::string& arn, const QString& problem) {
                 if (arn.empty())
                     return done(problem);
                 m_reader.ask(greengrass::associateRole(group, arn), [done](const client::Answer& given) {
                     done(given.ok() ? QString()
                                     : tr("The group did not take its role: %1").arg(toQString(given.problem)));
                 });
             });
}

void GroupRoles::wantRole(const char* name, const std::string& policy,
                          std::function<void(std::string arn, QString problem)> then)
{
    m_reader.ask(greengrass::getIamRole(name), [this, name, policy,
                                                then = std::move(then)](const client::Answer& answer) {
        if (const std::string arn = greengrass::roleArn(answer); !arn.empty())
            return then(arn, {});
        m_reader.ask(greengrass::createIamRole(name), [this, name, policy, then](const client::Answer& made) {
            const std::string arn = greengrass::roleArn(made);
            if (arn.empty())
                return then({},
                            tr("The role %1 could not be made: %2").arg(QLatin1String(name), toQString(made.problem)));
            if (policy.empty())
                return then(arn, {});
            m_reader.ask(greengrass::attachPolicy(name, policy), [name, arn, then](const client::Answer& attached) {
                if (attached.ok())
                    then(arn, {});
                else
                    then({}, tr("The role %1 did not get its policy: %2")
                                 .arg(QLatin1String(name), toQString(attached.problem)));
            });
        });
    });
}

} // namespace greensward::ui
