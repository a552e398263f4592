// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "labs/lab_shelf.h"
#include "labs/lab_text.h"
#include "labs/operation.h"

#include "doctor/card.h"
#include "mqtt/topic.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace greensward::labs {

namespace {

using Form = Condition::Form;

/// Octets: letters of other alphabets count for more.
constexpr std::size_t kLongestButton = 42;

/// Pages that a console: link may lead to.
const std::set<std::string, std::less<>>& pages()
{
    static const std::set<std::string, std::less<>> kPages{
        "map",    "topics", "testclient", "shadows", "connections", "security", "plots", "bench",
        "doctor", "cost",   "brokers",    "cloud",   "rules",       "edge",     "labs",  "phone"};
    return kPages;
}

class Linter
{
public:
    Linter(const Lab& lab, std::vector<LintFinding>& findings) : m_lab(lab), m_findings(findings) {}

    void run()
    {
        if (m_lab.title.empty())
            complain("lab.md", "", "it wants a title: '# …'");
        if (m_lab.minutes == 0)
            complain("lab.json", "", "it does not say how many 'minutes' it takes");
        checkLinks(m_lab.introduction, "the introduction");
        checkActions(m_lab.setup);
        checkActions(m_lab.cleanup);
        for (std::size_t at = 0; at < m_lab.steps.size(); ++at)
            step(m_lab.steps[at], fmt::format("steps[{}]", at), at);
    }

private:
    void complain(std::string_view file, std::string place, std::string sentence)
    {
        m_findings.push_back({m_lab.id + "/" + std::string(file), std::move(place), std::move(sentence)});
    }

    void step(const Step& step, const std::string& place, std::size_t at)
    {
        const std::string where = fmt::format("'{}'", step.title);
        if (step.text.empty())
            complain("lab.md", where, "it does not say what is to be done");
        static constexpr const char* kWayNames[]{"In the console", "In a terminal", "On a device"};
        for (std::size_t way = 0; way < kWays; ++way) {
            if (step.ways[way].markdown.empty())
                complain("lab.md", where, fmt::format("there is no way '{}'", kWayNames[way]));
            checkLinks(step.ways[way].markdown, where);
        }
        if (!step.way(Way::Terminal).markdown.empty() && step.way(Way::Terminal).commands.empty())
            complain("lab.md", where, "the way in a terminal has no command (a code block marked sh)");
        checkLinks(step.text, where);
        const auto hints =
            std::count_if(step.hints.begin(), step.hints.end(), [](const std::string& hint) { return !hint.empty(); });
        if (hints < static_cast<std::ptrdiff_t>(step.hints.size()))
            complain("lab.md", where, fmt::format("it has {} of three hints", hints));
        for (const std::string& code : step.doctor)
            if (!isCode(code))
                complain("lab.json", place + ".doctor", fmt::format("the doctor knows no code '{}'", code));
        check(step.check, place + ".check", at);
        for (const NearMiss& miss : step.nearest)
            checkPattern(miss.event, place + ".nearest");
        if (step.solve.empty())
            complain("lab.json", place, "it has no 'solve'");
        checkActions(step.solve);
        checkActs(step, where, place);
    }

    /// A button without an act does nothing, an act without a button is never done.
    void checkActs(const Step& step, const std::string& where, const std::string& place)
    {
        const auto asked = linksOf(step.way(Way::Console).markdown, "do:");
        for (const std::string& id : asked)
            if (!step.act(id))
                complain("lab.md", where, fmt::format("its step in lab.json has no act '{}'", id));
        for (const std::string& text : linkTextsOf(step.way(Way::Console).markdown, "do:"))
            if (text.size() > kLongestButton)
                complain("lab.md", where,
                         fmt::format("the button '{}' is too long for the guide: {} letters at most", text, kLongestButton));
        for (const Act& act : step.acts) {
            if (std::find(asked.begin(), asked.end(), act.id) == asked.end())
                complain("lab.json", place + ".acts",
                         fmt::format("the way 'In the console' has no button for it: [text](do:{})", act.id));
            if (act.actions.empty())
                complain("lab.json", place + ".acts." + act.id, "it does nothing");
            checkActions(act.actions);
        }
        for (const Way way : {Way::Terminal, Way::Device})
            if (!linksOf(step.way(way).markdown, "do:").empty())
                complain("lab.md", where, "buttons (do:) belong to the way 'In the console'");
    }

    static bool isCode(const std::string& code)
    {
        const auto& codes = doctor::allCodes();
        return std::any_of(codes.begin(), codes.end(), [&](doctor::Code one) { return doctor::name(one) == code; });
    }

    void checkLinks(const std::string& markdown, const std::string& where)
    {
        for (const std::string& link : linksOf(markdown, "console:"))
            if (!pages().contains(link.substr(0, link.find_first_of("/?"))))
                complain("lab.md", where, fmt::format("there is no page console:{}", link));
    }

    /// What cannot come true, or only by chance.
    void check(const Condition& condition, const std::string& place, std::size_t step)
    {
        for (std::size_t at = 0; at < condition.parts.size(); ++at) {
            const Condition& part = condition.parts[at];
            const std::string inner = fmt::format("{}[{}]", place, at);
            if (part.after == "previous" && (at == 0 || condition.form != Form::All))
                complain("lab.json", inner, "there is nothing before it in an 'all', so 'after previous' never comes");
            check(part, inner, step);
        }
        if (condition.parts.empty() && place.ends_with(".check") && condition.after == "previous")
            complain("lab.json", place, "there is nothing before it, so 'after previous' never comes");
        if (condition.form == Form::Not && place.ends_with(".check") && !condition.asks())
            complain("lab.json", place, "it is true before anything happened: a check has to come true");
        if (!condition.after.empty() && condition.after != "previous")
            checkAfter(condition, place, step);
        if (condition.form == Form::Event || condition.form == Form::Absent)
            checkPattern(condition.event, place);
        if (condition.form == Form::Event && condition.within && condition.after.empty() && condition.count == 1)
            complain("lab.json", place, "'within' wants to know after what: 'after', or a 'count'");
        if (condition.form == Form::Event && condition.span && condition.count > 1)
            complain("lab.json", place, "'steady' and 'count' do not go together");
        if (condition.form == Form::Api)
            checkOperation(condition.api.operation, condition.api.with, place, true);
    }

    void checkAfter(const Condition& condition, const std::string& place, std::size_t step)
    {
        for (std::size_t at = 0; at < m_lab.steps.size(); ++at) {
            if (m_lab.steps[at].id != condition.after)
                continue;
            if (at >= step)
                complain("lab.json", place,
                         fmt::format("'{}' is not an earlier step, so this can never come true", condition.after));
            return;
        }
        complain("lab.json", place, fmt::format("there is no step '{}' to come after", condition.after));
    }

    void checkPattern(const EventPattern& pattern, const std::string& place)
    {
        if (pattern.object.find_first_of("+#") != std::string::npos && pattern.kind != trace::Kind::Subscribed &&
            !mqtt::checkTopicFilter(pattern.object))
            complain("lab.json", place, fmt::format("'{}' is no topic filter, so nothing matches it", pattern.object));
        const bool isShadow = pattern.kind == trace::Kind::ShadowAccepted ||
                              pattern.kind == trace::Kind::ShadowRejected || pattern.kind == trace::Kind::ShadowDelta;
        if (!isShadow && (!pattern.thing.empty() || !pattern.shadow.empty()))
            complain("lab.json", place,
                     fmt::format("'{}' has no 'thing' or 'shadow', so nothing matches it", trace::name(pattern.kind)));
    }

    void checkOperation(const std::string& operation, const boost::json::object& with, const std::string& place,
                        bool isQuestion)
    {
        if (!isOperation(operation))
            return complain("lab.json", place, fmt::format("labs know no operation '{}'", operation));
        if (isQuestion && !onlyLooks(operation))
            complain("lab.json", place, fmt::format("'{}' changes something: a check only asks", operation));
        if (const auto call = callOf(operation, with); !call)
            complain("lab.json", place, call.error().message);
    }

    void checkActions(const std::vector<Action>& actions)
    {
        for (const Action& action : actions) {
            if (action.verb == Action::Verb::Api)
                checkOperation(action.operation, action.with, action.place, false);
            std::error_code error;
            if (action.verb == Action::Verb::Run &&
                !std::filesystem::exists(std::filesystem::path(m_lab.folder) / action.command, error))
                complain("lab.json", action.place, fmt::format("there is no script '{}'", action.command));
            if (action.verb == Action::Verb::Connect && (action.certificate.empty() != action.key.empty()))
                complain("lab.json", action.place, "a certificate wants its key");
        }
    }

    const Lab& m_lab;
    std::vector<LintFinding>& m_findings;
};

} // namespace

void lint(const Lab& lab, std::vector<LintFinding>& findings)
{
    Linter(lab, findings).run();
}

} // namespace greensward::labs
