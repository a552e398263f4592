// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_findings.h"

#include "base/files.h"
#include "doctor/doctor.h"
#include "net/event_loop.h"
#include "net/listener.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdio>
#include <fmt/format.h>
#include <sys/stat.h>

namespace greensward::app {

namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr auto kPatience = std::chrono::seconds(3);

std::string text(const json::object& object, const char* name)
{
    const auto* value = object.if_contains(name);
    return value && value->is_string() ? std::string(value->get_string()) : std::string();
}

void printCard(const json::object& card)
{
    fmt::print("\n{}  {}  ({})\n     {}\n", text(card, "code"), text(card, "title"), text(card, "confidence"),
               text(card, "sentence"));
    const auto each = [&](const char* list, auto print) {
        if (const auto* values = card.if_contains(list); values && values->is_array())
            for (const json::value& value : values->get_array())
                if (value.is_object())
                    print(value.get_object());
    };
    each("evidence", [](const json::object& row) {
        const auto* ok = row.if_contains("ok");
        fmt::print("     {:<28} {}{}\n", text(row, "label"), text(row, "value"),
                   !ok || !ok->is_bool() ? "" : ok->get_bool() ? "  (yes)" : "  (no)");
    });
    each("fixes", [](const json::object& fix) {
        const std::string line = text(fix, "command").empty() ? text(fix, "text") : text(fix, "command");
        if (!line.empty())
            fmt::print("     > {}\n", line);
    });
}

} // namespace

void Findings::card(doctor::Card card)
{
    if (card.last == WallTime{})
        card.first = card.last = SystemClock().wall();
    m_cards.push_back(doctor::toJson(card));
}

bool Findings::has(std::string_view code) const
{
    return std::any_of(m_cards.begin(), m_cards.end(), [code](const json::value& card) {
        return card.is_object() && text(card.get_object(), "code") == code;
    });
}

int Findings::print(bool asJson) const
{
    asJson ? printJson() : printText();
    return m_cards.empty() ? 0 : 1;
}

void Findings::printJson() const
{
    const json::object out{{"checks", doctor::Doctor::checks()},
                           {"fine", json::array(m_fine.begin(), m_fine.end())},
                           {"notes", json::array(m_notes.begin(), m_notes.end())},
                           {"cards", m_cards}};
    fmt::print("{}\n", json::serialize(out));
}

void Findings::printText() const
{
    for (const std::string& line : m_fine)
        fmt::print("  ok    {}\n", line);
    for (const std::string& line : m_notes)
        fmt::print("  note  {}\n", line);
    for (const json::value& value : m_cards)
        if (value.is_object())
            printCard(value.get_object());
    if (m_cards.empty())
        fmt::print("All well. {} checks watch.\n", doctor::Doctor::checks());
}

doctor::FolderFile folderFile(const std::filesystem::path& path, std::string name)
{
    doctor::FolderFile file{.name = std::move(name), .content = {}, .problem = {}};
    auto content = readFile(path, kLargestFile);
    if (content)
        file.content = std::move(*content);
    else
        file.problem = content.error().message;
    struct stat about{};
    file.othersMayRead = ::stat(path.c_str(), &about) == 0 && (about.st_mode & (S_IRGRP | S_IROTH)) != 0;
    return file;
}

bool answers(const std::string& host, std::uint16_t port)
{
    struct Silent final : net::LinkHandler
    {
        void received(net::Link&, ByteView) override {}
        void writable(net::Link&) override {}
        void closed(net::Link&, std::string_view) override {}
    } handler;
    net::EventLoop loop;
    bool there = false;
    net::connectLink(loop, {.host = host, .port = port, .tls = nullptr, .timeout = kPatience}, handler,
                     [&](Result<net::Link*> link) {
                         there = link.has_value();
                         if (link)
                             (*link)->close(net::CloseMode::Abort);
                         loop.stop();
                     });
    loop.run();
    return there;
}

void addSeen(Findings& findings, const std::filesystem::path& file)
{
    const auto text = readFile(file, kLargestFile);
    if (!text) {
        findings.note("the running process keeps no list of what it saw");
        return;
    }
    boost::system::error_code error;
    const json::value seen = json::parse(*text, error);
    const auto* cards = !error && seen.is_object() ? seen.get_object().if_contains("cards") : nullptr;
    if (!cards || !cards->is_array()) {
        findings.note("doctor.json is damaged");
        return;
    }
    for (const json::value& card : cards->get_array())
        if (card.is_object())
            findings.card(card.get_object());
    if (cards->get_array().empty())
        findings.fine("the running process has seen nothing that went wrong");
}

void checkFiles(Findings& findings, const std::vector<doctor::FolderFile>& files, const std::string& where)
{
    const auto cards = doctor::checkFolder(files, SystemClock().wall());
    for (const doctor::Card& card : cards)
        findings.card(card);
    if (cards.empty())
        findings.fine(
            fmt::format("{} certificate, key and configuration files fit together in {}", files.size(), where));
}

} // namespace greensward::app
