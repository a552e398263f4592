// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell_text.h"

#include "app/identities.h"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>

namespace greensward::app {

std::string shellWord(std::string_view text)
{
    const auto plain = [](unsigned char c) {
        return std::isalnum(c) || std::string_view("-_./:@%+=,").find(c) != std::string_view::npos;
    };
    if (!text.empty() && std::all_of(text.begin(), text.end(), plain))
        return std::string(text);
    std::string word = "'";
    for (const char c : text) {
        if (c == '\'')
            word += R"('\'')";
        else
            word += c;
    }
    return word + "'";
}

std::string shellLines(const Whereabouts& at)
{
    std::string lines;
    const auto set = [&lines](std::string_view name, std::string_view value) {
        lines += fmt::format("export {}={}\n", name, shellWord(value));
    };
    const std::string certificate = Identities::certificateFile(at.directory, kOwnDevice).string();
    const std::string key = Identities::keyFile(at.directory, kOwnDevice).string();

    lines += "# For the AWS CLI and SDKs. A session token or profile of a real account would win over the keys.\n";
    lines += "unset AWS_SESSION_TOKEN AWS_PROFILE\n";
    set("AWS_ACCESS_KEY_ID", at.keys.id);
    set("AWS_SECRET_ACCESS_KEY", at.keys.secret);
    set("AWS_DEFAULT_REGION", kRegion);
    set("AWS_REGION", kRegion);
    set("AWS_ENDPOINT_URL", at.apiUrl());
    set("AWS_CA_BUNDLE", at.rootCertificate.string());
    set("AWS_PAGER", "");
    lines += "# AWS CLIs before 2.13 ignore AWS_ENDPOINT_URL.\n";
    lines += "aws() { command aws --endpoint-url \"$AWS_ENDPOINT_URL\" \"$@\"; }\n";
    lines += "# For MQTT clients of your own: the certificate of the device \"my-device\". Try:\n";
    lines += "#   mosquitto_pub -h \"$GREENSWARD_HOST\" -p \"$GREENSWARD_PORT\" --cafile \"$GREENSWARD_CA\" --cert "
             "\"$GREENSWARD_CERT\" \\\n"
             "#     --key \"$GREENSWARD_KEY\" -i my-device -t macdonald/sprinkler-456 -m '{\"water\":\"on\"}'\n";
    set("GREENSWARD_HOST", at.host());
    set("GREENSWARD_PORT", std::to_string(at.ports.mqtts));
    set("GREENSWARD_CA", at.rootCertificate.string());
    set("GREENSWARD_CERT", certificate);
    set("GREENSWARD_KEY", key);
    set("GREENSWARD_WSS", at.wssUrl());
    return lines;
}

} // namespace greensward::app
