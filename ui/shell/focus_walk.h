// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace greensward::ui {

/// F6 and Shift+F6: the focus goes to the panel after (+1) or before (-1) the one that has it, round the end. A panel
/// that takes no focus itself is entered at the first thing in it that Tab can reach.
void walkFocus(const QList<QWidget*>& panels, int direction);

} // namespace greensward::ui
