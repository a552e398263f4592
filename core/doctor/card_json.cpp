// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctor.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cctype>
#include <fmt/format.h>

namespace greensward::doctor {

namespace json = boost::json;

namespace {

bool isWordCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool isIpv6(std::string_view text)
{
    return std::count(text.begin(), text.end(), ':') >= 2 && text != "::1" &&
           text.find_first_not_of("0123456789abcdefABCDEF:.%") == std::string_view::npos;
}

/// Account ids, certificate ids, access keys and addresses: the first characters stay, so that two can be told apart.
std::string masked(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t close = text[at] == '[' ? text.find(']', at) : std::string_view::npos;
            close != std::string_view::npos && isIpv6(text.substr(at + 1, close - at - 1))) {
            out.append(text.substr(at, 5)).append("…]");
            at = close + 1;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && (isWordCharacter(text[end]) || (text[end] == '.' && end > at)))
            ++end;
        const std::string_view word = text.substr(at, end - at);
        const auto all = [&](std::string_view set) { return word.find_first_not_of(set) == std::string_view::npos; };
        const bool digits = word.size() == 12 && all("0123456789");
        const bool hash = word.size() >= 32 && all("0123456789abcdef");
        const bool key = word.size() >= 16 && (word.starts_with("AKIA") || word.starts_with("ASIA"));
        const bool address = std::count(word.begin(), word.end(), '.') == 3 && all("0123456789.") &&
                             !word.starts_with("127.");
        if (digits || hash || key || address)
            out.append(word.substr(0, 4)).append("…");
        else
            out.append(word);
        if (end == at)
            out += text[end++];
        at = end;
    }
    return out;
}

const char* word(Row::Mark mark)
{
    return mark == Row::Mark::Yes ? "yes" : "no";
}

} // namespace

json::object toJson(const Card& card)
{
    json::array rows, fixes;
    for (const Row& row : card.rows) {
        json::object line{{"label", row.label.english()}, {"value", row.value}};
        if (row.mark != Row::Mark::None)
            line["ok"] = row.mark == Row::Mark::Yes;
        rows.push_back(std::move(line));
    }
    for (const Fix& fix : card.fixes) {
        json::object line{{"label", fix.label.english()}};
        if (const std::string& text = fix.command.empty() ? fix.text : fix.command; !text.empty())
            line[fix.command.empty() ? "text" : "command"] = text;
        fixes.push_back(std::move(line));
    }
    json::object out{{"code", name(card.code)},
                     {"title", title(card.code).english()},
                     {"sentence", card.sentence.english()},
                     {"confidence", text(card.confidence).english()},
                     {"why", card.background.english()},
                     {"evidence", std::move(rows)},
                     {"fixes", std::move(fixes)},
                     {"times", card.times},
                     {"first", toIso8601(card.first)},
                     {"last", toIso8601(card.last)}};
    if (!card.client.empty())
        out["client"] = card.client;
    if (card.resolved)
        out["resolved"] = toIso8601(*card.resolved);
    return out;
}

json::object toJson(const Doctor& doctor)
{
    json::array cards, learned;
    for (const Card& card : doctor.cards())
        cards.push_back(toJson(card));
    for (const Card& card : doctor.learned())
        learned.push_back(toJson(card));
    return {{"checks", Doctor::checks()}, {"cards", std::move(cards)}, {"learned", std::move(learned)}};
}

std::string report(const Card& card)
{
    std::string out = fmt::format("{} {} ({})\n{}\n", name(card.code), title(card.code).english(),
                                  text(card.confidence).english(), card.sentence.english());
    for (const Row& row : card.rows)
        out += fmt::format("  {}: {}{}\n", row.label.english(), row.value,
                           row.mark == Row::Mark::None ? std::string() : fmt::format(" ({})", word(row.mark)));
    out += fmt::format("  seen {} times, first {}, last {}\n", card.times, toIso8601(card.first), toIso8601(card.last));
    return masked(out);
}

} // namespace greensward::doctor
