// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QWidget>

namespace greensward::ui {

inline QString captureSentence()
{
    return QCoreApplication::translate("Acts", "This is a capture: nothing here can act, only be looked at.");
}

/// For what acts on an engine, in a window that shows a capture: switched off, and the tool tip says why, also to whoever hears it.
inline void disableInCapture(QWidget& widget)
{
    widget.setEnabled(false);
    widget.setToolTip(captureSentence());
    widget.setAccessibleDescription(captureSentence());
}

} // namespace greensward::ui
