// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How the workspace's Greengrass cores, and who is connected to them, become nodes.
#include "ui/map/map_model.h"
#include "ui/models/number_text.h"
#include "ui/models/origin_key.h"
#include "ui/models/qt_text.h"

#include <algorithm>

namespace greensward::ui {

namespace {

/// Devices of cores beyond so many are only counted.
constexpr std::size_t kMostLocal = 40;

LinkState stateOf(const CoreView& core)
{
    if (!core.running)
        return core.problem.empty() ? LinkState::Offline : LinkState::Lost;
    if (!core.wan)
        return LinkState::CutOff;
    return core.online ? LinkState::Online : LinkState::Connecting;
}

QString lineOf(const CoreView& core, LinkState state)
{
    if (!core.running)
        return core.problem.empty() ? MapModel::tr("switched off") : toQString(core.problem);
    if (core.spool.messages > 0 && state != LinkState::Online)
        return core.spool.messages == 1 ? MapModel::tr("1 message waits")
                                        : MapModel::tr("%1 messages wait").arg(countText(core.spool.messages));
    if (core.groupId.empty())
        return MapModel::tr("no group deployed");
    return core.devices.size() == 1 ? MapModel::tr("1 device")
                                    : MapModel::tr("%1 devices").arg(countText(core.devices.size()));
}

} // namespace

void MapModel::readCores()
{
    EdgePort* edge = m_mirror.engine().edge();
    std::vector<CoreView> cores = edge ? edge->cores() : std::vector<CoreView>();
    if (cores == m_cores)
        return;
    m_cores = std::move(cores);
    stale();
}

const CoreView* MapModel::core(const QString& key) const
{
    const auto found = std::ranges::find(m_cores, key.toStdString(), &CoreView::thing);
    return found == m_cores.end() ? nullptr : &*found;
}

/// Null for a device of the gateway.
const CoreView* MapModel::coreOfDevice(const std::string& device) const
{
    const auto found = std::ranges::find_if(
        m_cores, [&](const CoreView& core) { return std::ranges::binary_search(core.devices, device); });
    return found == m_cores.end() ? nullptr : &*found;
}

/// At the core it is connected to, else at the gateway.
ClientTally* MapModel::tallyOf(const std::string& device)
{
    const CoreView* core = coreOfDevice(device);
    return m_book.find(core ? originKey(std::string(kCoreOrigin) + core->thing, device) : device);
}

/// Between the devices and the gateway, of which they are clients.
void MapModel::addCores(std::vector<MapNode>& nodes)
{
    for (const CoreView& core : m_cores) {
        MapNode node;
        node.key = toQString(core.thing);
        node.kind = NodeKind::Core;
        node.layer = kEdgeLayer;
        node.uplink = gatewayKey();
        node.title = node.key;
        node.shape = QStringLiteral("edge");
        node.state = stateOf(core);
        node.line = lineOf(core, node.state);
        node.dimmed = !isMeant(core.thing);
        node.note = m_doctor.noteOf(node.key);
        noteTally(m_book.find(core.thing), nodes.size());
        nodes.push_back(node);
    }
}

/// Who has connected to a core; to the gateway they are nobody.
void MapModel::addLocalClients(std::vector<MapNode>& nodes)
{
    std::vector<ClientTally*> local;
    for (const auto& [id, tally] : m_book.clients())
        if (const OriginKey key = splitKey(id);
            tally->row < 0 && tally->connected && !key.origin.empty() && !key.name.starts_with('$'))
            local.push_back(tally.get());
    std::ranges::sort(local, {}, [](const ClientTally* tally) { return std::string_view(tally->id); });
    if (local.size() > kMostLocal)
        local.resize(kMostLocal);
    for (ClientTally* tally : local) {
        const OriginKey key = splitKey(tally->id);
        MapNode node;
        node.key = toQString(tally->id);
        node.kind = NodeKind::Client;
        node.layer = kDeviceLayer;
        node.uplink = toQString(coreOf(key.origin));
        node.title = toQString(key.name);
        node.shape = QStringLiteral("chip");
        node.state = LinkState::Online;
        node.dimmed = !isMeant(key.name);
        node.line = flowLine(*tally);
        noteTally(tally, nodes.size());
        nodes.push_back(node);
    }
}

} // namespace greensward::ui
