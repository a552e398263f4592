// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/folder_check.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace greensward::app {

/// What `greensward doctor` has to say, for people or as JSON.
class Findings
{
public:
    void fine(const std::string& line) { m_fine.push_back(line); }
    void note(const std::string& line) { m_notes.push_back(line); }
    void card(boost::json::object card) { m_cards.push_back(std::move(card)); }
    void card(doctor::Card card);

    /// A card of this code is there already, "D12".
    bool has(std::string_view code) const;

    /// To standard output; answers the exit code.
    int print(bool asJson) const;

private:
    void printJson() const;
    void printText() const;

    std::vector<std::string> m_fine, m_notes;
    boost::json::array m_cards;
};

/// The file as the check of a folder wants it.
doctor::FolderFile folderFile(const std::filesystem::path& path, std::string name);
/// Whether something answers there, within three seconds.
bool answers(const std::string& host, std::uint16_t port);
/// The cards that a running process keeps in that file (app/doctor_watch.h).
void addSeen(Findings& findings, const std::filesystem::path& file);
/// D04, D08 and D12 of these files.
void checkFiles(Findings& findings, const std::vector<doctor::FolderFile>& files, const std::string& where);

} // namespace greensward::app
