// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_account.h"

#include "trace/recorder.h"
#include "ui/functions/lambda_calls.h"
#include "ui/models/qt_text.h"

#include <QTimerEvent>

#include <boost/json.hpp>

#include <algorithm>
#include <utility>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr int kSoonMillis = 150; ///< changes come in runs

Paging lambdaPaging(std::string member, std::size_t most)
{
    // 50 is what ListFunctions gives at most; a larger number is answered with as many.
    return {.member = std::move(member), .next = "NextMarker", .token = "Marker", .size = "MaxItems", .most = most};
}

/// "lambda CreateFunction" changes what the list says, "lambda Invoke" does not.
bool changesFunctions(std::string_view operation)
{
    constexpr std::string_view kService = "lambda ";
    if (!operation.starts_with(kService))
        return false;
    const std::string_view verb = operation.substr(kService.size());
    return !verb.starts_with("Get") && !verb.starts_with("List") && !verb.starts_with("Invoke");
}

} // namespace

FunctionAccount::FunctionAccount(client::Api* api, QObject* parent)
    : QObject(parent), m_api(api), m_reader(api, [this] { take(); })
{}

const FunctionEntry* FunctionAccount::find(const QString& name) const
{
    const auto found =
        std::find_if(m_functions.begin(), m_functions.end(), [&](const FunctionEntry& one) { return one.name == name; });
    return found == m_functions.end() ? nullptr : &*found;
}

void FunctionAccount::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched && m_isBehind)
        refresh();
}

void FunctionAccount::refresh()
{
    if (!m_api)
        return;
    if (m_reader.isBusy()) {
        m_again = true;
        return;
    }
    read();
}

void FunctionAccount::notice(const trace::Chunk& chunk)
{
    const bool changes = std::any_of(chunk.events().begin(), chunk.events().end(), [&](const trace::Event& event) {
        return event.kind == trace::Kind::ApiCalled && changesFunctions(chunk.text(event.object));
    });
    if (!changes)
        return;
    m_isBehind = true;
    if (m_isWatched)
        m_soon.start(kSoonMillis, this);
}

void FunctionAccount::timerEvent(QTimerEvent* event)
{
    if (event->timerId() != m_soon.timerId())
        return;
    m_soon.stop();
    if (m_isWatched)
        refresh();
}

void FunctionAccount::read()
{
    m_isBehind = false;
    m_again = false;
    m_coming.clear();
    m_comingProblem.clear();
    m_reader.list(lambda::listFunctions(),
                  lambdaPaging("Functions", kMost),
                  [this](const json::value& one) {
                      if (one.is_object())
                          m_coming.push_back(lambda::functionOf(one.get_object()));
                  },
                  [this](const std::string& problem, bool truncated) {
                      if (!problem.empty())
                          m_comingProblem = tr("The functions cannot be listed: %1").arg(toQString(problem));
                      else if (truncated)
                          m_comingProblem = tr("The first %1 functions are shown").arg(kMost);
                      for (std::size_t at = 0; at < m_coming.size(); ++at)
                          readParts(at);
                  });
}

void FunctionAccount::readParts(std::size_t at)
{
    const QString name = m_coming[at].name;
    const auto complain = [this](const std::string& problem, bool) {
        if (!problem.empty())
            m_comingProblem = toQString(problem);
    };
    m_reader.list(lambda::listVersions(name), lambdaPaging("Versions", kMostVersions),
                  [this, at](const json::value& one) {
                      if (one.is_object())
                          m_coming[at].versions.push_back(lambda::versionOf(one.get_object()));
                  },
                  complain);
    m_reader.list(lambda::listAliases(name), lambdaPaging("Aliases", kMostVersions),
                  [this, at](const json::value& one) {
                      if (one.is_object())
                          m_coming[at].aliases.push_back(lambda::aliasOf(one.get_object()));
                  },
                  complain);
}

void FunctionAccount::take()
{
    std::sort(m_coming.begin(), m_coming.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    // What could not be read says nothing of what is there.
    const bool isSame = m_isKnown && m_functions == m_coming && m_problem == m_comingProblem;
    if (m_comingProblem.isEmpty() || !m_coming.empty())
        m_functions = std::move(m_coming);
    m_coming.clear();
    m_problem = m_comingProblem;
    m_isKnown = true;
    if (!isSame)
        emit changed();
    if (m_again)
        read();
}

} // namespace greensward::ui
