// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/device_model.h"

#include "mqtt/topic.h"
#include "simulator/model_file.h"
#include "simulator/model_reader.h"
#include "simulator/physics_sheet.h"
#include "simulator/world.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <span>

namespace greensward::simulator {

namespace {

constexpr std::size_t kMostFields = 64;

std::vector<DeviceModel::Field> readFields(ModelReader& parent, std::string_view name,
                                           std::span<const std::string_view> quantities)
{
    std::vector<DeviceModel::Field> fields;
    for (ModelReader& reader : parent.objects(name)) {
        DeviceModel::Field field;
        field.name = reader.text("name");
        const std::string quantity = reader.text("value");
        field.unit = reader.text("unit", "");
        field.decimals = reader.whole("decimals", 2, 0, 9);
        const auto known = std::find(quantities.begin(), quantities.end(), quantity);
        if (quantity == "timestamp")
            field.quantity = DeviceModel::Field::kTimestamp;
        else if (known != quantities.end())
            field.quantity = static_cast<std::size_t>(known - quantities.begin());
        else
            reader.complain("value", fmt::format("must be timestamp or one of {}, not \"{}\"",
                                                 fmt::join(quantities, ", "), quantity));
        reader.finish();
        fields.push_back(std::move(field));
    }
    if (fields.size() > kMostFields)
        parent.complain(name, fmt::format("must not have more than {} entries", kMostFields));
    return fields;
}

mqtt::QoS readQos(ModelReader& reader)
{
    return static_cast<mqtt::QoS>(reader.whole("qos", 0, 0, 2));
}

/// What is left of a placeholder that nothing fills would be published as it stands.
void checkText(ModelReader& reader, const DeviceModel& model, std::string_view member, std::string_view text)
{
    const std::string filled = model.fill(text, "1");
    const auto at = filled.find("${");
    if (at == std::string::npos)
        return;
    std::string known = "${number}, ${thing}";
    for (const auto& attribute : model.attributes)
        known += fmt::format(", ${{{}}}", attribute.first);
    reader.complain(member, fmt::format("has {}, which nothing fills in; known here: {}",
                                        filled.substr(at, filled.find('}', at) - at + 1), known));
}

void readAttributes(ModelReader& top, DeviceModel& model)
{
    if (!top.has("attributes"))
        return;
    ModelReader reader = top.object("attributes");
    for (const std::string& name : reader.names()) {
        if (name == "thing" || name == "number" || name.find_first_of("${}") != std::string::npos)
            reader.complain(name, "cannot be the name of an attribute");
        model.attributes.emplace_back(name, reader.text(name));
    }
}

/// Which plant the device looks at, when its physics are those of one.
void readPlant(ModelReader& top, DeviceModel& model)
{
    if (!std::holds_alternative<std::shared_ptr<const GasTurbineConstants>>(model.constants))
        return;
    model.plant = top.text("plant");
    checkText(top, model, "plant", model.plant);
}

std::string readTopic(ModelReader& reader, const DeviceModel& model)
{
    std::string topic = reader.text("topic");
    checkText(reader, model, "topic", topic);
    if (!topic.empty()) {
        if (const auto checked = mqtt::checkTopicName(model.fill(topic, "1")); !checked)
            reader.complain("topic", checked.error().text);
    }
    return topic;
}

void readReport(ModelReader& top, DeviceModel& model, std::span<const std::string_view> quantities)
{
    ModelReader reader = top.object("report");
    model.report.topic = readTopic(reader, model);
    model.report.qos = readQos(reader);
    model.report.retain = reader.flag("retain", false);
    const double every = reader.number("everySeconds", 1.0, 1.0 / kFastestRate, 1.0 / kSlowestRate);
    model.report.interval = std::chrono::duration_cast<Duration>(std::chrono::duration<double>(every));
    model.report.onChange = reader.flag("onChange", false);
    model.report.jitter = reader.number("jitter", 0, 0, 1);
    model.report.fields = readFields(reader, "fields", quantities);
    const auto& fields = model.report.fields;
    auto leading = std::find_if(fields.begin(), fields.end(),
                                [](const auto& field) { return field.name == "output" || field.name == "flow"; });
    if (leading == fields.end())
        leading = std::find_if(fields.begin(), fields.end(),
                               [](const auto& field) { return field.quantity != DeviceModel::Field::kTimestamp; });
    if (leading == fields.end())
        reader.complain("fields", "must name at least one quantity");
    else
        model.leadingField = static_cast<std::size_t>(leading - fields.begin());
    reader.finish();
}

void readShadow(ModelReader& top, DeviceModel& model, std::span<const std::string_view> settings)
{
    if (!top.has("shadow"))
        return;
    ModelReader reader = top.object("shadow");
    for (ModelReader& entry : reader.objects("settings")) {
        DeviceModel::Setting setting;
        setting.name = entry.text("name");
        const std::string value = entry.text("value");
        const auto known = std::find(settings.begin(), settings.end(), value);
        if (value == "rate")
            setting.setting = DeviceModel::Setting::kRate;
        else if (known != settings.end())
            setting.setting = static_cast<std::size_t>(known - settings.begin());
        else
            entry.complain("value", fmt::format("must be rate or one of {}, not \"{}\"", fmt::join(settings, ", "), value));
        entry.finish();
        model.settings.push_back(std::move(setting));
    }
    if (model.settings.empty() || model.settings.size() > kMostFields)
        reader.complain("settings", fmt::format("must have 1 to {} entries", kMostFields));
    reader.finish();
}

void readWill(ModelReader& top, DeviceModel& model)
{
    ModelReader reader = top.object("will");
    model.will.topic = readTopic(reader, model);
    model.will.payload = reader.text("payload", "");
    checkText(reader, model, "payload", model.will.payload);
    model.will.qos = readQos(reader);
    model.will.retain = reader.flag("retain", false);
    reader.finish();
}

void readModel(ModelReader& top, DeviceModel& model)
{
    top.text("comment", ""); // for whoever edits the file
    model.name = top.text("model");
    model.title = top.text("title");
    model.id = top.text("id");
    if (model.id.find("${thing}") != std::string::npos)
        top.complain("id", "must not contain itself");
    readAttributes(top, model);
    checkText(top, model, "title", model.title);
    checkText(top, model, "id", model.id);
    model.keepAlive = static_cast<std::uint16_t>(top.whole("keepAliveSeconds", 30, 0, 65'535));

    ModelReader physics = top.object("physics");
    const auto [constants, quantities, settings] = readPhysicsSheet(physics);
    model.constants = constants;
    readPlant(top, model);

    readReport(top, model, quantities);
    if (top.has("listen")) {
        ModelReader listen = top.object("listen");
        model.listen = DeviceModel::Listen{readTopic(listen, model), readQos(listen)};
        listen.finish();
    } else {
        model.listen.reset();
    }
    readShadow(top, model, settings);
    readWill(top, model);
    if (top.has("card"))
        model.card = readFields(top, "card", quantities);
    top.finish();
}

void replaceAll(std::string& text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

} // namespace

std::string DeviceModel::fill(std::string_view text, std::string_view number) const
{
    std::string filled(text);
    replaceAll(filled, "${thing}", id);
    replaceAll(filled, "${number}", number);
    for (const auto& [attribute, value] : attributes)
        replaceAll(filled, fmt::format("${{{}}}", attribute), value);
    return filled;
}

Result<void> DeviceModel::findPlant(World& world, std::string_view number) const
{
    const auto* turbine = std::get_if<std::shared_ptr<const GasTurbineConstants>>(&constants);
    if (turbine && !world.plant(fill(plant, number), *turbine))
        return failure(fmt::format("the plant {} stands there already, with another data sheet", fill(plant, number)));
    return {};
}

std::unique_ptr<Physics> DeviceModel::makePhysics(World& world, std::string_view number, Random random) const
{
    if (const auto* gas = std::get_if<std::shared_ptr<const GasTurbineConstants>>(&constants))
        return std::make_unique<PlantSensor>(world.plant(fill(plant, number), *gas), random, world.now());
    if (const auto* turbine = std::get_if<std::shared_ptr<const TurbineConstants>>(&constants))
        return std::make_unique<TurbinePhysics>(*turbine, random);
    return std::make_unique<SprinklerPhysics>(std::get<std::shared_ptr<const SprinklerConstants>>(constants), random);
}

namespace {

Result<DeviceModelPtr> readDeviceModel(const boost::json::object& object, std::string_view source)
{
    return readModelObject(object, source, [](ModelReader& top) -> DeviceModelPtr {
        auto model = std::make_shared<DeviceModel>();
        readModel(top, *model);
        return model;
    });
}

} // namespace

Result<DeviceModelPtr> parseDeviceModel(std::string_view json, std::string_view source)
{
    const auto object = parseModelObject(json, source);
    return object ? readDeviceModel(*object, source) : tl::unexpected(object.error());
}

Result<DeviceModelPtr> loadDeviceModel(const std::string& path)
{
    const auto text = readModelFile(path);
    auto object = text ? parseModelObject(*text, path) : tl::unexpected(text.error());
    if (!object)
        return tl::unexpected(object.error());
    auto* physics = object->if_contains("physics");
    if (const auto* sheet = physics ? physics->if_string() : nullptr) {
        const auto inside = loadPhysicsSheet(path, *sheet);
        if (!inside)
            return tl::unexpected(inside.error());
        *physics = *inside;
    }
    return readDeviceModel(*object, path);
}

} // namespace greensward::simulator
