// SPDX-FileCopyrightText: 2026 The Greensward authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/filter.h"

namespace greensward::ui {

class ScopeStack;

/// What of the window's scope a list can be filtered by, and the terms that its rows have nothing to say to. A list
/// shows the latter (ScopeBar::setNote) instead of ignoring them silently.
struct ScopeShare
{
    Filter filter;
    QStringList idle;
    /// "Not here: qos:1 is:retained."; empty when all apply.
    QString idleText() const;
};

/// For lists of clients and devices: who they are, and words of them. Terms of messages (topics, qos:, is:, bytes,
/// payload:, fields) are idle.
ScopeShare clientShare(const ScopeStack& scope);
/// For the ends of links: from: alone. What else is said is for what moves between them.
ScopeShare senderShare(const ScopeStack& scope);

} // namespace greensward::ui
