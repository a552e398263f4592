// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/lab_text.h"

#include <cctype>

namespace greensward::labs {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front())))
        text.remove_prefix(1);
    while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back())))
        text.remove_suffix(1);
    return text;
}

/// 1 … 6; 0: no heading.
int headingLevel(std::string_view line)
{
    std::size_t level = 0;
    while (level < line.size() && line[level] == '#')
        ++level;
    return level > 0 && level <= 6 && level < line.size() && line[level] == ' ' ? static_cast<int>(level) : 0;
}

/// "2. Look at the thing": the text behind the number.
std::string_view listItem(std::string_view line)
{
    std::size_t digits = 0;
    while (digits < line.size() && std::isdigit(static_cast<unsigned char>(line[digits])))
        ++digits;
    if (digits == 0 || digits + 1 >= line.size() || line[digits] != '.' || line[digits + 1] != ' ')
        return {};
    return line.substr(digits + 2);
}

/// Reads line by line and knows where each belongs.
class TextReader
{
public:
    void line(std::string_view line, int number)
    {
        if (isFence(line))
            return;
        const int level = m_fence.empty() ? headingLevel(line) : 0;
        const std::string heading{level > 0 ? trimmed(line.substr(static_cast<std::size_t>(level))) : ""};
        if (level == 1)
            m_text.title = heading;
        else if (level == 2)
            m_text.sections.push_back({.anchor = anchorOf(heading), .title = heading, .line = number});
        else if (level == 3 && !m_text.sections.empty())
            m_text.sections.back().headings.push_back(heading);
        else
            content(line);
    }

    LabText take()
    {
        m_text.introduction = std::string(trimmed(m_text.introduction));
        for (LabText::Section& section : m_text.sections) {
            section.text = std::string(trimmed(section.text));
            for (Passage& way : section.ways)
                way.markdown = std::string(trimmed(way.markdown));
            for (std::string& hint : section.hints)
                hint = std::string(trimmed(hint));
        }
        return std::move(m_text);
    }

private:
    bool isFence(std::string_view line)
    {
        const std::string_view bare = trimmed(line);
        if (!m_fence.empty() && bare == m_fence) {
            m_fence.clear();
            content(line);
            if (m_isCommand)
                if (Passage* way = wayHere())
                    way->commands.push_back(std::move(m_command));
            m_command.clear();
            m_isCommand = false;
            return true;
        }
        if (m_fence.empty() && bare.starts_with("```")) {
            m_fence = "```";
            m_isCommand = bare == "```sh";
            content(line);
            return true;
        }
        return false;
    }

    Passage* wayHere()
    {
        if (m_text.sections.empty())
            return nullptr;
        LabText::Section& section = m_text.sections.back();
        const std::size_t part = section.headings.size();
        return part >= 1 && part <= kWays ? &section.ways[part - 1] : nullptr;
    }

    void content(std::string_view line)
    {
        if (m_isCommand && !trimmed(line).starts_with("```"))
            m_command.append(line) += '\n';
        if (m_text.sections.empty()) {
            m_text.introduction.append(line) += '\n';
        } else if (Passage* way = wayHere()) {
            way->markdown.append(line) += '\n';
        } else if (m_text.sections.back().headings.empty()) {
            m_text.sections.back().text.append(line) += '\n';
        } else {
            hint(line);
        }
    }

    void hint(std::string_view line)
    {
        auto& hints = m_text.sections.back().hints;
        if (const auto item = listItem(line); !item.empty())
            hints.emplace_back(item);
        else if (!hints.empty())
            (hints.back() += '\n').append(trimmed(line));
    }

    LabText m_text;
    std::string m_fence;
    std::string m_command;
    bool m_isCommand = false;
};

} // namespace

std::string anchorOf(std::string_view heading)
{
    std::string anchor;
    for (const char c : heading) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            anchor += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        else if ((c == ' ' || c == '-') && !anchor.empty() && anchor.back() != '-')
            anchor += '-';
    }
    while (!anchor.empty() && anchor.back() == '-')
        anchor.pop_back();
    return anchor;
}

std::vector<std::string> linksOf(std::string_view markdown, std::string_view scheme)
{
    std::vector<std::string> links;
    const std::string opening = "](" + std::string(scheme);
    for (auto at = markdown.find(opening); at != std::string_view::npos; at = markdown.find(opening, at + 1)) {
        const auto from = at + opening.size();
        const auto to = markdown.find(')', from);
        if (to != std::string_view::npos)
            links.emplace_back(markdown.substr(from, to - from));
    }
    return links;
}

std::vector<std::string> linkTextsOf(std::string_view markdown, std::string_view scheme)
{
    std::vector<std::string> texts;
    const std::string opening = "](" + std::string(scheme);
    for (auto at = markdown.find(opening); at != std::string_view::npos; at = markdown.find(opening, at + 1))
        if (const auto from = markdown.rfind('[', at); from != std::string_view::npos)
            texts.emplace_back(markdown.substr(from + 1, at - from - 1));
    return texts;
}

LabText readLabText(std::string_view markdown)
{
    TextReader reader;
    int number = 0;
    while (!markdown.empty()) {
        const auto end = markdown.find('\n');
        std::string_view line = markdown.substr(0, end);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        reader.line(line, ++number);
        markdown.remove_prefix(end == std::string_view::npos ? markdown.size() : end + 1);
    }
    return reader.take();
}

} // namespace greensward::labs
