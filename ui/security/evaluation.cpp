// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/security/evaluation.h"

#include "ui/security/registry.h"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace greensward::ui {

namespace json = boost::json;

namespace {

/// As TestAuthorization names it; empty: it does not know the action.
std::string actionType(const std::string& action)
{
    if (action == "iot:Connect")
        return "CONNECT";
    if (action == "iot:Publish")
        return "PUBLISH";
    if (action == "iot:Subscribe")
        return "SUBSCRIBE";
    return action == "iot:Receive" ? "RECEIVE" : "";
}

} // namespace

Evaluation::Evaluation(client::Api* api, Registry& registry, QObject* parent)
    : QObject(parent), m_api(api), m_account(api, {})
{
    connect(&registry, &Registry::stale, this, &Evaluation::read);
}

void Evaluation::setAsker(const Asker& asker)
{
    if (asker == m_asker)
        return;
    m_asker = asker;
    m_known.reset();
    m_judgement.reset();
    read();
    emit changed();
}

void Evaluation::setQuestion(const AccessQuestion& question)
{
    m_question = question;
    decide();
}

void Evaluation::read()
{
    m_ended = std::move(m_reading);
    if (m_asker.certificateArn.empty() || !m_api)
        return;
    m_reading = std::make_unique<PrincipalReader>(m_api, m_asker.certificateArn, m_asker.clientId, [this] {
        m_known = m_reading->principal();
        m_known->address = m_asker.address;
        decide();
    });
}

void Evaluation::decide()
{
    m_account.drop();
    m_accountSays.clear();
    m_judgement.reset();
    if (m_known && !m_question.action.empty() && !m_question.name.empty()) {
        m_judgement = judge(*m_known, m_question);
        askAccount();
    }
    emit changed();
}

void Evaluation::askAccount()
{
    const std::string type = actionType(m_question.action);
    if (type.empty())
        return;
    const json::object question{{"actionType", type},
                                {"resources", json::array{json::value(m_question.resource(m_asker.certificateArn))}}};
    client::Call call{.service = "iot",
                      .method = "POST",
                      .path = "/test-authorization",
                      .query = {},
                      .body = json::serialize(
                          json::object{{"principal", m_asker.certificateArn}, {"authInfos", json::array{question}}})};
    if (!m_asker.clientId.empty())
        call.query = {{"clientId", m_asker.clientId}};
    m_account.ask(std::move(call), [this](const client::Answer& answer) {
        const json::object body = answer.object();
        const json::value* results = body.if_contains("authResults");
        if (results && results->is_array() && !results->get_array().empty())
            m_accountSays = textMember(results->get_array().front(), "authDecision");
        emit changed();
    });
}

bool Evaluation::agrees() const
{
    // The account judges the policies alone, whatever the certificate's status.
    if (m_accountSays.empty() || !m_judgement || !m_known || !m_known->certificate.isActive())
        return true;
    return m_judgement->allowed() == (m_accountSays == "ALLOWED");
}

} // namespace greensward::ui
