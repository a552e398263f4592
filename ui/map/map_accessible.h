// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace greensward::ui {

class MapView;

/// Makes every MapView a list of its nodes for screen readers. May be called again.
void announceMapAccessibility();
/// This node has the focus now.
void tellFocusedNode(MapView& view, int row);

} // namespace greensward::ui
