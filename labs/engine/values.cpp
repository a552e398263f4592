// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/values.h"

#include <algorithm>

namespace greensward::labs {

namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

bool isNameText(std::string_view name)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

} // namespace

std::map<std::string, std::string> Values::named() const
{
    return {{"endpoint", endpoint},
            {"mqtts-port", std::to_string(mqttsPort)},
            {"https-port", std::to_string(httpsPort)},
            {"api", api},
            {"ws", ws},
            {"wss", wss},
            {"ca", ca},
            {"account", account},
            {"region", region},
            {"access-key", accessKey},
            {"data", dataDirectory},
            {"certificates", certificates},
            {"work", work},
            {"me", me}};
}

bool Values::isName(std::string_view name)
{
    return name == "lab" || Values{}.named().contains(std::string(name));
}

std::string fill(std::string_view text, const std::map<std::string, std::string>& named,
                 std::vector<std::string>* unknown)
{
    std::string filled;
    filled.reserve(text.size());
    while (true) {
        const auto open = text.find(kOpen);
        const auto close = open == std::string_view::npos ? open : text.find(kClose, open);
        if (close == std::string_view::npos)
            return filled.append(text);
        const std::string name{text.substr(open + kOpen.size(), close - open - kOpen.size())};
        const auto found = named.find(name);
        filled.append(text.substr(0, open));
        if (found != named.end())
            filled.append(found->second);
        else
            filled.append(text.substr(open, close + kClose.size() - open));
        if (found == named.end() && unknown && isNameText(name))
            unknown->push_back(name);
        text.remove_prefix(close + kClose.size());
    }
}

} // namespace greensward::labs
