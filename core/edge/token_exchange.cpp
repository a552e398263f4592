// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/token_exchange.h"

#include "aws/amz_date.h"
#include "edge/group_document.h"

#include <boost/json.hpp>
#include <utility>

namespace greensward::edge {

namespace json = boost::json;

namespace {

constexpr Duration kLead = std::chrono::minutes(5);
constexpr std::size_t kMostWaiting = 256;

std::string refusal(std::string_view why)
{
    return json::serialize(json::object{{"code", "CredentialsUnavailable"}, {"message", why}});
}

std::string textOf(const json::object& from, const char* name)
{
    const json::value* const value = from.if_contains(name);
    return value && value->is_string() ? std::string(std::string_view(value->get_string())) : std::string();
}

} // namespace

void TokenExchange::setGroup(const GroupDocument* group)
{
    ++m_epoch;
    m_group = group ? group->groupId : std::string();
    m_roleArn = group ? group->roleArn : std::string();
    m_keys.clear();
    tell(404, refusal("the group of the core has changed"));
}

bool TokenExchange::isGoodFor(Duration ahead) const
{
    return !m_keys.empty() && m_parts.clock.wall() + ahead < m_ends;
}

void TokenExchange::ask(Answered answered)
{
    if (m_group.empty())
        return answered(404, refusal("no group is deployed to this core"));
    if (isGoodFor(kLead))
        return answered(200, m_keys);
    if (m_waiting.size() >= kMostWaiting)
        return answered(503, refusal("too many ask for keys"));
    m_waiting.push_back(std::move(answered));
    if (m_waiting.size() == 1)
        m_parts.cloud.credentials(m_group, [this, epoch = m_epoch](const CloudAnswer& answer) {
            if (epoch == m_epoch)
                this->answered(answer);
        });
}

void TokenExchange::answered(const CloudAnswer& answer)
{
    boost::system::error_code error;
    const json::value body = json::parse(answer.body, error);
    if (answer.ok() && !error && body.is_object()) {
        const json::object& keys = body.get_object();
        const std::string expiration = textOf(keys, "Expiration");
        if (const auto ends = aws::fromIso8601(expiration)) {
            m_ends = *ends;
            m_keys = json::serialize(json::object{{"AccessKeyId", textOf(keys, "AccessKeyId")},
                                                  {"SecretAccessKey", textOf(keys, "SecretAccessKey")},
                                                  {"Token", textOf(keys, "SessionToken")},
                                                  {"Expiration", expiration},
                                                  {"RoleArn", m_roleArn},
                                                  {"Code", "Success"}});
            return tell(200, m_keys);
        }
    }
    if (isGoodFor({}))
        return tell(200, m_keys);
    const std::string why = answer.ok() ? "the cloud's answer holds no keys" : answer.problem();
    m_parts.log.system("tes", LogLevel::Error, "no keys of the group's role: " + why);
    tell(answer.status >= 400 && answer.status < 500 ? answer.status : 503, refusal(why));
}

void TokenExchange::tell(unsigned status, const std::string& body)
{
    for (const Answered& waiting : std::exchange(m_waiting, {}))
        waiting(status, body);
}

} // namespace greensward::edge
