// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace greensward::lambda {

/// A private file system by bubblewrap: the system's own folders, read only, an empty /tmp, and what is shown on top.
/// Nothing of people's files; the network stays. Processes in it see each other alone.
class Jail
{
public:
    /// Whether bubblewrap is installed and this system lets it work, which a container often does not. Tries it.
    static Jail tried();
    /// Plain processes, because.
    static Jail none(std::string why) { return Jail(std::move(why)); }

    bool works() const { return m_why.empty(); }
    /// For people: which isolation is in force, and if it is none, why.
    std::string description() const;

    struct Shown
    {
        std::filesystem::path real;
        std::filesystem::path inside;
    };
    /// The words to put before a command. program: what is run; found inside even when it is installed elsewhere than
    /// the system's programs are. hidden: a folder that must not be seen, should the system's folders hold it.
    static std::vector<std::string> words(const std::vector<Shown>& shown, const std::filesystem::path& startIn,
                                          const std::filesystem::path& program, const std::filesystem::path& hidden);

private:
    explicit Jail(std::string why) : m_why(std::move(why)) {}
    std::string m_why;
};

} // namespace greensward::lambda
