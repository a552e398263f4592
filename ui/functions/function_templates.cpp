// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/functions/function_templates.h"

#include <QCoreApplication>

namespace greensward::ui {

namespace {

struct Template
{
    Q_DECLARE_TR_FUNCTIONS(FunctionTemplate)
};

constexpr const char* kHello = R"(def handler(event, context):
    name = event.get("name", "world")
    print("somebody greets", name)
    return {"hello": name}
)";

constexpr const char* kCounter = R"(# Kept for as long as this instance lives. A cold start begins at 0 again,
# and two instances count apart: what has to last belongs into a shadow or a table.
count = 0


def handler(event, context):
    global count
    count += event.get("step", 1)
    print("instance has counted to", count)
    return {"count": count, "request": context.aws_request_id}
)";

constexpr const char* kFilter = R"(import os

# How much pressure an intake filter may take from the air, in hPa.
LIMIT = float(os.environ.get("LIMIT", "12"))


def drop_of(reading):
    drop = reading["outside"] - reading["behind-filter"]
    if drop < 0:
        raise ValueError("pressure rises through the filter: are the sensors swapped?")
    return drop


def handler(event, context):
    drop = drop_of(event)
    share = drop / LIMIT
    state = "clean" if share < 0.6 else "change soon" if share < 1 else "change now"
    print("%s: %.1f hPa of %.1f, %s" % (event["turbine"], drop, LIMIT, state))
    return {"turbine": event["turbine"], "drop": round(drop, 2), "state": state}
)";

FunctionSettings settings(std::map<QString, QString> variables = {})
{
    return {.runtime = QStringLiteral("python3.9"),
            .handler = QStringLiteral("index.handler"),
            .timeoutSeconds = 5,
            .variables = std::move(variables)};
}

SourceFiles index(const char* source)
{
    return {{QStringLiteral("index.py"), source}};
}

TestEvent event(const char* name, const char* payload)
{
    return {QString::fromUtf8(name), QString::fromUtf8(payload)};
}

} // namespace

std::vector<FunctionTemplate> functionTemplates()
{
    return {
        {.id = QStringLiteral("hello-world"),
         .title = Template::tr("Hello, world"),
         .told = Template::tr("Answers an event with a greeting: the least that a function is."),
         .settings = settings(),
         .files = index(kHello),
         .events = {event("greeting", "{\n  \"name\": \"Ann\"\n}"), event("nobody", "{}")}},
        {.id = QStringLiteral("counter"),
         .title = Template::tr("Counter"),
         .told = Template::tr("Counts in a variable: shows what a warm start keeps and a cold one forgets."),
         .settings = settings(),
         .files = index(kCounter),
         .events = {event("one", "{}"), event("ten", "{\n  \"step\": 10\n}")}},
        {.id = QStringLiteral("filter-check"),
         .title = Template::tr("Turbine filter check"),
         .told = Template::tr("Judges the pressures around an air filter, with a limit from its environment. One of its "
                              "test events makes it fail."),
         .settings = settings({{QStringLiteral("LIMIT"), QStringLiteral("12")}}),
         .files = index(kFilter),
         .events = {event("clean", "{\n  \"turbine\": \"gt-1\",\n  \"outside\": 1013.2,\n  \"behind-filter\": 1009.1\n}"),
                    event("clogged", "{\n  \"turbine\": \"gt-1\",\n  \"outside\": 1013.2,\n  \"behind-filter\": 999.8\n}"),
                    event("sensors swapped",
                          "{\n  \"turbine\": \"gt-1\",\n  \"outside\": 1002.3,\n  \"behind-filter\": 1013.2\n}")}},
    };
}

} // namespace greensward::ui
