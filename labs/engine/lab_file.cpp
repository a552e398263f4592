// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A lab's folder, read.
#include "labs/fields.h"
#include "labs/lab_shelf.h"
#include "labs/lab_text.h"

#include "base/files.h"

#include <algorithm>
#include <boost/json/stream_parser.hpp>
#include <set>

namespace greensward::labs {

namespace json = boost::json;

namespace {

constexpr std::size_t kLargestFile = 1u << 20;
constexpr std::int64_t kMostMinutes = 600;
constexpr std::size_t kMostSteps = 50;
constexpr std::string_view kSolve = "solve"; ///< an act that does all that the step wants

/// Reads one lab and collects what is wrong.
class LabReader
{
public:
    LabReader(std::filesystem::path folder, const Values& values, std::vector<LintFinding>& findings)
        : m_folder(std::move(folder)), m_named(values.named()), m_findings(findings)
    {
        m_named["lab"] = m_folder.string();
    }

    LabPtr read(const std::string& language)
    {
        auto lab = std::make_shared<Lab>();
        lab->id = m_folder.filename().string();
        lab->folder = m_folder.string();
        const auto document = readJson();
        const auto english = readText("lab.md");
        if (!document || !english)
            return nullptr;
        m_text = readLabText(*english);
        translate(language);
        m_file = "lab.json";
        lab->title = m_shown.title;
        lab->introduction = m_shown.introduction;
        readTop(document->get_object(), *lab);
        return lab->steps.empty() ? nullptr : lab;
    }

private:
    void complain(std::string place, std::string sentence)
    {
        m_findings.push_back({m_folder.filename().string() + "/" + m_file, std::move(place), std::move(sentence)});
    }
    /// "steps[2].check: there is no event …": the place is already in it.
    void complain(const std::string& sentence)
    {
        const auto colon = sentence.find(": ");
        complain(colon == std::string::npos ? "" : sentence.substr(0, colon),
                 colon == std::string::npos ? sentence : sentence.substr(colon + 2));
    }

    std::optional<std::string> readText(const std::string& name)
    {
        m_file = name;
        const auto text = readFile(m_folder / name, kLargestFile);
        if (!text) {
            complain("", text.error().message);
            return std::nullopt;
        }
        std::vector<std::string> unknown;
        std::string filled = fill(*text, m_named, &unknown);
        for (const std::string& one : unknown)
            complain("", "there is no value {{" + one + "}}");
        return filled;
    }

    std::optional<json::value> readJson()
    {
        m_file = "lab.json";
        const auto text = readFile(m_folder / m_file, kLargestFile);
        if (!text) {
            complain("", text.error().message);
            return std::nullopt;
        }
        boost::system::error_code broken;
        json::stream_parser parser;
        const std::size_t read = parser.write_some(*text, broken);
        if (!broken && !parser.done())
            parser.finish(broken);
        if (broken || !parser.done()) {
            const auto line = 1 + std::count(text->begin(), text->begin() + static_cast<std::ptrdiff_t>(read), '\n');
            complain(fmt::format("line {}", line), "this is no JSON: " + broken.message());
            return std::nullopt;
        }
        json::value document = parser.release();
        if (!document.is_object()) {
            complain("", "a lab is an object");
            return std::nullopt;
        }
        fillAll(document);
        return document;
    }

    void fillAll(json::value& value)
    {
        if (value.is_string()) {
            std::vector<std::string> unknown;
            value = fill(value.get_string(), m_named, &unknown);
            for (const std::string& one : unknown)
                complain("", "there is no value {{" + one + "}}");
        } else if (value.is_array()) {
            for (json::value& element : value.get_array())
                fillAll(element);
        } else if (value.is_object()) {
            json::object filled;
            for (auto& member : value.get_object()) {
                fillAll(member.value());
                filled.emplace(fill(member.key(), m_named), std::move(member.value()));
            }
            value = std::move(filled);
        }
    }

    /// Steps are found by their English headings; the n-th of the translation is the n-th step.
    void translate(const std::string& language)
    {
        m_shown = m_text;
        const std::string name = "lab." + language + ".md";
        std::error_code error;
        if (language.empty() || language == "en" || !std::filesystem::exists(m_folder / name, error))
            return;
        const auto text = readText(name);
        LabText translated = text ? readLabText(*text) : LabText{};
        if (translated.sections.size() == m_text.sections.size())
            m_shown = std::move(translated);
        else
            complain("",
                     fmt::format("it has {} steps, lab.md has {}", translated.sections.size(), m_text.sections.size()));
    }

    void readTop(const json::object& object, Lab& lab)
    {
        Fields fields(object, "lab");
        lab.number = static_cast<int>(fields.number("number", 0, 1, 99));
        if (lab.number == 0)
            fields.complain("it wants a 'number'");
        lab.minutes = static_cast<int>(fields.number("minutes", 0, 1, kMostMinutes));
        if (const json::array* needs = fields.list("needs"))
            for (const json::value& need : *needs)
                if (need.is_string())
                    lab.needs.emplace_back(need.get_string());
        readActions(fields, "setup", "", lab.setup);
        readActions(fields, "cleanup", "", lab.cleanup);
        const json::array* steps = fields.list("steps");
        if (!steps || steps->empty() || steps->size() > kMostSteps)
            fields.complain(fmt::format("it wants 'steps', {} at most", kMostSteps));
        for (std::size_t at = 0; steps && at < std::min(steps->size(), kMostSteps); ++at)
            readStep((*steps)[at], at, lab);
        if (const auto done = fields.finish(); !done)
            complain(done.error().message);
        checkSections();
    }

    void readActions(Fields& fields, std::string_view name, const std::string& place, std::vector<Action>& actions)
    {
        const json::array* list = fields.list(name);
        for (std::size_t at = 0; list && at < list->size(); ++at) {
            auto action = readAction((*list)[at], fmt::format("{}{}[{}]", place, name, at));
            if (action)
                actions.push_back(std::move(*action));
            else
                complain(action.error().message);
        }
    }

    void readStep(const json::value& value, std::size_t at, Lab& lab)
    {
        const std::string place = fmt::format("steps[{}]", at);
        if (!value.is_object())
            return complain(place, "a step is an object");
        Fields fields(value.get_object(), place);
        Step step;
        step.id = fields.text("id");
        if (step.id.empty() || lab.step(step.id))
            fields.complain("it wants an 'id' of its own");
        step.spotlight = fields.text("spotlight");
        takeText(fields, step);
        if (const json::array* codes = fields.list("doctor"))
            for (const json::value& code : *codes)
                if (code.is_string())
                    step.doctor.emplace_back(code.get_string());
        if (const json::value* check = fields.find("check")) {
            auto condition = readCondition(*check, place + ".check");
            if (condition)
                step.check = std::move(*condition);
            else
                fields.complain(condition.error());
        } else {
            fields.complain("it wants a 'check'");
        }
        readNearest(fields, step);
        readActions(fields, "solve", place + ".", step.solve);
        readActs(fields, place, step);
        const auto done = fields.finish();
        if (!done)
            return complain(done.error().message);
        lab.steps.push_back(std::move(step));
    }

    void readActs(Fields& fields, const std::string& place, Step& step)
    {
        const json::object* acts = fields.object("acts");
        if (!acts)
            return;
        Fields named(*acts, place + ".acts");
        for (const auto& act : *acts) {
            step.acts.push_back({.id = act.key(), .actions = {}});
            if (const json::value* same = named.find(act.key()); same->is_string() && same->get_string() == kSolve)
                step.acts.back().actions = step.solve;
            else
                readActions(named, act.key(), place + ".acts.", step.acts.back().actions);
        }
        if (const auto done = named.finish(); !done)
            complain(done.error().message);
    }

    void takeText(Fields& fields, Step& step)
    {
        const std::string anchor = fields.text("text");
        for (std::size_t at = 0; at < m_text.sections.size(); ++at) {
            if ("#" + m_text.sections[at].anchor != anchor)
                continue;
            m_used.insert(at);
            const LabText::Section& shown = m_shown.sections[at];
            step.title = shown.title;
            step.text = shown.text;
            step.ways = shown.ways;
            for (std::size_t hint = 0; hint < std::min(shown.hints.size(), step.hints.size()); ++hint)
                step.hints[hint] = shown.hints[hint];
            return;
        }
        fields.complain(fmt::format("lab.md has no heading '{}'", anchor));
    }

    void readNearest(Fields& fields, Step& step)
    {
        const json::array* list = fields.list("nearest");
        for (std::size_t at = 0; list && at < list->size(); ++at) {
            const std::string place = fmt::format("{}.nearest[{}]", fields.place(), at);
            if (!(*list)[at].is_object())
                return fields.complain("'nearest' is a list of events");
            json::object object = (*list)[at].get_object();
            NearMiss miss;
            if (const json::value* say = object.if_contains("say"); say && say->is_string())
                miss.sentence = std::string(say->get_string());
            object.erase("say");
            auto pattern = readEventPattern(object, place);
            if (!pattern)
                return fields.complain(pattern.error());
            miss.event = std::move(*pattern);
            step.nearest.push_back(std::move(miss));
        }
    }

    void checkSections()
    {
        m_file = "lab.md";
        for (std::size_t at = 0; at < m_text.sections.size(); ++at)
            if (!m_used.contains(at))
                complain(fmt::format("line {}", m_text.sections[at].line),
                         fmt::format("no step of lab.json has the text '#{}'", m_text.sections[at].anchor));
    }

    std::filesystem::path m_folder;
    std::map<std::string, std::string> m_named;
    std::vector<LintFinding>& m_findings;
    std::string m_file;
    LabText m_text;  ///< English: has the anchors
    LabText m_shown; ///< in the person's language
    std::set<std::size_t> m_used;
};

} // namespace

LabPtr readLab(const std::filesystem::path& folder, const Values& values, const std::string& language,
               std::vector<LintFinding>& findings)
{
    return LabReader(folder, values, findings).read(language);
}

const Act* Step::act(std::string_view actId) const
{
    for (const Act& act : acts)
        if (act.id == actId)
            return &act;
    return nullptr;
}

const Step* Lab::step(std::string_view stepId) const
{
    for (const Step& step : steps)
        if (step.id == stepId)
            return &step;
    return nullptr;
}

} // namespace greensward::labs
