// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/folder_check.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <filesystem>
#include <string>
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
/// D04 and D08 of these files.
void checkFiles(Findings& findings, const std::vector<doctor::FolderFile>& files, const std::string& where);

} // namespace greensward::app
