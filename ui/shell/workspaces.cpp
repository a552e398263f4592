// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workspaces.h"

#include "ui/bench/bench_workspace.h"
#include "ui/classroom/class_workspace.h"
#include "ui/connections/connections_workspace.h"
#include "ui/cost/cost_workspace.h"
#include "ui/doctor/doctor_workspace.h"
#include "ui/edge/edge_workspace.h"
#include "ui/functions/functions_workspace.h"
#include "ui/labs/labs_workspace.h"
#include "ui/map/map_workspace.h"
#include "ui/phone/phone_workspace.h"
#include "ui/plots/plots_workspace.h"
#include "ui/security/security_workspace.h"
#include "ui/testclient/testclient_workspace.h"
#include "ui/shadows/shadows_workspace.h"
#include "ui/topics/topics_workspace.h"

namespace greensward::ui {

std::vector<Workspace*> makeWorkspaces(EngineMirror& mirror, QWidget* parent)
{
    return {
        new MapWorkspace(mirror, parent),
        new TopicsWorkspace(mirror, parent),
        new TestClientWorkspace(mirror, parent),
        new ShadowsWorkspace(mirror, parent),
        new ConnectionsWorkspace(mirror, parent),
        new SecurityWorkspace(mirror, parent),
        new PlotsWorkspace(mirror, parent),
        new BenchWorkspace(mirror, parent),
        new DoctorWorkspace(mirror, parent),
        new CostWorkspace(mirror, parent),
        new FunctionsWorkspace(mirror, parent),
        new EdgeWorkspace(mirror, parent),
        new LabsWorkspace(mirror, parent),
        new ClassWorkspace(mirror, parent),
        new PhoneWorkspace(mirror, parent),
    };
}

} // namespace greensward::ui
