// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/lab_shelf.h"

#include <algorithm>

namespace greensward::labs {

namespace fs = std::filesystem;

namespace {

constexpr const char* kLabFile = "lab.json";

} // namespace

std::string LintFinding::text() const
{
    return file + (place.empty() ? "" : ", " + place) + ": " + sentence;
}

LabShelf::LabShelf(std::vector<fs::path> folders, Values values, std::string language)
    : m_folders(std::move(folders)), m_values(std::move(values)), m_language(std::move(language))
{
    reload();
}

bool LabShelf::reload()
{
    std::map<std::string, fs::path> found; // by id
    std::map<std::string, std::int64_t> stamps;
    std::error_code error;
    for (const fs::path& folder : m_folders)
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            if (!fs::exists(at->path() / kLabFile, error))
                continue;
            found[at->path().filename().string()] = at->path();
            for (fs::directory_iterator file(at->path(), error), last; !error && file != last; file.increment(error))
                stamps[file->path().string()] = file->last_write_time(error).time_since_epoch().count();
        }
    if (stamps == m_stamps)
        return false;
    m_stamps = std::move(stamps);
    std::vector<LabPtr> labs;
    m_findings.clear();
    for (const auto& [id, folder] : found) {
        LabPtr lab = readLab(folder, m_values, m_language, m_findings);
        if (!lab) // being edited: the last good one stays
            for (const LabPtr& before : m_labs)
                if (before->id == id)
                    lab = before;
        if (!lab)
            continue;
        lint(*lab, m_findings);
        labs.push_back(std::move(lab));
    }
    std::sort(labs.begin(), labs.end(), [](const LabPtr& a, const LabPtr& b) {
        return std::pair(a->number, a->id) < std::pair(b->number, b->id);
    });
    m_labs = std::move(labs);
    return true;
}

LabPtr LabShelf::find(std::string_view idOrNumber) const
{
    for (const LabPtr& lab : m_labs)
        if (lab->id == idOrNumber || std::to_string(lab->number) == idOrNumber)
            return lab;
    return nullptr;
}

} // namespace greensward::labs
