// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/card.h"

#include "doctor/phrases.h"

#include <fmt/format.h>

namespace greensward::doctor {

std::string Text::english() const
{
    std::string out;
    for (const char* at = phrase; *at != '\0'; ++at) {
        if (*at == '%' && at[1] >= '1' && at[1] <= '9') {
            const auto place = static_cast<std::size_t>(at[1] - '1');
            if (place < values.size())
                out += values[place];
            ++at;
            continue;
        }
        out += *at;
    }
    return out;
}

const std::vector<Code>& allCodes()
{
    static const std::vector<Code> kAll{
        Code::Endpoint,  Code::Region,     Code::Certificate,    Code::Pem,         Code::ClientId,
        Code::Denied,    Code::TwoClients, Code::Clock,          Code::Port,        Code::Discovery,
        Code::CoreAddress, Code::CoreStart, Code::Role,          Code::Deployment,  Code::Route,
        Code::ShadowRejected, Code::Delta, Code::Credentials, Code::LastWill};
    return kAll;
}

std::string name(Code code)
{
    return fmt::format("D{:02}", static_cast<int>(code));
}

Text title(Code code)
{
    switch (code) {
    case Code::Endpoint:
        return phrases::kTitleEndpoint;
    case Code::Region:
        return phrases::kTitleRegion;
    case Code::Certificate:
        return phrases::kTitleCertificate;
    case Code::Pem:
        return phrases::kTitlePem;
    case Code::ClientId:
        return phrases::kTitleClientId;
    case Code::Denied:
        return phrases::kTitleDenied;
    case Code::TwoClients:
        return phrases::kTitleTwoClients;
    case Code::Clock:
        return phrases::kTitleClock;
    case Code::Port:
        return phrases::kTitlePort;
    case Code::Discovery:
        return phrases::kTitleDiscovery;
    case Code::CoreAddress:
        return phrases::kTitleCoreAddress;
    case Code::CoreStart:
        return phrases::kTitleCoreStart;
    case Code::Role:
        return phrases::kTitleRole;
    case Code::Deployment:
        return phrases::kTitleDeployment;
    case Code::Route:
        return phrases::kTitleRoute;
    case Code::ShadowRejected:
        return phrases::kTitleShadowRejected;
    case Code::Delta:
        return phrases::kTitleDelta;
    case Code::Credentials:
        return phrases::kTitleCredentials;
    case Code::LastWill:
        return phrases::kTitleLastWill;
    }
    return {};
}

Text text(Confidence confidence)
{
    switch (confidence) {
    case Confidence::Certain:
        return phrases::kCertain;
    case Confidence::Likely:
        return phrases::kLikely;
    case Confidence::Check:
        return phrases::kCheck;
    }
    return {};
}

} // namespace greensward::doctor
