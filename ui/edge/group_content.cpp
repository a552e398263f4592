// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/edge/group_content.h"

#include "mqtt/topic.h"
#include "ui/models/qt_text.h"

#include <QCoreApplication>

#include <boost/json.hpp>

#include <algorithm>
#include <set>

namespace greensward::ui {

namespace json = boost::json;
using greengrass::text;

namespace {

constexpr std::size_t kLongestSubject = 256; ///< bytes
constexpr std::size_t kMostLevels = 8;       ///< seven slashes
constexpr std::string_view kSpooler = "arn:aws:lambda:::function:GGCloudSpooler:";

json::object* find(GroupContent::Entries& entries, std::string_view member, const std::string& value)
{
    const auto found = std::find_if(entries.begin(), entries.end(),
                                    [&](const json::object& one) { return text(one, member) == value; });
    return found == entries.end() ? nullptr : &*found;
}

/// An entry's id from a name: letters, digits, ':', '_', '-' alone, 128 at most, and no other has it.
std::string freeId(const GroupContent::Entries& entries, std::string wanted)
{
    constexpr std::size_t kLongest = 120;
    for (char& c : wanted)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != ':' && c != '_' && c != '-')
            c = '-';
    wanted.resize(std::min(wanted.size(), kLongest));
    const auto isTaken = [&entries](const std::string& id) {
        return std::any_of(entries.begin(), entries.end(), [&id](const auto& one) { return text(one, "Id") == id; });
    };
    std::string id = wanted;
    for (int number = 2; isTaken(id); ++number)
        id = wanted + '-' + std::to_string(number);
    return id;
}

json::object& part(json::object& of, std::string_view member)
{
    json::value& value = of[member];
    return value.is_object() ? value.get_object() : value.emplace_object();
}

void write(json::object& entry, const EdgeFunctionSettings& settings)
{
    json::object& configuration = part(entry, "FunctionConfiguration");
    configuration["Pinned"] = settings.pinned;
    configuration["MemorySize"] = settings.memoryKB;
    configuration["Timeout"] = settings.timeoutSeconds;
    json::object variables;
    for (const auto& [name, value] : settings.variables)
        variables[name.toStdString()] = value.toStdString();
    if (!variables.empty() || configuration.contains("Environment"))
        part(configuration, "Environment")["Variables"] = std::move(variables);
}

bool removeEntry(GroupContent::Entries& entries, std::string_view member, const std::string& value)
{
    return std::erase_if(entries, [&](const json::object& one) { return text(one, member) == value; }) > 0;
}

} // namespace

// --- from and to the wire -------------------------------------------------------------------------------------------

void GroupContent::take(const greengrass::Kind& kind, const json::object& definition)
{
    auto list = greengrass::objects(definition, kind.list);
    if (kind.path == greengrass::kCores.path) {
        cores = std::move(list);
    } else if (kind.path == greengrass::kDevices.path) {
        devices = std::move(list);
    } else if (kind.path == greengrass::kFunctions.path) {
        functions = std::move(list);
        functionsBeside = definition;
        functionsBeside.erase(kind.list);
    } else {
        routes.clear();
        for (const json::object& one : list)
            routes.push_back({text(one, "Id"), text(one, "Source"), text(one, "Subject"), text(one, "Target")});
    }
}

json::object GroupContent::definition(const greengrass::Kind& kind) const
{
    json::array list;
    json::object body;
    if (kind.path == greengrass::kSubscriptions.path) {
        for (const GroupRoute& one : routes)
            list.push_back({{"Id", one.id}, {"Source", one.source}, {"Subject", one.subject}, {"Target", one.target}});
    } else {
        const bool isFunctions = kind.path == greengrass::kFunctions.path;
        if (isFunctions)
            body = functionsBeside;
        const Entries& entries = isFunctions ? functions : kind.path == greengrass::kCores.path ? cores : devices;
        for (const json::object& one : entries)
            list.push_back(one);
    }
    body[kind.list] = std::move(list);
    return body;
}

bool GroupContent::isSame(const greengrass::Kind& kind, const GroupContent& other) const
{
    return definition(kind) == other.definition(kind);
}

bool GroupContent::isSame(const GroupContent& other) const
{
    return cores == other.cores && devices == other.devices && functions == other.functions && routes == other.routes;
}

// --- what there is --------------------------------------------------------------------------------------------------

std::string GroupContent::coreThing() const
{
    return cores.empty() ? std::string() : greengrass::nameOf(text(cores.front(), "ThingArn"));
}

std::vector<RouteEnd> GroupContent::ends() const
{
    std::vector<RouteEnd> ends;
    std::set<std::string> known;
    const auto add = [&](RouteEnd::Kind kind, const std::string& value) {
        if (!value.empty() && known.insert(value).second)
            ends.push_back({kind, value, endLabel(value)});
    };
    for (const json::object& one : devices)
        add(RouteEnd::Kind::Device, text(one, "ThingArn"));
    for (const json::object& one : functions)
        if (const std::string arn = text(one, "FunctionArn"); !isSpooler(arn))
            add(RouteEnd::Kind::Function, arn);
    // A route to what is not, or no longer, in the group is shown, too: it is what keeps it from being deployed.
    const auto addOther = [&](const std::string& value) {
        if (value != kCloudEnd && value != kShadowEnd)
            add(value.find(":function:") != std::string::npos ? RouteEnd::Kind::Function : RouteEnd::Kind::Device,
                value);
    };
    for (const GroupRoute& one : routes) {
        addOther(one.source);
        addOther(one.target);
    }
    add(RouteEnd::Kind::Shadows, kShadowEnd);
    add(RouteEnd::Kind::Cloud, kCloudEnd);
    return ends;
}

const json::object* GroupContent::device(const std::string& thingArn) const
{
    return find(const_cast<Entries&>(devices), "ThingArn", thingArn);
}

const json::object* GroupContent::function(const std::string& arn) const
{
    return find(const_cast<Entries&>(functions), "FunctionArn", arn);
}

QStringList GroupContent::subjects(const std::string& source, const std::string& target) const
{
    QStringList found;
    for (const GroupRoute& one : routes)
        if (one.leads(source, target))
            found << toQString(one.subject.empty() ? std::string_view("#") : std::string_view(one.subject));
    return found;
}

bool GroupContent::isSynced(const std::string& thingArn) const
{
    for (const Entries* entries : {&cores, &devices})
        for (const json::object& one : *entries)
            if (text(one, "ThingArn") == thingArn)
                return greengrass::flag(one, "SyncShadow");
    return false;
}

// --- edits ----------------------------------------------------------------------------------------------------------

void GroupContent::addDevice(const std::string& thingArn, const std::string& certificateArn)
{
    if (device(thingArn))
        return;
    devices.push_back({{"Id", freeId(devices, greengrass::nameOf(thingArn))},
                       {"ThingArn", thingArn},
                       {"CertificateArn", certificateArn},
                       {"SyncShadow", false}});
}

void GroupContent::removeDevice(const std::string& thingArn)
{
    if (removeEntry(devices, "ThingArn", thingArn))
        removeRoutes(thingArn);
}

void GroupContent::setSynced(const std::string& thingArn, bool synced)
{
    for (Entries* entries : {&cores, &devices})
        if (json::object* one = find(*entries, "ThingArn", thingArn))
            (*one)["SyncShadow"] = synced;
}

void GroupContent::addFunction(const std::string& arn, const EdgeFunctionSettings& settings)
{
    if (function(arn))
        return;
    json::object entry{{"Id", freeId(functions, endLabel(arn).toStdString())}, {"FunctionArn", arn}};
    write(entry, settings);
    if (isSpooler(arn))
        part(entry, "FunctionConfiguration")["Executable"] = "spooler";
    functions.push_back(std::move(entry));
}

void GroupContent::setFunction(const std::string& arn, const EdgeFunctionSettings& settings)
{
    if (json::object* entry = find(functions, "FunctionArn", arn))
        write(*entry, settings);
}

void GroupContent::removeFunction(const std::string& arn)
{
    if (removeEntry(functions, "FunctionArn", arn))
        removeRoutes(arn);
}

void GroupContent::removeRoutes(const std::string& end)
{
    std::erase_if(routes, [&end](const GroupRoute& one) { return one.source == end || one.target == end; });
}

void GroupContent::setSubjects(const std::string& source, const std::string& target, const QStringList& subjects)
{
    std::set<std::string> wanted;
    for (const QString& subject : subjects)
        wanted.insert(subject.toStdString());
    // Those that stay keep their ids, and their places.
    std::erase_if(routes, [&](const GroupRoute& one) {
        return one.leads(source, target) && wanted.erase(one.subject.empty() ? "#" : one.subject) == 0;
    });
    const auto isTaken = [this](const std::string& id) {
        return std::any_of(routes.begin(), routes.end(), [&id](const GroupRoute& one) { return one.id == id; });
    };
    int number = 1;
    for (const QString& subject : subjects) {
        if (wanted.erase(subject.toStdString()) == 0)
            continue;
        while (isTaken("route-" + std::to_string(number)))
            ++number;
        routes.push_back({"route-" + std::to_string(number), source, subject.toStdString(), target});
    }
}

// --- words ----------------------------------------------------------------------------------------------------------

QString endLabel(const std::string& value)
{
    if (value == kCloudEnd)
        return QCoreApplication::translate("GroupContent", "Cloud");
    if (value == kShadowEnd)
        return QCoreApplication::translate("GroupContent", "Shadow service");
    constexpr std::string_view kFunction = ":function:";
    if (const auto at = value.find(kFunction); at != std::string::npos)
        return toQString(value.substr(at + kFunction.size()));
    return toQString(greengrass::nameOf(value));
}

EdgeFunctionSettings settingsOf(const json::object& functionEntry)
{
    EdgeFunctionSettings settings;
    const json::value* value = functionEntry.if_contains("FunctionConfiguration");
    if (!value || !value->is_object())
        return settings;
    const json::object& configuration = value->get_object();
    settings.pinned = greengrass::flag(configuration, "Pinned");
    const auto number = [&configuration](const char* member, int otherwise) {
        const json::value* found = configuration.if_contains(member);
        return found && found->is_int64() ? static_cast<int>(found->get_int64()) : otherwise;
    };
    settings.memoryKB = number("MemorySize", settings.memoryKB);
    settings.timeoutSeconds = number("Timeout", settings.timeoutSeconds);
    const json::value* environment = configuration.if_contains("Environment");
    const json::value* variables =
        environment && environment->is_object() ? environment->get_object().if_contains("Variables") : nullptr;
    if (variables && variables->is_object())
        for (const auto& one : variables->get_object())
            if (one.value().is_string())
                settings.variables[toQString(std::string_view(one.key()))] =
                    toQString(std::string_view(one.value().get_string()));
    return settings;
}

bool isSpooler(const std::string& functionArn)
{
    return functionArn.starts_with(kSpooler);
}

QString subjectProblem(const QString& subject)
{
    const std::string text = subject.toStdString();
    const auto said = [](const char* sentence) { return QCoreApplication::translate("GroupContent", sentence); };
    if (text.empty())
        return said(QT_TRANSLATE_NOOP("GroupContent", "A route needs a subject: # stands for everything."));
    if (text.size() > kLongestSubject)
        return said(QT_TRANSLATE_NOOP("GroupContent", "A subject has 256 bytes at most."));
    if (!mqtt::checkTopicFilter(text))
        return said(QT_TRANSLATE_NOOP("GroupContent",
                                      "This is no topic filter: + stands for one whole level, # for all "
                                      "that follow, at the end."));
    if (mqtt::topicLevels(text) > kMostLevels)
        return said(QT_TRANSLATE_NOOP("GroupContent", "A subject has seven slashes at most."));
    return {};
}

} // namespace greensward::ui
