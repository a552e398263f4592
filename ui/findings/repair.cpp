// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/findings/repair.h"

#include "ui/models/engine_mirror.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPointer>

#include <boost/json.hpp>

namespace greensward::ui {

namespace json = boost::json;

using Act = doctor::Fix::Act;

bool Repair::can(const doctor::Fix& fix) const
{
    switch (fix.act) {
    case Act::Copy:
    case Act::ShowClient:
    case Act::ShowShadow:
    case Act::ShowGroup:
        return true;
    case Act::StopDevice:
        return !m_mirror.engine().player();
    case Act::ActivateCertificate:
    case Act::AttachPolicy:
    case Act::AllowMore:
        return m_mirror.engine().api() != nullptr;
    }
    return false;
}

void Repair::run(const doctor::Fix& fix)
{
    if (!can(fix))
        return;
    switch (fix.act) {
    case Act::Copy:
        QGuiApplication::clipboard()->setText(QString::fromStdString(fix.text));
        emit told(tr("Copied: %1").arg(QString::fromStdString(fix.text)), true);
        break;
    case Act::ActivateCertificate:
        activate(fix.subject);
        break;
    case Act::AttachPolicy:
        choosePolicy(fix.text);
        break;
    case Act::AllowMore:
        allowMore(fix.subject, fix.text);
        break;
    case Act::ShowClient:
        m_mirror.selection().setClient(QString::fromStdString(fix.subject));
        emit workspaceAsked(QStringLiteral("connections"));
        break;
    case Act::ShowShadow:
        m_mirror.selection().setClient(QString::fromStdString(fix.subject)); // a thing bears its client's name
        emit workspaceAsked(QStringLiteral("shadows"));
        break;
    case Act::ShowGroup:
        emit workspaceAsked(QStringLiteral("edge"));
        break;
    case Act::StopDevice:
        m_mirror.command(fix.subject, DeviceCommand::Stop);
        emit told(tr("%1 was stopped.").arg(QString::fromStdString(fix.subject)), true);
        break;
    }
}

void Repair::activate(const std::string& certificate)
{
    m_mirror.engine().api()->call({.service = "iot",
                                   .method = "PUT",
                                   .path = "/certificates/" + client::label(certificate),
                                   .query = {{"newStatus", "ACTIVE"}}},
                                  [self = QPointer(this)](const client::Answer& answer) {
                                      if (self)
                                          emit self->told(answer.ok() ? tr("The certificate is ACTIVE.")
                                                                      : QString::fromStdString(answer.problem),
                                                          answer.ok());
                                  });
}

void Repair::choosePolicy(const std::string& certificateArn)
{
    m_mirror.engine().api()->call(
        {.service = "iot", .method = "GET", .path = "/policies"},
        [self = QPointer(this), certificateArn](const client::Answer& answer) {
            if (!self)
                return;
            QStringList names;
            const json::object found = answer.object();
            if (const auto* policies = found.if_contains("policies"); policies && policies->is_array())
                for (const json::value& policy : policies->get_array())
                    if (policy.is_object() && policy.get_object().contains("policyName"))
                        names << QString::fromStdString(std::string(policy.get_object().at("policyName").as_string()));
            if (!answer.ok())
                emit self->told(QString::fromStdString(answer.problem), false);
            else if (names.isEmpty())
                emit self->told(tr("The account has no policy yet."), false);
            else
                emit self->policyAsked(names, QString::fromStdString(certificateArn));
        });
}

void Repair::attach(const QString& policy, const std::string& certificateArn)
{
    m_mirror.engine().api()->call({.service = "iot",
                                   .method = "PUT",
                                   .path = "/target-policies/" + client::label(policy.toStdString()),
                                   .body = json::serialize(json::object{{"target", certificateArn}})},
                                  [self = QPointer(this), policy](const client::Answer& answer) {
                                      if (self)
                                          emit self->told(answer.ok() ? tr("%1 is attached.").arg(policy)
                                                                      : QString::fromStdString(answer.problem),
                                                          answer.ok());
                                  });
}

void Repair::allowMore(const std::string& policy, const std::string& statement)
{
    m_mirror.engine().api()->call(
        {.service = "iot", .method = "GET", .path = "/policies/" + client::label(policy)},
        [self = QPointer(this), policy, statement](const client::Answer& answer) {
            if (!self)
                return;
            const json::object found = answer.object();
            const auto* text = found.if_contains("policyDocument");
            boost::system::error_code bad, worse;
            json::value document = text && text->is_string() ? json::parse(text->get_string(), bad) : json::value();
            const json::value line = json::parse(statement, worse);
            auto* statements = document.is_object() ? document.get_object().if_contains("Statement") : nullptr;
            if (!answer.ok() || bad || worse || !statements) {
                emit self->told(answer.ok() ? tr("The policy could not be read.")
                                            : QString::fromStdString(answer.problem),
                                false);
                return;
            }
            if (!statements->is_array()) // a single statement may stand without brackets
                *statements = json::array{json::value(*statements)};
            statements->get_array().push_back(line);
            self->addVersion(policy, json::serialize(document));
        });
}

void Repair::addVersion(const std::string& policy, const std::string& document)
{
    m_mirror.engine().api()->call(
        {.service = "iot",
         .method = "POST",
         .path = "/policies/" + client::label(policy) + "/version",
         .query = {{"setAsDefault", "true"}},
         .body = json::serialize(json::object{{"policyDocument", document}})},
        [self = QPointer(this), policy](const client::Answer& answer) {
            if (self)
                emit self->told(answer.ok() ? tr("The line is in %1 now.").arg(QString::fromStdString(policy))
                                            : QString::fromStdString(answer.problem),
                                answer.ok());
        });
}

} // namespace greensward::ui
