// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shadows/shadow_scope.h"

#include <algorithm>

namespace greensward::ui {

bool keeps(const Filter& filter, const ShadowName& name, const ShadowChange& change)
{
    const std::string topic = prefixOf(name) + "/update";
    const std::string text = name.thing + ' ' + name.shadow + ' ' + change.reason;
    return filter.matches({.topic = topic,
                           .from = change.who,
                           .text = text,
                           .payload = change.request,
                           .time = change.time,
                           .size = static_cast<std::uint32_t>(change.request.size()),
                           .kind = trace::Kind::MessagePublished,
                           .flags = 1,
                           .hasMessage = true});
}

bool keeps(const Filter& filter, const ShadowRecord& record)
{
    const ShadowName& name = record.name();
    const std::string topic = prefixOf(name) + "/update";
    const std::string text = name.thing + ' ' + name.shadow;
    const auto& changes = record.changes();
    return filter.matches({.topic = topic,
                           .from = name.thing,
                           .text = text,
                           .payload = {},
                           .kind = trace::Kind::MessagePublished,
                           .flags = 1,
                           .hasMessage = true}) ||
           std::any_of(changes.begin(), changes.end(),
                       [&](const ShadowChange& change) { return keeps(filter, name, change); });
}

} // namespace greensward::ui
