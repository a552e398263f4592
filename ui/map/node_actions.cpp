// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/node_actions.h"

#include "ui/kit/acts.h"
#include "ui/models/qt_text.h"

namespace greensward::ui {

namespace {

bool isDevice(const MapNode& node)
{
    return node.kind == NodeKind::Device && node.simulated;
}

bool isOff(const MapNode& node)
{
    return node.state == LinkState::Offline || node.state == LinkState::Never || node.state == LinkState::Lost;
}

void addDeviceActions(std::vector<NodeAction>& actions, EngineMirror& mirror, MapModel& model, const MapNode& node)
{
    const std::string id = node.key.toStdString();
    const auto command = [&mirror, id](DeviceCommand what) {
        return [&mirror, id, what] { mirror.command(id, what); };
    };
    const bool off = isOff(node);
    if (off)
        actions.push_back({MapModel::tr("Start"), QStringLiteral("play"), ButtonKind::Primary, true,
                           MapModel::tr("Start %1").arg(node.title), command(DeviceCommand::Start)});
    else
        actions.push_back({MapModel::tr("Stop"), QStringLiteral("stop"), ButtonKind::Normal, true,
                           MapModel::tr("Stop %1").arg(node.title), command(DeviceCommand::Stop)});
    const bool cut = node.state == LinkState::CutOff;
    actions.push_back({cut ? MapModel::tr("Plug in") : MapModel::tr("Pull cable"),
                       cut ? QStringLiteral("plug") : QStringLiteral("cut"),
                       cut ? ButtonKind::Primary : ButtonKind::Normal, !off,
                       cut ? MapModel::tr("Plug in the cable of %1").arg(node.title)
                           : MapModel::tr("Pull the cable of %1").arg(node.title),
                       command(cut ? DeviceCommand::HealCable : DeviceCommand::CutCable)});
    actions.push_back({MapModel::tr("Crash"), QStringLiteral("crash"), ButtonKind::Danger, !off,
                       MapModel::tr("Crash %1").arg(node.title), command(DeviceCommand::Crash)});
    if (node.faults > 0)
        actions.push_back({MapModel::tr("Heal"), QStringLiteral("heal"), ButtonKind::Normal, true,
                           MapModel::tr("Heal the faults of %1").arg(node.title), [&mirror, id] {
                               auto& faults = mirror.model<FaultModel>();
                               std::vector<std::uint64_t> ids;
                               for (const auto* fault : faults.faultsOf(id))
                                   ids.push_back(fault->id);
                               for (const auto fault : ids)
                                   faults.heal(fault);
                           }});
    const simulator::DeviceView* device = model.device(node.key);
    if (!device || device->model != "sprinkler")
        return;
    const auto water = [&mirror, topic = device->topic](const char* payload) {
        return [&mirror, topic, payload] { mirror.publish({topic, payload, 1, false}); };
    };
    actions.push_back({MapModel::tr("Water on"), QStringLiteral("drop"), ButtonKind::Normal, !off,
                       MapModel::tr("Turn the water of %1 on").arg(node.title), water(R"({"water":"on"})")});
    actions.push_back({MapModel::tr("Water off"), QStringLiteral("stop"), ButtonKind::Normal, !off,
                       MapModel::tr("Turn the water of %1 off").arg(node.title), water(R"({"water":"off"})")});
}

} // namespace

namespace {

void addCoreActions(std::vector<NodeAction>& actions, EngineMirror& mirror, const CoreView& core)
{
    EdgePort* edge = mirror.engine().edge();
    if (!edge)
        return;
    const QString name = toQString(core.thing);
    const auto run = [edge, thing = core.thing](bool on) {
        return [edge, thing, on] { edge->setRunning(thing, on, {}); };
    };
    if (core.running)
        actions.push_back({MapModel::tr("Stop"), QStringLiteral("stop"), ButtonKind::Normal, true,
                           MapModel::tr("Stop %1").arg(name), run(false)});
    else
        actions.push_back({MapModel::tr("Start"), QStringLiteral("play"), ButtonKind::Primary, true,
                           MapModel::tr("Start %1").arg(name), run(true)});
    actions.push_back({core.wan ? MapModel::tr("Cut WAN") : MapModel::tr("Join WAN"),
                       core.wan ? QStringLiteral("cut") : QStringLiteral("plug"),
                       core.wan ? ButtonKind::Normal : ButtonKind::Primary, true,
                       core.wan ? MapModel::tr("Pull the cable from %1 to the cloud").arg(name)
                                : MapModel::tr("Plug in the cable from %1 to the cloud").arg(name),
                       [edge, thing = core.thing, in = !core.wan] { edge->setWan(thing, in); }});
}

} // namespace

std::vector<NodeAction> actionsOf(EngineMirror& mirror, MapModel& model, const MapNode& node)
{
    std::vector<NodeAction> actions;
    if (isDevice(node))
        addDeviceActions(actions, mirror, model, node);
    if (const CoreView* core = node.kind == NodeKind::Core ? model.core(node.key) : nullptr)
        addCoreActions(actions, mirror, *core);
    if (mirror.status().origin == Origin::Capture)
        for (NodeAction& action : actions) {
            action.enabled = false;
            action.why = captureSentence();
        }
    if (node.kind == NodeKind::Group) {
        const QString text = node.unfolded ? MapModel::tr("Fold") : MapModel::tr("Unfold");
        actions.push_back({text, node.unfolded ? QStringLiteral("up") : QStringLiteral("down"), ButtonKind::Normal,
                           true, QStringLiteral("%1: %2").arg(node.title, text),
                           [&model, key = node.key, unfolded = node.unfolded] { model.setUnfolded(key, !unfolded); }});
    } else if (node.kind != NodeKind::Gateway) {
        const bool only = mirror.scope().terms().contains(senderTerm(node.key));
        actions.push_back({only ? MapModel::tr("Show everything") : MapModel::tr("Show only this"),
                           QStringLiteral("search"), ButtonKind::Normal, true,
                           MapModel::tr("Show only what %1 sends").arg(node.title),
                           [&mirror, node] { toggleScope(mirror, node); }});
    }
    return actions;
}

QString scopeTerm(const MapNode& node)
{
    return node.kind == NodeKind::Group || node.kind == NodeKind::Gateway ? QString() : senderTerm(node.key);
}

WhySubject whyNode(const MapNode& node)
{
    switch (node.kind) {
    case NodeKind::Gateway:
        return {.term = QStringLiteral("gateway")};
    case NodeKind::Group:
        return {.title = node.title, .term = QStringLiteral("group")};
    case NodeKind::Core:
        return {.client = node.key, .title = node.title, .term = QStringLiteral("core")};
    case NodeKind::Console:
        return {.client = node.key, .title = node.title, .term = QStringLiteral("console")};
    case NodeKind::Device:
    case NodeKind::Client:
        break;
    }
    return {.client = node.key, .title = node.title, .term = QStringLiteral("link")};
}

void toggleScope(EngineMirror& mirror, const MapNode& node)
{
    const QString term = scopeTerm(node);
    if (term.isEmpty())
        return;
    if (mirror.scope().terms().contains(term))
        mirror.scope().remove(term);
    else
        mirror.scope().add(term);
}

QString cableText(const MapNode& node)
{
    if (node.kind == NodeKind::Core)
        return node.state == LinkState::CutOff ? MapModel::tr("Join WAN") : MapModel::tr("Cut WAN");
    if (!isDevice(node) || isOff(node))
        return {};
    return node.state == LinkState::CutOff ? MapModel::tr("Plug in") : MapModel::tr("Pull cable");
}

bool toggleCable(EngineMirror& mirror, const MapNode& node)
{
    if (cableText(node).isEmpty())
        return false;
    if (node.kind == NodeKind::Core) {
        EdgePort* edge = mirror.engine().edge();
        if (edge)
            edge->setWan(node.key.toStdString(), node.state == LinkState::CutOff);
        return edge != nullptr;
    }
    mirror.command(node.key.toStdString(),
                   node.state == LinkState::CutOff ? DeviceCommand::HealCable : DeviceCommand::CutCable);
    return true;
}

} // namespace greensward::ui
