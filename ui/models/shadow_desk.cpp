// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/shadow_desk.h"

#include "ui/models/engine_mirror.h"
#include "ui/models/json_text.h"
#include "ui/models/qt_text.h"
#include "ui/models/shadow_book.h"

#include <boost/json.hpp>

#include <utility>

namespace greensward::ui {

namespace json = boost::json;

namespace {

constexpr const char* kPage = "100";

const json::array* listIn(const json::object& body, std::string_view name)
{
    const auto* value = body.if_contains(name);
    return value ? value->if_array() : nullptr;
}

std::string textIn(const json::object& body, std::string_view name)
{
    const auto* value = body.if_contains(name);
    return value && value->is_string() ? std::string(value->as_string()) : std::string();
}

} // namespace

/// One desired field, there and back. What it does first has been done already.
class ShadowDesk::DesiredChange final : public QUndoCommand
{
public:
    DesiredChange(ShadowDesk& desk, ShadowName name, ShadowPath path, std::optional<json::value> before,
                  std::optional<json::value> after)
        : QUndoCommand(ShadowDesk::tr("desired %1 of %2").arg(pathText(path), toQString(name.thing)))
        , m_desk(desk)
        , m_name(std::move(name))
        , m_path(std::move(path))
        , m_before(std::move(before))
        , m_after(std::move(after))
    {}

    void undo() override { send(m_before); }
    void redo() override
    {
        if (!std::exchange(m_isDone, false))
            send(m_after);
    }

private:
    void send(const std::optional<json::value>& value)
    {
        const json::object state{{"desired", nested(m_path, value.value_or(json::value(nullptr)))}};
        m_desk.update(m_name, state, {}, [desk = &m_desk](const Outcome& outcome) {
            if (!outcome.ok())
                emit desk->refused(outcome.problem);
        });
    }

    ShadowDesk& m_desk;
    ShadowName m_name;
    ShadowPath m_path;
    std::optional<json::value> m_before;
    std::optional<json::value> m_after;
    bool m_isDone = true;
};

void ShadowDesk::remember(const ShadowName& name, const ShadowPath& path, std::optional<json::value> before,
                          std::optional<json::value> after)
{
    m_undo.push(new DesiredChange(*this, name, path, std::move(before), std::move(after)));
}

ShadowDesk::ShadowDesk(EngineMirror& mirror) : m_mirror(mirror), m_book(mirror.model<ShadowBook>())
{
    m_undo.setUndoLimit(100);
}

bool ShadowDesk::canAsk() const
{
    return m_mirror.engine().api() != nullptr;
}

void ShadowDesk::ask(client::Call call, std::function<void(const client::Answer&)> answered)
{
    client::Api* api = m_mirror.engine().api();
    if (!api)
        return;
    api->call(std::move(call), [alive = std::weak_ptr(m_alive), answered = std::move(answered)](const auto& answer) {
        if (!alive.expired())
            answered(answer);
    });
}

client::Call ShadowDesk::callFor(const char* method, const ShadowName& name)
{
    client::Call call{.service = "iotdata", .method = method, .path = "/things/" + client::label(name.thing) + "/shadow"};
    if (!name.shadow.empty())
        call.query.emplace_back("name", name.shadow);
    return call;
}

void ShadowDesk::lookAround(bool again)
{
    if (!canAsk() || (std::exchange(m_looked, true) && !again))
        return;
    m_lookedAt = 0;
    m_things.clear();
    listThings({});
}

void ShadowDesk::listThings(const std::string& nextToken)
{
    client::Call call{.service = "iot", .method = "GET", .path = "/things", .query = {{"maxResults", kPage}}};
    if (!nextToken.empty())
        call.query.emplace_back("nextToken", nextToken);
    ask(std::move(call), [this](const client::Answer& answer) {
        const json::object body = answer.object();
        const auto* things = answer.ok() ? listIn(body, "things") : nullptr;
        if (!things)
            return;
        for (const json::value& thing : *things) {
            const std::string name = thing.is_object() ? textIn(thing.as_object(), "thingName") : std::string();
            if (name.empty() || !m_things.insert(name).second || m_lookedAt >= kMostLookedAt)
                continue;
            ++m_lookedAt;
            if (!m_book.classic(name))
                refresh({name, {}});
            listNamed(name);
        }
        emit thingsChanged();
        if (const std::string next = textIn(body, "nextToken"); !next.empty() && m_things.size() < kMostThings)
            listThings(next);
    });
}

void ShadowDesk::listNamed(const std::string& thing)
{
    ask({.service = "iotdata",
         .method = "GET",
         .path = "/api/things/shadow/ListNamedShadowsForThing/" + client::label(thing),
         .query = {{"pageSize", kPage}}},
        [this, thing](const client::Answer& answer) {
            const json::object body = answer.object();
            if (const auto* names = answer.ok() ? listIn(body, "results") : nullptr)
                for (const json::value& name : *names)
                    if (name.is_string() && !m_book.find({thing, std::string(name.as_string())}))
                        refresh({thing, std::string(name.as_string())});
        });
}

void ShadowDesk::refresh(const ShadowName& name)
{
    ask(callFor("GET", name), [this, name](const client::Answer& answer) {
        if (answer.ok())
            m_book.noteAnswer(name, answer.body);
        else if (answer.status == 404)
            m_book.noteMissing(name);
    });
}

void ShadowDesk::update(const ShadowName& name, const json::object& state, std::optional<std::int64_t> version,
                        Answered answered)
{
    json::object body{{"state", state}};
    if (version)
        body["version"] = *version;
    body["clientToken"] = kToken + std::to_string(++m_updates);
    client::Call call = callFor("POST", name);
    call.body = jsonText(body).toStdString(); // numbers as a person writes them: the service keeps their text
    ask(std::move(call), [this, name, answered = std::move(answered)](const client::Answer& answer) {
        Outcome outcome{.status = answer.status, .code = answer.code, .problem = toQString(answer.problem)};
        const json::object object = answer.object();
        if (const auto* reached = object.if_contains("version"); reached && reached->is_int64())
            outcome.version = reached->as_int64();
        if (!answer.ok() && outcome.problem.isEmpty())
            outcome.problem = tr("nothing came back");
        if (outcome.ok())
            m_book.noteVersion(name, outcome.version);
        answered(outcome);
    });
}

void ShadowDesk::remove(const ShadowName& name, Answered answered)
{
    ask(callFor("DELETE", name), [answered = std::move(answered)](const client::Answer& answer) {
        Outcome outcome{.status = answer.status, .code = answer.code, .problem = toQString(answer.problem)};
        if (!answer.ok() && outcome.problem.isEmpty())
            outcome.problem = tr("nothing came back");
        answered(outcome);
    });
}

} // namespace greensward::ui
