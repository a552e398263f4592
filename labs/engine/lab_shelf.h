// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "labs/lab.h"
#include "labs/values.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace greensward::labs {

/// Something that is wrong with a lab's files.
struct LintFinding
{
    std::string file{};  ///< "05-thing-shadows/lab.json"
    std::string place{}; ///< "steps[2].check.all[0]", or "line 12"; may be empty
    std::string sentence{};
    /// "05-thing-shadows/lab.json, steps[2].check: …"
    std::string text() const;
};

using LabPtr = std::shared_ptr<const Lab>;

/// The labs of one or more folders, ordered by their number. A lab that cannot be read is among the findings and not
/// among the labs; while it was readable before, the last good one stays. One thread.
class LabShelf
{
public:
    /// Of two labs with the same folder name the one of the later folder counts: a workspace's own go before the
    /// program's. language: "de" takes lab.de.md where there is one.
    explicit LabShelf(std::vector<std::filesystem::path> folders, Values values, std::string language = {});

    /// Looks at the files again; true when something has changed since the last time. Cheap when nothing has.
    bool reload();
    const std::vector<LabPtr>& labs() const { return m_labs; }
    /// Null when there is none. By id ("05-thing-shadows") or number ("5").
    LabPtr find(std::string_view idOrNumber) const;
    const std::vector<LintFinding>& findings() const { return m_findings; }
    const Values& values() const { return m_values; }

private:
    std::vector<std::filesystem::path> m_folders;
    Values m_values;
    std::string m_language;
    std::vector<LabPtr> m_labs;
    std::vector<LintFinding> m_findings;
    std::map<std::string, std::int64_t> m_stamps; ///< of each file
};

/// Reads one folder. What is wrong is added to findings; null when it is too much to be a lab.
LabPtr readLab(const std::filesystem::path& folder, const Values& values, const std::string& language,
               std::vector<LintFinding>& findings);

/// What can be found wrong without doing it: checks that cannot come true, missing hints and ways, unknown operations
/// and links.
void lint(const Lab& lab, std::vector<LintFinding>& findings);

} // namespace greensward::labs
