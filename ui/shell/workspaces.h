// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace greensward::ui {

class EngineMirror;
class Workspace;

/// All workspaces, in the order of the rail. The parent owns them.
std::vector<Workspace*> makeWorkspaces(EngineMirror& mirror, QWidget* parent);

} // namespace greensward::ui
