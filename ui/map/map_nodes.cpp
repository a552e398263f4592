// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How devices and clients become nodes.
#include "ui/map/map_model.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_set>

namespace greensward::ui {

using namespace std::chrono_literals;
using simulator::DeviceState;
using simulator::DeviceView;

namespace {

/// Somebody else's client that is gone stays in sight so long, longer when it was lost.
constexpr Duration kGone = 30s;
constexpr Duration kLost = 5min;
/// In trouble or meant by the scope: so many of a sort stand out of a folded fleet.
constexpr int kMostOutstanding = 40;

LinkState stateOf(DeviceState state, const ClientTally* tally)
{
    switch (state) {
    case DeviceState::Stopped:
        return tally && tally->ever ? LinkState::Offline : LinkState::Never;
    case DeviceState::Connecting:
        return LinkState::Connecting;
    case DeviceState::Online:
        return LinkState::Online;
    case DeviceState::CutOff:
        return LinkState::CutOff;
    case DeviceState::Crashed:
        return LinkState::Lost;
    }
    return LinkState::Never;
}

const DeviceView::Value* valueOf(const DeviceView& device, std::string_view name)
{
    const auto found = std::find_if(device.values.begin(), device.values.end(),
                                    [name](const DeviceView::Value& value) { return value.name == name; });
    return found == device.values.end() ? nullptr : &*found;
}

/// A number in three digits: there is no room for more.
QString shortText(double value)
{
    return std::abs(value) >= 10 ? countText(static_cast<quint64>(std::lround(std::abs(value))))
                                 : QString::number(value, 'f', 1);
}

/// What it is doing, in one line.
QString readingOf(const DeviceView& device)
{
    const auto* rotor = valueOf(device, "rotor-freq");
    const auto* output = valueOf(device, "output");
    if (rotor && output)
        return MapModel::tr("%1 rpm · %2 kW").arg(shortText(rotor->value * 60), shortText(output->value));
    if (const auto* water = valueOf(device, "water")) {
        const auto* flow = valueOf(device, "flow");
        const auto* moisture = valueOf(device, "moisture");
        if (water->value > 0 && flow)
            return MapModel::tr("Water on · %1 l/min").arg(shortText(flow->value));
        return moisture ? MapModel::tr("Water off · soil %1 %").arg(std::lround(moisture->value))
                        : MapModel::tr("Water off");
    }
    if (device.values.empty())
        return stateText(device.state);
    const auto& first = device.values.front();
    return QStringLiteral("%1 %2 %3")
        .arg(toQString(first.name), valueText(first.value), toQString(first.unit))
        .trimmed();
}

double paceOf(const DeviceView& device)
{
    if (const auto* rotor = valueOf(device, "rotor-freq"))
        return rotor->value;
    const auto* flow = valueOf(device, "flow");
    return flow ? std::clamp(flow->value / 12, 0.0, 1.0) : 0;
}

QString sortTitle(const QString& model)
{
    if (model == QLatin1String("turbine"))
        return MapModel::tr("Turbines");
    if (model == QLatin1String("sprinkler"))
        return MapModel::tr("Sprinklers");
    return model;
}

} // namespace

bool MapModel::isMeant(std::string_view client) const
{
    return m_clientFilter.matches(
        {.topic = {}, .from = client, .text = {}, .payload = {}, .kind = trace::Kind::ClientConnected});
}

bool MapModel::standsOut(std::string_view device, DeviceState state) const
{
    return state == DeviceState::CutOff || state == DeviceState::Crashed ||
           (!m_clientFilter.isEmpty() && isMeant(device));
}

void MapModel::noteTally(ClientTally* tally, std::size_t row)
{
    if (!tally || tally->row >= 0)
        return;
    tally->row = static_cast<int>(row);
    m_placed.push_back(tally);
}

MapNode MapModel::deviceNode(const DeviceView& device)
{
    const CoreView* core = coreOfDevice(device.id);
    const ClientTally* tally = tallyOf(device.id);
    MapNode node;
    node.key = toQString(device.id);
    node.kind = NodeKind::Device;
    node.layer = kDeviceLayer;
    node.uplink = core ? toQString(core->thing) : gatewayKey();
    node.title = node.key;
    node.shape = toQString(device.model);
    node.state = stateOf(device.state, tally);
    node.simulated = true;
    node.dimmed = !isMeant(device.id);
    node.willArmed = device.willArmed;
    node.willSent = tally && tally->willSent && device.state != DeviceState::Online;
    node.note = m_doctor.noteOf(node.key);
    node.faults = static_cast<int>(m_faults.faultsOf(device.id).size());
    if (const ShadowRecord* shadow = m_shadows.classic(device.id); shadow && shadow->exists()) {
        node.shadowDiffers = !shadow->differences().empty();
        node.shadow = node.shadowDiffers ? QStringLiteral("≠ %1").arg(shadow->differences().size()) : QStringLiteral("=");
    }
    const bool online = node.state == LinkState::Online;
    node.pace = online ? paceOf(device) : 0;
    node.line = readingOf(device);
    if (node.state == LinkState::CutOff && tally && tally->connected) {
        node.line = tr("cable pulled, quiet");
    } else if (!online) {
        node.line = linkStateText(node.state);
        if (tally && tally->ever && !tally->connected)
            node.line += QLatin1Char(' ') + ageText(m_mirror.now() - tally->since);
    }
    return node;
}

/// Sorts of which there are many are folded; what stands out of them stands alone.
void MapModel::addDevices(std::vector<MapNode>& nodes)
{
    struct Sort
    {
        int count = 0;
        int online = 0;
        int shown = 0;
        int outstanding = 0;
        bool unfolded = false;
        std::size_t group = 0; ///< its row
    };
    const DeviceModel& devices = m_mirror.devices();
    const int count = devices.rowCount();
    const std::vector<FleetDevice> beyond = devicesBeyond();
    std::map<std::string_view, Sort> sorts;
    const auto counted = [&sorts](std::string_view model, DeviceState state) {
        Sort& sort = sorts[model];
        ++sort.count;
        sort.online += state == DeviceState::Online;
    };
    for (int row = 0; row < count; ++row)
        counted(devices.device(row).model, devices.device(row).state);
    for (const auto& [name, state] : beyond)
        counted(name->model, state);
    for (auto& [model, sort] : sorts)
        sort.unfolded = sort.count > kFoldFrom && m_unfolded.contains(groupKey(toQString(model)));

    const std::string selected = m_mirror.selection().client().toStdString();
    const auto consider = [&](const DeviceView& device) {
        Sort& sort = sorts[device.model];
        bool alone = sort.count <= kFoldFrom || device.realTls || device.id == selected;
        if (!alone && sort.outstanding < kMostOutstanding && standsOut(device.id, device.state)) {
            ++sort.outstanding;
            alone = true;
        }
        alone = alone || (sort.unfolded && sort.shown < kMostUnfolded);
        if (!alone)
            return;
        ++sort.shown;
        sort.online -= device.state == DeviceState::Online;
        noteTally(tallyOf(device.id), nodes.size());
        nodes.push_back(deviceNode(device));
    };
    for (int row = 0; row < count; ++row)
        consider(devices.device(row));
    for (const auto& [name, state] : beyond)
        if (name->id == selected || standsOut(name->id, state))
            consider({.id = name->id,
                      .model = name->model,
                      .title = name->title,
                      .topic = {},
                      .state = state,
                      .values = {},
                      .note = {}});

    for (auto& [model, sort] : sorts) {
        sort.group = nodes.size();
        if (sort.count == sort.shown)
            continue;
        MapNode group;
        group.shape = toQString(model);
        group.key = groupKey(group.shape);
        group.kind = NodeKind::Group;
        group.layer = kDeviceLayer;
        group.uplink = gatewayKey();
        group.members = sort.count - sort.shown;
        group.online = sort.online;
        group.unfolded = sort.unfolded;
        group.title = sortTitle(group.shape);
        group.line =
            tr("%1 · %2 online")
                .arg(countText(static_cast<quint64>(group.members)), countText(static_cast<quint64>(group.online)));
        group.simulated = true;
        group.state = group.online > 0 ? LinkState::Online : LinkState::Offline;
        group.dimmed = !m_clientFilter.isEmpty();
        nodes.push_back(group);
    }
    // The folded ones' traffic is their group's.
    const auto fold = [&](const std::string& id, std::string_view model) {
        if (const Sort& sort = sorts[model]; sort.count > sort.shown)
            noteTally(tallyOf(id), sort.group);
    };
    for (int row = 0; row < count; ++row)
        fold(devices.device(row).id, devices.device(row).model);
    for (const auto& [name, state] : beyond)
        fold(name->id, name->model);
}

/// The mirror's devices are the first few hundred of a fleet; the roster knows of all.
std::vector<MapModel::FleetDevice> MapModel::devicesBeyond()
{
    const DeviceModel& devices = m_mirror.devices();
    m_roster = m_mirror.status().fleetSize > static_cast<std::uint64_t>(devices.rowCount()) ? m_mirror.engine().roster()
                                                                                            : nullptr;
    if (!m_roster || !m_roster->names)
        return {};
    std::unordered_set<std::string_view> known;
    for (int row = 0; row < devices.rowCount(); ++row)
        known.insert(devices.device(row).id);
    std::vector<FleetDevice> beyond;
    for (std::size_t row = 0; row < m_roster->rows.size(); ++row)
        if (const auto& name = (*m_roster->names)[row]; !known.contains(name.id))
            beyond.emplace_back(&name, m_roster->rows[row].state);
    return beyond;
}

void MapModel::addGateway(std::vector<MapNode>& nodes) const
{
    const EngineStatus& status = m_mirror.status();
    MapNode node;
    node.key = gatewayKey();
    node.kind = NodeKind::Gateway;
    node.layer = kGatewayLayer;
    node.title = tr("Gateway");
    node.line = !status.running ? tr("not running") : m_discreet ? tr("on this laptop") : toQString(status.endpoint);
    node.detail = (status.clients == 1 ? tr("1 client") : tr("%1 clients").arg(countText(status.clients))) +
                  QStringLiteral(" · ") +
                  tr("%1 msg/s").arg(countText(static_cast<quint64>(std::lround(m_mirror.messageRate()))));
    node.shape = QStringLiteral("gateway");
    node.state = status.running ? LinkState::Online : LinkState::Offline;
    nodes.push_back(node);
}

QString MapModel::flowLine(const ClientTally& tally)
{
    if (tally.up.messages <= 0 && tally.down.messages <= 0)
        return tr("connected, quiet");
    return tr("sends %1 · gets %2")
        .arg(tally.up.messages > 0 ? flowText(tally.up.messages) : tr("0"),
             tally.down.messages > 0 ? flowText(tally.down.messages) : tr("0"));
}

MapNode MapModel::clientNode(const ClientTally& tally) const
{
    const bool console = tally.id == m_mirror.status().consoleClient || tally.id == "console";
    MapNode node;
    node.key = toQString(tally.id);
    node.kind = console ? NodeKind::Console : NodeKind::Client;
    node.layer = kClientLayer;
    node.uplink = gatewayKey();
    node.title = console ? tr("This console") : node.key;
    node.shape = console ? QStringLiteral("console") : QStringLiteral("chip");
    node.state = tally.connected || !tally.ever ? LinkState::Online : tally.lost ? LinkState::Lost : LinkState::Offline;
    node.dimmed = !isMeant(tally.id);
    node.willArmed = tally.willArmed;
    node.note = m_doctor.noteOf(node.key);
    node.willSent = tally.willSent;
    if (node.state == LinkState::Online)
        node.line = flowLine(tally);
    else
        node.line = tr("%1 %2").arg(linkStateText(node.state), ageText(m_mirror.now() - tally.since));
    node.lastMessage = tally.lastMessage;
    node.lastEvent = tally.lastEvent;
    return node;
}

void MapModel::addClients(std::vector<MapNode>& nodes)
{
    const WallTime now = m_mirror.now();
    const std::string selected = m_mirror.selection().client().toStdString();
    m_book.forgetGoneBefore(now - std::chrono::duration_cast<WallTime::duration>(kLost), selected);
    std::vector<ClientTally*> others;
    std::size_t online = 0;
    for (const auto& [id, tally] : m_book.clients()) {
        if (tally->row >= 0 || id.starts_with('$') || !splitKey(id).origin.empty())
            continue;
        const bool there = tally->connected || (!tally->ever && tally->active);
        if (!there && id != selected && now - tally->since > (tally->lost ? kLost : kGone))
            continue;
        online += there;
        others.push_back(tally.get());
    }
    const auto byAge = [](const ClientTally* one, const ClientTally* other) {
        return std::pair(one->since, std::string_view(one->id)) < std::pair(other->since, std::string_view(other->id));
    };
    std::sort(others.begin(), others.end(), byAge);
    const QString group = groupKey(QStringLiteral("clients"));
    const bool folds = others.size() > kFoldFrom;
    const std::size_t room = m_unfolded.contains(group) ? kMostUnfolded : 0;
    std::size_t shown = 0;
    std::vector<ClientTally*> folded;
    for (ClientTally* tally : others) {
        const bool meant = !m_clientFilter.isEmpty() && isMeant(tally->id) && shown < kMostUnfolded;
        if (folds && !meant && tally->id != selected && shown >= room) {
            folded.push_back(tally);
            continue;
        }
        ++shown;
        noteTally(tally, nodes.size());
        nodes.push_back(clientNode(*tally));
        online -= tally->connected;
    }
    if (folded.empty())
        return;
    MapNode node;
    node.key = group;
    node.kind = NodeKind::Group;
    node.layer = kClientLayer;
    node.uplink = gatewayKey();
    node.title = tr("Clients");
    node.members = static_cast<int>(folded.size());
    node.online = static_cast<int>(online);
    node.line = tr("%1 · %2 online").arg(countText(folded.size()), countText(online));
    node.shape = QStringLiteral("chip");
    node.state = online > 0 ? LinkState::Online : LinkState::Offline;
    node.unfolded = room > 0;
    node.dimmed = !m_clientFilter.isEmpty();
    for (ClientTally* tally : folded)
        noteTally(tally, nodes.size());
    nodes.push_back(node);
}

/// What flows, of single clients and of those who are folded.
void MapModel::addTraffic(std::vector<MapNode>& nodes)
{
    const auto add = [](Traffic& sum, const Traffic& part) {
        sum.messages += part.messages;
        sum.bytes += part.bytes;
    };
    for (const ClientTally* tally : m_book.active()) {
        if (tally->row < 0)
            continue;
        MapNode& node = nodes[static_cast<std::size_t>(tally->row)];
        add(node.up, tally->up);
        add(node.down, tally->down);
    }
    for (const ClientTally* tally : m_placed) {
        MapNode& node = nodes[static_cast<std::size_t>(tally->row)];
        if (tally->lastMessage >= node.lastMessage) {
            node.lastMessage = tally->lastMessage;
            node.lastEvent = tally->lastEvent;
        }
    }
}

} // namespace greensward::ui
