// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/kit/console_style.h"
#include "ui/map/map_model.h"
#include "ui/why/why_subject.h"

#include <functional>
#include <vector>

namespace greensward::ui {

/// Something that can be done to a node: a button of its panel and an entry of its menu.
struct NodeAction
{
    QString text;
    QString icon;
    ButtonKind kind = ButtonKind::Normal;
    bool enabled = true;
    QString name; ///< for whoever hears it: "Cut the cable of ev-gen-123"
    std::function<void()> run;
    QString why{}; ///< it cannot be done; empty where the state of the node says enough
};

/// In the order in which they are shown; empty for a node that nothing can be done to.
std::vector<NodeAction> actionsOf(EngineMirror& mirror, MapModel& model, const MapNode& node);
/// The filter term that keeps what this node sends; empty for what is no single client.
QString scopeTerm(const MapNode& node);
/// What F1 answers: the lane of its client, or what it is.
WhySubject whyNode(const MapNode& node);
/// Shows only what this node sends, in every view; once more: everything again.
void toggleScope(EngineMirror& mirror, const MapNode& node);
/// Pulls the cable of a device that is there, or plugs it in again. False where there is no cable.
bool toggleCable(EngineMirror& mirror, const MapNode& node);
/// "Pull cable", "Plug in"; empty where there is no cable.
QString cableText(const MapNode& node);

} // namespace greensward::ui
