// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace greensward::app {

/// What was said on the command line, before anybody asks what it comes to.
struct Words
{
    std::string dataDirectory;
    bool ephemeral = false;
    std::string listen = EngineSettings{}.listen;
    std::optional<std::uint16_t> portBase;
    std::string ports;
    bool plainMqtt = false;
    std::string readyFile;
    std::string core;
    std::string profile;
    std::string out;
    std::string file;
    std::string against;
    int pid = 0;
    std::vector<std::string> loads;
    double scale = 1.0;
    double seconds = bench::UiBenchSettings{}.seconds;
    unsigned lambdaCalls = bench::LambdaBenchSettings{}.calls;
    double shadowSeconds = bench::ShadowBenchSettings{}.seconds;
    std::vector<std::string> rows;
    bool demo = false;
    std::string language;
    std::string open;
    std::string record;
    std::string replay;
    double speed = 1;
    std::string endpoint;
    std::string certificateFile;
    std::string keyFile;
    std::string caFile;
    std::string clientId;
    std::string folder;
    bool json = false;
    std::string lab;
    std::string device;
    std::string thing;
    std::string person;
    std::string join;
    std::string command;
    bool all = false;
};

/// In the order of LabCommand::What.
inline constexpr std::array kLabVerbs{"list", "show", "check", "solve", "run", "lint"};

// How the larger commands are declared; words must outlive the app.
void describeListen(CLI::App& app, Words& words);
void describePiKit(CLI::App& kit, Words& words);
void describeSeat(CLI::App& seat, Words& words);
void describeServe(CLI::App& serve, Words& words);
void describeBenchBroker(CLI::App& broker, Words& words);
void describeBenchUi(CLI::App& ui, Words& words);
void describeLab(CLI::App& lab, Words& words);

} // namespace greensward::app
