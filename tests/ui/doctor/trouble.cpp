// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "trouble.h"

namespace greensward::ui {

void Trouble::evidence(trace::Finding finding, const std::string& subject, const std::string& particulars) const
{
    engine.record({.kind = trace::Kind::Evidence,
                   .extra = static_cast<std::int64_t>(finding),
                   .subject = subject,
                   .object = "192.168.1.20:51324",
                   .detail = "what the gateway says of it",
                   .payload = asBytes(particulars)});
    engine.flush();
}

void Trouble::clientId() const
{
    evidence(trace::Finding::AccessDenied, "pumps-1",
             R"({"reason":"connect","client":"pumps-1","certificate":"4f1c9a77b02e4f1c9a77b02e","status":"ACTIVE",
                 "arn":"arn:aws:iot:us-east-1:123456789012:cert/4f1c","things":["pump-1"],"policies":["pumps"],
                 "action":"iot:Connect","resource":"arn:aws:iot:us-east-1:123456789012:client/pumps-1",
                 "explicit":false,"missing":[],"patterns":["client/pump-*"],"foreign":[],
                 "statement":{"Effect":"Allow","Action":"iot:Connect",
                              "Resource":"arn:aws:iot:us-east-1:123456789012:client/pumps-1"}})");
}

void Trouble::inactive() const
{
    evidence(trace::Finding::AccessDenied, "gt-1",
             R"({"reason":"inactive-certificate","client":"gt-1","certificate":"4f1c9a77b02e4f1c9a77b02e",
                 "status":"INACTIVE","arn":"arn:aws:iot:us-east-1:123456789012:cert/4f1c","things":["gt-1"]})");
}

void Trouble::denied() const
{
    evidence(trace::Finding::AccessDenied, "sprinkler-456",
             R"({"reason":"publish","client":"sprinkler-456","certificate":"9a77b02e9a77","status":"ACTIVE",
                 "arn":"arn:aws:iot:us-east-1:123456789012:cert/9a77","things":["sprinkler-456"],
                 "policies":["sprinklers"],"action":"iot:Publish",
                 "resource":"arn:aws:iot:us-east-1:123456789012:topic/macdonald/status","explicit":false,
                 "missing":[],"patterns":["topic/lawn/*"],"foreign":[],
                 "rows":[{"action":"iot:Connect","resource":"client/sprinkler-456","allowed":true},
                         {"action":"iot:Subscribe","resource":"topicfilter/macdonald/status","allowed":false},
                         {"action":"iot:Receive","resource":"topic/macdonald/status","allowed":true},
                         {"action":"iot:Publish","resource":"topic/macdonald/status","allowed":false}],
                 "statement":{"Effect":"Allow","Action":"iot:Publish",
                              "Resource":"arn:aws:iot:us-east-1:123456789012:topic/macdonald/status"}})");
}

void Trouble::endpoint() const
{
    evidence(trace::Finding::LinkRefused, "192.168.1.31:40222",
             R"({"cause":"certificate-not-accepted","port":8883,"covered":false,"alpn":[],
                 "names":["localhost","lawn-pi","192.168.1.10"],
                 "serverName":"a3k7odshaiipe8.iot.eu-west-1.amazonaws.com"})");
}

void Trouble::twice() const
{
    for (const char* address : {"192.168.1.20:5000", "127.0.0.1:5001", "192.168.1.20:5002"}) {
        if (std::string(address) != "192.168.1.20:5000")
            engine.record({.kind = trace::Kind::ClientTakenOver, .subject = "wt-2", .object = address});
        engine.record({.kind = trace::Kind::ClientConnected, .extra = 30, .subject = "wt-2", .object = address});
        engine.flush();
    }
}

const char* const kPolicyAnswer =
    R"({"policyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\",\"Resource\":\"x\"}}"})";

} // namespace greensward::ui
